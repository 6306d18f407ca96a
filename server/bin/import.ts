import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { putInBuiltInSurveys } from '../store/firstStart.ts';
import { importFolder } from '../transfer/importFolder.ts';
import { hasRejections } from '../transfer/reconciliation.ts';
import { runCommand, UsageError, withDatabase } from './command.ts';

const usage = `Usage: npm run --silent import -- FOLDER

Imports a programme folder: programme.json, and where they are there surveys/NAME/vN.json, enrolments.csv,
interventions.csv, activity.csv, followups.csv, assessments.csv and responses/SURVEY.csv.

The same key again updates the row; rows that are absent stay. Questions may be left unanswered, also required ones
(paper forms), but an answer that is there must be a valid one. Prints what became of every file as JSON: rows read,
stored, updated, unchanged, and rejected with row number (line in the file) and reason.

Ends with 0 when every row is in, 1 when any was rejected (the good ones are stored) and 2 when used wrongly.`;

await runCommand({
  usage,
  arguments: ['FOLDER'],
  run: async ([folder = '']) => {
    const path = resolve(folder);
    if (!existsSync(join(path, 'programme.json')))
      throw new UsageError(`${path} is no programme folder: it has no programme.json`);
    const reconciliation = await withDatabase(async () => {
      await putInBuiltInSurveys();
      return importFolder(path);
    });
    process.stdout.write(`${JSON.stringify(reconciliation, null, 2)}\n`);
    return hasRejections(reconciliation) ? 1 : 0;
  },
});
