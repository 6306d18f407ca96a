// The names of a population as the builder of conditions offers them, in the reader's language.
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Programme } from '../../../../server/contract/programme.ts';
import type { GoalName } from '../../../api/goalBuilder.ts';
import { type AskedName, relationsFor } from '../../../components/condition/asked.ts';
import { useGroupNames } from '../../../components/results/useGroupNames.ts';
import { useOwnNames } from '../../../components/results/useOwnNames.ts';
import { useText } from '../../../components/useText.ts';

const points = { first: 'firstCard', last: 'lastCard', change: 'changeCard' } as const;
const outcomes = ['forward', 'kept', 'back', 'declined', 'notReached'] as const;
const kinds = { code: 'code', boolean: 'code', list: 'list', number: 'number', date: 'date', text: 'text' } as const;
const capital = (words: string) => words.charAt(0).toUpperCase() + words.slice(1);

export const useAskedNames = (programme: Programme, names: readonly GoalName[] | undefined): AskedName[] => {
  const { t, i18n } = useTranslation('goals');
  const { t: builder } = useTranslation('goalBuilder');
  const text = useText();
  const groups = useGroupNames(programme);
  const own = useOwnNames();
  return useMemo(() => {
    const languages = new Intl.DisplayNames([i18n.language], { type: 'language' });
    const titleOf = ({ name, title, row, half, point }: GoalName): string => {
      if (!title) return capital(own[name] ?? groups.variable(name));
      const whole = row ? `${text(title)} ${text(row)}` : text(title);
      const ofHalf = half === 'coordinator' ? builder('byCoordinator', { title: whole }) : whole;
      return point ? t(points[point], { name: ofHalf }) : ofHalf;
    };
    const bandOf = (low: number): string => {
      const next = programme.activityBands.find((each) => each > low);
      if (next === undefined) return builder('hoursFrom', { low });
      return next - low <= 1 ? builder('hoursOnly', { low }) : builder('hours', { low, high: next - 1 });
    };
    const wordsOfValue = (name: string, value: string | number | boolean): string => {
      if (typeof value === 'boolean') return t(value ? 'trueValue' : 'falseValue');
      const outcome = name === 'followUp' ? outcomes.find((each) => each === value) : undefined;
      if (outcome) return outcome === 'declined' || outcome === 'notReached' ? builder(outcome) : t(outcome);
      if (name.startsWith('activityBand.')) return bandOf(Number(value));
      if (name === 'language') return languages.of(String(value)) ?? String(value);
      return groups.group(name, value);
    };
    const offered = (names ?? []).filter(({ sameAs }) => sameAs === null);
    return offered.map((each): AskedName => {
      const kind = kinds[each.type];
      const values = each.values?.map(({ value, title }) => ({
        value,
        title: title ? text(title) : wordsOfValue(each.name, value),
      }));
      return { name: each.name, title: titleOf(each), values, kind, relations: relationsFor[kind] };
    });
  }, [programme, names, t, builder, text, groups, own, i18n.language]);
};
