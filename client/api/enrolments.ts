// People of the coordinator's site. Every reading of a person's page is logged by the server, so it is read when it is
// opened and not again by itself.
import { type QueryClient, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type {
  ActivityForm,
  AssessmentView,
  Card,
  EnrolmentChange,
  EnrolmentPage,
  EnrolmentSummary,
  Erased,
  ExitForm,
  FollowUpForm,
  InterventionForm,
  NewEnrolment,
} from '../../server/contract/enrolment.ts';
import { call, path, query } from './fetcher.ts';

export type CardHalf = 'person' | 'coordinator';
const listKey = (slug: string) => ['enrolments', slug];
const pageKey = (slug: string, enrolment: string) => ['enrolments', slug, enrolment];

export const useEnrolments = (slug: string) =>
  useQuery({
    queryKey: listKey(slug),
    queryFn: () =>
      call<{ enrolments: EnrolmentSummary[] }>('GET', path`/programmes/${slug}/enrolments`).then(
        (reply) => reply.enrolments,
      ),
  });

export const useEnrolmentPage = (slug: string, enrolment: string) =>
  useQuery({
    queryKey: pageKey(slug, enrolment),
    queryFn: () => call<EnrolmentPage>('GET', path`/programmes/${slug}/enrolments/${enrolment}`),
    staleTime: 10_000,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  });

/** The list and the goals follow from what is registered. */
const moved = (client: QueryClient, slug: string) =>
  Promise.all([
    client.invalidateQueries({ queryKey: listKey(slug), exact: true }),
    client.invalidateQueries({ queryKey: ['results', slug] }),
  ]);

export const useNewEnrolment = (slug: string) => {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: NewEnrolment) => call<EnrolmentPage>('POST', path`/programmes/${slug}/enrolments`, body),
    onSuccess: (page) => {
      client.setQueryData(pageKey(slug, page.enrolment), page);
      return moved(client, slug);
    },
  });
};

/** A change of one person, whose reply is the whole page. */
const usePageMutation = <Input>(
  slug: string,
  enrolment: string,
  change: (base: string, input: Input) => Promise<EnrolmentPage>,
) => {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (input: Input) => change(path`/programmes/${slug}/enrolments/${enrolment}`, input),
    onSuccess: (page) => {
      client.setQueryData(pageKey(slug, enrolment), page);
      return moved(client, slug);
    },
  });
};
export const useEnrolmentChange = (slug: string, enrolment: string) =>
  usePageMutation(slug, enrolment, (base, body: EnrolmentChange) => call('PATCH', base, body));
export const usePutActivity = (slug: string, enrolment: string) =>
  usePageMutation(slug, enrolment, (base, body: ActivityForm) => call('POST', `${base}/activities`, body));
export const useDeleteActivity = (slug: string, enrolment: string) =>
  usePageMutation(slug, enrolment, (base, date: string) => call('DELETE', base + path`/activities/${date}`));
export const usePutIntervention = (slug: string, enrolment: string) =>
  usePageMutation(slug, enrolment, (base, body: InterventionForm) => call('POST', `${base}/interventions`, body));
export const useDeleteIntervention = (slug: string, enrolment: string) =>
  usePageMutation(slug, enrolment, (base, { type, start }: { type: string; start: string }) =>
    call('DELETE', base + path`/interventions/${type}/${start}`),
  );
export const usePutExit = (slug: string, enrolment: string) =>
  usePageMutation(slug, enrolment, (base, body: ExitForm) => call('PUT', `${base}/exit`, body));
export const useDeleteExit = (slug: string, enrolment: string) =>
  usePageMutation(slug, enrolment, (base, _: undefined) => call('DELETE', `${base}/exit`));
export const useNewFollowUp = (slug: string, enrolment: string) =>
  usePageMutation(slug, enrolment, (base, body: FollowUpForm) => call('POST', `${base}/follow-ups`, body));

/** The page is of nobody afterwards: leave it. */
export const useErasure = (slug: string, enrolment: string) => {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => call<Erased>('DELETE', path`/programmes/${slug}/enrolments/${enrolment}/person`),
    onSuccess: () => moved(client, slug),
  });
};

/** @param version of a card that was begun; null: the one in force. A card that has begun is never shown as another. */
export const useCard = (slug: string, version: number | null = null, enabled = true) =>
  useQuery({
    queryKey: ['card', slug, version],
    enabled,
    staleTime: 5 * 60_000,
    queryFn: () => call<Card>('GET', path`/programmes/${slug}/card` + query({ version })),
  });

const withAssessment = (page: EnrolmentPage, changed: AssessmentView): EnrolmentPage => ({
  ...page,
  assessments: [...page.assessments.filter((each) => each.date !== changed.date), changed].sort((one, other) =>
    one.date.localeCompare(other.date),
  ),
});

const useAssessmentMutation = <Input>(
  slug: string,
  enrolment: string,
  change: (base: string, input: Input) => Promise<AssessmentView>,
) => {
  const client = useQueryClient();
  return useMutation({
    // Whether there is a network is found out by asking: what waits is kept by the page, not by the query client.
    networkMode: 'always',
    mutationFn: (input: Input) => change(path`/programmes/${slug}/enrolments/${enrolment}/assessments`, input),
    onSuccess: (assessment) => {
      client.setQueryData<EnrolmentPage>(pageKey(slug, enrolment), (page) => page && withAssessment(page, assessment));
      return moved(client, slug);
    },
  });
};
export const useNewAssessment = (slug: string, enrolment: string) =>
  useAssessmentMutation(slug, enrolment, (base, date: string) => call('POST', base, { date }));
export const usePutHalf = (slug: string, enrolment: string, date: string, half: CardHalf) =>
  useAssessmentMutation(slug, enrolment, (base, answers: Record<string, unknown>) =>
    call('PUT', `${base}${path`/${date}/`}${half}`, { answers }),
  );
export const useDeleteAssessment = (slug: string, enrolment: string) => {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (date: string) =>
      call<undefined>('DELETE', path`/programmes/${slug}/enrolments/${enrolment}/assessments/${date}`),
    onSuccess: () => client.invalidateQueries({ queryKey: listKey(slug) }),
  });
};
export type { AssessmentView, EnrolmentPage, EnrolmentSummary };
