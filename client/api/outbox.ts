import { useQuery } from '@tanstack/react-query';
import type { Outbox } from '../../server/contract/outbox.ts';
import { call } from './fetcher.ts';

export const useOutbox = () => useQuery({ queryKey: ['outbox'], queryFn: () => call<Outbox>('GET', '/outbox') });
export type { Outbox };
