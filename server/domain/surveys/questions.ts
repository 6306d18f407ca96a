/** The questions of a survey as counting, codebook and charts see them. */
import {
  type AnyDefinition,
  type HalfName,
  halfNames,
  isCard,
  type QuestionDefinition,
  questionsOf,
  type SurveyForm,
  type Text,
  templateOf,
} from './definition.ts';
import { isNumberMask } from './fields/mask/mask.ts';
import { codeOf, rateCodes } from './fields/options.ts';
import { isJsonObject, listOf, objectsOf } from './json.ts';

export type QuestionKind =
  | 'single'
  | 'multi'
  | 'number'
  | 'text'
  | 'boolean'
  | 'matrix'
  | 'texts'
  | 'entries'
  | 'signature';

export interface Coded {
  code: string | number;
  title: Record<string, string>;
}

export interface Question {
  name: string;
  /** Of a card; elsewhere undefined. */
  half: HalfName | undefined;
  /** SurveyJS's word. */
  type: string;
  /** A rating is `single` with numbers as codes; `texts` is multipletext: one text for each row; `entries` a repeating panel; of a `signature` it is kept that it is there. */
  kind: QuestionKind;
  title: Record<string, string>;
  /** Answers in the order shown; of a matrix its columns. Empty for numbers and texts. */
  codes: Coded[];
  rows: Coded[];
  /** Of a rating: its lowest and highest number, where they have words. */
  ends: Coded[];
  /** What each entry of a repeating panel asks; elsewhere empty. */
  inner: Question[];
  source: QuestionDefinition;
  background: boolean;
  draft: boolean;
}

const kinds: Readonly<Record<string, QuestionKind | undefined>> = {
  rating: 'single',
  radiogroup: 'single',
  dropdown: 'single',
  checkbox: 'multi',
  tagbox: 'multi',
  ranking: 'multi',
  boolean: 'boolean',
  comment: 'text',
  matrix: 'matrix',
  multipletext: 'texts',
  expression: 'number',
  paneldynamic: 'entries',
  signaturepad: 'signature',
};

/** undefined for what is not answered (html). */
export function findKind(question: QuestionDefinition): QuestionKind | undefined {
  if (question.type === 'text')
    return ['number', 'range'].includes(question.inputType ?? '') || isNumberMask(question) ? 'number' : 'text';
  if (question.type === 'imagepicker') return question.multiSelect === true ? 'multi' : 'single';
  return kinds[question.type];
}

function titleOf(text: Text | undefined, otherwise: string): Record<string, string> {
  if (text === undefined) return { sv: otherwise };
  return typeof text === 'string' ? { sv: text } : { ...text };
}

function coded(items: readonly unknown[]): Coded[] {
  return items.flatMap((item) => {
    const code = codeOf(item);
    if (code === undefined) return [];
    return [{ code, title: titleOf(isJsonObject(item) ? (item.text as Text | undefined) : undefined, String(code)) }];
  });
}

const specials = [
  ['showRefuseItem', 'refused', 'refuseText', { sv: 'Vill inte svara', en: 'Prefer not to say' }],
  ['showDontKnowItem', 'dontknow', 'dontKnowText', { sv: 'Vet inte', en: "Don't know" }],
  ['showNoneItem', 'none', 'noneText', { sv: 'Inget av dessa', en: 'None of these' }],
  ['showOtherItem', 'other', 'otherText', { sv: 'Annat', en: 'Other' }],
] as const;

function codesOf(question: QuestionDefinition): Coded[] {
  if (question.type === 'matrix') return coded(listOf(question.columns));
  if (question.type === 'rating') {
    const own = listOf(question.rateValues);
    return coded(own.length > 0 ? own : rateCodes(question));
  }
  if (question.type === 'boolean')
    return coded([
      { value: String(question.valueTrue ?? true), text: question.labelTrue ?? { sv: 'Ja', en: 'Yes' } },
      { value: String(question.valueFalse ?? false), text: question.labelFalse ?? { sv: 'Nej', en: 'No' } },
    ]);
  const special = specials.flatMap(([flag, code, text, otherwise]) =>
    question[flag] === true ? [{ code, title: titleOf(question[text] as Text | undefined, otherwise.sv) }] : [],
  );
  return [...coded(listOf(question.choices)), ...special];
}

function rowsOf(question: QuestionDefinition): Coded[] {
  if (question.type !== 'multipletext') return question.type === 'matrix' ? coded(listOf(question.rows)) : [];
  return coded(objectsOf(question.items).map((item) => ({ value: item.name, text: item.title })));
}

function endsOf(question: QuestionDefinition): Coded[] {
  if (question.type !== 'rating') return [];
  const codes = codesOf(question);
  const end = (at: number, text: Text | undefined) => {
    const code = codes.at(at)?.code;
    return code === undefined || text === undefined ? [] : [{ code, title: titleOf(text, '') }];
  };
  return [...end(0, question.minRateDescription), ...end(-1, question.maxRateDescription)];
}

function describe(question: QuestionDefinition, half: HalfName | undefined): Question[] {
  const kind = findKind(question);
  if (kind === undefined) return [];
  return [
    {
      name: question.name,
      half,
      type: question.type,
      kind,
      title: titleOf(question.title, question.name),
      codes: codesOf(question),
      rows: rowsOf(question),
      ends: endsOf(question),
      source: question,
      inner: templateOf(question).flatMap((each) => describe(each, half)),
      background: question.background === true,
      draft: question.draft === true,
    },
  ];
}

export function listQuestionsOfForm(form: SurveyForm, half?: HalfName): Question[] {
  return questionsOf(form).flatMap((question) => describe(question, half));
}

/** In the order asked; of a card the person's half first. */
export function listQuestions(definition: AnyDefinition): Question[] {
  if (!isCard(definition)) return listQuestionsOfForm(definition);
  return halfNames.flatMap((half) => listQuestionsOfForm(definition.halves[half], half));
}
