import { resolve } from 'node:path';
import { findProgramme } from '../store/programmes.ts';
import { exportData } from '../transfer/dataset/dataFolder.ts';
import { type DataFormat, dataFormats } from '../transfer/dataset/files.ts';
import { exportFolder } from '../transfer/exportFolder.ts';
import { runCommand, UsageError, withDatabase } from './command.ts';

const usage = `Usage: npm run --silent export -- PROGRAMME FOLDER [--format csv|xlsx|sav|all] [--language sv|en]

Without --format: a programme as a folder that import reads: programme.json, surveys, enrolments.csv, interventions.csv,
activity.csv, followups.csv, assessments.csv and responses/SURVEY.csv, and codebook.csv with every column and code.
FOLDER is made; it may also hold an earlier export of the same programme.

With --format: tables for statisticians instead, which import does not read. One file a table (a list of formats with comma
between makes several): enrolments, activity, interventions, follow-ups, assessments (one row a card), assessments-wide
(one row an enrolment) and every answered survey; codebook.csv; and beside CSV a script each for R and SPSS.
Keys of people, enrolments and responses are made anew at each export: two exports cannot be joined by them.
--language is that of labels (sv).

Names, e-mail addresses and telephone numbers are never exported, nor verdicts' history, links or users. What is
left in are rows about individuals, anonymous surveys included: keep the folder as safe as the database. Prints as JSON
what was written and what was left out, and why.`;

await runCommand({
  usage,
  arguments: ['PROGRAMME', 'FOLDER'],
  options: ['format', 'language'],
  run: async ([slug = '', folder = ''], { format, language = 'sv' }) => {
    const formats = format === undefined ? undefined : formatsIn(format);
    if (language !== 'sv' && language !== 'en') throw new UsageError(`--language ${language}: use sv or en`);
    const report = await withDatabase(async () => {
      const programme = await findProgramme(slug);
      if (!programme) throw new Error(`There is no programme "${slug}"`);
      if (!formats) return exportFolder(programme.definition, resolve(folder));
      return exportData(programme.definition, resolve(folder), formats, language);
    });
    process.stdout.write(`${JSON.stringify(report, null, 2)}\n`);
    return 0;
  },
});

function formatsIn(text: string): DataFormat[] {
  if (text === 'all') return [...dataFormats];
  return text.split(',').map((each) => {
    const known = dataFormats.find((format) => format === each);
    if (known === undefined) throw new UsageError(`--format ${each}: use ${dataFormats.join(', ')} or all`);
    return known;
  });
}
