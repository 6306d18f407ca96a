// Two editors at once: nothing that either did is lost, and only what both changed differently is asked about.
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Conflict, merge } from '../../../client/pages/survey-editor/designer/document/merge.ts';
import {
  addPage,
  duplicate,
  insertElement,
  moveBy,
  moveTo,
  remove,
  setProperty,
} from '../../../client/pages/survey-editor/designer/document/operations.ts';
import { settle } from '../../../client/pages/survey-editor/designer/document/settle.ts';
import {
  elementsOf,
  formPlaces,
  type Json,
  putAt,
  questionsOf,
  readAt,
} from '../../../client/pages/survey-editor/designer/document/tree.ts';
import { judgeDraft } from '../../../server/domain/surveys/comparability/judgeDraft.ts';
import type { AnyDefinition } from '../../../server/domain/surveys/definition.ts';

const read = (name: string): Json => JSON.parse(readFileSync(`surveys/${name}/v1.json`, 'utf8'));
const treatment = read('treatment');
const card = read('progression-card');
const set = (definition: Json, place: string, value: unknown) => putAt(definition, place, value);
const names = (definition: Json) => questionsOf(definition, '').map(({ element }) => element.name);
const clean = (mine: Json, theirs: Json, base = treatment): Json => {
  const merged = merge(base, mine, theirs);
  expect(merged?.conflicts).toEqual([]);
  return merged?.definition ?? {};
};
const first = 'pages[0].elements[0]';

test('one side alone: the merge is that side, letter by letter', () => {
  const changed =
    moveBy(setProperty(treatment, first, 'isRequired', true).definition, 'pages[2]', -1)?.definition ?? {};
  for (const base of [treatment, card]) expect(clean(base, base, base)).toEqual(base);
  expect(JSON.stringify(clean(changed, treatment))).toBe(JSON.stringify(changed));
  expect(JSON.stringify(clean(treatment, changed))).toBe(JSON.stringify(changed));
});

test('a wording here and a choice there, in one question and in two languages: all of it is there', () => {
  const mine = set(set(treatment, `${first}.title.sv`, 'Min fråga'), `${first}.choices[0].text.sv`, 'Mycket bra');
  const theirs = set(set(treatment, `${first}.title.en`, 'Their question'), `${first}.choices`, [
    ...(readAt(treatment, `${first}.choices`) as Json[]),
    { value: 'unsure', text: { sv: 'Vet inte' } },
  ]);
  const merged = clean(mine, theirs);
  expect(readAt(merged, `${first}.title`)).toMatchObject({ sv: 'Min fråga', en: 'Their question' });
  expect((readAt(merged, `${first}.choices`) as Json[]).map(({ value }) => value)).toEqual([
    'well',
    'neither',
    'badly',
    'unsure',
  ]);
  expect(readAt(merged, `${first}.choices[0].text.sv`)).toBe('Mycket bra');
});

test('a question that I moved to another page and they reworded is moved and reworded', () => {
  const mine = moveTo(treatment, first, 'pages[3].elements', 0)?.definition ?? {};
  const theirs = set(treatment, `${first}.title.sv`, 'Deras ord');
  const merged = clean(mine, theirs);
  expect(readAt(merged, 'pages[3].elements[0].title.sv')).toBe('Deras ord');
  expect(names(merged)).toEqual(names(mine));
});

test('what both add stands where each put it', () => {
  const added = (name: string) => ({ type: 'text', name, title: { sv: name } });
  const mine = insertElement(treatment, 'pages[0]', added('mine'), 0).definition;
  const theirs = insertElement(treatment, 'pages[0]', added('theirs')).definition;
  expect(names(clean(mine, theirs)).slice(0, 3)).toEqual(['mine', 'treatedByCoordinator', 'theirs']);
});

