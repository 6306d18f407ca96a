import { useQuery } from '@tanstack/react-query';
import type { FunderReport } from '../../server/contract/funderReport.ts';
import { call, path, query } from './fetcher.ts';

export interface FunderQuestion {
  /** 2025-03 */
  month: string;
  language: string;
}
const addressOf = (slug: string) => path`/programmes/${slug}/funder-report`;

/** The former month's counts stay while another's are counted. @param asked undefined: nothing is asked for */
export const useFunderReport = (slug: string, asked: FunderQuestion | undefined) =>
  useQuery({
    queryKey: ['programmes', slug, 'funder-report', asked?.month, asked?.language],
    enabled: asked !== undefined,
    placeholderData: (former: FunderReport | undefined) => (former?.programme === slug ? former : undefined),
    queryFn: () => call<FunderReport>('GET', addressOf(slug) + query({ ...asked })),
  });

/** Followed as a link, so that the browser saves the file under the server's name for it. */
export const funderCsvAddress = (slug: string, asked: FunderQuestion) =>
  `/api${addressOf(slug)}.csv${query({ ...asked })}`;

export type { FunderReport };
