import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { CreatedResultToken, ResultToken } from '../../server/contract/resultToken.ts';
import { call, path } from './fetcher.ts';

export const useResultTokens = (slug: string) =>
  useQuery({
    queryKey: ['tokens', slug],
    queryFn: () =>
      call<{ tokens: ResultToken[] }>('GET', path`/programmes/${slug}/tokens`).then((reply) => reply.tokens),
  });

export const useNewResultToken = (slug: string) => {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (label: string) => call<CreatedResultToken>('POST', path`/programmes/${slug}/tokens`, { label }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['tokens', slug] }),
  });
};

export const useRevokedResultToken = (slug: string) => {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => call('DELETE', path`/programmes/${slug}/tokens/${id}`),
    onSuccess: () => client.invalidateQueries({ queryKey: ['tokens', slug] }),
  });
};
export type { CreatedResultToken, ResultToken };
