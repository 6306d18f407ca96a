/** Skips lead from something that is there to something later, and the conditions of what lies between say so. */
import { type ExpressionPlace, namesIn, parseExpression } from '../conditions.ts';
import { isBlank, isJsonObject, type Json, listOf, shown } from '../json.ts';
import { allParts, findPart, jumpsOf, ownCondition, type Part, partsOf, skipConditions } from '../skips.ts';
import { tryCompile } from './expressions.ts';
import { join, objectsAt, type Problems } from './problem.ts';

export function checkSkips(form: Json, path: string, place: ExpressionPlace, problems: Problems): void {
  const pages = partsOf(form, path);
  const list = join(path, 'skips');
  if (form.skips !== undefined && !(Array.isArray(form.skips) && listOf(form.skips).every(isJsonObject)))
    problems.error(list, 'wrong-shape', 'skips is a list of objects with after, if and to');
  for (const { json, path: at } of objectsAt(form.skips, list)) {
    checkCondition(json, at, place, problems);
    checkWay(json, at, pages, problems);
  }
  for (const { begins, ends, at } of jumpsOf(form, pages))
    if (allParts(pages).some(({ json, first }) => json.type === 'expression' && begins <= first && first < ends))
      problems.warning(join(list, at), 'skip-computed', 'a computed value stands between and is shown all the same');
  checkConditions(form, pages, problems);
}

function checkCondition(skip: Json, at: string, place: ExpressionPlace, problems: Problems): void {
  const path = join(at, 'if');
  if (typeof skip.if === 'string' && !isBlank(skip.if)) tryCompile(skip.if, path, place, problems);
  else problems.error(path, 'skip-incomplete', 'write when to skip; to leave something out always, remove it');
}

function checkWay(skip: Json, at: string, pages: readonly Part[], problems: Problems): void {
  const unknown = (name: 'after' | 'to') =>
    problems.error(
      join(at, name),
      'skip-place',
      `"${shown(skip[name] ?? '')}" names no question, and no page or panel with questions`,
      [skip[name] ?? ''],
    );
  const [from, to] = [findPart(pages, skip.after), findPart(pages, skip.to)];
  if (!from || from.next === from.first) unknown('after');
  if (!to && !isBlank(skip.to)) unknown('to');
  if (!from || (!to && !isBlank(skip.to))) return;
  if (to && to.first < from.next)
    problems.error(join(at, 'to'), 'skip-backwards', `"${shown(skip.to)}" does not come after "${shown(skip.after)}"`, [
      skip.to,
      skip.after,
    ]);
  else if ((to?.first ?? pages.at(-1)?.next) === from.next)
    problems.warning(join(at, 'to'), 'skip-nothing', 'nothing lies between, so nothing is skipped');
  for (const name of askedLater(skip.if, from, pages))
    problems.warning(join(at, 'if'), 'skip-later', `{${name}} is asked only after it`, [name]);
}

function askedLater(condition: unknown, from: Part, pages: readonly Part[]): string[] {
  try {
    const names = namesIn(parseExpression(String(condition ?? ''))).map((name) => name.split('.')[0] ?? '');
    return names.filter((name) => (findPart(pages, name.replace(/-Comment$/, ''))?.first ?? 0) >= from.next);
  } catch {
    return [];
  }
}

const redo = 'press "work the skips out again" in the designer, or write what is expected';

function checkConditions(form: Json, pages: readonly Part[], problems: Problems): void {
  const expected = skipConditions(form, pages);
  for (const part of allParts(pages)) {
    const { json, path } = part;
    const wanted = expected.get(part) ?? '';
    const written = typeof json.skipIf === 'string' ? json.skipIf : '';
    if (written === wanted && ownCondition(json) !== undefined) continue;
    const why = wanted === '' ? 'no skip passes over this' : `a skip passes over this: expected !(${wanted})`;
    problems.error(join(path, 'visibleIf'), 'skip-mismatch', `${why}; ${redo}`);
  }
}
