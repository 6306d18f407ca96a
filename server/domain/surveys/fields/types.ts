/** The question types that can be answered, each with its compiler. */
import type { ExpressionPlace } from '../conditions.ts';
import type { Json } from '../json.ts';
import { booleanChoice, multipleChoice, ranking, singleChoice } from './choice.ts';
import type { FieldRules } from './field.ts';
import { maskedInput } from './masked.ts';
import { matrix, multipleText } from './matrix.ts';
import { compileChoices, compileItems, compileRates } from './options.ts';
import { signature } from './signature.ts';
import { commentInput, textInput } from './text.ts';

type CompileType = (question: Json, place: ExpressionPlace, survey: Json) => FieldRules;
const nothing: FieldRules = { read: () => undefined, rules: [] };
const single: CompileType = (question, place) => singleChoice(compileChoices(question, place));
const multiple: CompileType = (question, place) => multipleChoice(question, compileChoices(question, place));

/** Panels are groups and html is never answered. */
export const questionTypes: ReadonlyMap<string, CompileType> = new Map<string, CompileType>([
  ['rating', (question, place) => singleChoice(compileRates(question, place), 'out-of-range')],
  ['radiogroup', single],
  ['dropdown', single],
  ['checkbox', multiple],
  ['tagbox', multiple],
  [
    'imagepicker',
    (question, place, survey) => (question.multiSelect === true ? multiple : single)(question, place, survey),
  ],
  // survey-core adds no "other" and the like to what is ranked, whatever the question says.
  ['ranking', (question, place) => ranking(question, compileItems(question.choices, question.choicesVisibleIf, place))],
  ['boolean', booleanChoice],
  ['text', (question, _place, survey) => maskedInput(question) ?? textInput(question, survey.maxTextLength)],
  ['comment', (question, _place, survey) => commentInput(question, survey.maxTextLength)],
  ['matrix', matrix],
  ['multipletext', (question, place, survey) => multipleText(question, place, survey.maxTextLength)],
  ['signaturepad', signature],
  ['expression', () => nothing],
  ['html', () => nothing],
  // Its answers are read by its template.
  ['paneldynamic', () => nothing],
]);
