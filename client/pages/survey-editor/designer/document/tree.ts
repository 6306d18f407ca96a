// A definition as a tree that is never changed in place: what an operation does not touch is the very same object afterwards,
// properties and question types that we know nothing of included.

export type Json = Readonly<Record<string, unknown>>;
/** As the check writes it: `pages[0].elements[1]`, on a card `halves.person.pages[0]`; '' is the whole. */
export type Place = string;
type Segment = string | number;

export const isJson = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
export const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);
export const objectsOf = (value: unknown): Json[] => listOf(value).filter(isJson);
export const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

export const segmentsOf = (place: Place): Segment[] =>
  [...place.matchAll(/\[(\d+)\]|[^.[\]]+/g)].map(([name, at]) => (at === undefined ? name : Number(at)));
export const placeOf = (segments: readonly Segment[]): Place =>
  segments.reduce<string>(
    (place, part) => (typeof part === 'number' ? `${place}[${part}]` : place ? `${place}.${part}` : part),
    '',
  );
export const inside = (place: Place, name: string): Place => (place ? `${place}.${name}` : name);
export const isWithin = (place: Place, outer: Place): boolean =>
  place === outer || place.startsWith(`${outer}.`) || place.startsWith(`${outer}[`);

/** An entry's list and its position there. */
export const entryOf = (place: Place): { list: Place; at: number } => {
  const segments = segmentsOf(place);
  const at = segments.pop();
  if (typeof at !== 'number') throw new Error(`"${place}" is no entry of a list`);
  return { list: placeOf(segments), at };
};
/** The page or panel (or form) that an entry stands in. */
export const groupOf = (place: Place): Place => placeOf(segmentsOf(place).slice(0, -2));

export const readAt = (definition: unknown, place: Place): unknown =>
  segmentsOf(place).reduce<unknown>((node, part) => {
    if (Array.isArray(node)) return typeof part === 'number' ? node[part] : undefined;
    return isJson(node) && Object.hasOwn(node, part) ? node[part] : undefined;
  }, definition);
export const objectAt = (definition: Json, place: Place): Json | undefined => {
  const found = readAt(definition, place);
  return isJson(found) ? found : undefined;
};

const changed = (node: unknown, [part, ...rest]: Segment[], change: (value: unknown) => unknown): unknown => {
  if (part === undefined) return change(node);
  if (typeof part === 'number')
    return listOf(node).map((each, at) => (at === part ? changed(each, rest, change) : each));
  const object = isJson(node) ? node : {};
  const value = changed(Object.hasOwn(object, part) ? object[part] : undefined, rest, change);
  if (value !== undefined) return { ...object, [part]: value };
  const { [part]: _gone, ...others } = object;
  return others;
};
/** The order of the properties stays; one that becomes undefined goes. */
export const changeAt = (definition: Json, place: Place, change: (value: unknown) => unknown): Json =>
  changed(definition, segmentsOf(place), change) as Json;
export const putAt = (definition: Json, place: Place, value: unknown): Json => changeAt(definition, place, () => value);

/** What a page or panel calls its elements: SurveyJS takes both names. */
export const elementsName = (group: Json): string => {
  if ('questions' in group) return 'questions';
  return group.type === 'paneldynamic' ? 'templateElements' : 'elements';
};
/** Questions stand in it: a panel, or a repeating one, which is a question too. */
export const isGroup = ({ type }: Json): boolean => type === 'panel' || type === 'paneldynamic';
export const elementsPlace = (definition: Json, group: Place): Place =>
  inside(group, elementsName(objectAt(definition, group) ?? {}));
export const elementsIn = (group: Json): Json[] => objectsOf(group[elementsName(group)]);

export type Half = 'person' | 'coordinator';
export const halves: readonly Half[] = ['person', 'coordinator'];
export const isCard = (definition: Json): boolean => isJson(definition.halves);
/** Where the forms of a definition stand: a card's two halves, or the whole. */
export const formPlaces = (definition: Json): Place[] =>
  isCard(definition) ? halves.map((half) => `halves.${half}`) : [''];
export const formOf = (place: Place): Place => /^halves\.\w+/.exec(place)?.[0] ?? '';

const element =
  /^(?:halves\.(?:person|coordinator))?(?:\.?pages\[\d+\])?(?:\.(?:elements|questions|templateElements)\[\d+\])*/;
/** The innermost question, panel or page that a place lies in; '' or a half when it lies in none. */
export const elementOf = (place: Place): Place => element.exec(place)?.[0] ?? '';

/** '' when it stands on none. */
export const pagePlaceOf = (place: Place): Place => /^(?:halves\.\w+\.)?pages\[\d+\]/.exec(place)?.[0] ?? '';

/** The page that a selection stands on, for the preview; undefined for the whole survey. */
export const shownAt = (
  definition: Json,
  place: Place | undefined,
): { half: Half | undefined; page: string } | undefined => {
  const page = place === undefined ? '' : pagePlaceOf(place);
  if (page === '') return undefined;
  const half = halves.find((each) => page.startsWith(`halves.${each}`));
  return { half, page: textOf(objectAt(definition, page)?.name) };
};

export interface Placed {
  element: Json;
  place: Place;
}
const below = (group: Json, place: Place): Placed[] =>
  listOf(group[elementsName(group)]).flatMap((element, at) => {
    if (!isJson(element)) return [];
    const here = `${inside(place, elementsName(group))}[${at}]`;
    return [{ element, place: here }, ...(isGroup(element) ? below(element, here) : [])];
  });
export const pagesOf = (definition: Json, form: Place): Placed[] =>
  listOf(readAt(definition, inside(form, 'pages'))).flatMap((page, at) =>
    isJson(page) ? [{ element: page, place: `${inside(form, 'pages')}[${at}]` }] : [],
  );
/** Questions and panels of a form in the order asked, each panel before what it holds. */
export const elementsOf = (definition: Json, form: Place): Placed[] =>
  pagesOf(definition, form).flatMap(({ element, place }) => below(element, place));
export const questionsOf = (definition: Json, form: Place): Placed[] =>
  elementsOf(definition, form).filter(({ element }) => element.type !== 'panel');
/** The repeating panel that a place lies in, itself not; undefined when in none. */
export const repeatingAround = (definition: Json, place: Place): Place | undefined => {
  const segments = segmentsOf(place);
  for (let end = segments.length - 1; end > 0; end--) {
    const around = placeOf(segments.slice(0, end));
    if (objectAt(definition, around)?.type === 'paneldynamic') return around;
  }
  return undefined;
};
export const languagesOf = (form: Json | undefined): string[] => {
  const named = listOf(form?.languages).filter((each) => typeof each === 'string');
  return named.length > 0 ? named : ['sv'];
};
