// survey-core's own masked question says what an answer can be: what it stores we take, and nothing that it could not have stored.
import fc from 'fast-check';
import { Model, type QuestionTextModel } from 'survey-core';
import { expect, test, vi } from 'vitest';
import { checkDefinition } from '../../../../server/domain/surveys/check.ts';
import { compileSurvey } from '../../../../server/domain/surveys/compile.ts';
import type { SurveyForm } from '../../../../server/domain/surveys/definition.ts';
import { validateAnswers } from '../../../../server/domain/surveys/validate.ts';
import { asked, survey } from './asked.ts';
import { momentMask, numberMask, patternMask, type RandomMask, typed } from './random-masks.ts';

vi.spyOn(console, 'warn').mockImplementation(() => undefined);

const runs = {
  seed: Number(process.env.PROPERTY_SEED ?? 20_250_630),
  numRuns: Number(process.env.PROPERTY_RUNS ?? 300),
};
const formOf = (mask: object) => survey([asked({ name: 'q', ...mask })]);
const masked = (mask: object) => {
  const model = new Model(formOf(mask));
  return { model, question: model.getQuestionByName('q') as QuestionTextModel };
};
const judge = (mask: object, q: unknown) =>
  validateAnswers(compileSurvey(formOf(mask) as unknown as SurveyForm), { q });
const accepts = (mask: object, value: unknown) => judge(mask, value).ok;

/** Whether it is there after somebody has written what the field shows of it. survey-core shows nothing of a number out of range. */
const canStore = (mask: RandomMask, value: string | number): boolean => {
  const { model, question } = masked(mask);
  const isWhole = mask.maskSettings.saveMaskedValue === true;
  question.inputValue = isWhole ? String(value) : question.maskSettings.getMaskedValue(value);
  return model.data.q === value && model.validate(true, false);
};
const withText = (mask: fc.Arbitrary<RandomMask>) => mask.chain((own) => fc.tuple(fc.constant(own), typed(own)));
const kinds = [
  ['pattern', patternMask],
  ['number', numberMask],
  ['moment', momentMask],
] as const;

test.each(kinds)('a %s mask of these kinds may be published', (_kind, arbitrary) => {
  fc.assert(
    fc.property(arbitrary, (mask) => {
      expect(checkDefinition(formOf(mask))).toEqual([]);
    }),
    { ...runs, numRuns: 60 },
  );
});

test.each(kinds)(
  'what is typed into a %s mask and stored is accepted, unless it is no day or out of range',
  (kind, arbitrary) => {
    let stored = 0;
    fc.assert(
      fc.property(withText(arbitrary), ([mask, text]) => {
        const { model, question } = masked(mask);
        question.inputValue = text;
        const value: string | number | undefined = question.value;
        fc.pre(value !== undefined && model.validate(true, false));
        // What survey-core cannot show again as it was: the 31st of February, and numbers out of range.
        const isKept = canStore(mask, value);
        if (kind === 'pattern') expect(isKept).toBe(true);
        stored += isKept ? 1 : 0;
        expect(accepts(mask, value)).toBe(isKept);
      }),
      { ...runs, maxSkipsPerRun: 50 },
    );
    expect(stored).toBeGreaterThan(runs.numRuns / 4);
  },
);

test.each(kinds)(
  'what is not written to the end in a %s mask is refused by survey-core and by us',
  (_kind, arbitrary) => {
    let seen = 0;
    fc.assert(
      fc.property(withText(arbitrary), ([mask, text]) => {
        const { model, question } = masked(mask);
        question.inputValue = text;
        fc.pre(question.isEmpty() && text.trim() !== '' && !model.validate(true, false));
        seen += 1;
        expect(accepts(mask, text)).toBe(false);
      }),
      { ...runs, numRuns: 60, maxSkipsPerRun: 100 },
    );
    expect(seen).toBeGreaterThan(0);
  },
);

const asIso = (text: string) =>
  text.replace(/^(?:(\d\d)\W)?(\d\d)\W(\d{4})$/, (_all, day, month, year) =>
    [year, month, day].filter(Boolean).join('-'),
  );
const anyText = fc.oneof(
  fc.string({ maxLength: 12 }),
  fc.constantFrom(
    '12345',
    '123 45',
    '+46 12',
    'ABC 123',
    '2024-02-29',
    '2023-02-29',
    '2024-13',
    '23:59',
    '24:00',
    '461234',
  ),
);
test.each(kinds)(
  'of any text and number a %s mask accepts what survey-core could have stored, and nothing else',
  (_kind, arbitrary) => {
    let accepted = 0;
    const value = (mask: RandomMask) =>
      fc.oneof(
        typed(mask),
        anyText,
        typed(mask).map((text) => text.replace(/[^0-9a-z]/gi, '')),
        typed(mask).map(asIso),
        fc.integer({ min: -1000, max: 2_000_000 }),
        fc.double({ min: -1000, max: 1000, noNaN: true }).map((each) => Number(each.toFixed(3))),
      );
    fc.assert(
      fc.property(
        arbitrary.chain((mask) => fc.tuple(fc.constant(mask), value(mask))),
        ([mask, each]) => {
          fc.pre(String(each).trim() !== '' && !String(each).startsWith('0000'));
          // The Model turns a text into the number that stands in it, and a number into text.
          const isOwnKind =
            (typeof each === 'number') === (mask.maskType !== 'pattern' && mask.maskType !== 'datetime');
          const ours = accepts(mask, each);
          accepted += ours ? 1 : 0;
          expect(ours).toBe(isOwnKind && canStore(mask, each));
        },
      ),
      { ...runs, maxSkipsPerRun: 50 },
    );
    expect(accepted).toBeGreaterThan(runs.numRuns / 15);
  },
);

test.each(kinds)('what we accept of a %s mask stays as it is in the Model and is shown', (_kind, arbitrary) => {
  fc.assert(
    fc.property(withText(arbitrary), ([mask, text]) => {
      const typedIn = masked(mask);
      typedIn.question.inputValue = text;
      const q = typedIn.question.value;
      fc.pre(q !== undefined && accepts(mask, q));
      const { model, question } = masked(mask);
      model.data = { q };
      model.clearIncorrectValues(true);
      expect(model.validate(true, false)).toBe(true);
      model.doComplete();
      expect(model.data).toEqual({ q });
      expect(question.inputValue).not.toBe(question.maskSettings.getMaskedValue(''));
    }),
    { ...runs, numRuns: 100, maxSkipsPerRun: 50 },
  );
});
