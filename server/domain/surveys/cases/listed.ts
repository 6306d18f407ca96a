/** Every answer that a question with choices may get. */
import type { Answer } from '../../programme/records.ts';
import { codeOf, compileChoices, rateCodes } from '../fields/options.ts';
import { type Json, listOf } from '../json.ts';

/** All their combinations are 64. */
const mostSeveral = 6;

const subsets = (codes: readonly string[]): string[][] =>
  codes.reduce<string[][]>((all, code) => all.flatMap((each) => [each, [...each, code]]), [[]]);

/** undefined: cannot be listed. No answer is one of them. */
export function answersTo(question: Json): (Answer | undefined)[] | undefined {
  // Whatever a choice is itself shown by: more answers than there are at a time are tried, never fewer.
  const plain = { ...question, choices: listOf(question.choices).map(codeOf), choicesVisibleIf: undefined };
  const codes = () => [...compileChoices(plain, { known: new Map() }).keys()];
  const isSeveral = question.type === 'checkbox' || question.type === 'tagbox' || question.multiSelect === true;
  if (question.type === 'boolean')
    return [undefined, question.valueTrue ?? true, question.valueFalse ?? false] as Answer[];
  if (question.type === 'rating') return [undefined, ...rateCodes(question)];
  if (!['radiogroup', 'dropdown', 'imagepicker', 'checkbox', 'tagbox'].includes(String(question.type)))
    return undefined;
  const all = codes();
  if (!isSeveral) return [undefined, ...all];
  if (all.length > mostSeveral) return undefined;
  return [undefined, ...subsets(all.map(String)).filter((each) => each.length > 0)];
}
