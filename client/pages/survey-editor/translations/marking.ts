// Finds a text where a respondent reads it, marks it and scrolls it into sight.
import type { Localized } from '../designer/document/localized.ts';
import { shownText } from '../designer/document/texts.ts';
import type { StillPlace } from './stillPlace.ts';

const mark = 'data-translated';
const squeezed = (text: string) => text.replace(/\s+/g, ' ').trim();
/** As it is read: tags drawn. */
const plain = (text: string, page: Document): string => {
  const drawn = page.implementation.createHTMLDocument();
  drawn.body.innerHTML = text;
  return squeezed(drawn.body.textContent ?? '');
};
/** For an answer, or for the number of an entry. */
const places = /\{[^}]*\}/g;
/** Whatever stands in its places. */
const patternOf = (words: string) =>
  words
    .split(places)
    .map((part) => part.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&'))
    .join('.*');

const fixed: Record<string, string> = { title: 'h1', whoSees: '.who-sees', information: 'details p', thanks: 'h1 + p' };
const onPage: Record<string, string> = { title: '.eyebrow', description: '.page-lead' };

const namedIn = (root: ParentNode, name: string): Element | undefined =>
  [...root.querySelectorAll('[data-name]')].find((each) => each.getAttribute('data-name') === name);

const rootOf = (page: Document, { element, around, at }: StillPlace, first: unknown): Element | null => {
  if (element !== undefined) {
    const group = around === undefined ? page : (namedIn(page, around) ?? page);
    return namedIn(group, element) ?? page.querySelector('main');
  }
  const own = at === 'questions' ? onPage : fixed;
  return page.querySelector(own[String(first)] ?? 'main');
};

/** The innermost elements of which it holds, in the order read. */
const innermost = (root: Element, holds: (text: string) => boolean): Element[] => {
  const all = [...root.querySelectorAll('*')].filter((each) => holds(squeezed(each.textContent ?? '')));
  return all.filter((each) => !all.some((other) => other !== each && each.contains(other)));
};

/** Within the phone alone: the page around it stays where it is. */
const scrollTo = ({ defaultView: view }: Document, target: Element) => {
  if (!view) return;
  const { top, height } = target.getBoundingClientRect();
  view.scrollTo({ top: view.scrollY + top - Math.max(16, (view.innerHeight - height) / 2) });
};

/** @returns whether the text itself was found, and not just the question that it belongs to */
export const markText = (page: Document, place: StillPlace, text: Localized, language: string): boolean => {
  for (const each of page.querySelectorAll(`[${mark}]`)) each.removeAttribute(mark);
  const root = rootOf(page, place, text.steps[0]);
  if (!root) return false;
  const words = plain(shownText(text.value, language), page);
  const isTitle = text.steps[0] === 'title' || text.steps[0] === 'description';
  const isHead = (each: Element) => each.closest('.sd-element__header') !== null;
  const pattern = patternOf(words);
  const found = [new RegExp(`^${pattern}$`), new RegExp(pattern)]
    .map((said) => innermost(root, (own) => said.test(own)))
    .flatMap((all) => [...all.filter((each) => isHead(each) === isTitle), ...all]);
  const isWhole = place.element === undefined && squeezed(root.textContent ?? '') === words;
  const isSilent = words.replace(places, '').trim() === '';
  const target = isWhole || isSilent ? root : (found[0] ?? root);
  target.closest('details')?.setAttribute('open', '');
  target.setAttribute(mark, '');
  scrollTo(page, target);
  return !isSilent && (isWhole || found.length > 0);
};
