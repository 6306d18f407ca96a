import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { CreatedInvitations, InvitationCounts, NewInvitations } from '../../server/contract/invitation.ts';
import { call, path } from './fetcher.ts';

export const useInvitationCounts = (slug: string) =>
  useQuery({
    queryKey: ['invitations', slug],
    queryFn: () =>
      call<InvitationCounts>('GET', path`/programmes/${slug}/invitations`).then((reply) => reply.invitations),
  });

export const useNewInvitations = (slug: string) => {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: NewInvitations) => call<CreatedInvitations>('POST', path`/programmes/${slug}/invitations`, body),
    onSuccess: () =>
      Promise.all([
        client.invalidateQueries({ queryKey: ['invitations', slug] }),
        client.invalidateQueries({ queryKey: ['enrolments', slug] }),
      ]),
  });
};
export type { CreatedInvitations, NewInvitations };
