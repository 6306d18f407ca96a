import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { Verdict, VerdictChange } from '../../server/contract/programme.ts';
import type { GoalResult, GroupResult, ProgrammeResults, SuppressedGroup } from '../../server/contract/results.ts';
import { call, path, query } from './fetcher.ts';

export interface ResultsFilter {
  by?: string;
  cohort?: string | undefined;
  minDays?: string | undefined;
}
export type AnyGoalResult = ProgrammeResults['goals'][number];

const keyOf = (slug: string) => ['programmes', slug, 'results'];

/** All goals of a programme, as the one signed in may see them. The former figures stay while new ones are counted. */
export const useResults = (slug: string, { by, cohort, minDays }: ResultsFilter) =>
  useQuery({
    queryKey: [...keyOf(slug), by ?? '', cohort ?? '', minDays ?? ''],
    placeholderData: (former: ProgrammeResults | undefined) => (former?.programme === slug ? former : undefined),
    queryFn: () => call<ProgrammeResults>('GET', path`/programmes/${slug}/results` + query({ by, cohort, minDays })),
  });

const useVerdictMutation = <Input, Reply>(slug: string, change: (input: Input) => Promise<Reply>) => {
  const client = useQueryClient();
  return useMutation({
    mutationFn: change,
    onSuccess: () => client.invalidateQueries({ queryKey: ['programmes', slug] }),
  });
};
export const useVerdictChange = (slug: string, goal: string) =>
  useVerdictMutation(slug, (body: VerdictChange) =>
    call<Verdict>('PUT', path`/programmes/${slug}/goals/${goal}/verdict`, body),
  );
export const useVerdictRemoval = (slug: string, goal: string) =>
  useVerdictMutation(slug, () => call<undefined>('DELETE', path`/programmes/${slug}/goals/${goal}/verdict`));

export type { GoalResult, GroupResult, ProgrammeResults, SuppressedGroup, Verdict, VerdictChange };
