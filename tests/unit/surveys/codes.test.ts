// Values' codes over the versions of a survey: none is given to another meaning unseen, and what was taken away keeps its place.
import { expect, test } from 'vitest';
import { codesOverVersions } from '../../../server/domain/surveys/codesOverVersions.ts';
import { compareVersions } from '../../../server/domain/surveys/compare.ts';
import type { SurveyDefinition } from '../../../server/domain/surveys/definition.ts';
import { reusedCodes } from '../../../server/domain/surveys/review/reusedCodes.ts';

const survey = (version: number, ...elements: object[]) =>
  ({ name: 'x', version, anonymous: true, pages: [{ name: 'p', elements }] }) as unknown as SurveyDefinition;
const item = ([value, text]: [string | number, string]) => ({ value, text: { sv: text, en: `${text} (en)` } });
const asks = (version: number, choices: [string, string][], more: object = {}) =>
  survey(version, { type: 'radiogroup', name: 'q', title: { sv: 'Fråga' }, choices: choices.map(item), ...more });
const found = (...versions: SurveyDefinition[]) =>
  reusedCodes(versions.slice(0, -1), versions.at(-1)!).map(({ part, code, version, was, is }) => [
    ...[part, code, version],
    `${was.sv} > ${is.sv}`,
  ]);

test('a code with another text is told with the latest version that had it, however far back', () => {
  const first = asks(1, [
    ['a', 'Bra'],
    ['b', 'Dåligt'],
  ]);
  const without = asks(2, [['a', 'Bra']]);
  expect(
    found(
      first,
      asks(2, [
        ['a', 'Bra'],
        ['b', 'Sämst'],
      ]),
    ),
  ).toEqual([['choice', 'b', 1, 'Dåligt > Sämst']]);
  expect(
    found(
      first,
      without,
      asks(3, [
        ['a', 'Bra'],
        ['b', 'Vet inte'],
      ]),
    ),
  ).toEqual([['choice', 'b', 1, 'Dåligt > Vet inte']]);
  expect(found(first, without, first)).toEqual([]);
  const reworded = asks(2, [
    ['a', 'Mycket bra'],
    ['b', 'Dåligt'],
  ]);
  expect(found(first, reworded, reworded)).toEqual([]);
  expect(found(first, reworded, first)).toEqual([['choice', 'a', 2, 'Mycket bra > Bra']]);
});

test('a question that comes back is held to what its codes meant before it went', () => {
  const other = survey(2, { type: 'comment', name: 'other', title: { sv: 'Annat' } });
  expect(found(asks(1, [['a', 'Bra']]), other, asks(3, [['a', 'Dåligt']]))).toEqual([
    ['choice', 'a', 1, 'Bra > Dåligt'],
  ]);
});

test('order, spaces, translations and a text given to a bare code are no other meaning', () => {
  const first = asks(1, [
    ['a', 'Bra'],
    ['b', 'Dåligt'],
  ]);
  const again = asks(2, [
    ['b', 'Dåligt '],
    ['a', 'Bra'],
  ]);
  Object.assign((again.pages[0]!.elements[0]!.choices![1] as { text: object }).text, { en: 'Fine' });
  expect(found(first, again)).toEqual([]);
  expect(found(asks(1, [['a', 'a']]), asks(2, [['a', 'Bra']]))).toEqual([]);
});

test.each<[string, object, object, unknown[]]>([
  ['columns', { columns: [['a', 'Ofta']] }, { columns: [['a', 'Sällan']] }, ['choice', 'a', 1, 'Ofta > Sällan']],
  ['rows', { rows: [['r', 'Hälsa']] }, { rows: [['r', 'Arbete']] }, ['row', 'r', 1, 'Hälsa > Arbete']],
])('%s of a matrix', (_, before, after, expected) => {
  const matrix = (version: number, parts: object) => {
    const whole = { columns: [['c', 'Ofta']], rows: [['x', 'Rad']], ...parts };
    const listed = Object.entries(whole).map(([name, list]) => [name, (list as [string, string][]).map(item)]);
    return survey(version, { type: 'matrix', name: 'q', ...Object.fromEntries(listed) });
  };
  expect(found(matrix(1, before), matrix(2, after))).toEqual([expected]);
});

test('numbers of a scale, by their own words or by those at its ends, and pictures', () => {
  const rating = (version: number, more: object) => survey(version, { type: 'rating', name: 'q', ...more });
  const ends = (version: number, low: string, high: string) =>
    rating(version, { minRateDescription: { sv: low }, maxRateDescription: { sv: high } });
  expect(found(ends(1, 'Inte alls', 'Helt'), ends(2, 'Helt', 'Inte alls'))).toEqual([
    ['choice', '1', 1, 'Inte alls > Helt'],
    ['choice', '5', 1, 'Helt > Inte alls'],
  ]);
  const turned = compareVersions(ends(1, 'Inte alls', 'Helt'), ends(2, 'Helt', 'Inte alls'));
  expect(turned).toEqual([
    { question: 'q', status: 'notComparable', reasons: ['the words at the ends of the scale changed'] },
  ]);
  const own = (version: number, text: string) => rating(version, { rateValues: [item([1, text]), item([2, 'Helt'])] });
  expect(found(own(1, 'Nej'), own(2, 'Ja'))).toEqual([['choice', '1', 1, 'Nej > Ja']]);
  const picture = (version: number, text: string) =>
    survey(version, { type: 'imagepicker', name: 'q', choices: [{ ...item(['p', text]), imageLink: 'x.png' }] });
  expect(found(picture(1, 'Sol'), picture(2, 'Regn'))).toEqual([['choice', 'p', 1, 'Sol > Regn']]);
});

test('what was taken away stays where it stood, with its latest title', () => {
  const list = (...codes: string[]) => codes.map((code) => ({ code, title: { sv: code } }));
  const order = (...lists: string[][]) =>
    codesOverVersions(lists.map((each) => list(...each))).map(({ code, gone }) => `${code}${gone ? ' gone' : ''}`);
  expect(order(['a', 'c'], ['a', 'b', 'c'])).toEqual(['a', 'b gone', 'c']);
  expect(order(['b', 'c'], ['a', 'b', 'c'])).toEqual(['a gone', 'b', 'c']);
  expect(order(['a'], ['a', 'b'], ['a', 'b', 'c'])).toEqual(['a', 'b gone', 'c gone']);
  expect(order(['x', 'a'], ['a', 'b'])).toEqual(['x', 'a', 'b gone']);
  expect(order(['b', 'a'], ['a', 'b'])).toEqual(['b', 'a']);
  const [old] = codesOverVersions([
    list('a'),
    [{ code: 'b', title: { sv: 'ny' } }],
    [{ code: 'b', title: { sv: 'gammal' } }],
  ]);
  expect(old?.title).toEqual({ sv: 'ny' });
  expect(codesOverVersions([])).toEqual([]);
});
