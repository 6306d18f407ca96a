// What the paper says by itself, in its own language where we have it, else in Swedish.
import { useTranslation } from 'react-i18next';
import type { Vocabulary } from '../../components/goal/conditionWords.ts';
import type { PaperWords } from './form.ts';

export const usePaperWords = (language: string) => {
  const { i18n } = useTranslation();
  const own = language === 'en' ? 'en' : 'sv';
  const t = i18n.getFixedT(own, 'paper');
  const goals = i18n.getFixedT(own, 'goals');
  const vocabulary: Omit<Vocabulary, 'name' | 'value'> = {
    and: goals('operatorAnd'),
    or: goals('operatorOr'),
    not: goals('operatorNot'),
    say: (operator, name, value) => goals(operator, { name, value }),
  };
  const signing = { signature: t('signature'), date: t('date') };
  const like = (example: string) => t('like', { example });
  const said = {
    yes: t('yes'),
    no: t('no'),
    other: t('other'),
    none: t('none'),
    refuse: t('refuse'),
    dontKnow: t('dontKnow'),
  };
  const words: PaperWords = { ...said, ...signing, like, vocabulary };
  return { words, t };
};
