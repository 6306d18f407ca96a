/** A survey with a text question that has a mask. */
export type Json = Record<string, unknown>;
export const text = (sv: string) => ({ sv, en: sv });
export const survey = (elements: Json[], own: Json = {}) => ({
  ...{ name: 'exit', version: 1, anonymous: false, locale: 'sv', audience: 'participant', languages: ['sv', 'en'] },
  ...{ machineTranslated: [], title: text('a'), whoSees: text('a'), information: text('a'), thanks: text('a') },
  pages: [{ name: 'p', title: text('Sida'), elements }],
  ...own,
});
export const asked = (own: Json): Json => ({ type: 'text', name: 'zip', title: text('Postnummer'), ...own });
export const pattern = (value: unknown, more: Json = {}) => ({
  maskType: 'pattern',
  maskSettings: { pattern: value, ...more },
});
export const numeric = (maskSettings: Json = {}) => ({ maskType: 'numeric', maskSettings });
export const currency = (maskSettings: Json) => ({ maskType: 'currency', maskSettings });
export const moment = (value: string, more: Json = {}) => ({
  maskType: 'datetime',
  maskSettings: { pattern: value, ...more },
});
