// A survey's questions as names that can be counted, with the type each has.
import type { AnyDefinition, ChoiceDefinition, HalfName, QuestionDefinition } from '../surveys/definition.ts';
import { halfNames, isCard, questionsOf } from '../surveys/definition.ts';
import { maskOf } from '../surveys/fields/mask/mask.ts';
import type { NameType } from './columns.ts';

/** One name that can be counted: where its answer lies and what it holds. */
export interface Question {
  name: string;
  type: NameType;
  question: string;
  /** Row of a matrix, or item of a multiple text. */
  row?: string;
  half?: HalfName;
  /** The number of a repeating panel's entries. */
  isLength?: true;
}

type Choice = string | number | ChoiceDefinition;
const choiceValue = (choice: Choice): string | number => (typeof choice === 'object' ? choice.value : choice);
const codeType = (choices: readonly Choice[]): NameType =>
  choices.length > 0 && choices.every((choice) => typeof choiceValue(choice) === 'number') ? 'number' : 'code';

const notAnswered = ['html', 'image', 'expression', 'file', 'matrixdynamic'];
const textTypes: Readonly<Record<string, NameType>> = { number: 'number', range: 'number', date: 'date' };

function maskedType(question: QuestionDefinition): NameType | undefined {
  const mask = maskOf(question);
  if (mask?.is === 'number') return 'number';
  return mask?.is === 'moment' && mask.kind === 'date' ? 'date' : undefined;
}

function typeOf(question: QuestionDefinition): NameType {
  switch (question.type) {
    case 'checkbox':
    case 'tagbox':
    case 'ranking':
      return 'list';
    case 'imagepicker':
      return question.multiSelect === true ? 'list' : codeType(question.choices ?? []);
    case 'rating':
      return codeType((question.rateValues as Choice[] | undefined) ?? [1]);
    case 'slider':
      return 'number';
    case 'signaturepad':
      return 'boolean';
    case 'boolean':
      return question.valueTrue === undefined ? 'boolean' : 'code';
    case 'text':
      return maskedType(question) ?? textTypes[question.inputType ?? 'text'] ?? 'text';
    case 'comment':
      return 'text';
    default:
      return codeType(question.choices ?? []);
  }
}

function namesOf(question: QuestionDefinition): Question[] {
  const { name } = question;
  if (question.background || notAnswered.includes(question.type)) return [];
  if (question.type === 'matrix') {
    const type = codeType(question.columns ?? []);
    return (question.rows ?? [])
      .map(choiceValue)
      .map((row) => ({ name: `${name}.${row}`, type, question: name, row: `${row}` }));
  }
  // What stands in entries is not counted: one response has several answers.
  if (question.type === 'paneldynamic')
    return [{ name: `${name}.length`, type: 'number', question: name, isLength: true }];
  return [{ name, type: typeOf(question), question: name }];
}

/**
 * Every countable name of a survey. A card's names carry their half (`person.health`); a name without it means the
 * person's, or the only half that has it.
 */
export function questionNames(definition: AnyDefinition): Map<string, Question> {
  const names = new Map<string, Question>();
  const add = (question: Question) => {
    if (!names.has(question.name)) names.set(question.name, question);
  };
  if (!isCard(definition)) {
    for (const question of questionsOf(definition).flatMap(namesOf)) add(question);
    return names;
  }
  for (const half of halfNames) {
    for (const question of questionsOf(definition.halves[half]).flatMap(namesOf)) {
      add({ ...question, half });
      add({ ...question, half, name: `${half}.${question.name}` });
    }
  }
  return names;
}

/** Names over several versions of a survey: all of them, each as the newest version that has it says. */
export function questionNamesOf(versions: readonly AnyDefinition[]): Map<string, Question> {
  const newestFirst = [...versions].sort((a, b) => b.version - a.version);
  return new Map(newestFirst.reverse().flatMap((version) => [...questionNames(version)]));
}
