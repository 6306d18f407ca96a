import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { expect, test } from 'vitest';
import { createProgrammes } from '../../../surveys/programmes/generate/programmes.ts';
import { folder } from './rows.ts';

const format =
  /^(programme\.json|(enrolments|assessments|interventions|activity|followups)\.csv|responses\/[a-z-]+\.csv)$/;
const slugs = ['cresco-plus', 'vagar-till-egen-forsorjning'];

test('the generator gives the committed files, byte for byte, and no others; all are of the folder format', () => {
  const generated = createProgrammes();
  const committed = slugs.flatMap((slug) =>
    readdirSync(join(folder, slug), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => relative(folder, join(entry.parentPath, entry.name))),
  );
  expect(committed.sort()).toEqual([...generated.keys()].sort());
  for (const path of committed) expect(path.slice(path.indexOf('/') + 1)).toMatch(format);
  for (const [path, content] of generated)
    expect(Buffer.from(content).equals(readFileSync(join(folder, path))), `${path} differs: run generate/run.ts`).toBe(
      true,
    );
});

test('the generator keeps no state: a second call gives the same files', () => {
  expect([...createProgrammes()]).toEqual([...createProgrammes()]);
});
