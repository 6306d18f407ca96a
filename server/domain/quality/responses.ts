// What the responses to one survey leave out, and those with the same answer to everything. Responses are handed in one
// by one, so that nobody needs to hold them all.
import type { Answers, Response } from '../programme/records.ts';
import { findHidden, hasConditions } from '../surveys/asked.ts';
import { compileSurvey } from '../surveys/compile.ts';
import type { HalfName, SurveyForm } from '../surveys/definition.ts';
import { isBlank, isJsonObject } from '../surveys/json.ts';
import { listQuestionsOfForm, type Question } from '../surveys/questions.ts';
import { GroupPlaces, type Groups, type LeftOut, LeftOutTally } from './leftOut.ts';
import { isSameThroughout } from './sameThroughout.ts';

/** Of the responses that were asked the question, how many left it out; a matrix is left out when none of its rows is answered. */
export interface QuestionCount {
  question: string;
  half: HalfName | null;
  /** By language, as the newest version words it. */
  title: Readonly<Record<string, string>>;
  unanswered: number;
  asked: number;
  groups: LeftOut[];
}

interface Counted extends Omit<QuestionCount, 'groups'> {
  leftOut: LeftOutTally;
}
interface Version {
  /** Those that count: free texts, entries and the background are left out freely. */
  questions: Counted[];
  scales: Question[][];
  /** Absent where nothing is asked under a condition. */
  hiddenIn?: (answers: Answers) => ReadonlySet<string>;
}
const nothing: ReadonlySet<string> = new Set();

export class FormTally {
  readonly #versions = new Map<number, Version>();
  readonly #counted = new Map<string, Counted>();
  readonly #places = new GroupPlaces();
  size = 0;

  /** @param forms by version, the oldest first */
  constructor(forms: ReadonlyMap<number, SurveyForm>, half: HalfName | null = null) {
    for (const [version, form] of forms) {
      const { questions, ...read } = readForm(form, half ?? undefined);
      const counted = questions.map(({ name, title }) => {
        const fresh = { question: name, half, title, unanswered: 0, asked: 0, leftOut: new LeftOutTally() };
        const each = Object.assign(this.#counted.get(name) ?? fresh, { title });
        this.#counted.set(name, each);
        return each;
      });
      this.#versions.set(version, { ...read, questions: counted });
    }
  }

  /**
   * A version that is not known is passed over.
   * @returns whether all answers on some scale are the same; undefined when no scale has enough of them to say
   */
  add(version: number, answers: Answers, background: Answers = {}, groups: Groups = {}): boolean | undefined {
    const form = this.#versions.get(version);
    if (!form) return undefined;
    this.size += 1;
    const place = this.#places.of(groups);
    const hidden = form.hiddenIn?.({ ...answers, ...background }) ?? nothing;
    for (const counted of form.questions) {
      if (hidden.has(counted.question)) continue;
      const isUnanswered = isBlank(answerTo(answers, counted.question));
      counted.asked += 1;
      if (isUnanswered) counted.unanswered += 1;
      counted.leftOut.add(place, isUnanswered);
    }
    return isSameOnSome(form.scales, answers);
  }

  /** In the order of the survey. */
  get questions(): QuestionCount[] {
    return [...this.#counted.values()].map(({ leftOut, ...counted }) => ({
      ...counted,
      groups: leftOut.groupsAt(this.#places),
    }));
  }
}

function isSameOnSome(scales: readonly Question[][], answers: Answers): boolean | undefined {
  let verdict: boolean | undefined;
  for (const scale of scales) {
    const isSame = isSameThroughout(scale.flatMap(({ name }) => valuesOf(answerTo(answers, name))));
    if (isSame !== undefined) verdict = verdict === true || isSame;
  }
  return verdict;
}

function readForm(form: SurveyForm, half: HalfName | undefined) {
  const compiled = compileSurvey(form);
  const isConditional = hasConditions(compiled);
  const all = listQuestionsOfForm(form, half).filter(({ background, type }) => !background && type !== 'expression');
  return {
    questions: all.filter(({ kind }) => !['text', 'texts', 'entries'].includes(kind)),
    scales: scalesOf(all),
    ...(isConditional && { hiddenIn: (answers: Answers) => findHidden(compiled, answers) }),
  };
}

/** Each matrix, and the ratings that share a scale. */
function scalesOf(questions: readonly Question[]): Question[][] {
  const ratings = new Map<string, Question[]>();
  for (const each of questions.filter(({ type }) => type === 'rating')) {
    const scale = JSON.stringify(each.codes.map(({ code }) => code));
    ratings.set(scale, [...(ratings.get(scale) ?? []), each]);
  }
  return [...questions.filter(({ kind }) => kind === 'matrix').map((each) => [each]), ...ratings.values()];
}

const answerTo = (answers: Answers, name: string) => (Object.hasOwn(answers, name) ? answers[name] : undefined);

const valuesOf = (answer: unknown): unknown[] => {
  if (isBlank(answer)) return [];
  return isJsonObject(answer) ? Object.values(answer).filter((each) => !isBlank(each)) : [answer];
};

/** What skip logic may ask of a response beside its answers. */
export function backgroundOf({
  gender,
  ageBand,
  bornAbroad,
  role,
}: Pick<Response, 'gender' | 'ageBand' | 'bornAbroad' | 'role'>): Answers {
  const told = Object.entries({ gender, ageBand, bornAbroad, role }).filter(([, value]) => value !== undefined);
  return Object.fromEntries(told) as Answers;
}
