// A reader who asks everything that may be asked, at every state, keeps all answers and knows what the goals mean. Nothing here
// comes from the code under attack.
import type {
  GoalResult,
  GroupResult,
  SuppressedGoal,
  SuppressedGroup,
} from '../../../../server/domain/indicators/results.ts';
import { pinnedAmong, type Relation } from './ranges.ts';
import { type Meaning, meanings } from './world.ts';

export type Answer = (GoalResult | SuppressedGoal)[];
export interface Question {
  by: string;
  days: number;
}

const oneWay = ['gender', 'ageBand', 'bornAbroad', 'site', 'referrer', 'role', 'cohort', 'qualification'];
const crossed = oneWay.flatMap((name) => (name === 'gender' ? [] : [`gender*${name}`]));
/** Everything an evaluator can ask. */
export const questions: Question[] = [
  ...['', ...oneWay, ...crossed].map((by) => ({ by, days: 0 })),
  ...[90, 180, 365].flatMap((days) => ['', ...oneWay].map((by) => ({ by, days }))),
];

type Group = GroupResult | SuppressedGroup | GoalResult | SuppressedGoal;
interface Numbers {
  rows: number;
  base: number;
  hits: number | null;
}
/** What a shown figure says of its rows. */
function numbersOf(group: Exclude<Group, { suppressed: true }>, { base }: Meaning): Numbers {
  const denominator = group.denominator ?? 0;
  return { rows: base === null ? denominator : denominator + group.missing, base: denominator, hits: group.numerator };
}

interface Number {
  value?: number;
  /** The state at which it was first printed. */
  shownAt?: number;
  truth: number;
  /** Hidden somewhere: the reader wants it. */
  isWanted: boolean;
  /** Numerators may be anything: only what follows exactly from sums is held to be given away. */
  isFree: boolean;
  least: number;
}

export interface Outcome {
  queries: number;
  hidden: number;
  pinned: string[];
}

export class Attacker {
  private readonly numbers = new Map<string, Number>();
  private readonly sums: { parts: string[]; whole: string }[] = [];
  private readonly within: { part: string; whole: string }[] = [];
  /** By goal and minimum time, the last answers and the state they were new at. */
  private readonly seen = new Map<string, { text: string; since: number }>();
  private readonly sets: { conditions: string[]; what: string; days: number; state: number; name: string }[] = [];
  private queries = 0;
  private now = 0;

  /** @param truth the same answers with nothing hidden, for the count of what was found out */
  observe(state: number, ask: (question: Question) => Answer, truth: (question: Question) => Answer): void {
    const asked = questions.map((question) => ({ question, answer: ask(question), true: truth(question) }));
    this.queries += questions.length;
    for (const [goal, meaning] of meanings)
      for (const days of [0, 90, 180, 365]) {
        const own = asked.filter((each) => each.question.days === days);
        const pick = (answer: Answer) => answer.find(({ id }) => id === goal);
        // A figure that stays the same for a while is one number, not several.
        const text = JSON.stringify(own.map((each) => pick(each.true)));
        const before = this.seen.get(`${goal} ${days}`);
        const since = before?.text === text ? before.since : state;
        this.seen.set(`${goal} ${days}`, { text, since });
        this.now = state;
        for (const { question, answer, true: open } of own)
          this.note(question, since, meaning, pick(answer) as GoalResult, pick(open) as GoalResult);
      }
  }

  private note({ by, days }: Question, state: number, meaning: Meaning, shown: GoalResult, open: GoalResult): void {
    if (open.warnings.includes('filterNotApplicable')) return;
    const whole = this.cell([], days, state, meaning, shown, open, false);
    const names = by === '' ? [] : by.split('*');
    const hasHiddenEmpty = open.groups.some(
      (group, at) => shown.groups[at]?.suppressed && numbersOf(group as GroupResult, meaning).rows === 0,
    );
    const cells = open.groups.map((group, at) => {
      const key = Object.entries(group.by).map(([name, value]) => `${name}=${value}`);
      return { key, names: this.cell(key, days, state, meaning, shown.groups[at] as Group, group, !hasHiddenEmpty) };
    });
    if (cells.length === 0) return;
    const [first, second] = names;
    if (second === undefined)
      this.addUp(
        cells.map((cell) => cell.names),
        whole,
        `${first}`,
      );
    else
      for (const name of names)
        for (const margin of new Set(cells.flatMap(({ key }) => key.filter((each) => each.startsWith(`${name}=`))))) {
          const inside = cells.filter(({ key }) => key.includes(margin)).map((cell) => cell.names);
          this.addUp(inside, this.namesOf([margin], days, state, meaning), `${names.filter((each) => each !== name)}`);
        }
  }

