// A mask as the designer writes and explains it, beside what the server and survey-core make of it.
import fc from 'fast-check';
import { Model, type QuestionTextModel } from 'survey-core';
import { expect, test } from 'vitest';
import { exampleOf, keyboardOf, placesIn } from '../../../client/components/survey/mask.ts';
import { withSpokenLimits } from '../../../client/components/survey/spokenLimits.ts';
import { askedQuestions } from '../../../client/pages/survey-editor/designer/document/asked.ts';
import { kindOf } from '../../../client/pages/survey-editor/designer/document/kinds.ts';
import {
  type MaskKind,
  numberFaults,
  patternFault,
  takesInputType,
  takesMask,
  withMask,
} from '../../../client/pages/survey-editor/designer/document/masks.ts';
import { type Json, objectAt } from '../../../client/pages/survey-editor/designer/document/tree.ts';
import { checkDefinition } from '../../../server/domain/surveys/check.ts';
import { compileSurvey } from '../../../server/domain/surveys/compile.ts';
import type { SurveyForm } from '../../../server/domain/surveys/definition.ts';
import { placesOf } from '../../../server/domain/surveys/fields/mask/pattern.ts';
import { validateAnswers } from '../../../server/domain/surveys/validate.ts';
import { asked, survey } from '../surveys/masks/asked.ts';
import { momentMask, numberMask, patternMask } from '../surveys/masks/random-masks.ts';

const runs = { seed: 20_250_630, numRuns: 200 };
const place = 'pages[0].elements[0]';
const turned = (own: Json, kind: MaskKind) => {
  const made = withMask(survey([asked(own)]) as Json, place, kind);
  const { name: _name, title: _title, type: _type, ...rest } = objectAt(made?.definition ?? {}, place) ?? {};
  return rest;
};
const errorsAt = (own: Json) =>
  checkDefinition(survey([asked(own)]))
    .filter(({ path }) => path.startsWith(`${place}.maskSettings`))
    .map(({ path }) => path.split('.').at(-1));

test.each<MaskKind>(['pattern', 'numeric', 'currency', 'datetime'])(
  'a mask of kind %s may be published as it begins',
  (kind) => {
    for (const own of [{ maxLength: 200 }, { inputType: 'number', min: 0, max: 100, step: 5 }, { inputType: 'tel' }])
      expect(checkDefinition(survey([asked(turned(own, kind))]))).toEqual([]);
  },
);

test('a number keeps its limits when it gets a mask, another one, and none again', () => {
  const number = { inputType: 'number', min: 5, max: 80 };
  const numeric = turned(number, 'numeric');
  expect(numeric).toMatchObject({ maskType: 'numeric', maskSettings: { min: 5, max: 80, precision: 0 } });
  expect(kindOf(asked(numeric))).toBe('number');
  const currency = turned(numeric, 'currency');
  expect(currency).toMatchObject({ maskSettings: { min: 5, max: 80, suffix: ' kr' } });
  expect(turned(currency, 'numeric')).toEqual(numeric);
  expect(turned(currency, 'none')).toEqual(number);
  expect(turned({ inputType: 'number', min: -5 }, 'numeric')).toMatchObject({
    maskSettings: { min: -5, allowNegativeValues: true },
  });
});

test('text becomes text again, without limits of its length; a telephone number keeps its keyboard', () => {
  expect(turned({ maxLength: 200 }, 'pattern')).toEqual({ maskType: 'pattern', maskSettings: { pattern: '999 99' } });
  expect(turned(turned({}, 'pattern'), 'none')).toEqual({});
  expect(turned({ inputType: 'tel' }, 'pattern')).toMatchObject({ inputType: 'tel' });
  expect(turned({ inputType: 'tel' }, 'datetime')).not.toHaveProperty('inputType');
});

test.each<[string, MaskKind[]]>([
  ['text', ['pattern', 'numeric', 'currency', 'datetime']],
  ['number', ['numeric', 'currency']],
  ['tel', ['pattern']],
  ['email', []],
  ['date', []],
])('an inputType %s is offered the masks that it goes with, and the other way round', (inputType, expected) => {
  const kinds: MaskKind[] = ['pattern', 'numeric', 'currency', 'datetime'];
  expect(kinds.filter((kind) => takesMask({ inputType }, kind))).toEqual(expected);
  const together = kinds.filter((kind) => takesInputType({ maskType: kind }, inputType));
  expect(together).toEqual(inputType === 'number' ? [] : expected);
});

