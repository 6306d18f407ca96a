// Inside a repeating panel a condition says {panel.name} for a question of the same entry, and {name} for one outside. When
// questions are moved in or out, what names them follows.
import { isExpression } from './names.ts';
import { changeAt, elementsOf, isGroup, isJson, type Json, type Place, repeatingAround } from './tree.ts';

const mention = /\{\s*(panel\.)?([A-Za-z][A-Za-z0-9_]*)((?:-Comment|[.[][^}]*)?)\s*\}/g;
type Homes = ReadonlyMap<string, Place | undefined>;

const inText = (text: string, home: Place | undefined, homes: Homes): string =>
  text.replace(mention, (whole, _panel: string | undefined, name: string, rest: string) => {
    if (!homes.has(name)) return whole;
    const its = homes.get(name);
    // From outside nobody sees into an entry: that stands as it is, and the check says so.
    return its !== undefined && its === home ? `{panel.${name}${rest}}` : `{${name}${rest}}`;
  });

/** What the element itself says, not what stands in it. */
const rescopedValue = (property: string, value: unknown, change: (text: string) => string): unknown => {
  if (typeof value === 'string') return isExpression(property) ? change(value) : value;
  if (Array.isArray(value)) return value.map((each) => (isJson(each) ? rescopedObject(each, change) : each));
  return value;
};
const held = new Set(['elements', 'questions', 'templateElements']);
const rescopedObject = (object: Json, change: (text: string) => string): Json => {
  const entries = Object.entries(object).map(
    ([name, value]) => [name, held.has(name) ? value : rescopedValue(name, value, change)] as const,
  );
  return JSON.stringify(Object.fromEntries(entries)) === JSON.stringify(object) ? object : Object.fromEntries(entries);
};

/** Each condition of the form names the questions as it has to from where it stands. */
export const rescoped = (definition: Json, form: Place): Json => {
  const elements = elementsOf(definition, form);
  if (!elements.some(({ element }) => element.type === 'paneldynamic')) return definition;
  const homes: Homes = new Map(
    elements
      .filter(({ element }) => !isGroup(element) || element.type === 'paneldynamic')
      .map(({ element, place }) => [String(element.name), repeatingAround(definition, place)]),
  );
  return elements.reduce((whole, { place }) => {
    const home = repeatingAround(definition, place);
    return changeAt(whole, place, (element) =>
      isJson(element) ? rescopedObject(element, (text) => inText(text, home, homes)) : element,
    );
  }, definition);
};
