import { z } from 'zod';

const text = z.record(z.string(), z.string());
const day = z.string().nullable();
export const waveVersion = z.object({
  survey: z.string(),
  wave: z.string(),
  title: text,
  opens: day,
  closes: day,
  version: z
    .number()
    .int()
    .nullable()
    .meta({ description: 'of the survey, that is asked in the wave; null before the wave has begun' }),
  offered: z
    .number()
    .int()
    .nullable()
    .meta({ description: 'the version that a wave gets which begins now; null when all are withdrawn' }),
  choices: z.array(z.number().int()).meta({ description: 'versions it may be changed to; none once answers came' }),
});
export type WaveVersion = z.infer<typeof waveVersion>;
export const waveVersions = z.object({ waves: z.array(waveVersion) });
export const waveVersionChange = z.strictObject({ version: z.number().int().min(1) });

/** Every wave of every programme in which a survey is asked. */
export const surveyWaves = z.object({
  waves: z.array(
    z.object({
      programme: z.object({ slug: z.string(), title: text }),
      ...waveVersion.pick({ wave: true, title: true, opens: true, closes: true, version: true }).shape,
    }),
  ),
});
export type SurveyWaves = z.infer<typeof surveyWaves>;
