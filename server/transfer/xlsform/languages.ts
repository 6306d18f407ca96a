// Which language a header means: `Svenska (sv)`, `sv`, `Svenska`, `Swedish` are all Swedish.

const codes = (
  'aa af ak am ar az be bg bn bo bs ca ckb cs cy da de dv el en es et eu fa ff fi fr ga gl gu ha he hi hr ht hu hy id ig ' +
  'is it ja ka kk km kmr kn ko ku ky lo lt lv mk ml mn mr ms my nb ne nl nn no om or pa pl prs ps pt qu ro ru rw sd si ' +
  'sk sl sm sn so sq sr sv sw ta te tg th ti tk tl tr ug uk ur uz vi wo xh yo zh zu'
).split(' ');

/** By name in lower case: in the language itself, in English and in Swedish (CLDR, which Node brings). */
const byName = new Map<string, string>();
for (const names of [(code: string) => code, () => 'en', () => 'sv'])
  for (const code of codes) {
    const name = new Intl.DisplayNames([names(code)], { type: 'language', fallback: 'none' }).of(code);
    if (name !== undefined && !byName.has(name.toLowerCase())) byName.set(name.toLowerCase(), code);
  }

/** BCP 47 without a region, in lower case; undefined for what is no language that is known here. */
export function languageCode(header: string): string | undefined {
  if (header.length > 100) return undefined;
  const [, name = header, code] = /^(.*?)\s*\(([^()]*)\)\s*$/.exec(header.trim()) ?? [];
  return known(code) ?? known(name) ?? byName.get(name.trim().toLowerCase());
}

function known(code: string | undefined): string | undefined {
  const base = /^([a-z]{2,3})(?:[-_][a-z0-9]{2,8})*$/i.exec(code?.trim() ?? '')?.[1]?.toLowerCase();
  return base !== undefined && codes.includes(base) ? base : undefined;
}

/** The participant's page has words of its own ("Next", "Send") in these. */
export const pageLanguages: readonly string[] = ['sv', 'en', 'ar', 'uk', 'so', 'ti'];

/** English, for remarks. */
export function languageName(code: string): string {
  return new Intl.DisplayNames(['en'], { type: 'language' }).of(code) ?? code;
}
