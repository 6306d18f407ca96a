// Puts a letter together, as plain text and as simple HTML that says the same.
import type { LocalizedText } from '../domain/surveys/definition.ts';
import { type InvitationText, invitationTexts, setupTexts } from './texts.ts';

export interface Letter {
  to: string;
  subject: string;
  text: string;
  html: string;
  language: string;
}

const escapes: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escaped = (text: string) => text.replace(/[&<>"]/g, (each) => escapes[each] ?? each);

interface Content {
  to: string;
  language: string;
  text: InvitationText;
  values: Record<string, string>;
  link: string;
}

function letter({ to, language, text, values, link }: Content): Letter {
  const filled = (part: string) => part.replace(/\{(\w+)\}/g, (_, name: string) => values[name] ?? '');
  const [greeting, body, once] = [filled(text.greeting), filled(text.body), filled(text.once)];
  const direction = language === 'ar' ? 'rtl' : 'ltr';
  const paragraph = (inner: string) => `<p style="font:17px/1.5 sans-serif">${inner}</p>`;
  return {
    to,
    language,
    subject: filled(text.subject),
    text: [greeting, '', body, '', text.link, link, '', once, ''].join('\n'),
    html: [
      `<!doctype html><html lang="${language}" dir="${direction}"><body>`,
      paragraph(escaped(greeting)),
      paragraph(escaped(body)),
      paragraph(`${escaped(text.link)}<br><a href="${escaped(link)}">${escaped(link)}</a>`),
      paragraph(escaped(once)),
      '</body></html>',
    ].join('\n'),
  };
}

/** In the invitee's language, else in Swedish. */
export function invitationLetter(to: string, language: string | undefined, programme: LocalizedText, link: string) {
  const known = language !== undefined && invitationTexts[language] ? language : 'sv';
  const text = invitationTexts[known] ?? setupTexts.sv;
  return letter({ to, language: known, text, values: { programme: programme[known] ?? programme.sv ?? '' }, link });
}

/** Staff get both languages' text: nobody has asked them yet which they read. */
export function setupLetter(to: string, name: string, link: string, days: number): Letter {
  const values = { name, days: String(days) };
  const swedish = letter({ to, language: 'sv', text: setupTexts.sv, values, link });
  const english = letter({ to, language: 'en', text: setupTexts.en, values, link });
  return { ...swedish, text: `${swedish.text}\n--\n\n${english.text}`, html: `${swedish.html}\n${english.html}` };
}
