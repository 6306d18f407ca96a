// What holds in any programme folder, whatever its figures: keys, codes, dates and who is in which population.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { programmeDefinition } from '../../../server/domain/programme/schema.ts';
import { folder, group, type Row, readRows, tally } from './rows.ts';

describe.each(['cresco-plus', 'vagar-till-egen-forsorjning'])('%s', (slug) => {
  const definition = programmeDefinition.parse(JSON.parse(readFileSync(join(folder, slug, 'programme.json'), 'utf8')));
  const enrolments = readRows(slug, 'enrolments.csv');
  const interventions = readRows(slug, 'interventions.csv');
  const exitResponses = readRows(slug, 'responses/exit.csv');
  const byEnrolment = new Map(enrolments.map((row) => [row.enrolment, row]));
  const values = (codes: readonly { value: string }[] | undefined) => (codes ?? []).map((code) => code.value);

  test('says in its Swedish and English title that it is a demonstration, and titles everything in both', () => {
    expect(definition.title.sv).toContain('(demonstration)');
    expect(definition.title.en).toContain('(demonstration)');
    const titled = [
      ...definition.goals,
      ...definition.waves,
      ...Object.values(definition.codes).flatMap((list) => list ?? []),
    ];
    for (const { title } of titled) expect([title.sv, title.en].every(Boolean)).toBe(true);
  });

  test('keys are unique', () => {
    expect(byEnrolment.size).toBe(enrolments.length);
    const key = (row: Row) => [row.enrolment, row.type, row.start].join(' ');
    expect(new Set(interventions.map(key)).size).toBe(interventions.length);
    expect(new Set(exitResponses.map((row) => row.response)).size).toBe(exitResponses.length);
    expect(new Set(exitResponses.map((row) => row.enrolment)).size).toBe(exitResponses.length);
  });

  test('every code and site is one of the programme', () => {
    for (const row of enrolments) {
      expect(definition.sites.map((site) => site.slug)).toContain(row.site);
      expect(values(definition.codes.exitReason)).toContain(row.exitReason);
      expect(values(definition.codes.exitStatus)).toContain(row.exitStatus);
      expect(values(definition.codes.referrer)).toContain(row.referrer);
    }
    for (const row of interventions) expect(values(definition.codes.intervention)).toContain(row.type);
  });

  test('every enrolment ends after it starts, within the programme, at a plausible age', () => {
    for (const row of enrolments) {
      expect(row.start! >= definition.start && row.start! < row.end! && row.end! <= definition.end!).toBe(true);
      const age = Number(row.start!.slice(0, 4)) - Number(row.birthYear);
      expect(age).toBeGreaterThanOrEqual(16);
      expect(age).toBeLessThanOrEqual(65);
    }
  });

  test('interventions lie within their enrolment, one to eight of them, and most people have two at a time', () => {
    const perEnrolment = group(interventions, (row) => row.enrolment!);
    expect(perEnrolment.size).toBe(enrolments.length);
    let parallel = 0;
    for (const [enrolment, rows] of perEnrolment) {
      const { start, end } = byEnrolment.get(enrolment)!;
      for (const row of rows) expect(row.start! >= start! && row.start! <= row.end! && row.end! <= end!).toBe(true);
      expect(rows.length).toBeLessThanOrEqual(8);
      if (rows.some((a) => rows.some((b) => a !== b && a.start! <= b.start! && b.start! <= a.end!))) parallel += 1;
    }
    expect(parallel).toBeGreaterThan(enrolments.length / 2);
  });

  test('a gender group has none or at least five rows in every population with background', () => {
    const background = exitResponses.map((row) => byEnrolment.get(row.enrolment)!);
    for (const rows of [enrolments, background])
      for (const count of Object.values(tally(rows, 'gender'))) expect(count).toBeGreaterThanOrEqual(5);
  });

  test('responses of people come around the end of their enrolment', () => {
    for (const row of exitResponses) {
      const distance = Date.parse(row.submittedAt!) - Date.parse(byEnrolment.get(row.enrolment)!.end!);
      expect(Math.abs(distance) / 86_400_000).toBeLessThan(32);
    }
  });
});