  /** Groups and the rows that lack the variable make the whole; everybody has a site. */
  private addUp(groups: string[][], whole: string[], variable: string): void {
    for (const [at, name] of whole.entries()) {
      const parts = groups.flatMap((group) => group[at] ?? []);
      const truth = this.numbers.get(name)?.truth ?? 0;
      const rest = truth - parts.reduce((sum, part) => sum + (this.numbers.get(part)?.truth ?? 0), 0);
      const left = `${name} without ${variable}`;
      const isFree = this.numbers.get(name)?.isFree ?? false;
      this.learn(left, { truth: rest, isWanted: false, isFree, least: 0, ...(variable === 'site' && { value: rest }) });
      this.sums.push({ parts: [...parts, left], whole: name });
    }
  }

  private namesOf(key: string[], days: number, state: number, { rows, base, hits }: Meaning): string[] {
    const name = (what: string, more: string[]) =>
      `${state} ${days} ${what} ${[...new Set([...rows, ...key, ...more])].sort().join(' ')}`;
    const all = [name('rows', [])];
    if (base !== null) all.push(name(base, []));
    if (hits !== null) all.push(name('rows', hits));
    return all;
  }

  private cell(
    key: string[],
    days: number,
    state: number,
    meaning: Meaning,
    shown: Group,
    open: Group,
    isFilled: boolean,
  ): string[] {
    const names = this.namesOf(key, days, state, meaning);
    const truth = numbersOf(open as GroupResult, meaning);
    const known = shown.suppressed ? undefined : numbersOf(shown, meaning);
    const isBased = meaning.base !== null;
    const take = (at: number, what: keyof Numbers) => {
      const name = names[at];
      if (name === undefined) return;
      // A share that is hidden for its own numbers gives away no more when its rows are shown by another goal.
      const isWanted = !known && (what !== 'rows' || (!isBased && !meaning.hits));
      const isFilledRow = isFilled && what === 'rows' && !isBased && !known;
      this.learn(name, {
        truth: truth[what] ?? 0,
        isWanted: isWanted && (truth[what] ?? 0) > 0,
        isFree: what === 'hits' && meaning.hits?.every((each) => !each.startsWith('gender')) === true,
        least: isFilledRow ? 1 : 0,
        ...(known && { value: known[what] ?? 0 }),
      });
      const conditions = [...new Set([...meaning.rows, ...key, ...(what === 'hits' ? (meaning.hits ?? []) : [])])];
      const kind = what === 'base' ? `${meaning.base}` : 'rows';
      this.sets.push({ conditions, what: kind, days, state, name });
    };
    take(0, 'rows');
    if (isBased) take(1, 'base');
    if (meaning.hits) take(isBased ? 2 : 1, 'hits');
    if (isBased && names[1] !== undefined && names[0] !== undefined)
      this.within.push({ part: names[1], whole: names[0] });
    return names;
  }

  private learn(name: string, number: Number): void {
    const before = this.numbers.get(name);
    if (before && before.truth !== number.truth) throw new Error(`${name} is ${before.truth} and ${number.truth}`);
    const shownAt = before?.shownAt ?? (number.value === undefined ? undefined : this.now);
    this.numbers.set(name, {
      ...before,
      ...number,
      ...(before?.value !== undefined && { value: before.value }),
      ...(shownAt !== undefined && { shownAt }),
      // What was printed before it was hidden is no secret any more.
      isWanted: (before?.isWanted ?? false) || (number.isWanted && (shownAt === undefined || shownAt === this.now)),
      isFree: (before?.isFree ?? true) && number.isFree,
      least: Math.max(before?.least ?? 0, number.least),
    });
  }

