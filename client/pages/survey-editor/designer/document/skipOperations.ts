// What can be done to skips, and what becomes of them when the questions they name go.
import type { Changed } from './operations.ts';
import { byName, deriveSkips, type Skip, type Standing, skipsOf, standingsOf } from './skips.ts';
import { changeAt, formPlaces, inside, type Json, listOf, objectAt, objectsOf, type Place, textOf } from './tree.ts';

const freshName = (skips: readonly Skip[]): string => {
  for (let number = skips.length + 1; ; number++) {
    const name = `skip${number}`;
    if (!skips.some((each) => each.name === name)) return name;
  }
};

const changeSkips = (definition: Json, form: Place, change: (skips: Json[]) => readonly Json[]): Json =>
  changeAt(definition, inside(form, 'skips'), (skips) => {
    const next = change(objectsOf(skips));
    return next.length > 0 ? next : undefined;
  });

/** Without a condition yet: until it has one it leads nowhere, and the check says so. */
export const addSkip = (definition: Json, form: Place, place: Place): Changed => {
  const after = textOf(objectAt(definition, place)?.name);
  const name = freshName(skipsOf(objectAt(definition, form)));
  return { definition: changeSkips(definition, form, (skips) => [...skips, { name, after, if: '' }]), place };
};
/** @param at among the skips of the form */
export const changeSkip = (definition: Json, form: Place, place: Place, at: number, next: Partial<Skip>): Changed => ({
  definition: changeSkips(definition, form, (skips) =>
    skips.map((skip, number) => {
      if (number !== at) return skip;
      const { to, ...rest } = { ...skip, ...next };
      return to === undefined ? rest : { ...rest, to };
    }),
  ),
  place,
});
export const removeSkip = (definition: Json, form: Place, place: Place, at: number): Changed => ({
  definition: changeSkips(definition, form, (skips) => skips.toSpliced(at, 1)),
  place,
});

const inOrder = (pages: readonly Standing[]): Standing[] => pages.flatMap((page) => [page, ...inOrder(page.within)]);

/**
 * A skip whose goal is gone leads to what came after it; one whose place is gone stands after what came before, or goes along
 * when its condition asks for what is gone.
 */
const follow = (skip: Json, before: readonly Standing[], isThere: (name: string) => boolean): Json | undefined => {
  const names = before.map(({ element }) => textOf(element.name));
  const lost = (name: string) => names.includes(name) && !isThere(name);
  const [after, to] = [textOf(skip.after), textOf(skip.to)];
  let next = skip;
  if (to !== '' && lost(to)) {
    const { to: _gone, ...rest } = next;
    const later = names.slice(names.indexOf(to)).find((name) => isThere(name));
    next = later === undefined ? rest : { ...rest, to: later };
  }
  if (!lost(after)) return next;
  const asked = [...textOf(skip.if).matchAll(/\{\s*([A-Za-z]\w*)/g)].some(([, name]) => lost(name ?? ''));
  const earlier = before
    .slice(0, names.indexOf(after))
    .findLast(({ element, within }) => within.length === 0 && isThere(textOf(element.name)));
  return asked || !earlier ? undefined : { ...next, after: textOf(earlier.element.name) };
};

/** The skips of `definition` after a change made it of `before`, and the conditions that follow from them. */
export const settleSkips = (before: Json, definition: Json): Json => {
  const followed = formPlaces(definition).reduce((whole, place) => {
    const [was, is] = [objectAt(before, place), objectAt(whole, place)];
    if (!was || !is || was === is || listOf(is.skips).length === 0) return whole;
    const order = inOrder(standingsOf(was));
    const named = byName(standingsOf(is));
    const next = objectsOf(is.skips).map((skip) => follow(skip, order, (name) => named.has(name)));
    const kept = next.filter((skip) => skip !== undefined);
    return next.every((skip, at) => skip === objectsOf(is.skips)[at]) ? whole : changeSkips(whole, place, () => kept);
  }, definition);
  return deriveSkips(followed);
};
