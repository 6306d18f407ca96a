// How a goal is counted, and its figures, in words: nothing of the definition's own language may reach a steering group.
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { type Programme, programmeDefinition } from '../../../../server/domain/programme/schema.ts';
import { howCounted } from '../../../../server/transfer/report/counted.ts';
import { figureWords } from '../../../../server/transfer/report/figures.ts';
import type { Language } from '../../../../server/transfer/report/text/languages.ts';
import { buildProgramme, type GoalOverrides, surveys } from '../../indicators/builders.ts';

const versions = surveys.map((definition) => ({
  ...{ name: definition.name, version: 1, publishedAt: '2025-01-01T00:00:00.000Z' },
  definition,
}));
function counted(programme: Programme, at: number, language: Language = 'sv') {
  const words = figureWords(programme, language);
  return howCounted(programme.goals[at]!, { programme, surveys: versions, language, words });
}
const one = (goal: GoalOverrides, language: Language = 'sv') =>
  Object.fromEntries(counted(buildProgramme([goal]), 0, language));
const share = (of: string, population: 'enrolments' | 'exits' = 'enrolments'): GoalOverrides => ({
  indicator: { population, measure: 'share', of },
});

for (const slug of ['cresco-plus', 'vagar-till-egen-forsorjning'])
  test(`every goal of ${slug} is told in plain words, in both languages`, () => {
    const source = JSON.parse(readFileSync(`surveys/programmes/${slug}/programme.json`, 'utf8'));
    const programme = programmeDefinition.parse(source);
    for (const language of ['sv', 'en'] as const)
      for (const [at, goal] of programme.goals.entries()) {
        const said = counted(programme, at, language)
          .map(([, text]) => text)
          .join(' ');
        expect([goal.id, /[{}]|\b[a-z]+[A-Z]\w*|anyof|notempty/.exec(said)?.[0]]).toEqual([goal.id, undefined]);
      }
  });

test('and and or are told apart by brackets, lists end in or, codes and answers by their titles', () => {
  const goal = share("({gender} = 'woman' or {bornAbroad} = 'yes') and {site} anyof ['norra', 'sodra']");
  expect(one(goal)).toMatchObject({
    Vilka: 'Alla inskrivningar. Den som har skrivits in två gånger räknas två gånger.',
    Villkor: '(kön är kvinnor eller födelseland är födda utomlands) och ort är norra eller sodra',
    'Delat med': 'Alla, också de som saknar uppgift.',
  });
  const answer: GoalOverrides = {
    indicator: { population: 'responses', survey: 'exit', measure: 'share', of: "{feelsBetter} = 'yes'" },
  };
  expect(one(answer, 'en')).toMatchObject({ 'Divided by': expect.stringContaining('Those') });
});

test('what there are no plain words for is quoted as it is defined', () => {
  expect(one(share('{days} * 2 > 180')).Villkor).toBe('{days} * 2 > 180');
});

test('numbers as each language writes them, targets as precisely as they were set', () => {
  const [sv, en] = [figureWords(buildProgramme(), 'sv'), figureWords(buildProgramme(), 'en')];
  expect([sv.amount('share', 0.15924), en.amount('share', 0.15924)]).toEqual(['15,9\u00a0%', '15.9%']);
  expect([sv.whole(12345), en.whole(12345), sv.whole(1234)]).toEqual(['12\u00a0345', '12,345', '1234']);
  expect([sv.target('share', { atLeast: 0.35 }), sv.target('share', { atLeast: 0.805 })]).toEqual([
    ...['minst 35\u00a0%', 'minst 80,5\u00a0%'],
  ]);
  expect(sv.target('share', { between: [0.4, 0.6] })).toBe('40\u00a0% till 60\u00a0%');
  expect(sv.interval('mean', [0.271, 0.3149])).toBe('0,27 till 0,31');
  expect(sv.base('share', { numerator: 118, denominator: 741, n: null })).toBe('118 av 741');
  expect([sv.group({ ageBand: 45 }), sv.group({ ageBand: 16 })]).toEqual(['45 år och äldre', '16–18 år']);
});
