// The Swedish words and numbers of a printed result.
import { formatMean, formatNumber, formatShare } from '../../domain/indicators/format.ts';
import type { Figures, GroupKey, Status, Warning } from '../../domain/indicators/results.ts';
import type { Measure, Programme, Target, Verdict } from '../../domain/programme/schema.ts';

export const statusWords: Record<Status, string> = {
  met: '✓ uppnått',
  near: '◐ nära',
  notMet: '✕ inte uppnått',
  noData: '– data saknas',
  judged: '✎ bedömt',
};
const verdictWords: Record<Verdict['status'], string> = {
  met: 'uppnått',
  near: 'nära',
  notMet: 'inte uppnått',
  noData: 'data saknas',
};
export const warningWords: Record<Warning, string> = {
  responseRateGap: 'Svarsfrekvensen skiljer 10 procentenheter eller mer mellan grupper: resultatet kan vara skevt.',
  smallBase: 'Färre än 30 svar eller personer: tolka med försiktighet.',
  versionsNotComparable: 'Frågan har ändrats mellan versioner som inte är jämförbara.',
  filterNotApplicable: 'Filtret gäller uppgifter som det här målet saknar: inget har räknats.',
};
const variableWords: Record<string, string> = {
  gender: 'Kön',
  ageBand: 'Ålder',
  bornAbroad: 'Född utomlands',
  site: 'Ort',
  referrer: 'Remittent',
  role: 'Roll',
  cohort: 'Inskriven',
};
const codeWords: Record<string, Record<string, string>> = {
  gender: { woman: 'kvinnor', man: 'män', other: 'annat', unknown: 'okänt' },
  bornAbroad: { yes: 'födda utomlands', no: 'födda i Sverige', unknown: 'okänt' },
};

export const isShare = (measure: Measure) => measure === 'share' || measure === 'shareOfSites';

/** In the measure's own unit: percent with one decimal, a mean with two, a number as it is. */
export function amount(measure: Measure, value: number): string {
  if (isShare(measure)) return formatShare(value, 1);
  return measure === 'mean' || measure === 'meanChange' ? formatMean(value) : formatNumber(value, 0);
}

/** A target is printed as precisely as it was set: 0.35 is 35 %, 0.805 is 80,5 %. */
function targetAmount(measure: Measure, value: number): string {
  const shown = isShare(measure) ? value * 100 : value;
  const places = [0, 1, 2, 3].find((each) => Math.abs(Number(shown.toFixed(each)) - shown) < 1e-9) ?? 4;
  return isShare(measure) ? formatShare(value, places) : formatNumber(value, places);
}

export function targetText(programme: Programme, measure: Measure, target: Target | null): string {
  if (!target) return '';
  const text = (value: number) => targetAmount(measure, value);
  if ('atLeast' in target) return `minst ${text(target.atLeast)}`;
  if ('atMost' in target) return `högst ${text(target.atMost)}`;
  if ('between' in target) return `${text(target.between[0])} till ${text(target.between[1])}`;
  if ('above' in target) return `över ${text(target.above)}`;
  if ('below' in target) return `under ${text(target.below)}`;
  if ('judged' in target) return { yes: 'ja', no: 'nej' }[target.judged] ?? target.judged;
  const wave = programme.waves.find((each) => each.slug === target.aboveWave);
  return `högre än ${wave?.title.sv ?? target.aboveWave}`;
}

/** What the figure is reckoned on. */
export function baseText(measure: Measure, { numerator, denominator, n }: Figures): string {
  if (isShare(measure)) return denominator === null ? '' : `${numerator ?? 0} av ${denominator}`;
  if (n !== null) return String(n);
  return denominator === null ? '' : String(denominator);
}

export function intervalText(measure: Measure, { ci95 }: Figures): string {
  return ci95 ? `${amount(measure, ci95[0])} till ${amount(measure, ci95[1])}` : '';
}

export function verdictText(verdict: Verdict | null): string {
  return verdict ? `${verdictWords[verdict.status]} (${verdict.by}, ${verdict.date})` : '';
}

export function variableText(programme: Programme, name: string): string {
  return variableWords[name] ?? programme.fields.find((field) => field.name === name)?.title.sv ?? name;
}

export function groupText(programme: Programme, by: GroupKey): string {
  return Object.entries(by)
    .map(([name, value]) => codeText(programme, name, value))
    .join(', ');
}

function codeText(programme: Programme, name: string, value: string | number): string {
  if (name === 'ageBand') return bandText(programme.ageBands, Number(value));
  if (name === 'site') return programme.sites.find((site) => site.slug === value)?.title ?? String(value);
  const codes = name === 'role' ? programme.codes.role : name === 'referrer' ? (programme.codes.referrer ?? []) : [];
  const code = codes.find((each) => each.value === value);
  return codeWords[name]?.[String(value)] ?? code?.title.sv ?? String(value);
}

function bandText(bands: readonly number[], from: number): string {
  const next = bands[bands.indexOf(from) + 1];
  return next === undefined ? `${from} år och äldre` : `${from}–${next - 1} år`;
}
