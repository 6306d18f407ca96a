// The survey as survey-core runs it: one page at a time, our own buttons round it.
import {
  Model,
  type PanelModel,
  type Question,
  QuestionPanelDynamicModel,
  type QuestionTextModel,
  Serializer,
  surveyLocalization,
} from 'survey-core';
import { directionOf, fill, loadTexts } from '../../text/respond/languages.ts';
import { type RespondText, sv } from '../../text/respond/sv.ts';
import { languageOf } from './languageOf.ts';
import { exampleOf, isNumberMask, isolated, maskIn } from './mask.ts';
import { registerQuestionViews } from './questionViews.tsx';
import { withSpokenLimits } from './spokenLimits.ts';
import { withSwedish } from './withSwedish.ts';
import 'survey-core/survey-core.fontless.min.css';
import './survey.css';

const ownProperties = ['explanations', 'faces', 'readAloud', 'draft', 'background', 'item', 'comparableWith'];

const strings: Record<string, () => Promise<unknown>> = {
  sv: () => import('survey-core/i18n/swedish'),
  ar: () => import('survey-core/i18n/arabic'),
  uk: () => import('survey-core/i18n/ukrainian'),
};
const ownWords = new Map<string, RespondText>();

/** survey-core's own words (errors, placeholders) in the language, where it has them, and those that we say in its place. */
export const loadStrings = async (language: string): Promise<void> => {
  const own = strings[language];
  await (own ?? strings.sv)?.();
  // English it brings along; for the others it would fall back on that.
  if (!own && language !== 'en') surveyLocalization.locales[language] ??= surveyLocalization.locales.sv;
  ownWords.set(language, await loadTexts(language));
  surveyLocalization.supportedLocales = [];
};

const languagesOf = ({ languages }: Record<string, unknown>, shown: string): string[] => [
  ...new Set([...(Array.isArray(languages) ? languages.map(String) : []), shown]),
];

export const makeModel = (definition: Record<string, unknown>, answers: Record<string, unknown>, language: string) => {
  for (const name of ownProperties)
    if (!Serializer.findProperty('question', name)) Serializer.addProperty('question', { name, type: 'value' });
  registerQuestionViews();
  const model = new Model(withSpokenLimits(withSwedish(definition, languagesOf(definition, language))));
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
  model.onErrorCustomText.add((_model, error) => {
    if (error.name === 'patternincompleteerror') error.text = unfinished(error.obj as QuestionTextModel);
  });
  model.data = structuredClone(answers);
  // Our own button removes an entry: survey-core draws its own one below the entry, but none at the side.
  for (const question of model.getAllQuestions())
    if (question instanceof QuestionPanelDynamicModel) question.removePanelButtonLocation = 'right';
  return model;
};

/** Of an answer that its mask does not take yet: how it is finished. */
const unfinished = (question: QuestionTextModel): string => {
  const language = languageOf(question);
  const text = ownWords.get(language) ?? sv;
  const mask = maskIn(question);
  if (isNumberMask(mask)) return text.numberUnfinished;
  return fill(text.formUnfinished, { example: isolated(exampleOf(mask)?.shown ?? '', directionOf(language)) });
};

/** By the name that an error has: `jobs.2.employer` in the second entry, `grid.row` for a row of a matrix. */
export const findQuestion = (model: Model, name: string): Question | undefined => {
  const [root = '', at, inner] = name.split('.');
  const question = model.getQuestionByName(root);
  if (!(question instanceof QuestionPanelDynamicModel) || inner === undefined) return question ?? undefined;
  return (question.panels[Number(at) - 1]?.getQuestionByName(inner) as Question | undefined) ?? question;
};

/** Entries are made when somebody looks at them; only then is it known what each of them asks. */
const clearInEntries = (model: Model): void => {
  for (const question of model.getAllQuestions())
    if (question instanceof QuestionPanelDynamicModel)
      for (const panel of question.panels)
        for (const each of panel.questions) if (!isShown(each as Question, panel)) each.clearValue();
};
const isShown = (question: Question, entry: PanelModel): boolean => {
  for (
    let part: Question | PanelModel | null = question;
    part && part !== entry;
    part = part.parent as PanelModel | null
  )
    if (!part.isVisible) return false;
  return true;
};

/** What is sent: answers to visible questions only, in the shapes that the questions have. */
export const answersToSend = (model: Model): Record<string, unknown> => {
  const copy = new Model(model.toJSON());
  copy.data = structuredClone(model.data);
  copy.clearInvisibleValues = 'onComplete';
  copy.clearIncorrectValues(true);
  for (const question of copy.getAllQuestions()) if (!question.isVisibleInSurvey) question.clearValue();
  clearInEntries(copy);
  return copy.data;
};
