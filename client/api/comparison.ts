import { useQuery } from '@tanstack/react-query';
import type { ProgrammeComparison } from '../../server/contract/comparison.ts';
import { call, path, query } from './fetcher.ts';

/** @param other undefined while none is chosen */
export const useComparison = (one: string | undefined, other: string | undefined) =>
  useQuery({
    queryKey: ['programmes', one, 'comparison', other],
    enabled: one !== undefined && other !== undefined,
    queryFn: () =>
      call<ProgrammeComparison>('GET', path`/programmes/${one ?? ''}/comparison` + query({ with: other ?? '' })),
  });

export type { GoalPair, LoneGoal, ProgrammeComparison } from '../../server/contract/comparison.ts';
