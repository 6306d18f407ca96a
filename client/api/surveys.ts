import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { DraftComparison, QuestionComparison } from '../../server/contract/questionComparison.ts';
import type {
  DraftChange,
  NewSurvey,
  Publication,
  Published,
  SourceJudgement,
  SurveyDraft,
  SurveyProblem,
  SurveySummary,
  SurveyVersion,
  TryoutLink,
  WriterReply,
} from '../../server/contract/survey.ts';
import type { SurveyReview } from '../../server/contract/surveyReview.ts';
import { call, path, query } from './fetcher.ts';

/** `programme` is the slug of the programme that a survey belongs to; null when all programmes may use it. */
export interface SurveyAddress {
  name: string;
  programme: string | null;
}
const key = ['surveys'];

/** Those for all programmes and, with a programme, its own beside them. */
export const useSurveys = (programme: string | null = null, enabled = true) =>
  useQuery({
    queryKey: [...key, 'list', programme],
    enabled,
    queryFn: () =>
      call<{ surveys: SurveySummary[] }>('GET', `/surveys${query({ programme })}`).then((reply) => reply.surveys),
  });

export const useSurveyVersion = ({ name, programme }: SurveyAddress, version: number | undefined) =>
  useQuery({
    queryKey: [...key, 'version', programme, name, version],
    enabled: version !== undefined,
    staleTime: Number.POSITIVE_INFINITY,
    queryFn: () => call<SurveyVersion>('GET', path`/surveys/${name}/versions/${version ?? 0}` + query({ programme })),
  });

const draftKey = ({ name, programme }: SurveyAddress) => [...key, 'draft', programme, name];
export const fetchDraft = ({ name, programme }: SurveyAddress) =>
  call<SurveyDraft>('GET', path`/surveys/${name}/draft` + query({ programme }));

/** Fetched once, when writing begins: what is being written is not replaced under the writer's hands. */
export const useSurveyDraft = (address: SurveyAddress) =>
  useQuery({
    queryKey: draftKey(address),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
    queryFn: () => fetchDraft(address),
  });

/** What is wrong with a text, and how it compares with what is published of the survey. */
export const judgeSource = (source: string, { name, programme }: SurveyAddress) =>
  call<SourceJudgement>('POST', '/surveys/check', { source, survey: { name, programme } });

const useSurveyMutation = <Input, Reply>(change: (input: Input) => Promise<Reply>) => {
  const client = useQueryClient();
  return useMutation({
    mutationFn: change,
    onSuccess: () => client.invalidateQueries({ queryKey: [...key, 'list'] }),
  });
};
/** When it is heard that somebody else has published: which version is the latest is asked anew. */
export const useSurveysAnew = () => {
  const client = useQueryClient();
  return () => client.invalidateQueries({ queryKey: [...key, 'list'] });
};
/** The server's small survey to start from, under a title of one's own. */
const createSurvey = async ({ title, ...body }: NewSurvey & { title: Record<string, string> }) => {
  const { name, programme, source, revision } = await call<SurveyDraft>('POST', '/surveys', body);
  const titled = JSON.stringify({ ...(JSON.parse(source) as Record<string, unknown>), title }, null, 2);
  return call<SurveyDraft>('PUT', path`/surveys/${name}/draft` + query({ programme }), { source: titled, revision });
};
export const useNewSurvey = () => useSurveyMutation(createSurvey);
/** The source as it is, errors and all. */
export const useSurveyFromSource = () =>
  useSurveyMutation((body: NewSurvey & { source: string }) => call<SurveyDraft>('POST', '/surveys', body));
export const useDraftChange = ({ name, programme }: SurveyAddress) =>
  useSurveyMutation((body: DraftChange) =>
    call<SurveyDraft>('PUT', path`/surveys/${name}/draft` + query({ programme }), body),
  );
export const useDraftRemoval = ({ name, programme }: SurveyAddress) =>
  useSurveyMutation((revision: number) =>
    call<undefined>('DELETE', path`/surveys/${name}/draft` + query({ programme, revision })),
  );
export const usePublication = ({ name, programme }: SurveyAddress) =>
  useSurveyMutation((body: Publication) =>
    call<Published>('POST', path`/surveys/${name}/publish` + query({ programme }), body),
  );
/** Of the draft as it is saved. */
export const useSurveyReview = ({ name, programme, revision }: SurveyDraft) =>
  useQuery({
    queryKey: [...key, 'review', programme, name, revision],
    queryFn: () => call<SurveyReview>('GET', path`/surveys/${name}/draft/review` + query({ programme })),
  });
export const useTryout = ({ name, programme }: SurveyAddress) =>
  useMutation({
    mutationFn: (revision: number) =>
      call<TryoutLink>('POST', path`/surveys/${name}/draft/tryout` + query({ programme }), { revision }),
  });
export const meetWriters = ({ name, programme }: SurveyAddress, tab: string, question: string) =>
  call<WriterReply>('POST', path`/surveys/${name}/draft/writers` + query({ programme }), { tab, question });
export const leaveWriters = ({ name, programme }: SurveyAddress, tab: string) =>
  call<undefined>('DELETE', path`/surveys/${name}/draft/writers/${tab}` + query({ programme }), undefined, true);
export type {
  DraftComparison,
  Published,
  QuestionComparison,
  SurveyDraft,
  SurveyProblem,
  SurveySummary,
  SurveyVersion,
  WriterReply,
};
