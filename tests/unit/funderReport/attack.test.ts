// Whoever asks for every month, and knows the exact sums that the results show, learns no small number.
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import {
  type CountedRow,
  type Flows,
  type FunderCounts,
  flows,
  funderTally,
} from '../../../server/domain/funderReport/count.ts';
import { roundedCounts } from '../../../server/domain/funderReport/rounding.ts';
import { programmeDefinition } from '../../../server/domain/programme/schema.ts';
import { keyedDraw, setSecretKey } from '../../../server/store/sealing.ts';
import { readCsv } from '../../../server/transfer/csv.ts';
import { type Bounds, type Sum, tighten } from './bounds.ts';

const folder = 'surveys/programmes/cresco-plus';
const programme = programmeDefinition.parse(JSON.parse(readFileSync(`${folder}/programme.json`, 'utf8')));
const { columns, records } = readCsv(readFileSync(`${folder}/enrolments.csv`));
const rows = records.map(({ cells }): CountedRow => {
  const cell = (name: string) => cells[columns.indexOf(name)] ?? '';
  const { site, start, end, gender, birthYear } = {
    ...{ site: cell('site'), start: cell('start') },
    end: cell('end'),
    gender: cell('gender'),
    birthYear: cell('birthYear'),
  };
  return {
    ...{ site, start },
    ...(end !== '' && { end }),
    ...(gender !== '' && { gender: gender as CountedRow['gender'] & string }),
    ...(birthYear !== '' && { birthYear: Number(birthYear) }),
  };
});
const last = rows
  .flatMap(({ start, end }) => [start, end ?? start])
  .toSorted()
  .at(-1)!
  .slice(0, 7);
const months: string[] = [];
for (let month = programme.start.slice(0, 7); month <= last; month = following(month)) months.push(month);

function following(month: string): string {
  const [year, number] = month.split('-').map(Number) as [number, number];
  return number === 12 ? `${year + 1}-01` : `${year}-${String(number + 1).padStart(2, '0')}`;
}

const counted = new Map(
  months.map((month) => {
    const tally = funderTally(programme, month);
    for (const row of rows) tally.add(row);
    return [month, tally.counts()];
  }),
);
const cellsOf = ({ total, lists }: FunderCounts): [string, Flows][] => [
  ['total', total],
  ...lists.flatMap(({ variable, groups }) =>
    groups.map(({ value, counts }): [string, Flows] => [`${variable}=${value}`, counts]),
  ),
];
const cells = cellsOf(counted.get(months[0]!)!).map(([cell]) => cell);
const at = (month: string, cell: string, flow: string) => `${month} ${cell} ${flow}`;
const truth = new Map(
  [...counted].flatMap(([month, counts]) =>
    cellsOf(counts).flatMap(([cell, each]) =>
      flows.map((flow): [string, number] => [at(month, cell, flow), each[flow]]),
    ),
  ),
);

/** Groups add up to totals, months to what the results show of the whole programme and of each quarter, and people stay until they leave. */
function sums(): Sum[] {
  const plus = (each: string) => ({ at: each, sign: 1 as const });
  const minus = (each: string) => ({ at: each, sign: -1 as const });
  const exact = (keys: string[]): Sum => ({
    terms: keys.map(plus),
    sum: keys.reduce((sum, key) => sum + truth.get(key)!, 0),
  });
  const lists = months.flatMap((month) =>
    flows.flatMap((flow) =>
      counted.get(month)!.lists.map(
        ({ variable, groups }): Sum => ({
          terms: [
            minus(at(month, 'total', flow)),
            ...groups.map(({ value }) => plus(at(month, `${variable}=${value}`, flow))),
          ],
          sum: 0,
        }),
      ),
    ),
  );
  const stays = cells.flatMap((cell) =>
    months.map((month, index): Sum => {
      const before = index === 0 ? [] : [minus(at(months[index - 1]!, cell, 'ongoing'))];
      const [enrolled, ended] = [minus(at(month, cell, 'enrolled')), plus(at(month, cell, 'ended'))];
      return { terms: [plus(at(month, cell, 'ongoing')), ...before, enrolled, ended], sum: 0 };
    }),
  );
  const whole = cells.flatMap((cell) =>
    (['enrolled', 'ended'] as const).map((flow) => exact(months.map((month) => at(month, cell, flow)))),
  );
  const quarters = cells
    .filter((cell) => !cell.startsWith('site') && !cell.startsWith('age'))
    .flatMap((cell) => {
      const parts = Array.from({ length: Math.ceil(months.length / 3) }, (_, index) =>
        months.slice(index * 3, index * 3 + 3),
      );
      return parts
        .map((part) => exact(part.map((month) => at(month, cell, 'enrolled'))))
        .filter(({ sum }) => sum >= programme.suppression.below);
    });
  return [...lists, ...stays, ...whole, ...quarters];
}

const isSmall = (count: number) => count > 0 && count < programme.suppression.below;
const pinned = (bounds: Map<string, Bounds>) =>
  [...tighten(bounds, sums())].filter(([key, { low, high }]) => low === high && isSmall(truth.get(key)!)).length;

test('rounded, no small number can be concluded; with small ones merely hidden, most of them can', () => {
  setSecretKey(Buffer.alloc(32, 7));
  const { below } = programme.suppression;
  const small = [...truth.values()].filter(isSmall).length;
  const rounded = new Map<string, Bounds>();
  for (const [month, counts] of counted)
    for (const [cell, each] of cellsOf(
      roundedCounts(counts, below, (words, choices) => keyedDraw(`${month} ${words}`, choices)),
    ))
      for (const flow of flows)
        rounded.set(at(month, cell, flow), { low: Math.max(0, each[flow] - below + 1), high: each[flow] + below - 1 });
  const hidden = new Map<string, Bounds>(
    [...truth].map(([key, count]) => [key, isSmall(count) ? { low: 1, high: below - 1 } : { low: count, high: count }]),
  );
  const found = { small, rounded: pinned(rounded), hidden: pinned(hidden) };
  console.log(
    `funder's months: ${months.length} months, ${small} small numbers, pinned: ${found.rounded} rounded, ${found.hidden} hidden only`,
  );
  expect(found.rounded).toBe(0);
  expect(found.hidden).toBeGreaterThan(0);
});
