// A condition as people would say it, with the titles of questions and answers.
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { conditionWords, type Vocabulary } from '../../../components/goal/conditionWords.ts';
import { askedQuestions } from '../designer/document/asked.ts';
import type { Json, Place } from '../designer/document/tree.ts';
import { useAskedWords } from '../designer/useAskedWords.ts';

/** What cannot be said in words stays as it is written. */
export const useConditionWords = (definition: Json, form: Place) => {
  const { i18n } = useTranslation();
  const words = useAskedWords();
  const { t: goals } = useTranslation('goals');
  return useMemo(() => {
    const questions = askedQuestions(definition, form, 'none', i18n.language, words);
    const named = new Map(questions.map((each) => [each.name, each]));
    const vocabulary: Vocabulary = {
      name: (name) => goals('quoted', { text: named.get(name)?.title ?? name }),
      value: (name, value) => {
        const known = named.get(name)?.values?.find((each) => String(each.value) === String(value));
        return goals('quoted', { text: known?.title ?? String(value) });
      },
      ...{ and: goals('operatorAnd'), or: goals('operatorOr'), not: goals('operatorNot') },
      say: (operator, name, value) => goals(operator, { name, value }),
    };
    const known = new Map<string, string>();
    const inWords = (expression: string) => {
      const said = known.get(expression) ?? conditionWords(expression, vocabulary) ?? expression;
      known.set(expression, said);
      return said;
    };
    return { questions, inWords };
  }, [definition, form, words, goals, i18n.language]);
};
