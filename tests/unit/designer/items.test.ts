// Questions from the bank in a draft: what is taken over and what stays the survey's own, and what two writers make of it together.
import { expect, test } from 'vitest';
import type { ItemSummary } from '../../../client/api/items.ts';
import { changesBetween, changesMeaning } from '../../../client/components/item/changes.ts';
import { foundItems } from '../../../client/components/item/found.ts';
import { begin, changedTo, undone } from '../../../client/pages/survey-editor/designer/document/history.ts';
import {
  differencesFrom,
  insertItem,
  keepOld,
  letGo,
  proposalsIn,
  takeOver,
  takeOverAll,
} from '../../../client/pages/survey-editor/designer/document/items.ts';
import { localizedIn } from '../../../client/pages/survey-editor/designer/document/localized.ts';
import { merge } from '../../../client/pages/survey-editor/designer/document/merge.ts';
import { rename, setProperty } from '../../../client/pages/survey-editor/designer/document/operations.ts';
import { type Json, objectAt } from '../../../client/pages/survey-editor/designer/document/tree.ts';

const question = {
  type: 'radiogroup',
  name: 'health',
  title: { sv: 'Hur mår du?', en: 'How are you?' },
  choices: [
    { value: 'well', text: { sv: 'Bra', en: 'Well' } },
    { value: 'badly', text: { sv: 'Dåligt', en: 'Badly' } },
  ],
  validators: [{ type: 'expression', expression: '{health} notempty' }],
};
const itemOf = (version: number, overrides: object = {}): ItemSummary => ({
  ...{ name: 'bip-health', version, theme: 'bip', source: {}, note: '', at: '', by: '', comparison: null },
  ...{ programme: null, used: { drafts: 0, published: 0 } },
  question: { ...question, ...overrides },
});
const [first, second] = [itemOf(1), itemOf(2, { title: { sv: 'Hur är hälsan?', en: 'How are you?' } })];
const survey = (...elements: Json[]): Json => ({ name: 's', languages: ['sv'], pages: [{ name: 'page', elements }] });
const at = (number: number) => `pages[0].elements[${number}]`;
const place = at(0);
const inserted = insertItem(survey(), 'pages[0]', first).definition;

test('a question stands whole in the draft with its reference, and undo takes it away', () => {
  expect(objectAt(inserted, place)).toEqual({ ...question, item: { name: 'bip-health', version: 1 } });
  const before = begin(JSON.stringify(survey()));
  const after = changedTo(before, inserted, place);
  expect(JSON.parse(undone(after).source)).toEqual(survey());
});

test('a name that is taken gives the question a free one, within its own rules too; renaming keeps the reference', () => {
  const { definition, place: there } = insertItem(survey({ type: 'text', name: 'Health' }), 'pages[0]', first);
  expect(objectAt(definition, there)).toMatchObject({
    name: 'health2',
    item: { name: 'bip-health', version: 1 },
    validators: [{ expression: '{health2} notempty' }],
  });
  expect(differencesFrom(first, objectAt(definition, there) ?? {})).toEqual([]);
  const renamed = rename(definition, there, 'wellbeing').definition;
  expect(objectAt(renamed, there)?.item).toEqual({ name: 'bip-health', version: 1 });
  expect(differencesFrom(first, objectAt(renamed, there) ?? {})).toEqual([]);
});

test('taking over brings the content of the item and leaves name, place and conditions as they are here', () => {
  const own = {
    visibleIf: '{a} = 1',
    isRequired: true,
    name: 'wellbeing',
    item: { name: 'bip-health', version: 1, kept: 2 },
  };
  const here = survey({ type: 'text', name: 'a' }, { ...question, ...own, description: { sv: 'Egen' } });
  const taken = objectAt(takeOver(here, at(1), second).definition, at(1)) ?? {};
  expect(taken).toEqual({
    ...second.question,
    ...own,
    validators: [{ type: 'expression', expression: '{wellbeing} notempty' }],
    item: { name: 'bip-health', version: 2 },
  });
});

