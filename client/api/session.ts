import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { CurrentSession, Session, Setup, SetupInformation, SignIn } from '../../server/contract/session.ts';
import { ApiProblem, call, path } from './fetcher.ts';

const key = ['session'];

/** The one signed in, or null. */
export const useSession = () =>
  useQuery({
    queryKey: key,
    staleTime: 60_000,
    queryFn: () =>
      call<CurrentSession>('GET', '/session').catch((error: unknown) => {
        if (error instanceof ApiProblem && error.status === 401) return null;
        throw error;
      }),
  });

const useSessionChange = <Input>(change: (input: Input) => Promise<Session | null>) => {
  const client = useQueryClient();
  return useMutation({
    mutationFn: change,
    onSuccess: (session) => {
      client.clear();
      client.setQueryData(key, session);
    },
  });
};
export const useSignIn = () => useSessionChange((form: SignIn) => call<Session>('POST', '/session', form));
/** Proves that the coordinator is back at the tablet; what is on the page stays. */
export const useUnlock = () => useMutation({ mutationFn: (form: SignIn) => call<Session>('POST', '/session', form) });
export const useSignOut = () => useSessionChange(() => call<null>('DELETE', '/session').then(() => null));

export const useSetupInformation = (token: string) =>
  useQuery({ queryKey: ['setup', token], queryFn: () => call<SetupInformation>('GET', path`/setup/${token}`) });
export const useSetup = (token: string) =>
  useSessionChange((form: Setup) => call<Session>('POST', path`/setup/${token}`, form));
export type { CurrentSession };
