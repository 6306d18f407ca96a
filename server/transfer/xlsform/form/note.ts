import { translateCondition } from '../xpath/translate.ts';
import { type Element, type Form, translated } from './element.ts';
import type { Asked } from './rows.ts';

/** A text between the questions. undefined when it says nothing. */
export function note({ row, name }: Asked, form: Form): Element | undefined {
  const label = form.texts.find(row, 'label');
  const hint = form.texts.find(row, 'hint');
  if (!label && !hint) {
    form.remarks.add(row.place('label'), '', 'text', 'the note has no label; it is left out');
    return undefined;
  }
  const visibleIf = translated(form, row, 'relevant', 'expression', translateCondition);
  const texts = [label, hint].flatMap((found) => (found ? [found.texts] : []));
  const languages = form.texts.languages.filter((language) => texts.some((text) => text[language] !== undefined));
  const inLanguage = (language: string) => texts.flatMap((text) => paragraphs(text[language] ?? '')).join('');
  return {
    type: 'html',
    name,
    html: Object.fromEntries(languages.map((language) => [language, inLanguage(language)])),
    ...(visibleIf !== undefined && visibleIf !== 'true' && { visibleIf }),
  };
}

function paragraphs(text: string): string[] {
  return text
    .split(/\n\s*\n/)
    .filter((part) => part.trim() !== '')
    .map((part) => `<p>${escaped(part.trim()).replaceAll('\n', '<br>')}</p>`);
}

/** A text stays a text: also words that would be refused as code are written so that they are none. */
function escaped(text: string): string {
  const signs: Readonly<Record<string, string>> = { '<': '&lt;', '>': '&gt;', '&': '&amp;', '"': '&quot;' };
  return text
    .replace(/[<>&"]/g, (sign) => signs[sign] ?? sign)
    .replace(/(\bon[a-z]+\s*)=/gi, '$1&#61;')
    .replace(/(javascript|data):/gi, '$1&#58;');
}
