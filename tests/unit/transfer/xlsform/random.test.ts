// Whatever stands in the cells: either the file is refused by name, or what comes out passes the checks of a survey.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { checkSource } from '../../../../server/domain/surveys/check.ts';
import { Problem } from '../../../../server/problems.ts';
import { readXlsform } from '../../../../server/transfer/xlsform/readXlsform.ts';
import { buildWorkbook } from '../../../support/xlsform.ts';
import { survey } from './form.ts';

const names = ['a', 'b', 'b', 'B', 'c.d', 'gender', 'länge', '1st', 'constructor', 'q_gender', '', 'x'.repeat(90)];
const types = [
  ...['text', 'integer', 'decimal', 'date', 'time', 'datetime', 'note', 'acknowledge', 'calculate', 'range'],
  ...['select_one l', 'select_multiple l', 'rank l', 'select_one m or_other', 'select_multiple none', 'rank m'],
  ...['begin group', 'end group', 'begin repeat', 'end repeat', 'image', 'start', 'who knows', ''],
];
const expressions = [
  ...[
    "${a} = 'x'",
    '${b} > 3',
    "selected(${a}, 'x')",
    '. > 3',
    '. < 9 and . >= -1',
    '. <= 0 and . >= 5',
    "regex(., '^[a-z]+$')",
    '${a}',
  ],
  ...["regex(., '(a+)+$')", 'string-length(.) <= 3', 'count-selected(.) > 1', '${a} + ${b} > 1', 'not(${q_gender})'],
  ...[
    "if(${a} = 'x', ${b}, 2)",
    '. <= today()',
    '((',
    "${c.d} != ''",
    'l = ${a}',
    "'",
    'true()',
    '1',
    'coalesce(${a}, 1)',
  ],
];
const texts = ['Fråga', '${a} och ${zz}', '<b>fet</b>', 'onclick=x javascript:y', '{a}', '\n\n', 'å'.repeat(300), ''];
const appearances = [
  '',
  'likert',
  'minimal',
  'multiline',
  'columns-2',
  'w1 horizontal',
  'month-year',
  'field-list',
  'thousands-sep',
];
const parameters = [
  '',
  'start=0 end=5',
  'start=1 end=9999 step=0.5',
  'start=x end=0',
  'randomize=true',
  '===',
  'step=0',
];
const columns: [string, string[]][] = [
  ...[['type', types] as [string, string[]], ['name', names] as [string, string[]]],
  ...['label', 'label::English (en)', 'hint', 'constraint_message', 'required_message'].map(
    (name): [string, string[]] => [name, texts],
  ),
  ...['relevant', 'constraint', 'calculation', 'choice_filter', 'required'].map((name): [string, string[]] => [
    name,
    ['', '', ...expressions],
  ]),
  ['appearance', appearances],
  ['parameters', parameters],
  ['read_only', ['', '', 'yes']],
];
const row = fc.tuple(...columns.map(([, cells]) => fc.constantFrom(...cells)));
const choice = fc.tuple(
  fc.constantFrom('l', 'm', ''),
  fc.constantFrom('1', '2', '3', 'x', 'X', 'a|b', 'other', ''),
  fc.constantFrom(...texts),
);

test('a form of random rows is refused by name or becomes a survey without errors', async () => {
  let taken = 0;
  const property = fc.asyncProperty(
    fc.array(row, { maxLength: 25 }),
    fc.array(choice, { maxLength: 12 }),
    async (rows, choices) => {
      const file = await buildWorkbook({
        survey: [columns.map(([name]) => name), ...rows, ['text', 'last', 'Sist']],
        choices: [['list_name', 'name', 'label'], ...choices],
      });
      try {
        const { source, questions } = readXlsform(file);
        taken += 1;
        expect(questions).toBeGreaterThan(0);
        expect(checkSource(source).problems.filter((each) => each.severity === 'error')).toEqual([]);
      } catch (error) {
        if (!(error instanceof Problem)) throw error;
        expect(error.detail).toMatch(/^file: sheet "survey"/);
      }
    },
  );
  await fc.assert(property, { numRuns: 60, seed: 7 });
  expect(taken).toBeGreaterThan(10);
});

test('a workbook with bytes changed or cut off is read or refused, and nothing else happens', async () => {
  const whole = await buildWorkbook({ survey });
  const property = fc.property(fc.nat(whole.length - 1), fc.nat(255), fc.boolean(), (at, byte, isCut) => {
    const file = isCut ? whole.subarray(0, at) : Buffer.from(whole);
    if (!isCut) file[at] = byte;
    try {
      readXlsform(file);
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      expect(error.code).toBe('not-valid');
    }
  });
  fc.assert(property, { numRuns: 150, seed: 7 });
});
