import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { Report, ReportChange } from '../../server/contract/report.ts';
import type { Comparison, NewSnapshot, Snapshot, SnapshotHead } from '../../server/contract/snapshot.ts';
import { call, fetchFile, path, query } from './fetcher.ts';

const keyOf = (slug: string) => ['programmes', slug, 'snapshots'];
const addressOf = (slug: string, id: string) => path`/programmes/${slug}/snapshots/${id}`;

/** Newest first. */
export const useSnapshots = (slug: string) =>
  useQuery({
    queryKey: keyOf(slug),
    queryFn: () =>
      call<{ snapshots: SnapshotHead[] }>('GET', path`/programmes/${slug}/snapshots`).then((reply) => reply.snapshots),
  });

/** Never asked for again: what is frozen does not change. */
export const useSnapshot = (slug: string, id: string) =>
  useQuery({
    queryKey: [...keyOf(slug), id],
    staleTime: Number.POSITIVE_INFINITY,
    queryFn: () => call<Snapshot>('GET', addressOf(slug, id)),
  });

export const useNewSnapshot = (slug: string) => {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: NewSnapshot) => call<Snapshot>('POST', path`/programmes/${slug}/snapshots`, body),
    onSuccess: (made) => {
      client.setQueryData([...keyOf(slug), made.id], made);
      return client.invalidateQueries({ queryKey: keyOf(slug), exact: true });
    },
  });
};

export const useSnapshotComparison = (slug: string, id: string) =>
  useQuery({
    queryKey: [...keyOf(slug), id, 'comparison'],
    queryFn: () => call<Comparison>('GET', `${addressOf(slug, id)}/comparison`),
  });

export const fetchReport = (slug: string, id: string) => call<Report>('GET', `${addressOf(slug, id)}/report`);
export const saveReport = (slug: string, id: string, body: ReportChange) =>
  call<Report>('PUT', `${addressOf(slug, id)}/report`, body);
/** Fetched once, when the page opens: what is being written is not replaced under the writer's hands. */
export const useReport = (slug: string, id: string) =>
  useQuery({
    queryKey: [...keyOf(slug), id, 'report'],
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
    queryFn: () => fetchReport(slug, id),
  });

export type ReportFile = 'pdf' | 'docx';
export const fetchReportFile = (slug: string, id: string, file: ReportFile, language: Report['language']) =>
  fetchFile(`${addressOf(slug, id)}/report.${file}${query({ language })}`);

export type { Comparison, NewSnapshot, Report, ReportChange, Snapshot, SnapshotHead };
