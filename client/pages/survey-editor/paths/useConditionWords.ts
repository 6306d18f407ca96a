// A condition as people would say it, with the titles of questions and answers.

import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { BinaryOperand, ConditionsParser, type Operand, UnaryOperand } from 'survey-core';
import { type AskedQuestion, askedQuestions } from '../designer/document/asked.ts';
import { needsValue, type Plain, type Row, rowOf } from '../designer/document/conditions.ts';
import type { Json, Place } from '../designer/document/tree.ts';

export interface Saying {
  and: string;
  or: string;
  not: string;
  relation: (relation: Row['relation']) => string;
}

const rowWords = ({ question, relation, values }: Row, questions: readonly AskedQuestion[], saying: Saying): string => {
  const asked = questions.find(({ name }) => name === question);
  const title = (value: Plain) =>
    asked?.values?.find((each) => String(each.value) === String(value))?.title ?? String(value);
  const said = needsValue(relation) ? ` ${values.map((value) => `”${title(value)}”`).join(', ')}` : '';
  return `”${asked?.title ?? question}” ${saying.relation(relation)}${said}`;
};

const say = (operand: Operand, questions: readonly AskedQuestion[], saying: Saying): string => {
  const row = rowOf(operand);
  if (row) return rowWords(row, questions, saying);
  if (operand instanceof UnaryOperand && operand.operator === 'negate')
    return `${saying.not} (${say(operand.expression, questions, saying)})`;
  if (!(operand instanceof BinaryOperand) || !operand.isConjunction) return operand.toString();
  const sides = [operand.leftOperand, operand.rightOperand].map((side: Operand) => {
    const isOther = side instanceof BinaryOperand && side.isConjunction && side.conjunction !== operand.conjunction;
    return isOther ? `(${say(side, questions, saying)})` : say(side, questions, saying);
  });
  return sides.join(` ${operand.conjunction === 'and' ? saying.and : saying.or} `);
};

/** What cannot be said in words stays as it is written. */
export const conditionWords = (expression: string, questions: readonly AskedQuestion[], saying: Saying): string => {
  const operand = new ConditionsParser().parseExpression(expression) as Operand | undefined;
  return operand ? say(operand, questions, saying) : expression;
};

export const useConditionWords = (definition: Json, form: Place) => {
  const { t, i18n } = useTranslation('designer');
  const { t: paths } = useTranslation('paths');
  return useMemo(() => {
    const words = { yes: t('yesWord'), no: t('noWord') };
    const questions = askedQuestions(definition, form, 'none', i18n.language, words);
    const relation = (name: Row['relation']) => t(`relations.${name}`);
    const saying = { and: paths('and'), or: paths('or'), not: paths('not'), relation };
    const known = new Map<string, string>();
    const inWords = (expression: string) => {
      const said = known.get(expression) ?? conditionWords(expression, questions, saying);
      known.set(expression, said);
      return said;
    };
    return { questions, inWords };
  }, [definition, form, t, paths, i18n.language]);
};
