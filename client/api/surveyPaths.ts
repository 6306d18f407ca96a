import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { SurveyWalk, SurveyWays } from '../../server/contract/surveyPaths.ts';
import { call } from './fetcher.ts';

type Half = 'person' | 'coordinator';
const key = ['surveys', 'paths'];
/** The same question is not asked twice while the survey is written. */
const kept = { staleTime: Number.POSITIVE_INFINITY, gcTime: 60_000, placeholderData: keepPreviousData };

/** @param source without errors; undefined while there is none */
export const useWalk = (source: string | undefined, half: Half | undefined, answers: Record<string, unknown>) =>
  useQuery({
    queryKey: [...key, 'walk', source, half, answers],
    enabled: source !== undefined,
    ...kept,
    queryFn: () => call<SurveyWalk>('POST', '/surveys/walk', { source, half, answers }),
  });
export const useWays = (source: string | undefined, half: Half | undefined) =>
  useQuery({
    queryKey: [...key, 'ways', source, half],
    enabled: source !== undefined,
    ...kept,
    queryFn: () => call<SurveyWays>('POST', '/surveys/ways', { source, half }),
  });
export type { SurveyWalk, SurveyWays };
