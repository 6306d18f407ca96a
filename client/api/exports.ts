import { useQuery } from '@tanstack/react-query';
import type { ExportList } from '../../server/contract/export.ts';
import { call, path, query } from './fetcher.ts';

export type ExportFormat = 'xlsx' | 'csv' | 'sav';

/** Asked for when it is to be shown: what there is changes with the answers. */
export const useExportList = (slug: string, isAsked: boolean) =>
  useQuery({
    queryKey: ['export', slug],
    queryFn: () => call<ExportList>('GET', path`/programmes/${slug}/export`).then((reply) => reply.tables),
    enabled: isAsked,
  });

/** Followed as a link, so that the browser writes the file while it arrives. */
export const exportAddress = (slug: string, file: string, values: { language?: string; format?: ExportFormat } = {}) =>
  `/api${path`/programmes/${slug}/export/${file}`}${query(values)}`;
