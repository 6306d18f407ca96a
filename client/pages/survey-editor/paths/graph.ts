// A form as pages to come by, with the ways past them: a pure reading of the definition, to be drawn or told.
import { byName, ownCondition, skipsOf, standingsOf } from '../designer/document/skips.ts';
import {
  elementsName,
  inside,
  isJson,
  type Json,
  listOf,
  objectAt,
  type Place,
  pagesOf,
  textOf,
} from '../designer/document/tree.ts';

/** Where a skip leads: an element, or the end. */
export interface Leap {
  condition: string;
  to: Place | undefined;
}
export interface Stop {
  place: Place;
  element: Json;
  /** Of panels around it on its page. */
  depth: number;
  /** When it is shown, without what skips add; '' for always. */
  condition: string;
  leaps: Leap[];
}
export interface PageStop extends Stop {
  stops: Stop[];
  questions: number;
}
export interface Arc {
  from: Place;
  to: Place | undefined;
  /** A skip; or past a page that is not for everybody. */
  kind: 'skip' | 'past';
}
export interface Graph {
  pages: PageStop[];
  arcs: Arc[];
}

const isQuestion = ({ type }: Json) => type !== 'panel' && type !== 'html' && type !== 'expression';

export const graphOf = (definition: Json, form: Place): Graph => {
  const whole = objectAt(definition, form) ?? {};
  const placed = pagesOf(definition, form);
  const places = new Map<Json, Place>(placed.map(({ element, place }) => [element, place]));
  const stopsIn = (group: Json, place: Place, depth: number): Stop[] =>
    listOf(group[elementsName(group)]).flatMap((element, at) => {
      if (!isJson(element)) return [];
      const here = `${inside(place, elementsName(group))}[${at}]`;
      places.set(element, here);
      const stop = { place: here, element, depth, condition: ownCondition(element), leaps: [] };
      return element.type === 'panel' ? [stop, ...stopsIn(element, here, depth + 1)] : [stop];
    });
  const pages = placed.map(({ element, place }): PageStop => {
    const stops = stopsIn(element, place, 0);
    const questions = stops.filter((stop) => isQuestion(stop.element)).length;
    return { place, element, depth: 0, condition: ownCondition(element), leaps: [], stops, questions };
  });
  const named = byName(standingsOf(whole));
  const placeOf = (name: string | undefined): Place | undefined => {
    const standing = name === undefined ? undefined : named.get(name);
    return standing && places.get(standing.element);
  };
  const all = new Map(pages.flatMap((page) => [page, ...page.stops]).map((stop) => [stop.place, stop]));
  const arcs: Arc[] = [];
  for (const skip of skipsOf(whole)) {
    const [from, to] = [all.get(placeOf(skip.after) ?? ''), placeOf(skip.to)];
    if (!from || skip.if.trim() === '' || (skip.to !== undefined && to === undefined)) continue;
    from.leaps.push({ condition: skip.if, to });
    arcs.push({ from: from.place, to, kind: 'skip' });
  }
  pages.forEach((page, at) => {
    const before = pages[at - 1];
    if (page.condition !== '' && before) arcs.push({ from: before.place, to: pages[at + 1]?.place, kind: 'past' });
  });
  return { pages, arcs };
};

/** The pages that an arc begins on and ends on; past the last one for the end. */
export const reachOf = ({ pages }: Graph, { from, to }: Arc): [number, number] => {
  const pageAt = (place: Place) =>
    pages.findIndex((page) => place === page.place || place.startsWith(`${page.place}.`));
  return [pageAt(from), to === undefined ? pages.length : pageAt(to)];
};

/** Arcs beside each other where they would lie on each other: for each its lane, the shortest innermost. */
export const lanesOf = (graph: Graph, most: number): number[] => {
  const reaches = graph.arcs.map((arc, at) => ({ at, reach: reachOf(graph, arc) }));
  const lanes: [number, number][][] = [];
  const found: number[] = graph.arcs.map(() => 0);
  for (const { at, reach } of reaches.toSorted((one, other) => length(one.reach) - length(other.reach))) {
    const free = lanes.findIndex((taken) => taken.every(([from, to]) => reach[0] > to || reach[1] < from));
    const lane = free >= 0 ? free : Math.min(lanes.length, most - 1);
    lanes[lane] = [...(lanes[lane] ?? []), reach];
    found[at] = lane;
  }
  return found;
};
const length = ([from, to]: readonly [number, number]) => to - from;

/** Questions that some condition of the form asks for, by name. */
export const askedFor = (definition: Json, form: Place): Set<string> => {
  const { pages } = graphOf(definition, form);
  const texts = pages
    .flatMap((page) => [page, ...page.stops])
    .flatMap(({ element, condition, leaps }) => [
      condition,
      ...leaps.map((leap) => leap.condition),
      ...[element.requiredIf, element.enableIf, element.expression].map(textOf),
    ]);
  return new Set(texts.flatMap((text) => [...text.matchAll(/\{\s*([A-Za-z]\w*)/g)].map(([, name = '']) => name)));
};