test('a pattern is found fault with where the server does, and read as the server reads it', () => {
  const pattern = fc.stringMatching(/^[ 9a#\\\\Åx5-]{0,8}$/);
  let faults = 0;
  fc.assert(
    fc.property(pattern, (each) => {
      const fault = patternFault(each);
      faults += fault ? 1 : 0;
      expect(fault !== undefined).toBe(
        errorsAt({ maskType: 'pattern', maskSettings: { pattern: each } }).includes('pattern'),
      );
      if (!fault) expect(placesIn(each)).toEqual(placesOf(each));
    }),
    runs,
  );
  expect(faults).toBeGreaterThan(10);
});

test('settings of a number are found fault with where the server does', () => {
  const sign = fc.constantFrom(undefined, ',', '.', ' ');
  const unit = fc.constantFrom(undefined, ' kr', 'm2', ' ', ',', '-', ' kr.', '€');
  const limit = fc.constantFrom(undefined, -5, 0, 5, 100);
  const settings = fc.record({
    ...{
      min: limit,
      max: limit,
      precision: fc.constantFrom(undefined, 0, 2),
      allowNegativeValues: fc.constantFrom(undefined, false),
    },
    ...{ decimalSeparator: sign, thousandsSeparator: sign, suffix: unit },
  });
  let faults = 0;
  fc.assert(
    fc.property(settings, (each) => {
      const maskSettings = Object.fromEntries(Object.entries(each).filter(([, value]) => value !== undefined)) as Json;
      const found = Object.keys(numberFaults(maskSettings)).sort();
      faults += found.length;
      expect(found).toEqual(errorsAt({ maskType: 'currency', maskSettings }).sort());
    }),
    runs,
  );
  expect(faults).toBeGreaterThan(50);
});

const oneOf = fc.oneof(patternMask, numberMask, momentMask);
test('an example is shown as survey-core shows it, stored as it stores it, and taken by the validator', () => {
  fc.assert(
    fc.property(oneOf, (mask) => {
      const { min: _min, max: _max, ...settings } = mask.maskSettings;
      const own = { ...mask, maskSettings: settings };
      const example = exampleOf(own);
      const model = new Model(survey([asked(own)]));
      const question = model.getQuestionByName('zip') as QuestionTextModel;
      question.inputValue = example?.shown ?? '';
      expect([question.inputValue, String(question.value)]).toEqual([example?.shown, example?.stored]);
      const answers = { zip: question.value };
      expect(validateAnswers(compileSurvey(survey([asked(own)]) as unknown as SurveyForm), answers).ok).toBe(true);
    }),
    runs,
  );
});

test.each<[string, object, string | undefined]>([
  ['digits', { maskType: 'pattern', maskSettings: { pattern: '+46 999' } }, 'numeric'],
  ['letters', { maskType: 'pattern', maskSettings: { pattern: 'aa 99' } }, undefined],
  ['a whole number', { maskType: 'numeric', maskSettings: { precision: 0, min: 0 } }, 'numeric'],
  ['decimals', { maskType: 'currency', maskSettings: { allowNegativeValues: false } }, 'decimal'],
  ['a minus', { maskType: 'numeric', maskSettings: { precision: 0 } }, undefined],
  ['a day', { maskType: 'datetime', maskSettings: { pattern: 'dd/mm/yyyy' } }, 'numeric'],
])('%s bring up the keyboard that has them', (_what, own, expected) => {
  expect(keyboardOf(own as Json)).toBe(expected);
});

test('limits become the question’s own wherever it stands; what has none is the very same afterwards', () => {
  const numeric = { maskType: 'numeric', maskSettings: { min: 1, max: 5, precision: 0 } };
  const spoken = { maskType: 'numeric', min: 1, max: 5, maskSettings: { precision: 0, allowNegativeValues: false } };
  const form = (own: object) => ({
    pages: [
      {
        elements: [
          { type: 'panel', elements: [{ type: 'text', ...own }] },
          { type: 'paneldynamic', templateElements: [{ type: 'text', ...own }] },
        ],
      },
    ],
  });
  expect(withSpokenLimits(form(numeric))).toEqual(form(spoken));
  const plain = form({ inputType: 'number', min: 3, item: { name: 'x' } });
  expect(withSpokenLimits(plain)).toEqual(plain);
});

test('a condition asks for a masked number as for a number, and shows how a pattern is named in it', () => {
  const definition = survey([
    asked({ name: 'zip', maskType: 'pattern', maskSettings: { pattern: '999 99', saveMaskedValue: true } }),
    asked({ name: 'rent', maskType: 'currency', maskSettings: { suffix: ' kr' } }),
    asked({ name: 'plain' }),
  ]) as Json;
  const words = { yes: 'Ja', no: 'Nej', numberOf: (each: string) => each };
  const names = askedQuestions(definition, '', 'pages[0].elements[2]', 'sv', words);
  expect(names.map(({ name, kind, example }) => [name, kind, example])).toEqual([
    ['zip', 'text', '12345'],
    ['rent', 'number', '12500.12'],
  ]);
});
