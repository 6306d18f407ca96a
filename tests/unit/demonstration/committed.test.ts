import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { expect, test } from 'vitest';
import { createProgrammes } from '../../../surveys/programmes/generate/programmes.ts';
import { folder } from './rows.ts';

const slugs = ['cresco-plus', 'vagar-till-egen-forsorjning'];

test('the generator gives the committed files, byte for byte, and no others', () => {
  const generated = createProgrammes();
  const committed = slugs.flatMap((slug) =>
    readdirSync(join(folder, slug), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => relative(folder, join(entry.parentPath, entry.name))),
  );
  expect(committed.sort()).toEqual([...generated.keys()].sort());
  for (const [path, content] of generated)
    expect(Buffer.from(content).equals(readFileSync(join(folder, path))), `${path} differs: run generate/run.ts`).toBe(
      true,
    );
});

test('generating twice in one process gives the same files', () => {
  expect([...createProgrammes()]).toEqual([...createProgrammes()]);
});

test('the folders hold nothing but files of the folder format', () => {
  const format =
    /^(programme\.json|(enrolments|assessments|interventions|activity|followups)\.csv|responses\/[a-z-]+\.csv)$/;
  for (const slug of slugs) {
    expect(existsSync(join(folder, slug, 'enrolments.csv'))).toBe(true);
    for (const path of createProgrammes().keys())
      if (path.startsWith(`${slug}/`)) expect(path.slice(slug.length + 1)).toMatch(format);
  }
});
