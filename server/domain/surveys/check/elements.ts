/** Finds the questions of a form with their paths and the conditions around them. */
import { isJsonObject, type Json, listOf, withCurrentNames } from '../json.ts';
import { join, type Problems } from './problem.ts';

export interface PlacedElement {
  /** With current property names. */
  json: Json;
  path: string;
  /** The condition of every group around it, outermost first. */
  around: string[];
}
export interface PlacedQuestion extends PlacedElement {
  type: string;
}
export interface Layout {
  groups: PlacedElement[];
  questions: PlacedQuestion[];
}

const deepest = 10;

export function layOut(form: Json, path: string, problems: Problems): Layout {
  const layout: Layout = { groups: [], questions: [] };
  const pagesPath = join(path, 'pages');
  if (listOf(form.pages).length === 0)
    problems.error(pagesPath, 'no-pages', 'a survey has a list of at least one page');
  listOf(form.pages).forEach((page, at) => {
    if (isJsonObject(page)) enter(page, 'page', join(pagesPath, at), [], layout, problems);
    else problems.error(join(pagesPath, at), 'wrong-shape', 'a page is an object with name and elements');
  });
  return layout;
}

function enter(group: Json, type: string, path: string, around: string[], layout: Layout, problems: Problems): void {
  const json = withCurrentNames(type, group);
  layout.groups.push({ json, path, around });
  const inside = typeof json.visibleIf === 'string' ? [...around, json.visibleIf] : around;
  if (inside.length > deepest || path.length > 500) {
    problems.error(path, 'too-deep', `panels stand in one another at most ${deepest} deep`);
    return;
  }
  const name = 'questions' in group ? 'questions' : 'elements';
  listOf(json.elements).forEach((element, at) => {
    const place = join(join(path, name), at);
    if (!isJsonObject(element)) problems.error(place, 'wrong-shape', 'an element is an object with type and name');
    else if (element.type === 'panel') enter(element, 'panel', place, inside, layout, problems);
    else
      layout.questions.push({
        json: withCurrentNames(String(element.type), element),
        type: String(element.type),
        path: place,
        around: inside,
      });
  });
}
