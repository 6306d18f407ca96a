// Codes that meant something else in an earlier version: answers to both would be counted as one.
import type { AnyDefinition } from '../definition.ts';
import { type Coded, listQuestions, type Question } from '../questions.ts';

export interface ReusedCode {
  /** `person.health` on a card */
  question: string;
  /** Of a matrix the columns are choices. */
  part: 'choice' | 'row';
  code: string;
  /** The latest one that has the code. */
  version: number;
  was: Record<string, string>;
  is: Record<string, string>;
}
type Parts = Record<ReusedCode['part'], readonly Coded[]>;

const partsOf = ({ codes, rows, ends }: Question): Parts => ({
  // the words at the ends of a scale are what its lowest and highest number mean
  choice: codes.map((each) => ends.find(({ code }) => code === each.code) ?? each),
  row: rows,
});
const nameOf = ({ name, half }: Question) => (half ? `${half}.${name}` : name);
const questionsIn = (definition: AnyDefinition) =>
  new Map(listQuestions(definition).map((question) => [nameOf(question), partsOf(question)]));

/** The Swedish text is the original. undefined: the code speaks for itself. */
function meaningOf({ code, title }: Coded): string | undefined {
  const text = (title.sv ?? title.default ?? '').replace(/\s+/g, ' ').trim();
  return text === '' || text === String(code) ? undefined : text;
}

/** @param earlier every published version */
export function reusedCodes(earlier: readonly AnyDefinition[], next: AnyDefinition): ReusedCode[] {
  const newestFirst = earlier
    .toSorted((one, other) => other.version - one.version)
    .map((each) => ({ version: each.version, questions: questionsIn(each) }));
  const findLatest = (question: string, part: ReusedCode['part'], code: Coded['code']) => {
    for (const { version, questions } of newestFirst) {
      const found = questions.get(question)?.[part].find((each) => String(each.code) === String(code));
      if (found) return { version, found };
    }
  };
  return [...questionsIn(next)].flatMap(([question, parts]) =>
    (['choice', 'row'] as const).flatMap((part) =>
      parts[part].flatMap((each) => {
        const before = findLatest(question, part, each.code);
        const [was, is] = [before && meaningOf(before.found), meaningOf(each)];
        if (!before || was === undefined || is === undefined || was === is) return [];
        const { version, found } = before;
        return [{ ...{ question, part, code: String(each.code), version }, was: found.title, is: each.title }];
      }),
    ),
  );
}
