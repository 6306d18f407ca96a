import { useTranslation } from 'react-i18next';

const known = {
  'the Swedish wording changed': 'wording',
  'the scale or the codes changed': 'codes',
  'the Swedish wording of a choice changed': 'choiceWording',
  'the rows changed': 'rows',
  'the questions of each entry changed': 'entries',
  'the condition for being asked changed': 'condition',
  'the words at the ends of the scale changed': 'ends',
  'the allowed range changed': 'range',
  'the form asked for changed': 'form',
  'what is computed changed': 'computed',
  'who is offered which answers changed': 'offered',
  'moved between answers and background': 'background',
  'texts, explanations or layout changed': 'harmless',
} as const;
const isKnown = (reason: string): reason is keyof typeof known => Object.hasOwn(known, reason);

/** Why two versions of a question can or can't be compared, in the reader's language. */
export const useReasons = () => {
  const { t } = useTranslation('surveys');
  return (reason: string): string => {
    if (isKnown(reason)) return t(`reasons.${known[reason]}`);
    const type = /^type changed from (.*) to (.*)$/.exec(reason);
    if (type) return t('reasons.type', { from: type[1], to: type[2] });
    const last = /^last asked in version (\d+)$/.exec(reason);
    if (last) return t('reasons.lastAsked', { version: last[1] });
    const declared = /^declared: (.*)$/s.exec(reason);
    return declared ? t('reasons.declared', { reason: declared[1] }) : reason;
  };
};
