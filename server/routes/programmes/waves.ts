// Which version of its survey each wave asks.
import { type WaveVersion, waveVersionChange, waveVersions } from '../../contract/wave.ts';
import type { Programme } from '../../domain/programme/schema.ts';
import { notValid, problem } from '../../problems.ts';
import { listOfferedVersions } from '../../store/offeredVersions.ts';
import { changeWaveVersion, type StoredProgramme, waveVersion } from '../../store/programmes.ts';
import { hasResponses } from '../../store/responses.ts';
import { noContent, ok, route } from '../define/route.ts';
import { inLanguages } from '../surveys/present.ts';
import { getOwnProgramme } from './own.ts';

type Wave = Programme['waves'][number];

export const presentWave = (programme: StoredProgramme, { survey, slug, title, opens, closes }: Wave) => ({
  ...{ wave: slug, title: inLanguages(title), opens: opens ?? null, closes: closes ?? null },
  version: waveVersion(programme, survey, slug) ?? null,
});

async function withChoices(programme: StoredProgramme, wave: Wave): Promise<WaveVersion> {
  const { slug } = programme.definition;
  const { survey } = wave;
  const [offered, isAnswered] = await Promise.all([
    listOfferedVersions(slug, survey),
    hasResponses(slug, survey, wave.slug),
  ]);
  const choices = isAnswered ? [] : offered;
  return { survey, ...presentWave(programme, wave), offered: offered.at(-1) ?? null, choices };
}

export const waveRoutes = () => [
  route({
    method: 'get',
    path: '/programmes/:slug/waves',
    summary: 'The waves, each with the version of its survey that is asked in it',
    access: ['administrator'],
    reply: { 200: waveVersions },
    handler: async ({ params, viewer }) => {
      const programme = await getOwnProgramme(viewer, params.slug);
      return ok({ waves: await Promise.all(programme.definition.waves.map((each) => withChoices(programme, each))) });
    },
  }),
  route({
    method: 'put',
    path: '/programmes/:slug/waves/:survey/:wave/version',
    summary: 'Ask another version in a wave, before any answer has come; links that are out follow',
    access: ['administrator'],
    body: waveVersionChange,
    reply: { 204: null },
    handler: async ({ params, body, viewer }) => {
      const { slug, survey } = params;
      const programme = await getOwnProgramme(viewer, slug);
      const wave = programme.definition.waves.find((each) => each.survey === survey && each.slug === params.wave);
      if (!wave) return problem('not-found', 'the programme has no such wave');
      if (await hasResponses(slug, survey, wave.slug))
        return problem('in-use', 'the wave has answers: it stays on the version they were given to');
      const offered = await listOfferedVersions(slug, survey);
      if (!offered.includes(body.version))
        return notValid(
          'version',
          'unknown-version',
          `choose one that is published and not withdrawn: ${offered.join(', ') || 'there is none'}`,
        );
      await changeWaveVersion(slug, survey, wave.slug, body.version);
      return noContent();
    },
  }),
];
