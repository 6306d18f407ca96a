// Where a survey's pages are. A programme's own survey may share its name with one for all, so the programme stands in the query.
import { useParams, useSearchParams } from 'react-router';
import { path, query } from '../../api/fetcher.ts';
import type { SurveyAddress } from '../../api/surveys.ts';

export const useSurveyAddress = (): SurveyAddress => {
  const { name = '' } = useParams();
  const [search] = useSearchParams();
  return { name, programme: search.get('programme') };
};
export const surveyPath = ({ name, programme }: SurveyAddress) => path`/surveys/${name}` + query({ programme });
export const editPath = ({ name, programme }: SurveyAddress) => path`/surveys/${name}/edit` + query({ programme });
export const paperPath = ({ name, programme }: SurveyAddress, version: number) =>
  path`/surveys/${name}/versions/${version}/paper` + query({ programme });
export const versionPath = ({ name, programme }: SurveyAddress, version: number) =>
  path`/surveys/${name}/versions/${version}` + query({ programme });
export const comparePath = ({ name, programme }: SurveyAddress, from?: number, to?: number) =>
  path`/surveys/${name}/compare` + query({ programme, from: from?.toString(), to: to?.toString() });