test('a newer version is proposed until it is taken over, declined or let go of; a still newer one is proposed again', () => {
  const bank = (item: ItemSummary) => new Map([[item.name, item]]);
  const proposed = (definition: Json, item: ItemSummary) => proposalsIn(definition, bank(item)).map(({ from }) => from);
  expect(proposed(inserted, first)).toEqual([]);
  expect(proposed(inserted, second)).toEqual([1]);
  const declined = keepOld(inserted, place, 2).definition;
  expect(objectAt(declined, place)?.item).toEqual({ name: 'bip-health', version: 1, kept: 2 });
  expect([proposed(declined, second), proposed(declined, itemOf(3))]).toEqual([[], [1]]);
  expect(proposed(letGo(inserted, place).definition, second)).toEqual([]);
  const all = takeOverAll(inserted, proposalsIn(inserted, bank(second)));
  expect(proposed(all?.definition ?? {}, second)).toEqual([]);
  expect(objectAt(all?.definition ?? {}, place)?.title).toEqual(second.question.title);
});

test('a change of wording or code means something else, one of a translation or an explanation does not', () => {
  const changed = (overrides: object) => changesBetween(question, { ...question, ...overrides });
  const reworded = changed({ title: { sv: 'Hur är hälsan?', en: 'How are you?' } });
  expect(reworded).toEqual([{ path: ['title'], language: 'sv', before: 'Hur mår du?', after: 'Hur är hälsan?' }]);
  const [well, badly] = question.choices;
  for (const overrides of [
    { title: { sv: 'Hur är hälsan?' } },
    { choices: [badly, well] },
    { choices: [well] },
    { choices: [{ ...well, text: { sv: 'Gott', en: 'Well' } }, badly] },
    { type: 'dropdown' },
  ])
    expect(changed(overrides).some(changesMeaning), JSON.stringify(overrides)).toBe(true);
  for (const overrides of [
    { title: { ...question.title, en: 'How do you feel?' } },
    { title: { ...question.title, ar: 'كيف حالك؟' } },
    { explanations: { well: { sv: 'Jag orkar' } } },
  ]) {
    expect(changed(overrides)).toHaveLength(1);
    expect(changed(overrides).some(changesMeaning), JSON.stringify(overrides)).toBe(false);
  }
  expect(changed({ visibleIf: '{a} = 1', isRequired: true, name: 'other' })).toEqual([]);
});

test('two writers: a reference is one thing, never half of each', () => {
  const refer = (item: object) => setProperty(inserted, place, 'item', item).definition;
  const mine = refer({ name: 'bip-health', version: 1, kept: 3 });
  const theirs = refer({ name: 'own-health', version: 2 });
  const merged = merge(inserted, mine, theirs);
  expect(merged?.conflicts).toEqual([
    {
      ...{ form: '', name: 'health', path: ['item'] },
      ...{ mine: { name: 'bip-health', version: 1, kept: 3 }, theirs: { name: 'own-health', version: 2 } },
    },
  ]);
  expect(objectAt(merged?.definition ?? {}, place)?.item).toEqual({ name: 'bip-health', version: 1, kept: 3 });
  const titled = setProperty(inserted, place, 'title', { sv: 'Ny' }).definition;
  const both = merge(inserted, titled, theirs);
  expect(both?.conflicts).toEqual([]);
  expect(objectAt(both?.definition ?? {}, place)).toMatchObject({ title: { sv: 'Ny' }, item: { name: 'own-health' } });
});

test('a reference is no text to translate', () => {
  expect(localizedIn(inserted).some(({ key }) => key.includes('item'))).toBe(false);
});

test('a search finds every word in name, wording and answers, whatever the language', () => {
  const found = (search: string, theme = '') =>
    foundItems([first, itemOf(1, { title: { sv: 'Annat' } })], search, theme).length;
  expect([found('HUR mår'), found('well bip'), found('bip-health dåligt'), found('saknas'), found('', 'own')]).toEqual([
    1, 2, 2, 0, 0,
  ]);
});

test('another form of the answer means something else, thousands set apart otherwise do not', () => {
  const amount = (settings: object) => ({
    ...{ type: 'text', name: 'rent', maskType: 'currency' },
    maskSettings: { suffix: ' kr', precision: 0, thousandsSeparator: ' ', ...settings },
  });
  const means = (settings: object) => changesBetween(amount({}), amount(settings)).some(changesMeaning);
  expect([means({ suffix: ' EUR' }), means({ precision: 2 }), means({ max: 5 })]).toEqual([true, true, true]);
  expect([means({ thousandsSeparator: '.' }), means({})]).toEqual([false, false]);
});
