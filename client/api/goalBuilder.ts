import { useQuery } from '@tanstack/react-query';
import type { GoalName, GoalPreview, GoalPreviewRequest } from '../../server/contract/goalBuilder.ts';
import type { GoalDefinitions, GoalDefinitionVersion } from '../../server/contract/goalDefinitions.ts';
import { call, path, query } from './fetcher.ts';

export interface CountedRows {
  population: string | undefined;
  survey?: string | undefined;
}

/** What conditions over these rows can ask for; nothing is asked before it is clear which rows. */
export const useGoalNames = (slug: string, { population, survey }: CountedRows) =>
  useQuery({
    queryKey: ['programmes', slug, 'goal-names', population, survey],
    enabled: population !== undefined && (population !== 'responses' || Boolean(survey)),
    queryFn: () =>
      call<{ names: GoalName[] }>('GET', path`/programmes/${slug}/goal-names` + query({ population, survey })).then(
        (reply) => reply.names,
      ),
  });

/** About what the goal comes to. The former one stays while it is counted; undefined asks for none. */
export const useGoalPreview = (slug: string, goal: GoalPreviewRequest | undefined) =>
  useQuery({
    queryKey: ['programmes', slug, 'goal-preview', goal],
    enabled: goal !== undefined,
    retry: false,
    staleTime: 60_000,
    placeholderData: (former: GoalPreview | undefined) => former,
    queryFn: () => call<GoalPreview>('POST', path`/programmes/${slug}/goals/preview`, goal),
  });

/** Newest first. */
export const useGoalDefinitions = (slug: string, goal: string) =>
  useQuery({
    queryKey: ['programmes', slug, 'goal-definitions', goal],
    queryFn: () =>
      call<GoalDefinitions>('GET', path`/programmes/${slug}/goals/${goal}/definitions`).then((reply) => reply.versions),
  });
export type { GoalDefinitionVersion, GoalName, GoalPreview, GoalPreviewRequest };
