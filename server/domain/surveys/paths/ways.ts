/** All ways through a form: every set of answers that conditions can tell apart, where there are few enough to try them. */
import type { Answers } from '../../programme/records.ts';
import type { Case } from '../cases/numbers.ts';
import type { Values } from '../conditions.ts';
import type { SurveyForm } from '../definition.ts';
import { isBlank } from '../json.ts';
import { introSeconds, minutesOf, secondsOf } from '../review/burden.ts';
import { casesIn } from './cases.ts';
import { type Ground, groundOf, isGroup, isQuestion, isRequired, type Step, shownBy } from './parts.ts';

export interface Way {
  questions: number;
  minutes: number;
  /** Sets of answers that lead it. */
  combinations: number;
  /** One of them. */
  answers: Answers;
  /** Paths of what is asked under some answers and not on this way. */
  skipped: string[];
}
export interface Ways {
  /** Sets of answers that were tried and can be sent; null when there are too many, or when they cannot be listed. */
  combinations: number | null;
  /** Questions whose answers cannot be listed. */
  free: string[];
  /** The most usual first; at most fifty of them. */
  ways: Way[];
  count: number;
  /** Of the ways; without them of everything unconditional, and of everything. */
  shortest: { questions: number; minutes: number };
  longest: { questions: number; minutes: number };
  /** Paths of what no answers lead to, and of what all answers do. */
  unreachable: string[];
  always: string[];
}

const mostCombinations = 5000;
const mostReckoned = 500_000;
const mostListed = 50;

function* combinations(cases: readonly (readonly [string, Case[]])[]): Generator<Values> {
  const [first, ...rest] = cases;
  if (!first) {
    yield {};
    return;
  }
  const [name, answers] = first;
  for (const others of combinations(rest))
    for (const answer of answers) yield answer === undefined ? others : { [name]: answer, ...others };
}

function withComputed({ survey }: Ground, answers: Values): Values {
  const values = { ...answers };
  for (const { name, compute } of survey.computed) {
    const result = compute?.({ values });
    if (!isBlank(result) && !Number.isNaN(result)) values[name] = result as Values[string];
  }
  return values;
}

/** Nothing is answered that is not asked, and nothing left out that must be answered. */
function canBeSent(asked: readonly Step[], shown: ReadonlyMap<Step, boolean>, values: Values): boolean {
  return asked.every((step) => {
    const isAnswered = values[step.name] !== undefined;
    return isAnswered ? shown.get(step) === true : shown.get(step) !== true || !isRequired(step, values);
  });
}

interface Tried {
  shown: Map<Step, boolean>;
  answers: Values;
  combinations: number;
}

function tryAll(ground: Ground, cases: ReadonlyMap<string, Case[]>): Map<string, Tried> {
  const asked = ground.steps.filter(({ name, type }) => cases.has(name) && type !== 'page' && type !== 'panel');
  const found = new Map<string, Tried>();
  for (const answers of combinations([...cases])) {
    const values = withComputed(ground, answers);
    const shown = shownBy(ground, values);
    if (!canBeSent(asked, shown, values)) continue;
    const key = ground.steps.map((step) => (isGroup(step) ? '' : shown.get(step) ? '1' : '0')).join('');
    const known = found.get(key);
    if (known) known.combinations++;
    else found.set(key, { shown, answers, combinations: 1 });
  }
  return found;
}

const isConditional = (step: Step): boolean =>
  step.visibleIf !== undefined || (step.group !== undefined && isConditional(step.group));

/** A group is there for somebody when something in it is. */
function reached(steps: readonly Step[], isShown: (step: Step) => boolean): Set<Step> {
  const found = new Set<Step>();
  for (const step of steps.filter((each) => !isGroup(each) && isShown(each)))
    for (let each: Step | undefined = step; each; each = each.group) found.add(each);
  return found;
}

/** @throws what compileSurvey throws; a definition without errors never does */
export function waysThrough(form: SurveyForm): Ways {
  const ground = groundOf(form);
  const { answers, free } = casesIn(ground);
  const { steps } = ground;
  const intro = introSeconds(form);
  const measure = (isShown: (step: Step) => boolean) => {
    const asked = steps.filter((step) => !isGroup(step) && isShown(step));
    const seconds = asked.reduce((sum, { part }) => sum + secondsOf(part.json), intro);
    return { questions: asked.filter(isQuestion).length, minutes: minutesOf(seconds) };
  };
  const pathsOf = (some: Iterable<Step>) => [...some].map(({ part }) => part.path);
  const count = [...answers.values()].reduce((product, each) => product * each.length, 1);
  const conditions = steps.filter(({ visibleIf }) => visibleIf).length;
  const sure = reached(steps, (step) => !isConditional(step));
  if (free.length > 0 || count > mostCombinations || count * conditions > mostReckoned)
    return {
      ...{ combinations: null, free, ways: [], count: 0, unreachable: [] },
      always: pathsOf(steps.filter((step) => sure.has(step))),
      shortest: measure((step) => !isConditional(step)),
      longest: measure(() => true),
    };
  const tried = [...tryAll(ground, answers).values()];
  const sets = tried.map(({ shown }) => reached(steps, (step) => shown.get(step) === true));
  const filled = reached(steps, () => true);
  const full = steps.filter((step) => filled.has(step));
  const ways = tried.map(
    ({ shown, answers: example, combinations: times }): Way => ({
      ...measure((step) => shown.get(step) === true),
      ...{ combinations: times, answers: example },
      skipped: pathsOf(steps.filter((step) => !isGroup(step) && shown.get(step) !== true)),
    }),
  );
  const byLength = ways.toSorted((one, other) => one.questions - other.questions || one.minutes - other.minutes);
  const length = (way: Way | undefined) => ({ questions: way?.questions ?? 0, minutes: way?.minutes ?? 0 });
  return {
    ...{ combinations: ways.reduce((sum, way) => sum + way.combinations, 0), free, count: ways.length },
    ways: ways.toSorted((one, other) => other.combinations - one.combinations).slice(0, mostListed),
    ...{ shortest: length(byLength[0]), longest: length(byLength.at(-1)) },
    unreachable: pathsOf(full.filter((step) => !sets.some((set) => set.has(step)))),
    always: pathsOf(full.filter((step) => sets.every((set) => set.has(step)))),
  };
}
