// Why a changed question can be compared all the same: both wordings are the bank's, and were declared comparable there.
import { useTranslation } from 'react-i18next';
import type { Item } from '../../api/items.ts';
import { useItem } from '../../api/items.ts';
import { changesMeaning } from '../../components/item/changes.ts';
import { referenceOf } from '../../components/item/question.ts';
import { differencesFrom } from './designer/document/items.ts';
import type { Json } from './designer/document/tree.ts';

const isOwn = (item: Item, version: number, element: Json) => {
  const saved = item.versions.find((each) => each.version === version);
  return saved !== undefined && !differencesFrom({ ...saved, name: item.name }, element).some(changesMeaning);
};

/** @param was as published @param changes since then @returns undefined unless the bank vouches for all of the change */
export const useItemReason = (
  was: Json | undefined,
  is: Json | undefined,
  changes: readonly string[],
): string | undefined => {
  const { t } = useTranslation('items');
  const [from, to] = [was && referenceOf(was), is && referenceOf(is)];
  const isSame = from !== undefined && from.name === to?.name && from.version < to.version;
  const item = useItem(to?.name ?? '', isSame).data;
  if (!isSame || !item || !was || !is || changes.includes('the condition for being asked changed')) return undefined;
  const between = item.versions.filter(({ version }) => version > from.version && version <= to.version);
  const isVouched = between.every(({ comparison }) => comparison !== null && comparison.status !== 'notComparable');
  if (!isVouched || !isOwn(item, from.version, was) || !isOwn(item, to.version, is)) return undefined;
  const reason = between.map(({ note }) => note).join(' ');
  return t('reasonFromBank', { name: item.name, from: from.version, to: to.version, reason }).trim();
};
