// Which goals count a survey's questions.
import { namesInText } from '../../expressions/parse.ts';
import type { Programme } from '../../programme/schema.ts';
import { type AnyDefinition, formsOf, isCard, questionsOf } from '../definition.ts';

export interface GoalOfSurvey {
  programme: string;
  goal: string;
  title: Record<string, string>;
  /** Those of the survey that it counts or is narrowed by. */
  questions: string[];
}

/** @param definitions the version in force and the next one: what either asks */
export function goalsCounting(
  { slug, goals }: Programme,
  survey: string,
  definitions: readonly AnyDefinition[],
): GoalOfSurvey[] {
  const asked = new Set(
    definitions
      .flatMap(formsOf)
      .flatMap(questionsOf)
      .map(({ name }) => name),
  );
  const isOfCard = definitions.some(isCard);
  return goals.flatMap(({ id, title, indicator }) => {
    const isOf = isOfCard ? indicator.population === 'assessed' : indicator.survey === survey;
    if (!isOf) return [];
    const texts = [indicator.of, indicator.where, indicator.reach?.of].flat().filter((text) => text !== undefined);
    const names = texts.flatMap(namesInText).map((name) => name.replace(/^(person|coordinator)\./, ''));
    const questions = [...asked].filter((each) => names.some((name) => name === each || name.startsWith(`${each}.`)));
    const words = typeof title === 'string' ? { sv: title } : { ...title };
    return questions.length > 0 ? [{ programme: slug, goal: id, title: words, questions }] : [];
  });
}
