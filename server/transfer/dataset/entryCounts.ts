// How many columns the entries of repeating panels need.
import { questionsOf, type SurveyDefinition } from '../../domain/surveys/definition.ts';
import { entriesOf } from '../../domain/surveys/fields/entries.ts';
import { streamResponses } from '../../store/responses.ts';
import type { EntryCounts } from './answerColumns.ts';
import type { Source } from './source.ts';

/** Among the responses of this export, so that nobody is told of another site's. */
export async function entryCounts(
  { programme, sites }: Source,
  versions: readonly SurveyDefinition[],
): Promise<EntryCounts> {
  const repeating = versions.flatMap(questionsOf).filter(({ type }) => type === 'paneldynamic');
  const counts = new Map(repeating.map(({ name }) => [name, 0]));
  if (counts.size === 0) return counts;
  const fields = [...counts.keys()].map((name) => `answers.${name}`);
  const how = { ...(sites !== 'all' && { sites }), fields };
  for await (const rows of streamResponses(programme.slug, versions[0]?.name ?? '', how))
    for (const { answers } of rows)
      for (const [name, most] of counts) counts.set(name, Math.max(most, entriesOf(answers?.[name]).length));
  return counts;
}
