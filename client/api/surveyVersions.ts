// What becomes of published versions: withdrawn, asked in waves, compared.
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { NewWithdrawal } from '../../server/contract/survey.ts';
import type { ChainedQuestion, ComparedText, VersionComparison } from '../../server/contract/versionComparison.ts';
import type { SurveyWaves, WaveVersion } from '../../server/contract/wave.ts';
import { call, path, query } from './fetcher.ts';
import type { SurveyAddress } from './surveys.ts';

const useVersionMutation = <Input>(change: (input: Input) => Promise<unknown>) => {
  const client = useQueryClient();
  return useMutation({
    mutationFn: change,
    onSuccess: () =>
      Promise.all([
        client.invalidateQueries({ queryKey: ['surveys', 'list'] }),
        client.invalidateQueries({ queryKey: ['surveys', 'waves'] }),
        client.invalidateQueries({ queryKey: ['waves'] }),
      ]),
  });
};

const withdrawalPath = ({ name, programme }: SurveyAddress, version: number) =>
  path`/surveys/${name}/versions/${version}/withdrawal` + query({ programme });
export const useWithdrawal = (address: SurveyAddress, version: number) =>
  useVersionMutation((body: NewWithdrawal) => call('POST', withdrawalPath(address, version), body));
export const useTakeBack = (address: SurveyAddress, version: number) =>
  useVersionMutation<void>(() => call('DELETE', withdrawalPath(address, version)));

export const useSurveyWaves = ({ name, programme }: SurveyAddress, enabled: boolean) =>
  useQuery({
    queryKey: ['surveys', 'waves', programme, name],
    enabled,
    queryFn: () =>
      call<SurveyWaves>('GET', path`/surveys/${name}/waves` + query({ programme })).then((reply) => reply.waves),
  });

export const useWaveVersions = (slug: string) =>
  useQuery({
    queryKey: ['waves', slug],
    queryFn: () => call<{ waves: WaveVersion[] }>('GET', path`/programmes/${slug}/waves`).then((reply) => reply.waves),
  });
export const useWaveVersionChange = (slug: string, { survey, wave }: WaveVersion) =>
  useVersionMutation((version: number) =>
    call('PUT', path`/programmes/${slug}/waves/${survey}/${wave}/version`, { version }),
  );

export const useVersionComparison = ({ name, programme }: SurveyAddress, from?: number, to?: number) =>
  useQuery({
    queryKey: ['surveys', 'comparison', programme, name, from, to],
    enabled: from !== undefined && to !== undefined,
    queryFn: () =>
      call<VersionComparison>(
        'GET',
        path`/surveys/${name}/comparison` + query({ programme, from: String(from), to: String(to) }),
      ),
  });
export type { ChainedQuestion, ComparedText, SurveyWaves, VersionComparison, WaveVersion };
