import { useQuery } from '@tanstack/react-query';
import type { Quality } from '../../server/contract/quality.ts';
import { call, path } from './fetcher.ts';

export const useQuality = (slug: string) =>
  useQuery({
    queryKey: ['programmes', slug, 'quality'],
    queryFn: () => call<Quality>('GET', path`/programmes/${slug}/quality`),
  });

export type {
  Quality,
  QualityFinding,
  QualityInvitations,
  QualityPlace,
  QualityQuestion,
  RuleName,
} from '../../server/contract/quality.ts';
