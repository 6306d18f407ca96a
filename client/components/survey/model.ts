// The survey as survey-core runs it: one page at a time, our own buttons round it.
import { Model, Serializer, surveyLocalization } from 'survey-core';
import { registerQuestionViews } from './questionViews.tsx';
import 'survey-core/survey-core.fontless.min.css';
import './survey.css';

const ownProperties = ['explanations', 'faces', 'readAloud', 'draft', 'background', 'item'];

const strings: Record<string, () => Promise<unknown>> = {
  sv: () => import('survey-core/i18n/swedish'),
  ar: () => import('survey-core/i18n/arabic'),
  uk: () => import('survey-core/i18n/ukrainian'),
};
/** survey-core's own words (errors, placeholders) in the language, where it has them. */
export const loadStrings = async (language: string): Promise<void> => {
  await strings[language]?.();
  surveyLocalization.supportedLocales = [];
};

export const makeModel = (definition: Record<string, unknown>, answers: Record<string, unknown>, language: string) => {
  for (const name of ownProperties)
    if (!Serializer.findProperty('question', name)) Serializer.addProperty('question', { name, type: 'value' });
  registerQuestionViews();
  const model = new Model(definition);
  model.locale = language;
  model.showNavigationButtons = false;
  model.showTitle = false;
  model.showProgressBar = false;
  model.showPageTitles = false;
  model.showQuestionNumbers = 'off';
  model.showCompletePage = false;
  model.questionErrorLocation = 'bottom';
  model.focusFirstQuestionAutomatic = false;
  model.clearInvisibleValues = 'none';
  model.textUpdateMode = 'onTyping';
  model.widthMode = 'static';
  model.data = structuredClone(answers);
  return model;
};

/** What is sent: answers to visible questions only, in the shapes that the questions have. */
export const answersToSend = (model: Model): Record<string, unknown> => {
  const copy = new Model(model.toJSON());
  copy.data = structuredClone(model.data);
  copy.clearInvisibleValues = 'onComplete';
  copy.clearIncorrectValues(true);
  for (const question of copy.getAllQuestions()) if (!question.isVisibleInSurvey) question.clearValue();
  return copy.data;
};
