/** Whether the question can be read, and read aloud. */
import { type Json, listOf } from '../../json.ts';
import type { AskedElement } from './asked.ts';
import { type AccessFinding, found, textOf } from './finding.ts';

const isRepeating = (group: Json | undefined) => group?.type === 'paneldynamic';
const placeIn = (group: Json) => group[isRepeating(group) ? 'templateQuestionTitleLocation' : 'questionTitleLocation'];
const placeOf = ({ json, around }: AskedElement): unknown =>
  [json.titleLocation, ...around.toReversed().map(placeIn)].find((place) => place !== undefined && place !== 'default');
const hasText = (text: unknown, languages: readonly string[]) =>
  languages.every((language) => textOf(text, language) !== '');

/** What can be seen in the title's place: a hint, a text right before it, or the title of a panel or entry that holds nothing else. */
function hasOtherLabel({ json, around, before }: AskedElement, languages: readonly string[]): boolean {
  if (hasText(json.description, languages) && json.descriptionLocation !== 'hidden') return true;
  if (before?.type === 'html') return hasText(before.html, languages);
  const group = around.at(-1);
  if (isRepeating(group))
    return listOf(group?.templateElements).length === 1 && hasText(group?.templateTitle, languages);
  return group?.type === 'panel' && listOf(group.elements).length === 1 && hasText(group.title, languages);
}

/** WCAG 2.2, 3.3.2 Labels or Instructions: a hidden title is heard, but those who see the page do not know what is asked. */
export function hiddenTitleOf(asked: AskedElement, languages: readonly string[]): AccessFinding[] {
  const isHidden = asked.type !== 'html' && asked.type !== 'image' && placeOf(asked) === 'hidden';
  return isHidden && !hasOtherLabel(asked, languages) ? [found('hiddenTitle', asked)] : [];
}

/** "t.ex.", "kl.", "SFI": a voice spells them out or runs over them. Numbers are read as they should be. */
const abbreviation =
  /(?<![\p{L}.])(?:(?:\p{L}{1,3}\.){2,}|(?:ca|dvs|etc|ev|exkl|inkl|kl|nr|osv|resp|tfn)\.|\p{Lu}{2,}(?!\p{Ll}))/gu;

/** WCAG 2.2, 3.1.4 Abbreviations (AAA): advice, for those who listen. */
export function abbreviationsOf(asked: AskedElement, languages: readonly string[]): AccessFinding[] {
  const lacks = languages.flatMap((language) => {
    const words = textOf(asked.json.title, language).match(abbreviation) ?? [];
    return words.length > 0 && textOf(asked.json.readAloud, language) === '' ? [{ language, words }] : [];
  });
  if (lacks.length === 0) return [];
  const entries = [...new Set(lacks.flatMap(({ words }) => words))];
  return [found('abbreviation', asked, { languages: lacks.map(({ language }) => language), entries })];
}
