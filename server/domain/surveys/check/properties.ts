/**
 * Properties of survey-core that change which answers are valid and that the compiled validator does not know.
 * They are refused by name, so that browser and server never disagree.
 */
import { type Json, withCurrentNames } from '../json.ts';
import type { Layout } from './elements.ts';
import { join, objectsAt, type Problems } from './problem.ts';

const readOnly = 'a question that cannot be answered is left out; use enableIf or html';
const hidden = 'what is never shown is left out; use visibleIf';
const prefilled = 'a pre-filled answer would be counted as given; leave it empty';
const elsewhere = 'choices are written in the survey itself';

export const refused: Readonly<Record<string, string>> = {
  triggers: 'use visibleIf and requiredIf, or skips, which the designer makes into conditions',
  calculatedValues: 'use a question of type expression',
  firstPageIsStartPage: "the start page is the product's own",
  storeOthersAsComment: 'the text beside "other" is always kept as a comment',
  readOnly,
  mode: readOnly,
  visible: hidden,
  valueName: 'each question has an answer of its own',
  valuePropertyName: 'answers are plain codes',
  setValueIf: prefilled,
  setValueExpression: prefilled,
  resetValueIf: prefilled,
  defaultValue: prefilled,
  defaultValueExpression: prefilled,
  defaultRowValue: prefilled,
  bindings: prefilled,
  choicesFromQuestion: elsewhere,
  choicesByUrl: elsewhere,
  choicesLazyLoadEnabled: elsewhere,
  allowCustomChoices: elsewhere,
  choicesMin: elsewhere,
  choicesMax: elsewhere,
  choicesStep: elsewhere,
  choicesEnableIf: 'use choicesVisibleIf',
  hideIfChoicesEmpty: 'use visibleIf',
  hideIfRowsEmpty: 'use visibleIf',
  minValueExpression: 'write min as a fixed number or date, or use an expression validator',
  maxValueExpression: 'write max as a fixed number or date, or use an expression validator',
  cellType: 'a matrix has one answer a row; use one checkbox question a row',
  cells: 'columns have the same text in every row',
  rateCount: 'write rateMin and rateMax',
  customWidget: 'only the built-in question types are understood',
};
const ownPages = 'the product shows its own pages around the questions';
const noTraces = 'answers go to this product alone, and no picture is fetched from elsewhere';
/** Of the survey as a whole. */
const refusedForm: Readonly<Record<string, string>> = {
  elements: 'questions stand on pages',
  completedHtml: ownPages,
  completedHtmlOnCondition: ownPages,
  completedBeforeHtml: ownPages,
  loadingHtml: ownPages,
  navigateToUrl: ownPages,
  navigateToUrlOnCondition: ownPages,
  cookieName: noTraces,
  surveyId: noTraces,
  surveyPostId: noTraces,
  logo: noTraces,
  backgroundImage: noTraces,
};
/** Harmless at the value they have when left out. */
const harmless: Readonly<Record<string, unknown>> = {
  visible: true,
  readOnly: false,
  mode: 'edit',
  storeOthersAsComment: true,
  cellType: 'radio',
  firstPageIsStartPage: false,
  allowCustomChoices: false,
  choicesLazyLoadEnabled: false,
  hideIfChoicesEmpty: false,
  hideIfRowsEmpty: false,
};
const refusedItem: Readonly<Record<string, string>> = {
  enableIf: 'use visibleIf',
  showCommentArea: 'use showOtherItem',
  isCommentRequired: 'use showOtherItem',
  visible: hidden,
};

function refuse(json: Json, list: Readonly<Record<string, string>>, path: string, problems: Problems): void {
  for (const name of Object.keys(json)) {
    const why = Object.hasOwn(list, name) ? list[name] : undefined;
    const isDefault = Object.hasOwn(harmless, name) && json[name] === harmless[name];
    if (why !== undefined && !isDefault)
      problems.error(join(path, name), 'unsupported-property', `${name} is not supported: ${why}`, [name]);
  }
}

const itemLists = ['choices', 'rateValues', 'columns', 'rows', 'items'] as const;

export function checkProperties(form: Json, path: string, layout: Layout, problems: Problems): void {
  refuse(withCurrentNames('survey', form), { ...refused, ...refusedForm }, path, problems);
  for (const setting of ['clearInvisibleValues', 'clearIfInvisible'])
    if (form[setting] === 'none')
      problems.error(
        join(path, setting),
        'unsupported-property',
        'answers to questions that are not asked are never kept',
      );
  for (const { json, path: at } of [...layout.groups, ...layout.questions]) {
    refuse(json, refused, at, problems);
    if (json.clearIfInvisible === 'none')
      problems.error(
        join(at, 'clearIfInvisible'),
        'unsupported-property',
        'answers to questions that are not asked are never kept',
      );
    for (const list of itemLists)
      for (const item of objectsAt(json[list], join(at, list))) refuse(item.json, refusedItem, item.path, problems);
  }
}
