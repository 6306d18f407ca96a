/**
 * Skips of a form: after an element, if a condition holds, go on at a later one. The designer makes them into conditions of what
 * lies between (client/pages/survey-editor/designer/document/skips.ts); here it is reckoned anew, from the skips and each
 * element's own condition, what those conditions must be. Both are tried against each other and against a plain walk.
 */
import { type Json, objectsOf } from './json.ts';

export interface Part {
  /** Of the form, as it is written. */
  json: Json;
  path: string;
  /** The questions in it, as positions in the order asked. */
  first: number;
  next: number;
  group: Part | undefined;
  parts: Part[];
  hasComputed: boolean;
}
export interface Jump {
  /** Among the skips of the form. */
  at: number;
  condition: string;
  from: Part;
  begins: number;
  ends: number;
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

/** The condition without what skips add; undefined where `skipIf` and `visibleIf` do not go together. */
export function ownCondition({ visibleIf, skipIf }: Json): string | undefined {
  const [whole, skip] = [textOf(visibleIf), textOf(skipIf)];
  if (skip === '') return whole;
  if (whole === `!(${skip})`) return '';
  const end = `) and !(${skip})`;
  return whole.startsWith('(') && whole.endsWith(end) ? whole.slice(1, -end.length) : undefined;
}

export function partsOf(form: Json, path: string): Part[] {
  let at = 0;
  const read = (json: Json, place: string, group: Part | undefined, isPage: boolean): Part => {
    const part: Part = { json, path: place, first: at, next: at, group, parts: [], hasComputed: false };
    const list = 'questions' in json ? 'questions' : 'elements';
    if (!isPage && json.type !== 'panel') at++;
    else
      part.parts = placed(json[list], `${place}.${list}`).map(({ json: each, path: own }) =>
        read(each, own, part, false),
      );
    part.next = at;
    part.hasComputed = json.type === 'expression' || part.parts.some((each) => each.hasComputed);
    return part;
  };
  const pages = path === '' ? 'pages' : `${path}.pages`;
  return placed(form.pages, pages).map(({ json, path: place }) => read(json, place, undefined, true));
}

function placed(list: unknown, path: string): { json: Json; path: string }[] {
  return Array.isArray(list)
    ? list.flatMap((json, at) => (objectsOf([json]).length > 0 ? [{ json: json as Json, path: `${path}[${at}]` }] : []))
    : [];
}

const allIn = (parts: readonly Part[]): Part[] => parts.flatMap((each) => [each, ...allIn(each.parts)]);

/** A page only where no question or panel has that name. */
export function findPart(pages: readonly Part[], name: unknown): Part | undefined {
  const isMeant = ({ json }: Part) => json.name === name && textOf(name) !== '';
  return allIn(pages.flatMap(({ parts }) => parts)).findLast(isMeant) ?? pages.findLast(isMeant);
}

/** Those that are whole and lead forwards. */
export function jumpsOf(form: Json, pages: readonly Part[]): Jump[] {
  const end = pages.at(-1)?.next ?? 0;
  return objectsOf(form.skips).flatMap((skip, at) => {
    const from = findPart(pages, skip.after);
    const isToEnd = textOf(skip.to) === '';
    const to = isToEnd ? undefined : findPart(pages, skip.to);
    const condition = textOf(skip.if);
    if (!from || from.next === from.first || (!isToEnd && !to) || condition.trim() === '') return [];
    const jump = { at, condition, from, begins: from.next, ends: to?.first ?? end };
    return jump.ends > jump.begins ? [jump] : [];
  });
}

const groupsOf = (part: Part | undefined): Part[] => (part ? [...groupsOf(part.group), part] : []);
const covers = ({ begins, ends }: Jump, first: number, next: number): boolean => begins <= first && next <= ends;
function put(parts: readonly string[], word: 'and' | 'or'): string {
  return parts.length === 1 ? (parts[0] ?? '') : parts.map((part) => `(${part})`).join(` ${word} `);
}

interface Known {
  jumps: readonly Jump[];
  groups: readonly Part[];
}

/** That a jump is made: its place is shown, was not jumped over itself, and the condition holds; without what is known already. */
function madeIf(jump: Jump, all: readonly Jump[], known: Known): string {
  const over = all.filter((each) => covers(each, jump.begins - 1, jump.begins));
  const inner = { ...known, jumps: [...known.jumps, ...over] };
  const shown = groupsOf(jump.from)
    .filter((each) => !known.groups.includes(each))
    .map(({ json }) => ownCondition(json) ?? textOf(json.visibleIf));
  const missed = over.filter((each) => !known.jumps.includes(each)).map((each) => `!(${madeIf(each, all, inner)})`);
  return put([...shown.filter((text) => text.trim() !== ''), ...missed, jump.condition], 'and');
}

/** What `skipIf` must be, by element; absent where no skip passes over it. */
export function skipConditions(form: Json, pages: readonly Part[]): Map<Part, string> {
  const jumps = jumpsOf(form, pages);
  const found = new Map<Part, string>();
  const visit = (part: Part, known: readonly Jump[]) => {
    const over = jumps.filter((each) => !known.includes(each) && covers(each, part.first, part.next));
    const isPassed = over.length > 0 && part.next > part.first && !part.hasComputed;
    const inner = isPassed ? [...known, ...over] : known;
    const shared = { jumps: inner, groups: groupsOf(part.group) };
    if (isPassed)
      found.set(
        part,
        put(
          over.map((each) => madeIf(each, jumps, shared)),
          'or',
        ),
      );
    for (const each of part.parts) visit(each, inner);
  };
  for (const page of pages) visit(page, []);
  return found;
}

export { allIn as allParts };
