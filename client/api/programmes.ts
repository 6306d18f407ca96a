import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type {
  NewProgramme,
  ProgrammeChange,
  ProgrammeDocument,
  ProgrammeSummary,
} from '../../server/contract/programme.ts';
import { call, path } from './fetcher.ts';

export const useProgrammes = () =>
  useQuery({
    queryKey: ['programmes'],
    queryFn: () => call<{ programmes: ProgrammeSummary[] }>('GET', '/programmes').then((reply) => reply.programmes),
  });

export const useProgramme = (slug: string) =>
  useQuery({
    queryKey: ['programmes', slug],
    queryFn: () => call<ProgrammeDocument>('GET', path`/programmes/${slug}`),
  });

export const useNewProgramme = () => {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: NewProgramme) => call<ProgrammeDocument>('POST', '/programmes', body),
    onSuccess: () => client.invalidateQueries({ queryKey: ['programmes'] }),
  });
};

export const useProgrammeChange = (slug: string) => {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: ProgrammeChange) => call<ProgrammeDocument>('PUT', path`/programmes/${slug}`, body),
    onSuccess: (document) => {
      client.setQueryData(['programmes', slug], document);
      void client.invalidateQueries({ queryKey: ['waves', slug] });
      return client.invalidateQueries({ queryKey: ['programmes'] });
    },
  });
};
export type { ProgrammeDocument, ProgrammeSummary };