test('a page that I took away and they put a question on stays, with that question alone', () => {
  const mine = remove(treatment, 'pages[0]').definition;
  const theirs = insertElement(treatment, 'pages[0]', { type: 'text', name: 'fresh', title: { sv: 'Ny' } }).definition;
  const merged = clean(mine, theirs);
  expect(names(merged)).toEqual(['fresh', ...names(mine)]);
});

test('only what both changed differently is a conflict, named by its question', () => {
  const mine = set(set(treatment, `${first}.title.sv`, 'Min'), 'thanks.sv', 'Tack');
  const theirs = remove(
    set(set(treatment, `${first}.title.sv`, 'Deras'), 'thanks.en', 'Thanks'),
    'pages[1].elements[0]',
  ).definition;
  const both = merge(set(treatment, 'x', 1), set(mine, 'pages[1].elements[0].isRequired', true), theirs);
  expect(both?.conflicts).toEqual<Conflict[]>([
    { form: '', name: 'treatedByCoordinator', path: ['title', 'sv'], mine: 'Min', theirs: 'Deras' },
    { form: '', name: 'treatedByReferrer', path: [], mine: expect.anything(), theirs: undefined },
  ]);
  expect(readAt(both?.definition, 'thanks')).toMatchObject({ sv: 'Tack', en: 'Thanks' });
});

test('each conflict is decided by itself, for me or for them', () => {
  const choice = `${first}.choices[1]`;
  const mine = remove(
    set(set(treatment, `${choice}.text.sv`, 'Min'), `${first}.min`, 1),
    'pages[1].elements[0]',
  ).definition;
  const theirs = set(
    set(set(treatment, `${choice}.text.sv`, 'Deras'), `${first}.min`, 2),
    'pages[1].elements[0].isRequired',
    true,
  );
  const both = merge(treatment, mine, theirs);
  expect(both?.conflicts).toHaveLength(3);
  const all = (side: 'mine' | 'theirs') =>
    (both?.conflicts ?? []).reduce((whole, conflict) => settle(whole, conflict, side), both?.definition ?? {});
  expect(all('mine')).toEqual(mine);
  expect(all('theirs')).toEqual(theirs);
});

test('halves of a card are merged each by itself; names that stand twice cannot be', () => {
  const mine = set(card, 'halves.person.pages[0].elements[0].title.sv', 'Min');
  const theirs = set(set(card, 'halves.coordinator.pages[0].elements[0].title.sv', 'Deras'), 'title.sv', 'Kort');
  const merged = clean(mine, theirs, card);
  expect(readAt(merged, 'halves.person.pages[0].elements[0].title.sv')).toBe('Min');
  expect(readAt(merged, 'halves.coordinator.pages[0].elements[0].title.sv')).toBe('Deras');
  const double = insertElement(treatment, 'pages[0]', { type: 'text', name: 'twice' }).definition;
  const place = elementsOf(double, '').find(({ element }) => element.name === 'twice')?.place ?? '';
  expect(
    merge(
      treatment,
      treatment,
      setProperty(duplicate(double, place).definition, 'pages[0].elements[2]', 'name', 'twice').definition,
    ),
  ).toBeUndefined();
});

const edit = fc.record({ what: fc.nat(5), at: fc.nat(30), word: fc.string({ minLength: 1, maxLength: 5 }) });
const edited = (definition: Json, edits: { what: number; at: number; word: string }[], side: string): Json =>
  edits.reduce((whole, { what, at, word }) => {
    const places = elementsOf(whole, '').map(({ place }) => place);
    const place = places[at % Math.max(1, places.length)];
    if (place === undefined) return whole;
    const made = [
      () => setProperty(whole, place, 'description', { sv: side + word }),
      () => setProperty(whole, place, 'isRequired', true),
      () => moveBy(whole, place, at % 2 === 0 ? 1 : -1),
      () => insertElement(whole, `pages[${at % 3}]`, { type: 'text', name: `${side}${at}`, title: { sv: word } }),
      () => remove(whole, place),
      () => addPage(whole, ''),
    ][what]?.();
    return made?.definition ?? whole;
  }, definition);

