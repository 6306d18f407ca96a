import { useQuery } from '@tanstack/react-query';
import type { CrossTable, CrossTableChoices, GoalAnalysis } from '../../server/contract/analysis.ts';
import type { Timeline } from '../../server/contract/timeline.ts';
import { call, path, query } from './fetcher.ts';

/** What stands behind a goal, as the one signed in may see it. The former findings stay while new ones are counted. */
export const useGoalAnalysis = (slug: string, goal: string, by: string, enabled: boolean) =>
  useQuery({
    queryKey: ['programmes', slug, 'analysis', goal, by],
    enabled,
    placeholderData: (former: GoalAnalysis | undefined) => (former?.goal === goal ? former : undefined),
    queryFn: () => call<GoalAnalysis>('GET', path`/programmes/${slug}/goals/${goal}/analysis` + query({ by })),
  });

export const useTimeline = (slug: string, goal: string) =>
  useQuery({
    queryKey: ['programmes', slug, 'timeline', goal],
    queryFn: () => call<Timeline>('GET', path`/programmes/${slug}/goals/${goal}/timeline`),
  });

export interface CrossTableAsked {
  population: string;
  survey: string | null;
  row: string;
  column: string;
}

export const useCrossTable = (slug: string, asked: CrossTableAsked | undefined) =>
  useQuery({
    queryKey: ['programmes', slug, 'cross-table', asked],
    enabled: asked !== undefined,
    placeholderData: (former: CrossTable | undefined) => (former?.programme === slug ? former : undefined),
    queryFn: () => call<CrossTable>('GET', path`/programmes/${slug}/cross-table` + query({ ...asked })),
  });

export const useCrossTableChoices = (slug: string) =>
  useQuery({
    queryKey: ['programmes', slug, 'cross-table', 'choices'],
    queryFn: async () => (await call<CrossTableChoices>('GET', path`/programmes/${slug}/cross-table/choices`)).choices,
  });

export type {
  Category,
  Comparison,
  CrossTable,
  CrossTableChoices,
  Distribution,
  GoalAnalysis,
  OutcomeTable,
  PairedChange,
  Side,
  Table,
  Variable,
} from '../../server/contract/analysis.ts';
export type { Timeline, TimelinePoint } from '../../server/contract/timeline.ts';
