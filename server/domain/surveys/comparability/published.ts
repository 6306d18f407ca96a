/** What is said at questions of how they compare, as it goes into a published version, and out of what is made of one. */
import { type Declared, lastAskedIn, type QuestionComparison, type Said, saidReason } from '../compare.ts';
import {
  type AnyDefinition,
  halfNames,
  heldBy,
  isCard,
  type PageDefinition,
  type QuestionDefinition,
  type SurveyForm,
} from '../definition.ts';
import { keyOf, printOf, sidesOf } from './measured.ts';

type Change = (question: QuestionDefinition, key: string) => QuestionDefinition;

function withEach(definition: AnyDefinition, change: Change): AnyDefinition {
  const inForm = <Form extends SurveyForm>(form: Form, half?: string): Form => {
    const changed = (element: QuestionDefinition) => change(element, keyOf(element.name, half));
    return { ...form, pages: form.pages.map((page) => withHeld(page, changed)) };
  };
  if (!isCard(definition)) return inForm(definition);
  const halves = halfNames.map((half) => [half, inForm(definition.halves[half], half)]);
  return { ...definition, halves: Object.fromEntries(halves) };
}

function withHeld<Group extends PageDefinition | QuestionDefinition>(
  group: Group,
  change: (question: QuestionDefinition) => QuestionDefinition,
): Group {
  const held = heldBy(group)?.map((each) => (heldBy(each) ? withHeld(each, change) : change(each)));
  return { ...group, ['elements' in group ? 'elements' : 'questions']: held };
}

const silent = ({ comparableWith: _, ...question }: QuestionDefinition) => question as QuestionDefinition;

/** For whoever answers, and for the next draft: what was said is about that version alone. */
export const withoutDeclarations = (definition: AnyDefinition): AnyDefinition => withEach(definition, silent);

/** Each question says what was said of it and used, and nothing else. @param published oldest first */
export function withDeclared(
  definition: AnyDefinition,
  published: readonly AnyDefinition[],
  comparison: readonly QuestionComparison[],
  declared: Declared,
): AnyDefinition {
  const [sides, findLastAsked] = [sidesOf(definition), lastAskedIn(published)];
  const reasons = new Map(comparison.map((each) => [each.question, each.reasons]));
  const isUsed = (key: string, said: Said) => reasons.get(key)?.includes(saidReason(said)) === true;
  return withEach(definition, (question, key) => {
    const said = Object.hasOwn(declared, key) ? declared[key] : undefined;
    const [side, last] = [sides.get(key), findLastAsked(key)];
    if (!said || !side || !last || !isUsed(key, said)) return silent(question);
    const { comparable, reason } = said;
    return { ...question, comparableWith: { version: last.version, comparable, reason, judged: printOf(side) } };
  });
}
