// Which items a search finds: in their names, and in every text in every language.
import type { ItemSummary } from '../../../server/contract/item.ts';

const textsOf = (value: unknown): string[] => {
  if (typeof value === 'string') return value.startsWith('data:') ? [] : [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsOf) : [];
};
const plain = (text: string) => text.toLocaleLowerCase('sv').normalize('NFC');

/** Every word of the search stands somewhere. */
export const foundItems = <Item extends Pick<ItemSummary, 'name' | 'theme' | 'source' | 'question'>>(
  items: readonly Item[],
  search: string,
  theme: string,
): Item[] => {
  const words = plain(search).split(/\s+/).filter(Boolean);
  return items.filter((item) => {
    if (theme !== '' && item.theme !== theme) return false;
    if (words.length === 0) return true;
    const text = plain([item.name, ...textsOf(item.source), ...textsOf(item.question)].join('\n'));
    return words.every((word) => text.includes(word));
  });
};
