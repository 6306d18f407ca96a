// "When this holds, go on at that question": kept as `skips` of a form, and made into conditions of what lies between, so that
// survey-core, the server, paper and exports all mean the same. An element that can be passed over says so in `skipIf`, and its
// `visibleIf` is its own condition and the negation of that. The server checks that the two go together
// (server/domain/surveys/check/skips.ts).
import {
  elementsName,
  formPlaces,
  isJson,
  type Json,
  listOf,
  objectAt,
  objectsOf,
  type Place,
  putAt,
  textOf,
} from './tree.ts';

export interface Skip {
  name: string;
  /** A question, panel or page: the skip stands after the whole of it. */
  after: string;
  if: string;
  /** Absent: to the end. */
  to?: string;
}

export const skipsOf = (form: Json | undefined): Skip[] =>
  objectsOf(form?.skips).map(({ name, after, if: condition, to }) => ({
    ...{ name: textOf(name), after: textOf(after), if: textOf(condition) },
    ...(textOf(to) !== '' && { to: textOf(to) }),
  }));

/** The condition without what skips add to it; all of it where the two do not go together. */
export const ownCondition = ({ visibleIf, skipIf }: Json): string => {
  const [whole, skip] = [textOf(visibleIf), textOf(skipIf)];
  if (skip === '') return whole;
  if (whole === `!(${skip})`) return '';
  const end = `) and !(${skip})`;
  return whole.startsWith('(') && whole.endsWith(end) ? whole.slice(1, -end.length) : whole;
};
export const withSkip = (own: string, skip: string): string => {
  if (skip === '') return own;
  return own.trim() === '' ? `!(${skip})` : `(${own}) and !(${skip})`;
};

/** An element with the questions it holds as positions in the order asked: from `start` to before `end`. */
export interface Standing {
  element: Json;
  start: number;
  end: number;
  around: Standing | undefined;
  within: Standing[];
  /** A computed value in it: such have no condition, and neither have the groups around them. */
  isComputed: boolean;
}

const stand = (element: Json, list: string, start: number, around: Standing | undefined): Standing => {
  const here: Standing = { element, start, end: start, around, within: [], isComputed: element.type === 'expression' };
  const isGroup = list === 'pages' || element.type === 'panel';
  if (!isGroup) here.end++;
  else
    for (const each of objectsOf(element[elementsName(element)])) {
      const held = stand(each, 'elements', here.end, here);
      here.within.push(held);
      here.end = held.end;
      here.isComputed ||= held.isComputed;
    }
  return here;
};
export const standingsOf = (form: Json): Standing[] => {
  let start = 0;
  return objectsOf(form.pages).map((page) => {
    const standing = stand(page, 'pages', start, undefined);
    start = standing.end;
    return standing;
  });
};

export interface Span {
  skip: Skip;
  after: Standing;
  /** What is passed over: positions from `from` to before `to`. */
  from: number;
  to: number;
}

/** Where a page and a question have one name, it means the question. */
export const byName = (pages: readonly Standing[]): Map<string, Standing> => {
  const all = (each: Standing): Standing[] => [each, ...each.within.flatMap(all)];
  const found = new Map(pages.map((page) => [textOf(page.element.name), page]));
  for (const each of pages.flatMap(({ within }) => within.flatMap(all))) found.set(textOf(each.element.name), each);
  found.delete('');
  return found;
};

/** Those that lead somewhere; the check tells of the others. */
export const spansOf = (form: Json, pages = standingsOf(form)): Span[] => {
  const skips = skipsOf(form);
  if (skips.length === 0) return [];
  const named = byName(pages);
  const last = pages.at(-1)?.end ?? 0;
  return skips.flatMap((skip) => {
    const [after, target] = [named.get(skip.after), skip.to === undefined ? undefined : named.get(skip.to)];
    if (!after || after.end === after.start || (skip.to !== undefined && !target) || skip.if.trim() === '') return [];
    const span = { skip, after, from: after.end, to: target?.start ?? last };
    return span.to > span.from ? [span] : [];
  });
};

