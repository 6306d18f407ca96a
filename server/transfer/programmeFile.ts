// programme.json: read, checked against the surveys it counts, and put in place.
import { isDeepStrictEqual } from 'node:util';
import { checkGoal } from '../domain/indicators/check.ts';
import { type Programme, programmeDefinition } from '../domain/programme/schema.ts';
import type { AnyDefinition } from '../domain/surveys/definition.ts';
import { listSitesInUse } from '../store/enrolments.ts';
import { findProgramme, insertProgramme, replaceProgramme, setVerdict } from '../store/programmes.ts';
import type { Outcome } from '../store/rowCollection.ts';
import { cut } from './cells.ts';

/** The file as a whole is refused; each reason names the field. */
export class RefusedDefinition extends Error {
  constructor(readonly reasons: readonly string[]) {
    super(reasons.join('; '));
  }
}

/** @throws RefusedDefinition */
export function readProgramme(text: string): Programme {
  let json: unknown;
  try {
    json = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (error) {
    throw new RefusedDefinition([`is not JSON: ${error instanceof Error ? error.message : error}`]);
  }
  const parsed = programmeDefinition.safeParse(json);
  if (parsed.success) return parsed.data;
  throw new RefusedDefinition(
    parsed.error.issues.slice(0, 50).map(({ path, message }) => `${path.join('.') || 'programme'}: ${message}`),
  );
}

/** Goals that can't be counted, waves of no survey, and sites that are gone though people are enrolled there. */
export async function checkProgramme(programme: Programme, surveys: readonly AnyDefinition[]): Promise<string[]> {
  const goals = programme.goals.flatMap((goal) =>
    checkGoal(programme, surveys, goal).map(({ path, message }) => `goals.${goal.id}.${path}: ${message}`),
  );
  const waves = programme.waves
    .filter((wave) => !surveys.some((survey) => survey.name === wave.survey))
    .map((wave) => `waves.${wave.slug}.survey: there is no survey "${cut(wave.survey)}"`);
  const sites = new Set(programme.sites.map((site) => site.slug));
  const gone = (await listSitesInUse(programme.slug)).filter((site) => !sites.has(site));
  return [...goals, ...waves, ...gone.map((site) => `sites: people are enrolled at "${site}"; keep it`)];
}

/** Verdicts that the file has take the place of stored ones; others stay. */
export async function putProgramme(programme: Programme): Promise<Outcome> {
  const stored = (await findProgramme(programme.slug)) ?? (await insertProgramme(programme));
  if (!stored) throw new Error(`${programme.slug} was put in by somebody else meanwhile; import again`);
  if (stored.definition === programme) return 'stored';
  const merged = withVerdictsOf(stored.definition, programme);
  if (isDeepStrictEqual(plain(merged), plain(stored.definition))) return 'unchanged';
  if (!(await replaceProgramme(merged, stored.revision)))
    throw new Error(`${programme.slug} was changed by somebody else meanwhile; import again`);
  for (const { id, verdict } of programme.goals) if (verdict) await setVerdict(programme.slug, id, verdict);
  return 'updated';
}

function withVerdictsOf(stored: Programme, programme: Programme): Programme {
  const verdicts = new Map(stored.goals.map((goal) => [goal.id, goal.verdict]));
  const goals = programme.goals.map((goal) => {
    const verdict = goal.verdict ?? verdicts.get(goal.id);
    return verdict ? { ...goal, verdict } : goal;
  });
  return { ...programme, goals };
}

const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value));
