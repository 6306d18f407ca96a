// Numbers, targets and groups as the report writes them, in its language.
import { formatNumber, formatShare } from '../../domain/indicators/format.ts';
import type { Figures, GroupKey } from '../../domain/indicators/results.ts';
import type { Measure, Programme, Target } from '../../domain/programme/schema.ts';
import { fill, type Language, reportTexts, titleIn } from './text/languages.ts';
import type { ReportText } from './text/sv.ts';

export const isShare = (measure: string): boolean => measure === 'share' || measure === 'shareOfSites';
export const isMean = (measure: string): boolean => measure === 'mean' || measure === 'meanChange';

export interface FigureWords {
  amount(measure: Measure, value: number): string;
  /** A target is printed as precisely as it was set: 0.35 is 35 %, 0.805 is 80,5 %. */
  precise(measure: Measure, value: number): string;
  target(measure: Measure, target: Target | null): string;
  interval(measure: Measure, ci95: readonly [number, number] | null): string;
  /** What it is reckoned on: '118 av 741', 'n = 605'. */
  base(measure: Measure, figures: Pick<Figures, 'numerator' | 'denominator' | 'n'>): string;
  whole(value: number): string;
  variable(name: string): string;
  group(by: GroupKey): string;
}

export function figureWords(programme: Programme, language: Language): FigureWords {
  const text = reportTexts[language];
  const point = language === 'sv' ? ',' : '.';
  const percent = (share: number, places: number) => {
    const written = formatShare(share, places, point);
    return language === 'sv' ? written : written.replace('\u00a0', '');
  };
  const whole = (value: number) => grouped(formatNumber(value, 0, point), language);
  const amount = (measure: Measure, value: number) => {
    if (isShare(measure)) return percent(value, 1);
    return isMean(measure) ? formatNumber(value, 2, point) : whole(value);
  };
  const precise = (measure: Measure, value: number) => {
    const shown = isShare(measure) ? value * 100 : value;
    const places = [0, 1, 2, 3].find((each) => Math.abs(Number(shown.toFixed(each)) - shown) < 1e-9) ?? 4;
    return isShare(measure) ? percent(value, places) : formatNumber(value, places, point);
  };
  const waveTitle = (slug: string) => {
    const wave = programme.waves.find((each) => each.slug === slug);
    return wave ? titleIn(wave.title, language) : slug;
  };
  return {
    ...{ amount, precise, whole },
    target: (measure, target) => targetText(text, target, (value) => precise(measure, value), waveTitle),
    interval: (measure, ci95) =>
      ci95 ? fill(text.from, { low: amount(measure, ci95[0]), high: amount(measure, ci95[1]) }) : '',
    base: (measure, figures) => baseText(text, measure, figures, whole),
    variable: (name) => variableText(text, programme, language, name),
    group: (by) =>
      Object.entries(by)
        .map(([name, value]) => groupText(text, programme, language, name, value))
        .join(', '),
  };
}

/** 1 234 in Swedish, 1,234 in English; from ten thousand on, as both languages have it. */
function grouped(digits: string, language: Language): string {
  const bare = digits.replace('\u2212', '');
  return bare.length < 5 ? digits : digits.replace(/\B(?=(\d{3})+$)/g, language === 'sv' ? '\u00a0' : ',');
}

function targetText(
  text: ReportText,
  target: Target | null,
  say: (value: number) => string,
  waveTitle: (slug: string) => string,
): string {
  if (!target) return '';
  if ('atLeast' in target) return fill(text.atLeast, { value: say(target.atLeast) });
  if ('atMost' in target) return fill(text.atMost, { value: say(target.atMost) });
  if ('between' in target) return fill(text.between, { low: say(target.between[0]), high: say(target.between[1]) });
  if ('above' in target) return fill(text.above, { value: say(target.above) });
  if ('below' in target) return fill(text.below, { value: say(target.below) });
  return 'aboveWave' in target ? fill(text.aboveWave, { wave: waveTitle(target.aboveWave) }) : text.judgedTarget;
}

function baseText(
  text: ReportText,
  measure: Measure,
  { numerator, denominator, n }: Pick<Figures, 'numerator' | 'denominator' | 'n'>,
  whole: (value: number) => string,
): string {
  if (isMean(measure)) return fill(text.n, { n: whole(n ?? 0) });
  if (!isShare(measure) || denominator === null) return '';
  const parts = { numerator: whole(numerator ?? 0), denominator: whole(denominator) };
  return fill(measure === 'shareOfSites' ? text.ofSites : text.ofBase, parts);
}

const variables = ['gender', 'ageBand', 'bornAbroad', 'site', 'referrer', 'role', 'cohort'] as const;

function variableText(text: ReportText, programme: Programme, language: Language, name: string): string {
  const fixed = variables.find((each) => each === name);
  if (fixed) return text[fixed];
  const field = programme.fields.find((each) => each.name === name);
  return field ? titleIn(field.title, language).toLowerCase() : name;
}

function groupText(
  text: ReportText,
  programme: Programme,
  language: Language,
  name: string,
  value: string | number,
): string {
  if (name === 'ageBand') return bandText(text, programme.ageBands, Number(value));
  if (name === 'site') return programme.sites.find((site) => site.slug === value)?.title ?? String(value);
  if (name === 'gender' && (value === 'woman' || value === 'man' || value === 'other')) return text[value];
  if (name === 'bornAbroad' && value === 'yes') return text.bornAbroadYes;
  if (name === 'bornAbroad' && value === 'no') return text.bornAbroadNo;
  if (value === 'unknown') return text.unknown;
  const codes = name === 'role' ? programme.codes.role : name === 'referrer' ? (programme.codes.referrer ?? []) : [];
  const code = codes.find((each) => each.value === value);
  return code ? titleIn(code.title, language) : String(value);
}

function bandText(text: ReportText, bands: readonly number[], low: number): string {
  const [first] = bands;
  if (first !== undefined && low < first) return fill(text.yearsUnder, { low: first });
  const next = bands.find((each) => each > low);
  return next === undefined ? fill(text.yearsFrom, { low }) : fill(text.years, { low, high: next - 1 });
}
