// Conditions over numbers, days and texts: that one never holds, or always, is told where no answer says otherwise in survey-core.
import fc from 'fast-check';
import { Model } from 'survey-core';
import { expect, test } from 'vitest';
import { checkDefinition } from '../../../server/domain/surveys/check.ts';

type Json = Record<string, unknown>;
const text = (sv: string) => ({ sv, en: sv });
const survey = (asked: Json, visibleIf: string, around?: string) => ({
  ...{ name: 'exit', version: 1, anonymous: false, locale: 'sv', audience: 'participant', languages: ['sv', 'en'] },
  ...{ title: text('a'), whoSees: text('a'), information: text('a'), thanks: text('a') },
  pages: [
    {
      name: 'p',
      elements: [
        { name: 'a', title: text('a'), ...asked },
        {
          ...{ type: 'panel', name: 'g', title: text('g'), ...(around && { visibleIf: around }) },
          elements: [{ type: 'comment', name: 'q', title: text('q'), visibleIf }],
        },
      ],
    },
  ],
});
const at = 'pages[0].elements[1].elements[0].visibleIf';
const truthOf = (asked: Json, condition: string, around?: string) =>
  checkDefinition(survey(asked, condition, around)).find(({ path, code }) => path === at && /-true$/.test(code))?.code;

const number = { type: 'text', inputType: 'number' };
const day = { type: 'text', inputType: 'date' };
const amount = { type: 'text', maskType: 'numeric', maskSettings: { precision: 0 } };

test.each<[Json, string, string | undefined]>([
  [number, '{a} > 65 and {a} < 18', 'never-true'],
  [number, '{a} > 3 and {a} < 4', undefined],
  [{ ...number, step: 1 }, '{a} > 3 and {a} < 4', 'never-true'],
  [amount, '{a} > 3 and {a} < 4', 'never-true'],
  [amount, '{a} > 3 and {a} < 5', undefined],
  [{ ...number, min: 0, max: 10 }, '{a} > 10', 'never-true'],
  [{ ...number, min: 0, max: 10.5 }, '{a} > 10', undefined],
  [{ ...number, min: 0 }, '{a} >= 0 or {a} empty', 'always-true'],
  [{ ...number, min: 0 }, '{a} >= 0', undefined],
  [number, '{a} = 1 and {a} = 2', 'never-true'],
  [number, '{a} + 1 > 5 and {a} < 3', undefined],
  [number, '{a} > 5 and {a} < {a}', undefined],
  [day, "{a} > '2025-03-01' and {a} < '2025-03-02'", 'never-true'],
  [day, "{a} > '2025-03-01' and {a} < '2025-03-03'", undefined],
  [{ ...day, max: '2025-01-31' }, "{a} >= '2025-02-01'", 'never-true'],
  [{ type: 'comment' }, "{a} = 'x' and {a} <> 'x'", 'never-true'],
  [{ type: 'comment' }, "{a} = 'x' or {a} <> 'x'", 'always-true'],
  [{ type: 'comment' }, "{a} contains 'a' and {a} contains 'b'", undefined],
])('of %j asked, %s is %s', (asked, condition, truth) => {
  expect(truthOf(asked, condition)).toBe(truth);
});

test('under the condition of its group', () => {
  expect(truthOf(number, '{a} < 18', '{a} >= 18')).toBe('never-true');
  expect(truthOf(number, '{a} >= 18', '{a} > 20')).toBe('always-true');
});

const constant = fc.integer({ min: -4, max: 12 }).map((each) => each / 2);
const comparison = fc.oneof(
  fc.tuple(fc.constantFrom('>', '<', '>=', '<=', '=', '<>'), constant).map(([sign, value]) => `{a} ${sign} ${value}`),
  fc.constantFrom('{a} empty', '{a} notempty'),
);
const condition = fc
  .tuple(fc.array(comparison, { minLength: 1, maxLength: 4 }), fc.constantFrom(' and ', ' or '))
  .map(([parts, word]) => parts.join(word));
const limit = fc.option(constant, { nil: undefined });
const asked = fc
  .record({ min: limit, max: limit, step: fc.constantFrom(undefined, 1, 0.5) })
  .filter(({ min, max }) => min === undefined || max === undefined || min <= max)
  .map((limits) => ({
    ...number,
    ...Object.fromEntries(Object.entries(limits).filter(([, each]) => each !== undefined)),
  }));

test('whatever the condition, no answer of survey-core says otherwise, and what all answers say is told', () => {
  let [told, untold] = [0, 0];
  fc.assert(
    fc.property(asked, condition, (question: Json, text) => {
      const truth = truthOf(question, text);
      const [min, max] = [Number(question.min ?? -9), Number(question.max ?? 15)];
      const isWhole = question.step === 1;
      const numbers = Array.from({ length: 97 }, (_, each) => -9 + each / 4).filter(
        (each) => each >= min && each <= max && (!isWhole || Number.isInteger(each)),
      );
      const model = new Model(survey(question, text));
      const holds = [undefined, ...numbers].map((answer) => {
        model.data = answer === undefined ? {} : { a: answer };
        return model.getQuestionByName('q').isVisible;
      });
      if (truth === 'never-true') expect(holds).not.toContain(true);
      if (truth === 'always-true') expect(holds).not.toContain(false);
      if (truth === undefined) expect(new Set(holds).size).toBe(2);
      if (truth) told++;
      else untold++;
    }),
    { numRuns: Number(process.env.PROPERTY_RUNS ?? 200) },
  );
  expect(Math.min(told, untold)).toBeGreaterThan(5);
});
