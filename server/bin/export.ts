import { resolve } from 'node:path';
import { findProgramme } from '../store/programmes.ts';
import { exportFolder } from '../transfer/exportFolder.ts';
import { runCommand, withDatabase } from './command.ts';

const usage = `Usage: npm run --silent export -- PROGRAMME FOLDER

Writes a programme as a folder that import reads: programme.json, surveys, enrolments.csv, interventions.csv,
activity.csv, followups.csv, assessments.csv and responses/SURVEY.csv, and codebook.csv with every column and code.
FOLDER is made; it may also hold an earlier export of the same programme.

Names, e-mail addresses and telephone numbers are never exported, nor verdicts' history, links or users. What is
left in are rows about individuals: keep the folder as safe as the database. Prints as JSON what was written and
what was left out, and why.`;

await runCommand({
  usage,
  arguments: ['PROGRAMME', 'FOLDER'],
  run: async ([slug = '', folder = '']) => {
    const report = await withDatabase(async () => {
      const programme = await findProgramme(slug);
      if (!programme) throw new Error(`There is no programme "${slug}"`);
      return exportFolder(programme.definition, resolve(folder));
    });
    process.stdout.write(`${JSON.stringify(report, null, 2)}\n`);
    return 0;
  },
});
