/** Finds the questions of a form with their paths and the conditions around them. */
import { isJsonObject, type Json, listOf, withCurrentNames } from '../json.ts';
import { join, type Problems } from './problem.ts';

export interface PlacedElement {
  /** With current property names. */
  json: Json;
  path: string;
  /** The condition of every group around it, outermost first. */
  around: string[];
  /** Path of the repeating panel that it stands in. */
  within: string | undefined;
}
export interface PlacedQuestion extends PlacedElement {
  type: string;
}
export interface Layout {
  groups: PlacedElement[];
  questions: PlacedQuestion[];
}

const deepest = 10;

interface Place {
  path: string;
  around: string[];
  within: string | undefined;
}

export function layOut(form: Json, path: string, problems: Problems): Layout {
  const layout: Layout = { groups: [], questions: [] };
  const pagesPath = join(path, 'pages');
  if (listOf(form.pages).length === 0)
    problems.error(pagesPath, 'no-pages', 'a survey has a list of at least one page');
  listOf(form.pages).forEach((page, at) => {
    if (isJsonObject(page))
      enter(page, 'page', { path: join(pagesPath, at), around: [], within: undefined }, layout, problems);
    else problems.error(join(pagesPath, at), 'wrong-shape', 'a page is an object with name and elements');
  });
  return layout;
}

function enter(group: Json, type: string, place: Place, layout: Layout, problems: Problems): void {
  const json = withCurrentNames(type, group);
  layout.groups.push({ json, ...place });
  placeElements(group, json, 'elements', place, layout, problems);
}

/** @param list what the group calls its elements; survey-core takes "questions" for both */
function placeElements(
  group: Json,
  json: Json,
  list: 'elements' | 'templateElements',
  { path, around, within }: Place,
  layout: Layout,
  problems: Problems,
): void {
  const inside = typeof json.visibleIf === 'string' ? [...around, json.visibleIf] : around;
  if (inside.length > deepest || path.length > 500) {
    problems.error(path, 'too-deep', `panels stand in one another at most ${deepest} deep`);
    return;
  }
  const name = 'questions' in group ? 'questions' : list;
  listOf(json[list]).forEach((element, at) => {
    const place = { path: join(join(path, name), at), around: inside, within };
    if (!isJsonObject(element)) problems.error(place.path, 'wrong-shape', 'an element is an object with type and name');
    else if (element.type === 'panel') enter(element, 'panel', place, layout, problems);
    else placeQuestion(element, place, layout, problems);
  });
}

function placeQuestion(element: Json, place: Place, layout: Layout, problems: Problems): void {
  const type = String(element.type);
  const json = withCurrentNames(type, element);
  layout.questions.push({ json, type, ...place });
  // One inside another is refused; what it holds is not looked at.
  if (type === 'paneldynamic' && place.within === undefined)
    placeElements(element, json, 'templateElements', { ...place, within: place.path }, layout, problems);
}
