import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { CreatedUser, NewUser, User, UserChange } from '../../server/contract/user.ts';
import { call, path } from './fetcher.ts';

const key = ['users'];
export const useUsers = () =>
  useQuery({ queryKey: key, queryFn: () => call<{ users: User[] }>('GET', '/users').then((reply) => reply.users) });

const useUserMutation = <Input, Reply>(change: (input: Input) => Promise<Reply>) => {
  const client = useQueryClient();
  return useMutation({ mutationFn: change, onSuccess: () => client.invalidateQueries({ queryKey: key }) });
};
export const useNewUser = () => useUserMutation((body: NewUser) => call<CreatedUser>('POST', '/users', body));
export const useUserChange = () =>
  useUserMutation(({ id, change }: { id: string; change: UserChange }) =>
    call<User>('PATCH', path`/users/${id}`, change),
  );
export const useNewSetupLink = () =>
  useUserMutation((id: string) => call<CreatedUser>('POST', path`/users/${id}/setup-link`));
export type { CreatedUser, NewUser, User, UserChange };