test('whatever two people do, every question that neither took away is there once, and both get the same conflicts', () => {
  let merges = 0;
  fc.assert(
    fc.property(fc.array(edit, { maxLength: 6 }), fc.array(edit, { maxLength: 6 }), (one, other) => {
      const [mine, theirs] = [edited(treatment, one, 'a'), edited(treatment, other, 'b')];
      const [merged, turned] = [merge(treatment, mine, theirs), merge(treatment, theirs, mine)];
      expect(merged === undefined).toBe(turned === undefined);
      if (!merged || !turned) return;
      merges++;
      const found = names(merged.definition);
      expect(new Set(found).size).toBe(found.length);
      const base = names(treatment);
      for (const name of [...names(mine), ...names(theirs)]) {
        const isGone = base.includes(name) && (!names(mine).includes(name) || !names(theirs).includes(name));
        if (!isGone) expect(found).toContain(name);
      }
      expect(found.toSorted()).toEqual(names(turned.definition).toSorted());
      const places = ({ conflicts }: { conflicts: Conflict[] }) =>
        conflicts.map(({ name, path }) => `${name} ${JSON.stringify(path)}`).toSorted();
      expect(places(merged)).toEqual(places(turned));
      for (const form of formPlaces(merged.definition)) expect(form).toBe('');
    }),
    { numRuns: 300, seed: 20261123 },
  );
  expect(merges).toBeGreaterThan(250);
});

test('questions that two people add to one repeating panel are both there, and one that was moved out stands outside', () => {
  const inner = (...names: string[]) => names.map((name) => ({ type: 'text', name }));
  const base: Json = {
    pages: [{ name: 'p', elements: [{ type: 'paneldynamic', name: 'jobs', templateElements: inner('a', 'b') }] }],
  };
  const list = `${first}.templateElements`;
  const mine = insertElement(base, first, { type: 'text', name: 'mine' }).definition;
  const theirs = moveTo(
    insertElement(base, first, { type: 'text', name: 'theirs' }).definition,
    `${list}[0]`,
    'pages[0].elements',
    1,
  );
  const merged = clean(mine, theirs?.definition ?? {}, base);
  expect(new Set((readAt(merged, list) as Json[]).map(({ name }) => name))).toEqual(new Set(['b', 'mine', 'theirs']));
  expect(readAt(merged, 'pages[0].elements[1].name')).toBe('a');
});

test('what two say of how a question compares is one thing, and said of words that the other changed it does not hold', () => {
  const reworded = set(treatment, `${first}.title.sv`, 'Hur blev du bemött?');
  const published = [treatment as unknown as AnyDefinition];
  const judged = (draft: Json) => judgeDraft(draft as unknown as AnyDefinition, published)[0];
  const said = (draft: Json, reason: string, comparable = true) =>
    set(draft, `${first}.comparableWith`, { version: 1, comparable, reason, judged: judged(draft)?.judged });

  const both = merge(reworded, said(reworded, 'Samma sak'), said(reworded, 'Annan sak', false));
  expect(both?.conflicts).toMatchObject([
    {
      name: 'treatedByCoordinator',
      path: ['comparableWith'],
      mine: { comparable: true },
      theirs: { comparable: false },
    },
  ]);
  const [conflict] = both!.conflicts;
  expect(readAt(settle(both!.definition, conflict!, 'theirs'), `${first}.comparableWith.reason`)).toBe('Annan sak');

  const translated = set(reworded, `${first}.title.en`, 'How were you treated?');
  expect(judged(clean(said(reworded, 'Samma sak'), translated, reworded))).toMatchObject({
    ...{ status: 'comparable', standing: 'used' },
  });
  const other = set(reworded, `${first}.title.sv`, 'Vem träffade du?');
  expect(judged(clean(said(reworded, 'Samma sak'), other, reworded))).toMatchObject({
    ...{ status: 'notComparable', standing: 'outdated' },
  });
});
