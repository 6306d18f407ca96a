// What the responses to one survey leave out, and those with the same answer to everything. Responses are handed in one
// by one, so that nobody needs to hold them all.
import type { Answers, Response } from '../programme/records.ts';
import { findHidden, hasConditions } from '../surveys/asked.ts';
import { compileSurvey } from '../surveys/compile.ts';
import type { HalfName, SurveyForm } from '../surveys/definition.ts';
import { isBlank, isJsonObject } from '../surveys/json.ts';
import { listQuestionsOfForm, type Question } from '../surveys/questions.ts';
import { type Groups, type LeftOut, LeftOutTally } from './leftOut.ts';
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

interface Version {
  /** Those that count: free texts and the background are left out freely. */
  questions: Question[];
  scales: Question[][];
  hiddenIn(answers: Answers): ReadonlySet<string>;
}
const nothing: ReadonlySet<string> = new Set();

export class FormTally {
  #versions = new Map<number, Version>();
  #counts = new Map<string, Omit<QuestionCount, 'groups'>>();
  #leftOut = new Map<string, LeftOutTally>();
  size = 0;

  /** @param forms by version, the oldest first */
  constructor(forms: ReadonlyMap<number, SurveyForm>, half?: HalfName) {
    for (const [version, form] of forms) {
      const read = readForm(form, half);
      this.#versions.set(version, read);
      for (const { name, title } of read.questions) {
        this.#counts.set(name, { question: name, half: half ?? null, title, unanswered: 0, asked: 0 });
        this.#leftOut.set(name, new LeftOutTally());
      }
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
    const hidden = form.hiddenIn({ ...answers, ...background });
    for (const { name } of form.questions) {
      const counted = this.#counts.get(name);
      if (!counted || hidden.has(name)) continue;
      const isUnanswered = isBlank(answerTo(answers, name));
      counted.asked += 1;
      if (isUnanswered) counted.unanswered += 1;
      this.#leftOut.get(name)?.add(groups, isUnanswered);
    }
    const verdicts = form.scales
      .map((scale) => isSameThroughout(scale.flatMap(({ name }) => valuesOf(answerTo(answers, name)))))
      .filter((each) => each !== undefined);
    return verdicts.length === 0 ? undefined : verdicts.includes(true);
  }

  /** In the order of the survey. */
  get questions(): QuestionCount[] {
    return [...this.#counts].map(([name, counted]) => ({ ...counted, groups: this.#leftOut.get(name)?.groups ?? [] }));
  }
}

function readForm(form: SurveyForm, half: HalfName | undefined): Version {
  const compiled = compileSurvey(form);
  const isConditional = hasConditions(compiled);
  const all = listQuestionsOfForm(form, half).filter(({ background, type }) => !background && type !== 'expression');
  return {
    questions: all.filter(({ kind }) => kind !== 'text' && kind !== 'texts'),
    scales: scalesOf(all),
    hiddenIn: (answers) => (isConditional ? findHidden(compiled, answers) : nothing),
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
