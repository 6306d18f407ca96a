// What variables and their values are called: by the survey or the programme where they say so, else by our own words.
import { useTranslation } from 'react-i18next';
import type { Programme } from '../../../server/contract/programme.ts';
import type { Category, Variable } from '../../api/analysis.ts';
import { useGroupNames } from '../results/useGroupNames.ts';
import { useOwnNames } from '../results/useOwnNames.ts';
import { useNumbers } from '../useNumbers.ts';
import { useText } from '../useText.ts';

const moments = { first: 'firstCard', last: 'lastCard', change: 'changeCard' } as const;
const capital = (word: string) => word.charAt(0).toUpperCase() + word.slice(1);

export const useAnalysisNames = (programme: Programme) => {
  const { t } = useTranslation('goals');
  const { t: say } = useTranslation('analysis');
  const { t: versions } = useTranslation('versions');
  const text = useText();
  const own = useOwnNames();
  const groups = useGroupNames(programme);
  const { decimal, whole } = useNumbers();
  const number = (value: number) => (Number.isInteger(value) ? whole(value) : decimal(value, 1));

  const variable = ({ name, title, moment }: Variable): string => {
    const bare = title ? text(title) : (own[name] ?? groups.variable(name));
    return moment ? t(moments[moment], { name: title ? t('quoted', { text: bare }) : bare }) : capital(bare);
  };

  const band = (low: number, below: number): string => {
    if (Number.isInteger(low) && Number.isInteger(below))
      return below - low === 1 ? whole(low) : say('bandWhole', { low: whole(low), high: whole(below - 1) });
    return say('band', { low: number(low), high: number(below) });
  };

  /** @param exact bands whose numbers need not be whole */
  const category = (of: Variable, each: Category, exact = false): string => {
    const answer = categoryName(of, each, exact);
    return each.gone ? versions('gone', { answer }) : answer;
  };
  const categoryName = (of: Variable, { value, title, below }: Category, exact: boolean): string => {
    if (title) return text(title);
    if (of.name === 'ageBand') return groups.group('ageBand', Number(value));
    if (below !== null)
      return exact ? say('band', { low: number(Number(value)), high: number(below) }) : band(Number(value), below);
    if (of.name.startsWith('activityBand')) return say('bandFrom', { low: number(Number(value)) });
    if (typeof value === 'boolean') return t(value ? 'trueValue' : 'falseValue');
    if (typeof value === 'number') return number(value);
    if (of.name === 'followUp' && (value === 'forward' || value === 'kept' || value === 'back')) return t(value);
    return groups.group(of.name, value);
  };

  const group = (by: Readonly<Record<string, string | number>>): string =>
    Object.entries(by)
      .toReversed()
      .map(([name, value]) => groups.group(name, value))
      .join(' · ');

  return { variable, category, group };
};
