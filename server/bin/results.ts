import { getResults, type ResultsViewer } from '../access/results.ts';
import type { ProgrammeResults } from '../domain/indicators/results.ts';
import type { Programme } from '../domain/programme/schema.ts';
import { findProgramme, listProgrammes } from '../store/programmes.ts';
import { resultsAsCsv } from '../transfer/results/csv.ts';
import { resultsAsMarkdown } from '../transfer/results/markdown.ts';
import { runCommand, UsageError, withDatabase } from './command.ts';

const usage = `Usage: npm run --silent results -- PROGRAMME [--by LIST] [--where EXPR] [--as WHO] [--format FORMAT]

Prints the results of all goals of a programme.

  --by LIST        groups: gender,site gives two lists, gender*site the crossed one. Variables: gender, ageBand,
                   bornAbroad, site, referrer, role, cohort and the programme's own fields
  --where EXPR     only rows where a SurveyJS expression holds, such as "{gender} = 'woman'"; not for evaluators
  --as WHO         evaluator (default: small groups hidden), coordinator:SITE, or operator, who sees everything
  --format FORMAT  md (default: a table for people), json or csv (unrounded)`;

const formats: Record<string, (programme: Programme, results: ProgrammeResults) => string> = {
  json: (_, results) => `${JSON.stringify(results, null, 2)}\n`,
  csv: (_, results) => resultsAsCsv(results),
  md: resultsAsMarkdown,
};

await runCommand({
  usage,
  arguments: ['PROGRAMME'],
  options: ['by', 'where', 'as', 'format'],
  run: async ([slug = ''], { by, where, as = 'evaluator', format = 'md' }) => {
    const print = Object.hasOwn(formats, format) ? formats[format] : undefined;
    if (!print) throw new UsageError(`--format is "${format}" but must be json, csv or md`);
    const text = await withDatabase(async () => {
      const programme = await getProgramme(slug);
      return print(programme, await getResults(slug, viewerOf(programme, as), { by, where }));
    });
    process.stdout.write(text);
    return 0;
  },
});

async function getProgramme(slug: string): Promise<Programme> {
  const found = await findProgramme(slug);
  if (found) return found.definition;
  const known = (await listProgrammes()).map(({ definition }) => definition.slug);
  throw new Error(`There is no programme "${slug}"; there ${known.length > 0 ? `are ${known.join(', ')}` : 'is none'}`);
}

function viewerOf({ sites }: Programme, as: string): ResultsViewer {
  if (as === 'evaluator' || as === 'operator') return { kind: as };
  const site = /^coordinator:(.+)$/.exec(as)?.[1];
  if (site === undefined) throw new UsageError(`--as is "${as}" but must be evaluator, coordinator:SITE or operator`);
  if (sites.some((each) => each.slug === site)) return { kind: 'coordinator', sites: [site] };
  throw new UsageError(`--as names the site "${site}"; the sites are ${sites.map((each) => each.slug).join(', ')}`);
}
