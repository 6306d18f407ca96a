import { useMutation, useQueries, useQuery, useQueryClient } from '@tanstack/react-query';
import type {
  Item,
  ItemChange,
  ItemComparison,
  ItemJudgement,
  ItemSummary,
  ItemUse,
  ItemVersion,
  NewItem,
} from '../../server/contract/item.ts';
import { call, path, query } from './fetcher.ts';

const key = ['items'];

/** Those for all programmes and, with a programme, its own beside them; each in its latest version. */
export const useItems = (programme: string | null, enabled = true) =>
  useQuery({
    queryKey: [...key, 'list', programme],
    enabled,
    queryFn: () => call<{ items: ItemSummary[] }>('GET', `/items${query({ programme })}`).then((reply) => reply.items),
  });

/** With its history and its uses. */
const oneItem = (name: string) => ({
  queryKey: [...key, 'one', name],
  queryFn: () => call<Item>('GET', path`/items/${name}`),
});
export const useItem = (name: string, enabled = true) => useQuery({ ...oneItem(name), enabled });

/** Those that have been fetched so far. */
export const useItemHistories = (names: readonly string[]): Item[] =>
  useQueries({
    queries: names.map(oneItem),
    combine: gathered,
  });
const gathered = (results: { data: Item | undefined }[]) => results.flatMap(({ data }) => data ?? []);

/** How a question would do in the bank, as a new version of `name` where it has one. */
export const useItemJudgement = (name: string | undefined, question: Record<string, unknown>, enabled = true) =>
  useQuery({
    queryKey: [...key, 'check', name, JSON.stringify(question)],
    enabled,
    gcTime: 0,
    placeholderData: (before) => before,
    queryFn: () => call<ItemJudgement>('POST', '/items/check', { ...(name && { name }), question }),
  });

const useItemMutation = <Input>(change: (input: Input) => Promise<Item>) => {
  const client = useQueryClient();
  return useMutation({
    mutationFn: change,
    onSuccess: () => client.invalidateQueries({ queryKey: key }),
  });
};
export const useNewItem = () => useItemMutation((body: NewItem) => call<Item>('POST', '/items', body));
export const useItemChange = (name: string) =>
  useItemMutation((body: ItemChange) => call<Item>('POST', path`/items/${name}/versions`, body));
export type { Item, ItemComparison, ItemJudgement, ItemSummary, ItemUse, ItemVersion };
