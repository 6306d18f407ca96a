import type { Item, ItemSummary, ItemUse, ItemVersion } from '../../../server/contract/item.ts';

export const questionText = 'Hur mår du?';
export const buildItemVersion = (overrides: Partial<ItemVersion> = {}): ItemVersion => ({
  ...{ version: 1, theme: 'bip', source: { sv: 'Efter den danska BIP-studien' }, note: '', by: 'Stegvis' },
  ...{ at: '2026-01-05T10:00:00Z', comparison: null },
  question: {
    type: 'radiogroup',
    name: 'health',
    title: { sv: questionText, en: 'How are you?' },
    choices: [
      { value: 'well', text: { sv: 'Bra', en: 'Well' } },
      { value: 'badly', text: { sv: 'Dåligt', en: 'Badly' } },
    ],
  },
  ...overrides,
});
export const buildItemSummary = (overrides: Partial<ItemSummary> = {}): ItemSummary => ({
  ...buildItemVersion(),
  ...{ name: 'bip-health', programme: null, used: { drafts: 0, published: 0 } },
  ...overrides,
});
export const firstVersion = buildItemVersion();
export const secondVersion = buildItemVersion({
  ...{ version: 2, by: 'Ali Exempel', note: 'Rakare fråga.' },
  question: { ...firstVersion.question, title: { sv: 'Hur är hälsan?', en: 'How are you?' } },
  comparison: { status: 'comparable', reasons: ['the Swedish wording changed', 'declared: Samma mening.'] },
});
/** In its second version. */
export const buildItem = (uses: ItemUse[] = []): Item => ({
  ...buildItemSummary(secondVersion),
  versions: [firstVersion, secondVersion],
  uses,
});
export const stale = { status: 409, body: { status: 409, code: 'stale-revision', title: 'Stale' } };
export const judged = { problems: [], comparison: null };
