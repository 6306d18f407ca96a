/** Which questions a response was not asked, by the same skip logic that validates it. */
import type { Answers } from '../programme/records.ts';
import { type CompiledGroup, type CompiledSurvey, fieldsOf } from './compile.ts';
import type { Scope } from './conditions.ts';
import { entriesOf, type Template } from './fields/entries.ts';

/** Whether any question of the survey is asked only under a condition. */
export function hasConditions({ pages }: CompiledSurvey): boolean {
  const isConditional = (group: CompiledGroup): boolean =>
    group.visibleIf !== undefined ||
    group.children.some((child) =>
      child.kind === 'group'
        ? isConditional(child)
        : child.visibleIf !== undefined || (child.template !== undefined && isConditional(child.template.group)),
    );
  return pages.some(isConditional);
}

/**
 * In entries `jobs.2.employer`.
 * @param answers stored ones, together with the background that conditions may ask for
 */
export function findHidden({ pages }: CompiledSurvey, answers: Answers): Set<string> {
  const hidden = new Set<string>();
  for (const page of pages) collect(page, { values: answers }, hidden);
  return hidden;
}

function collect(group: CompiledGroup, scope: Scope, hidden: Set<string>): void {
  if (group.visibleIf && !group.visibleIf(scope)) {
    for (const field of fieldsOf(group)) hidden.add(field.name);
    return;
  }
  for (const child of group.children) {
    if (child.kind === 'group') collect(child, scope, hidden);
    else if (child.visibleIf && !child.visibleIf(scope)) hidden.add(child.name);
    else if (child.template) collectInEntries(child.template, child.name, scope, hidden);
  }
}

function collectInEntries({ group }: Template, name: string, { values }: Scope, hidden: Set<string>): void {
  entriesOf(values[name]).forEach((panel, at) => {
    const own = new Set<string>();
    collect(group, { values, panel }, own);
    for (const each of own) hidden.add(`${name}.${at + 1}.${each}`);
  });
}
