// npm run bench [-- --part NAME] [--quick] [--json]. Without --json a table that grows as figures come in. The process has the
// memory that `npm start` gives the server's.
import { parseArgs } from 'node:util';
import { counting } from './counting/counting.ts';
import { database } from './database/database.ts';
import { designer } from './designer/designer.ts';
import { exporting } from './export/export.ts';
import { http } from './http/http.ts';
import { type Figure, quick, type Scale, whole } from './measure.ts';
import { line } from './table.ts';
import { validation } from './validation.ts';

interface Part {
  measure: (scale: Scale) => AsyncIterable<Figure>;
  /** On a machine with two cores. */
  lasts: string;
}

const parts: Record<string, Part> = {
  database: { measure: database, lasts: 'four minutes' },
  http: { measure: http, lasts: 'four minutes' },
  counting: { measure: counting, lasts: 'eight minutes' },
  validation: { measure: validation, lasts: 'ten seconds' },
  designer: { measure: designer, lasts: 'two minutes' },
  export: { measure: exporting, lasts: 'one minute' },
};

const help = `npm run bench -- [--part ${Object.keys(parts).join('|')}] [--quick] [--json]
  --part   only this one; may be given several times
  --quick  fewer documents and rounds: shows that it works, its figures say little
  --json   one JSON object with the ratios instead of the table`;

function readArguments() {
  const { values } = parseArgs({
    options: {
      part: { type: 'string', multiple: true },
      quick: { type: 'boolean', default: false },
      json: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  const unknown = values.part?.find((name) => !(name in parts));
  if (unknown !== undefined) throw new Error(`--part ${unknown}: there are ${Object.keys(parts).join(', ')}`);
  return values;
}

const countsOf = ({ few, some, many }: Scale) =>
  [few, some, many].map((count) => count.toLocaleString('en')).join(', ');

function heading(names: string[], scale: Scale): string {
  const what = names.map((name) => `${name} (${scale.isQuick ? 'seconds' : parts[name]?.lasts})`).join(', ');
  const note = scale.isQuick ? '\nQUICK: too few documents and rounds to judge by.' : '';
  return `Runs ${what}, with ${countsOf(scale)} documents. Competitors take turns; medians are shown.${note}\n`;
}

async function main(): Promise<void> {
  const { part, json, quick: isQuick, help: isAsked } = readArguments();
  if (isAsked) return void console.log(help);
  const scale = isQuick ? quick : whole;
  const names = Object.keys(parts).filter((name) => !part || part.includes(name));
  const say = json ? () => {} : console.log;
  const result: Record<string, unknown> = isQuick ? { quick: true } : {};
  say(heading(names, scale));
  for (const name of names) {
    const keyed: Record<string, number> = {};
    for await (const figure of parts[name]?.measure(scale) ?? []) {
      say(line(name, figure));
      if (figure.key) keyed[figure.key] = figure.value;
    }
    result[name] = keyed;
  }
  if (json) console.log(JSON.stringify(result, null, 2));
}

await main().catch((error: unknown) => {
  console.error(`The bench did not run: ${error instanceof Error ? error.message : error}`);
  process.exitCode = 1;
});
