// What the groups of a breakdown are called: by the programme's own titles of sites, codes and fields.
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { Programme } from '../../../server/contract/programme.ts';
import { useText } from '../useText.ts';

const fixed = ['gender', 'ageBand', 'bornAbroad', 'site', 'referrer', 'role'] as const;
type Fixed = (typeof fixed)[number];
const isFixed = (name: string): name is Fixed => fixed.some((each) => each === name);

/** Variables that a programme's results can be broken down by, in the order they are offered. */
export const variablesOf = (programme: Programme): string[] => [
  ...fixed,
  'cohort',
  ...programme.fields.map((field) => field.name),
];

export const useGroupNames = (programme: Programme | undefined) => {
  const { t } = useTranslation('goals');
  const text = useText();
  const variable = useCallback(
    (name: string): string => {
      if (isFixed(name)) return t(name);
      if (name === 'cohort') return t('cohortVariable');
      const field = programme?.fields.find((each) => each.name === name);
      return field ? text(field.title) : name;
    },
    [programme, t, text],
  );
  const ageBand = useCallback(
    (low: number): string => {
      const bands = programme?.ageBands ?? [];
      const next = bands.find((each) => each > low);
      const first = bands[0];
      if (first !== undefined && low < first) return t('under', { low: first });
      return next === undefined ? t('yearsFrom', { low }) : t('years', { low, high: next - 1 });
    },
    [programme, t],
  );
  const group = useCallback(
    (name: string, value: string | number): string => {
      const word = String(value);
      if (name === 'ageBand') return ageBand(Number(value));
      if (name === 'site') return programme?.sites.find((each) => each.slug === word)?.title ?? word;
      if (name === 'bornAbroad') {
        const words = { yes: t('bornAbroadYes'), no: t('bornAbroadNo'), unknown: t('unknown') };
        return words[word as keyof typeof words] ?? word;
      }
      if (name === 'gender') {
        const words = { woman: t('woman'), man: t('man'), other: t('other'), unknown: t('unknown') };
        return words[word as keyof typeof words] ?? word;
      }
      const codes =
        name === 'role' ? programme?.codes.role : name === 'referrer' ? programme?.codes.referrer : undefined;
      const code = codes?.find((each) => each.value === word);
      return code ? text(code.title) : word;
    },
    [programme, t, text, ageBand],
  );
  return { variable, group };
};
