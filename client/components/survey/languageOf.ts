import { type Question, surveyLocalization } from 'survey-core';

/** survey-core says nothing of a language that is its own: English. */
export const languageOf = (question: Question): string =>
  question.survey.getLocale() || surveyLocalization.defaultLocale;