  /** Fewer conditions, fewer days or a later state: more rows. Step by step, since the rest follows. */
  private compareSets(): void {
    const keyOf = (what: string, days: number, conditions: readonly string[]) =>
      `${what} ${days} ${[...conditions].sort().join(' ')}`;
    const states = new Map<string, Map<number, string>>();
    for (const { what, days, conditions, state, name } of this.sets) {
      const key = keyOf(what, days, conditions);
      states.set(key, (states.get(key) ?? new Map()).set(state, name));
    }
    const firstFrom = (key: string, state: number) => {
      const later = [...(states.get(key) ?? [])].filter(([at]) => at >= state).sort(([a], [b]) => a - b);
      return later[0]?.[1];
    };
    for (const { what, days, conditions, state, name } of new Map(this.sets.map((set) => [set.name, set])).values()) {
      const wholes = [
        firstFrom(keyOf(what, days, conditions), state + 1),
        ...conditions
          .filter((each) => each !== 'response')
          .map((each) =>
            firstFrom(
              keyOf(
                what,
                days,
                conditions.filter((other) => other !== each),
              ),
              state,
            ),
          ),
        ...[0, 90, 180].filter((less) => less < days).map((less) => firstFrom(keyOf(what, less, conditions), state)),
      ];
      for (const whole of wholes)
        if (whole !== undefined && !this.isFree(name)) this.within.push({ part: name, whole });
    }
  }

  private isFree(name: string): boolean {
    return this.numbers.get(name)?.isFree ?? false;
  }
  /** An attack that misreads the answers would prove nothing. */
  private checkOwnSystem(): void {
    const truthOf = (name: string) => this.numbers.get(name)?.truth ?? 0;
    const sumOf = (parts: string[]) => parts.reduce((sum, part) => sum + truthOf(part), 0);
    const wrong =
      this.sums.find(({ parts, whole }) => sumOf(parts) !== truthOf(whole)) ??
      this.within.find(({ part, whole }) => truthOf(part) > truthOf(whole));
    if (wrong) throw new Error(`the attack believes what is not so: ${JSON.stringify(wrong)}`);
  }

  /** Everything together: which hidden numbers have one value only? */
  solve(): Outcome {
    this.compareSets();
    const unknown = [...this.numbers].filter(([, number]) => number.value === undefined);
    const placeOf = new Map(unknown.map(([name], at) => [name, at]));
    const wanted = [...this.numbers].filter(([, number]) => number.isWanted);
    // A number that is hidden in one answer and printed in another needs no working out.
    const printed = wanted.filter(([, number]) => number.value !== undefined).map(([name]) => name);
    const relation = (parts: string[], whole: string, slack: number): Relation | undefined => {
      const terms = new Map<number, number>();
      let known = 0;
      for (const [name, factor] of [...parts.map((part) => [part, 1] as const), [whole, -1] as const]) {
        const place = placeOf.get(name);
        if (place === undefined) known += factor * (this.numbers.get(name)?.value ?? 0);
        else terms.set(place, (terms.get(place) ?? 0) + factor);
      }
      for (const [place, factor] of terms) if (factor === 0) terms.delete(place);
      return terms.size > 0 ? { terms, low: slack - known, high: -known } : undefined;
    };
    const relations = [
      ...this.sums.flatMap(({ parts, whole }) => relation(parts, whole, 0) ?? []),
      ...this.within.flatMap(({ part, whole }) => relation([part], whole, Number.NEGATIVE_INFINITY) ?? []),
    ];
    this.checkOwnSystem();
    const pinned = pinnedAmong(
      {
        low: unknown.map(([, number]) => (number.isFree ? -farEnough : number.least)),
        high: unknown.map(() => farEnough),
        relations,
      },
      new Set(unknown.flatMap(([, number], at) => (number.isWanted ? [at] : []))),
      unknown.map(([, number]) => number.truth),
    );
    const names = pinned.map((at) => unknown[at]?.[0] ?? '');
    return { queries: this.queries, hidden: wanted.length, pinned: [...printed, ...names] };
  }
}

const farEnough = 10_000;
