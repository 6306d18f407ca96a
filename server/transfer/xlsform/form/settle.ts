// The last word have the checks of our own surveys: what they refuse is taken out and told, until nothing is left to refuse.
import { checkDefinition, type DefinitionProblem } from '../../../domain/surveys/check.ts';
import { refuse } from '../refusal.ts';
import type { Place, Remarks } from '../remarks.ts';
import type { Element } from './element.ts';
import { elementsOf } from './pages.ts';

/** Each round takes out what the one before brought to light: a question that another one asked about. */
const mostRounds = 12;
const removable: ReadonlySet<string> = new Set(['visibleIf', 'requiredIf', 'min', 'max', 'step', 'validators']);

/** @param placeOf where a question stands in the file. @throws Problem when a form cannot be mended */
export function settle(survey: Element, placeOf: (name: string) => Place, remarks: Remarks): void {
  for (let round = 0; round < mostRounds; round++) {
    const errors = checkDefinition(survey).filter((each) => each.severity === 'error');
    if (errors.length === 0) return;
    const found = errors.map((problem) => ({ problem, way: wayTo(survey, problem) }));
    for (const each of found) takeOut(each.way, each.problem, placeOf, remarks);
    dropEmpty(survey);
  }
  refuse('not-convertible', 'the form cannot be taken in; take out conditions that wait for one another and try again');
}

type Step = { holder: Element | unknown[]; key: string };

/** From the survey down to what the path of a problem names. */
function wayTo(survey: Element, { path }: DefinitionProblem): Step[] {
  const way: Step[] = [];
  let holder: unknown = survey;
  for (const key of path.match(/[^.[\]]+/g) ?? []) {
    if (typeof holder !== 'object' || holder === null) break;
    way.push({ holder: holder as Element, key });
    holder = (holder as Element)[key];
  }
  return way;
}

function takeOut(way: readonly Step[], problem: DefinitionProblem, placeOf: (name: string) => Place, remarks: Remarks) {
  const at = way.findLastIndex(({ key, holder }) => Array.isArray(holder) && isElement(holder[Number(key)]));
  const list = way[at]?.holder;
  const element: unknown = Array.isArray(list) ? list[Number(way[at]?.key)] : undefined;
  if (!Array.isArray(list) || !isElement(element))
    return refuse('not-convertible', `${problem.path}: ${problem.message}`);
  const property = way[at + 1]?.key ?? '';
  const [last] = way.slice(-1);
  const value = typeof element[property] === 'string' ? element[property] : property;
  if (property === 'choices' && last?.key === 'visibleIf') delete (last.holder as Element).visibleIf;
  else if (removable.has(property)) delete (element[property] === undefined ? conditioned(way) : element)[property];
  else if (list.includes(element)) list.splice(list.indexOf(element), 1);
  remarks.add(placeOf(String(element.name)), value, 'check', problem.message);
}

/** The innermost group with a condition: what a question waits for may stand there. */
const conditioned = (way: readonly Step[]): Element =>
  way
    .map(({ holder }) => holder)
    .findLast((each): each is Element => !Array.isArray(each) && 'visibleIf' in (each as Element)) ?? {};

const isElement = (value: unknown): value is Element => typeof value === 'object' && value !== null && 'name' in value;

const holds = (element: Element): boolean => 'elements' in element || 'templateElements' in element;

function dropEmpty(group: Element): void {
  const name = 'pages' in group ? 'pages' : group.type === 'paneldynamic' ? 'templateElements' : 'elements';
  const children = 'pages' in group ? (group.pages as Element[]) : elementsOf(group);
  for (const child of children) if (holds(child)) dropEmpty(child);
  group[name] = children.filter((child) => !holds(child) || elementsOf(child).length > 0);
}
