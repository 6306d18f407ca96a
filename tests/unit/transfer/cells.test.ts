import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Answers } from '../../../server/domain/programme/records.ts';
import { type ProgrammeInput, programmeDefinition } from '../../../server/domain/programme/schema.ts';
import type { SurveyForm } from '../../../server/domain/surveys/definition.ts';
import { answerReader } from '../../../server/transfer/answers.ts';
import { Cells } from '../../../server/transfer/cells.ts';

const one = (text: string) => new Cells(new Map([['x', 0]]), [text]);

test.each([
  ['2024-02-29', '2024-02-29'],
  [' 2024-01-31 ', '2024-01-31'],
  ['2023-02-29', undefined],
  ['2024-04-31', undefined],
  ['2024-13-01', undefined],
  ['24-01-01', undefined],
  ['2024-1-1', undefined],
  ['31/12/2024', undefined],
  ['1024-01-01', undefined],
])('a day is a real one, as 2024-02-29: %j', (text, day) => {
  const cells = one(text);
  expect(cells.day('x')).toBe(day);
  expect(cells.reasons).toHaveLength(day === undefined ? 1 : 0);
});

test.each([
  ['7', 7],
  ['7,5', 7.5],
  ['7.5', 7.5],
  ['-1', undefined],
  ['81', undefined],
  ['1e1', undefined],
  ['0x10', undefined],
  ['seven', undefined],
  ['Infinity', undefined],
])('hours are a number from 0 to 80, with point or comma: %j', (text, hours) => {
  const cells = one(text);
  expect(cells.number('x', { min: 0, max: 80 })).toBe(hours);
  expect(cells.reasons).toHaveLength(hours === undefined ? 1 : 0);
});

test('an empty cell and a column that is not there are missing, not wrong', () => {
  const cells = one('  ');
  expect([cells.raw('x'), cells.day('x'), cells.number('y'), cells.code('y', ['a'])]).toEqual([...Array(4)]);
  expect(cells.reasons).toEqual([]);
  cells.required('x', cells.day('x'));
  expect(cells.reasons).toEqual(['x: is empty; fill it in']);
});

const input: ProgrammeInput = {
  ...{ slug: 'example', title: { sv: 'Exempel' }, start: '2024-01-01', sites: [{ slug: 'ostad', title: 'Östad' }] },
  codes: { role: [{ value: 'ownRole', title: { sv: 'Egen roll' } }] },
};
const programme = programmeDefinition.parse(input);
const form = {
  ...{ locale: 'sv', title: 'Test', audience: 'participant', languages: ['sv'], machineTranslated: [] },
  ...{ whoSees: '', information: '', thanks: '' },
  pages: [
    {
      name: 'page',
      elements: [
        { type: 'radiogroup', name: 'role', background: true, choices: ['region'] },
        { type: 'rating', name: 'rating', isRequired: true },
        { type: 'radiogroup', name: 'number', choices: [1, 2, 10] },
        { type: 'checkbox', name: 'many', choices: ['a', 'b', 'c'], showNoneItem: true },
        { type: 'boolean', name: 'flag' },
        { type: 'text', name: 'hours', inputType: 'number' },
        { type: 'comment', name: 'text' },
        { type: 'matrix', name: 'grid', rows: ['r1', 'r2'], columns: ['low', 'high'], eachRowRequired: true },
        { type: 'text', name: 'later', visibleIf: "{role} = 'ownRole'" },
      ],
    },
  ],
} as unknown as SurveyForm;
const reader = answerReader(programme, form);
const readAnswers = (texts: Record<string, string>, background = {}) => {
  const names = Object.keys(texts);
  const cells = new Cells(new Map(names.map((name, at) => [name, at])), Object.values(texts));
  return { answers: reader.read(cells, background), reasons: cells.reasons };
};

test('each question type has its column and reads its cells as that type', () => {
  expect(reader.columns).toEqual(['rating', 'number', 'many', 'flag', 'hours', 'text', 'grid.r1', 'grid.r2', 'later']);
  const texts = { rating: '3', number: '10', many: 'a|c', flag: 'false', hours: '7,5', text: ' "x"\n' };
  expect(readAnswers({ ...texts, 'grid.r2': 'low' }).answers).toEqual({
    ...{ rating: 3, number: 10, many: ['a', 'c'], flag: false, hours: 7.5, text: ' "x"\n' },
    grid: { r2: 'low' },
  });
});

test('a required question may be missing, as on paper; one multi-select value is still a list', () => {
  expect(readAnswers({ many: 'none' })).toEqual({ answers: { many: ['none'] }, reasons: [] });
});

test("a role of the programme counts for skip logic although the survey's own list lacks it", () => {
  expect(readAnswers({ later: 'x' }, { role: 'ownRole' }).answers).toEqual({ later: 'x' });
  expect(readAnswers({ later: 'x' }).reasons.join()).toMatch(/later/);
});

test.each([
  [{ rating: '9' }, /^rating: /],
  [{ rating: 'three' }, /^rating: /],
  [{ number: '3' }, /^number: /],
  [{ many: 'a|z' }, /^many: /],
  [{ many: 'a|none' }, /^many: /],
  [{ flag: 'maybe' }, /^flag: /],
  [{ hours: 'x' }, /^hours: /],
  [{ 'grid.r1': 'middle' }, /^grid\.r1: /],
])('a cell that is no answer is refused and names its column: %j', (texts, reason) => {
  const { answers, reasons } = readAnswers(texts as Record<string, string>);
  expect(answers).toEqual({});
  expect(reasons.join()).toMatch(reason);
});

test('what is written is read back the same', () => {
  const optional = <Value>(values: fc.Arbitrary<Value>) => fc.option(values, { nil: undefined });
  const answers = fc.record({
    rating: optional(fc.integer({ min: 1, max: 5 })),
    number: optional(fc.constantFrom(1, 2, 10)),
    many: optional(fc.subarray(['a', 'b', 'c'], { minLength: 1 })),
    flag: optional(fc.boolean()),
    hours: optional(fc.integer({ min: -99_999, max: 99_999 }).map((each) => each / 100)),
    text: optional(fc.string({ maxLength: 30, unit: 'grapheme' }).filter((each) => each.trim() !== '')),
    grid: optional(fc.constantFrom({ r1: 'low' }, { r2: 'high' }, { r1: 'high', r2: 'low' })),
  });
  const check = fc.property(answers, (given) => {
    const present = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
    const back = readAnswers(Object.fromEntries(reader.write(present as Answers)));
    expect(back).toEqual({ answers: present, reasons: [] });
  });
  fc.assert(check, { seed: 20_251_122, numRuns: 200 });
});
