/** Pages, panels and questions of a form with their compiled conditions, for whoever follows answers through it. */
import { type CompiledSurvey, compileSurvey } from '../compile.ts';
import { type Condition, compileCondition, type KnownNames, type Values } from '../conditions.ts';
import type { SurveyForm } from '../definition.ts';
import { isBlank, type Json, withCurrentNames } from '../json.ts';
import { knownNames } from '../names.ts';
import { allParts, ownCondition, type Part, partsOf } from '../skips.ts';

export const conditionNames = ['visibleIf', 'skipIf', 'enableIf', 'requiredIf'] as const;
export type ConditionName = (typeof conditionNames)[number];
export interface Written {
  property: ConditionName;
  expression: string;
  holds: Condition;
}
export interface Step {
  part: Part;
  name: string;
  type: string;
  conditions: Written[];
  visibleIf: Condition | undefined;
  group: Step | undefined;
}
export interface Ground {
  survey: CompiledSurvey;
  known: KnownNames;
  /** In the order asked, each group before what it holds. */
  steps: Step[];
}

/** What a skip adds to `visibleIf` is told as the skip's. */
function conditionsOf(json: Json, known: KnownNames): Written[] {
  const own = ownCondition(json);
  const isSkip = own !== undefined && !isBlank(json.skipIf);
  const texts = { ...json, visibleIf: isSkip ? own : json.visibleIf, skipIf: isSkip ? json.skipIf : undefined };
  return conditionNames.flatMap((property) => {
    const expression = (texts as Json)[property];
    const reading = property === 'enableIf' ? 'unlessFalse' : 'exactly';
    const holds = compileCondition(expression, { known }, reading);
    return holds ? [{ property, expression: String(expression), holds }] : [];
  });
}

/** @throws what compileSurvey throws; a definition without errors never does */
export function groundOf(form: SurveyForm): Ground {
  const survey = compileSurvey(form);
  const parts = allParts(partsOf(form, ''));
  const typeOf = (part: Part) => (part.group ? String(part.json.type) : 'page');
  const known = knownNames(
    parts.filter(({ parts: held, json }) => held.length === 0 && json.type !== 'panel').map(({ json }) => json),
  );
  const steps = new Map<Part, Step>();
  for (const part of parts) {
    const type = typeOf(part);
    const json = withCurrentNames(type, part.json);
    steps.set(part, {
      ...{ part, type, name: String(json.name ?? ''), conditions: conditionsOf(json, known) },
      visibleIf: compileCondition(json.visibleIf, { known }, 'exactly'),
      group: part.group && steps.get(part.group),
    });
  }
  return { survey, known, steps: [...steps.values()] };
}

/** Which steps are shown, in their order. */
export function shownBy({ steps }: Ground, values: Values): Map<Step, boolean> {
  const shown = new Map<Step, boolean>();
  for (const step of steps) {
    const isWithin = step.group === undefined || shown.get(step.group) === true;
    shown.set(step, isWithin && (step.visibleIf?.({ values }) ?? true));
  }
  return shown;
}

export const isGroup = ({ type }: Step): boolean => type === 'page' || type === 'panel';
/** Something that is answered, not shown or reckoned. */
export const isQuestion = (step: Step): boolean => !isGroup(step) && step.type !== 'html' && step.type !== 'expression';
export function isRequired({ part, conditions }: Step, values: Values): boolean {
  const condition = conditions.find(({ property }) => property === 'requiredIf');
  return condition ? condition.holds({ values }) : part.json.isRequired === true;
}