const chain = (standing: Standing | undefined): Standing[] => (standing ? [...chain(standing.around), standing] : []);
const isPast = ({ from, to }: Span, start: number, end: number) => from <= start && end <= to;
const joined = (parts: readonly string[], join: string) =>
  parts.length > 1 ? parts.map((part) => `(${part})`).join(` ${join} `) : (parts[0] ?? '');

/**
 * When a skip is taken: whoever answers came to it, and its condition holds.
 * @param known skips that are known not to be taken where this is asked
 * @param groups that are known to be shown there
 */
const taken = (span: Span, spans: readonly Span[], known: ReadonlySet<Span>, groups: ReadonlySet<Standing>): string => {
  const own = chain(span.after).filter((each) => !groups.has(each));
  const over = spans.filter((each) => isPast(each, span.after.end - 1, span.after.end));
  const both = new Set([...known, ...over]);
  const conditions = own.map(({ element }) => ownCondition(element)).filter((text) => text.trim() !== '');
  const passed = over.filter((each) => !known.has(each)).map((each) => `!(${taken(each, spans, both, groups)})`);
  return joined([...conditions, ...passed, span.skip.if], 'and');
};

/** What skips add to each element: on the largest groups that are passed over whole. */
export const skipIfs = (form: Json): Map<Json, string> => {
  const pages = standingsOf(form);
  const spans = spansOf(form, pages);
  const found = new Map<Json, string>();
  const settle = (each: Standing, known: ReadonlySet<Span>) => {
    const over = spans.filter((span) => !known.has(span) && isPast(span, each.start, each.end));
    const isSkipped = over.length > 0 && each.end > each.start && !each.isComputed;
    const all = isSkipped ? new Set([...known, ...over]) : known;
    const groups = new Set(chain(each.around));
    if (isSkipped)
      found.set(
        each.element,
        joined(
          over.map((span) => taken(span, spans, all, groups)),
          'or',
        ),
      );
    for (const held of each.within) settle(held, all);
  };
  for (const page of pages) settle(page, new Set());
  return found;
};

const settled = (element: Json, skips: ReadonlyMap<Json, string>, isGroup: boolean): Json => {
  const list = elementsName(element);
  const before = listOf(element[list]);
  const after = isGroup
    ? before.map((each) => (isJson(each) ? settled(each, skips, each.type === 'panel') : each))
    : before;
  const skip = skips.get(element) ?? '';
  const visibleIf = withSkip(ownCondition(element), skip);
  const isSame = skip === textOf(element.skipIf) && visibleIf === textOf(element.visibleIf);
  if (isSame && after.every((each, at) => each === before[at])) return element;
  const held = isGroup ? { ...element, [list]: after } : element;
  if (isSame) return held;
  const { visibleIf: _condition, skipIf: _skip, ...rest } = held;
  const place = 'visibleIf' in held ? held : { ...held, visibleIf: '' };
  return Object.fromEntries(
    Object.entries(visibleIf === '' ? rest : place).flatMap(([name, value]) => {
      if (name === 'skipIf') return [];
      if (name !== 'visibleIf') return [[name, value]];
      return skip === ''
        ? [[name, visibleIf]]
        : [
            [name, visibleIf],
            ['skipIf', skip],
          ];
    }),
  );
};

const eachForm = (definition: Json, change: (form: Json) => Json): Json =>
  formPlaces(definition).reduce<Json>((whole, place: Place) => {
    const form = objectAt(whole, place);
    const next = form && change(form);
    return !next || next === form ? whole : place === '' ? next : putAt(whole, place, next);
  }, definition);
const withPages = (form: Json, skips: ReadonlyMap<Json, string>): Json => {
  const before = listOf(form.pages);
  const after = before.map((page) => (isJson(page) ? settled(page, skips, true) : page));
  return after.every((page, at) => page === before[at]) ? form : { ...form, pages: after };
};

/** Conditions as the skips want them; the very same definition where they are so. */
export const deriveSkips = (definition: Json): Json => eachForm(definition, (form) => withPages(form, skipIfs(form)));
/** Every element with its own condition alone, for what compares elements by themselves. */
export const withoutSkips = (definition: Json): Json => eachForm(definition, (form) => withPages(form, new Map()));
