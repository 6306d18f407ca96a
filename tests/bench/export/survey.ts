// Thirty questions: the twenty of ../survey.ts one of them conditional, and ten ratings more.
import type { SurveyDefinition } from '../../../server/domain/surveys/definition.ts';
import { answersOf, twentyQuestions } from '../survey.ts';

const more = Array.from({ length: 10 }, (_, at) => `step${at + 1}`);

export const thirtyQuestions: SurveyDefinition = {
  ...twentyQuestions,
  name: 'thirty',
  pages: [
    ...twentyQuestions.pages,
    {
      name: 'more',
      elements: more.map((name) => ({ type: 'rating', name, title: { sv: name }, rateMin: 1, rateMax: 5 })),
    },
  ],
};

export const thirtyAnswersOf = (number: number) => ({
  ...answersOf(number),
  ...Object.fromEntries(more.map((name, at) => [name, 1 + ((number + at) % 5)])),
});
