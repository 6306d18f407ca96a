// The words that conditions are said with: the programme's codes, the survey's questions, and our own for the rest.
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Programme } from '../../../server/contract/programme.ts';
import { useGroupNames } from '../results/useGroupNames.ts';
import { useOwnNames } from '../results/useOwnNames.ts';
import { useNumbers } from '../useNumbers.ts';
import { useText } from '../useText.ts';
import type { Vocabulary } from './conditionWords.ts';
import type { Question } from './questions.ts';

const moments = { first: 'firstCard', last: 'lastCard', change: 'changeCard' } as const;
const isMoment = (word: string): word is keyof typeof moments => word in moments;
const backgrounds = ['gender', 'ageBand', 'bornAbroad', 'site', 'referrer', 'role'];

/** `interventionsOffered.network.last` in its parts: the question, the row of a matrix, and first, last or change. */
const split = (name: string, questions: Map<string, Question>) => {
  const parts = name.split('.');
  const end = parts.at(-1) ?? '';
  const moment = parts.length > 1 && isMoment(end) ? end : undefined;
  const bare = moment ? parts.slice(0, -1).join('.') : name;
  const whole = questions.get(bare);
  if (whole) return { question: whole, row: undefined, moment };
  const at = bare.lastIndexOf('.');
  return {
    question: questions.get(bare.slice(0, Math.max(at, 0))),
    row: at < 0 ? undefined : bare.slice(at + 1),
    moment,
  };
};

export const useVocabulary = (programme: Programme, questions: Map<string, Question>): Vocabulary => {
  const { t } = useTranslation('goals');
  const text = useText();
  const groups = useGroupNames(programme);
  const { decimal, whole } = useNumbers();
  const own = useOwnNames();
  return useMemo(() => {
    const codes: Record<string, Programme['codes']['exitStatus'] | undefined> = {
      exitStatus: programme.codes.exitStatus,
      exitReason: programme.codes.exitReason,
      interventions: programme.codes.intervention,
    };
    const outcomes: Record<string, string> = { forward: t('forward'), kept: t('kept'), back: t('back') };
    const name = (word: string): string => {
      const { question, row, moment } = split(word, questions);
      if (!question) return own[word] ?? groups.variable(word);
      const title = row === undefined ? text(question.title) : text(question.rows.get(row) ?? row);
      const quoted = t('quoted', { text: title });
      return moment ? t(moments[moment], { name: quoted }) : quoted;
    };
    const value = (of: string, each: string | number | boolean): string => {
      if (typeof each === 'boolean') return t(each ? 'trueValue' : 'falseValue');
      const known = split(of, questions).question?.choices.get(String(each));
      if (known) return t('quoted', { text: text(known) });
      const code = codes[of]?.find((one) => one.value === String(each));
      if (code) return text(code.title).toLowerCase();
      if (of === 'followUp') return outcomes[String(each)] ?? String(each);
      if (backgrounds.includes(of)) return groups.group(of, each);
      if (typeof each === 'number') return Number.isInteger(each) ? whole(each) : decimal(each);
      return each;
    };
    return {
      name,
      value,
      and: t('operatorAnd'),
      or: t('operatorOr'),
      not: t('operatorNot'),
      say: (operator, subject, object) => t(operator, { name: subject, value: object }),
    };
  }, [programme, questions, groups, own, t, text, decimal, whole]);
};
