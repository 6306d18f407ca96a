// What the designer does to a definition: nothing is lost on the way, and what is not touched stays the very same.
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { askedQuestions } from '../../../client/pages/survey-editor/designer/document/asked.ts';
import {
  begin,
  changedTo,
  redone,
  replacedBy,
  undone,
} from '../../../client/pages/survey-editor/designer/document/history.ts';
import { kindOf, kinds, newElement } from '../../../client/pages/survey-editor/designer/document/kinds.ts';
import {
  addPage,
  duplicate,
  insertElement,
  moveBy,
  moveInto,
  moveTo,
  remove,
  rename,
  setProperty,
  targetsOf,
} from '../../../client/pages/survey-editor/designer/document/operations.ts';
import {
  elementsOf,
  formPlaces,
  type Json,
  objectAt,
  pagesOf,
  putAt,
  questionsOf,
  readAt,
} from '../../../client/pages/survey-editor/designer/document/tree.ts';
import { checkSource } from '../../../server/domain/surveys/check.ts';

const shipped = ['treatment', 'exit', 'collaboration', 'progression-card'].map(
  (name) => [name, JSON.parse(readFileSync(`surveys/${name}/v1.json`, 'utf8')) as Json] as const,
);
const strange = {
  name: 'strange',
  version: 1,
  ownProperty: { deep: [1, { two: null }] },
  pages: [
    {
      name: 'one',
      elements: [
        { type: 'text', name: 'a', 'x-custom': [1, 2], title: 'Plain' },
        {
          type: 'panel',
          name: 'p',
          visibleIf: '{a} notempty',
          elements: [
            { type: 'file', name: 'b', maxSize: 3 },
            { type: 'html', name: 'c', html: '<script>alert(1)</script> {a}' },
          ],
        },
        {
          type: 'paneldynamic',
          name: 'd',
          templateElements: [{ type: 'text', name: 'inner', visibleIf: '{panel.x} = 1' }],
        },
      ],
    },
    { name: 'two', questions: [{ type: 'signaturepad', name: 'e', requiredIf: "{a} = 'x' and {d.length} > 1" }] },
  ],
} as const satisfies Json;
const all = [...shipped, ['with types that we do not know', strange as Json] as const];
const names = (definition: Json) =>
  formPlaces(definition).flatMap((form) => questionsOf(definition, form).map(({ element }) => element.name));
const beginnings = {
  question: { sv: 'Ny fråga', en: 'New question' },
  panel: { sv: 'Grupp', en: 'Group' },
  information: { sv: 'Text', en: 'Text' },
  choice: { sv: 'Alternativ {{number}}', en: 'Choice {{number}}' },
  entry: { sv: 'Uppgift {panelIndex}', en: 'Entry {panelIndex}' },
  addEntry: { sv: 'Lägg till', en: 'Add' },
  removeEntry: { sv: 'Ta bort', en: 'Remove' },
  noEntry: { sv: 'Inget än', en: 'Nothing yet' },
};

test.each(all)('%s: each operation and its opposite give back the same definition', (_name, definition) => {
  let tried = 0;
  for (const form of formPlaces(definition))
    for (const { place, element } of [...pagesOf(definition, form), ...elementsOf(definition, form)]) {
      expect(objectAt(definition, place)).toBe(element);
      const { definition: doubled, place: copy } = duplicate(definition, place);
      expect(remove(doubled, copy).definition).toEqual(definition);
      const doubledNames = questionsOf(doubled, form).map((each) => String(each.element.name).toLowerCase());
      expect(new Set(doubledNames).size).toBe(doubledNames.length);
      const renamed = rename(definition, place, 'quiteNewName').definition;
      expect(objectAt(renamed, place)?.name).toBe('quiteNewName');
      expect(rename(renamed, place, String(element.name)).definition).toEqual(definition);
      for (const step of [-1, 1] as const) {
        const moved = moveBy(definition, place, step);
        if (!moved) continue;
        expect(objectAt(moved.definition, moved.place)).toBe(element);
        expect(names(moved.definition).toSorted()).toEqual(names(definition).toSorted());
        tried++;
      }
      const { definition: set } = setProperty(definition, place, 'title', { sv: 'Annat' });
      expect(putAt(set, `${place}.title`, element.title)).toEqual(definition);
    }
  expect(tried).toBeGreaterThan(3);
});

test('what an operation does not touch is the very same object', () => {
  const [, definition] = shipped[0] as (typeof shipped)[0];
  const { definition: next } = setProperty(definition, 'pages[1].elements[0]', 'isRequired', true);
  expect(readAt(next, 'pages[0]')).toBe(readAt(definition, 'pages[0]'));
  expect(readAt(next, 'pages[1].elements[0].choices')).toBe(readAt(definition, 'pages[1].elements[0].choices'));
  expect(Object.keys(next)).toEqual(Object.keys(definition));
});

test('moves over pages, into panels and out of them, and never into itself', () => {
  const definition = strange as Json;
  const into = moveTo(definition, 'pages[0].elements[0]', 'pages[0].elements[1].elements', 1);
  expect(into?.place).toBe('pages[0].elements[0].elements[1]');
  expect(names(into?.definition ?? {})).toEqual(['b', 'a', 'c', 'd', 'inner', 'e']);
  const over = moveBy(definition, 'pages[0].elements[2]', 1);
  expect(over?.place).toBe('pages[1].questions[0]');
  expect(names(over?.definition ?? {})).toEqual(['a', 'b', 'c', 'd', 'inner', 'e']);
  expect(moveBy(definition, 'pages[0].elements[1].elements[0]', -1)?.place).toBe('pages[0].elements[1]');
  expect(moveBy(definition, 'pages[0].elements[1].elements[1]', 1)?.place).toBe('pages[0].elements[2]');
  expect(moveBy(definition, 'pages[1]', -1)?.place).toBe('pages[0]');
  expect(moveTo(definition, 'pages[0].elements[1]', 'pages[0].elements[1].elements', 0)).toBeUndefined();
  expect(moveBy(definition, 'pages[0].elements[0]', -1)).toBeUndefined();
  expect(moveBy(definition, 'pages[1].questions[0]', 1)).toBeUndefined();
});

test('a new name is followed by every condition and text that names the question, and by nothing else', () => {
  const { definition } = rename(strange as Json, 'pages[0].elements[0]', 'health');
  expect(readAt(definition, 'pages[0].elements[1].visibleIf')).toBe('{health} notempty');
  expect(readAt(definition, 'pages[0].elements[1].elements[1].html')).toBe('<script>alert(1)</script> {health}');
  expect(readAt(definition, 'pages[1].questions[0].requiredIf')).toBe("{health} = 'x' and {d.length} > 1");
  expect(
    readAt(rename(strange as Json, 'pages[0].elements[2]', 'homes').definition, 'pages[1].questions[0].requiredIf'),
  ).toBe("{a} = 'x' and {homes.length} > 1");
});

test("a copied panel has names of its own, and its conditions mean the copy's questions", () => {
  const panel = {
    type: 'panel',
    name: 'work',
    elements: [
      { type: 'boolean', name: 'works' },
      { type: 'text', name: 'where', visibleIf: '{works} = true and {other} = 1' },
    ],
  };
  const { definition, place } = duplicate({ pages: [{ name: 'p', elements: [panel] }] }, 'pages[0].elements[0]');
  expect(readAt(definition, place)).toEqual({
    type: 'panel',
    name: 'work2',
    elements: [
      { type: 'boolean', name: 'works2' },
      { type: 'text', name: 'where2', visibleIf: '{works2} = true and {other} = 1' },
    ],
  });
});

test('every kind that can be added is taken by the check, in a survey of two languages', () => {
  let definition: Json = { ...(shipped[0]?.[1] as Json), anonymous: false, languages: ['sv', 'en'], pages: [] };
  for (const kind of kinds) {
    const page = addPage(definition, '');
    const element = newElement(kind, page.definition, beginnings);
    expect(kindOf(element)).toBe(kind);
    definition = insertElement(page.definition, page.place, element).definition;
    if (kind === 'panel' || kind === 'paneldynamic') {
      const panel = `${page.place}.elements[0]`;
      definition = insertElement(definition, panel, newElement('text', definition, beginnings)).definition;
    }
  }
  const { problems } = checkSource(JSON.stringify(definition));
  expect(problems.filter(({ severity }) => severity === 'error')).toEqual([]);
  // One more stands in the repeating panel; the panel itself is no question.
  expect(new Set(names(definition)).size).toBe(kinds.length + 1);
});

test('any row of operations can be undone to the first text and done again to the last, letter by letter', () => {
  const source = `${JSON.stringify(shipped[0]?.[1], null, 2)}\n`;
  const step = fc.record({ what: fc.nat(5), at: fc.nat(40), step: fc.constantFrom<-1 | 1>(-1, 1) });
  fc.assert(
    fc.property(fc.array(step, { minLength: 1, maxLength: 25 }), (steps) => {
      let history = begin(source);
      for (const { what, at, step: direction } of steps) {
        const definition = history.present?.definition ?? {};
        const places = [...elementsOf(definition, ''), ...pagesOf(definition, '')];
        const place = places[at % Math.max(places.length, 1)]?.place;
        if (place === undefined) break;
        const made = [
          () => remove(definition, place),
          () => duplicate(definition, place),
          () => moveBy(definition, place, direction),
          () => rename(definition, place, `name${at}`),
          () => setProperty(definition, place, 'description', { sv: `text ${at}` }),
          () => addPage(definition, '', at % 3),
        ][what]?.();
        if (made) history = changedTo(history, made.definition, made.place);
      }
      const last = history.source;
      expect(JSON.parse(last)).toEqual(history.present?.definition);
      const count = history.past.length;
      for (let at = 0; at < count; at++) history = undone(history);
      expect(history.source).toBe(source);
      expect(undone(history)).toBe(history);
      for (let at = 0; at < count; at++) history = redone(history);
      expect(history.source).toBe(last);
      expect(redone(history)).toBe(history);
    }),
    { numRuns: 60, seed: 20261123 },
  );
});

test('typing in one field is one step; a text that cannot be read leaves the steps before it', () => {
  let history = begin('{"name": "x", "pages": []}');
  for (const title of ['H', 'He', 'Hej']) {
    const definition = history.present?.definition ?? {};
    history = changedTo(history, setProperty(definition, '', 'title', { sv: title }).definition, undefined, 'title');
  }
  expect(history.past).toHaveLength(1);
  const broken = replacedBy(history, '{"name": ');
  expect(broken.present).toBeUndefined();
  expect(undone(broken).source).toBe(history.source);
  expect(undone(undone(broken)).source).toBe('{"name": "x", "pages": []}');
});

const withJobs = (...inner: Json[]): Json => ({
  pages: [
    {
      name: 'p',
      elements: [
        { type: 'text', name: 'town' },
        { type: 'paneldynamic', name: 'jobs', templateElements: inner },
        { type: 'comment', name: 'why', visibleIf: '{town} notempty and {jobs.length} > 1' },
      ],
    },
  ],
});
const jobs = 'pages[0].elements[1].templateElements';

test('a question moved into a repeating panel, and out again, is named there as it has to be', () => {
  const before = withJobs(
    { type: 'text', name: 'employer' },
    { type: 'text', name: 'hours', visibleIf: "{panel.employer} notempty and {town} = 'x'" },
  );
  const within = moveTo(before, 'pages[0].elements[0]', jobs, 2);
  const moved = 'pages[0].elements[0].templateElements';
  expect(within?.place).toBe(`${moved}[2]`);
  expect(readAt(within?.definition, `${moved}[1].visibleIf`)).toBe("{panel.employer} notempty and {panel.town} = 'x'");
  const out = moveTo(within?.definition ?? {}, `${moved}[2]`, 'pages[0].elements', 0);
  expect(out?.definition).toEqual(before);
});

test('a name changed inside a repeating panel is changed in the conditions of its entries', () => {
  const before = withJobs(
    { type: 'text', name: 'employer' },
    { type: 'text', name: 'hours', visibleIf: '{panel.employer} notempty' },
  );
  const { definition } = rename(before, `${jobs}[0]`, 'company');
  expect(readAt(definition, `${jobs}[1].visibleIf`)).toBe('{panel.company} notempty');
});

test('a repeating panel is not moved into another, nor a group that holds one', () => {
  const before: Json = {
    pages: [
      {
        name: 'p',
        elements: [
          { type: 'paneldynamic', name: 'a', templateElements: [{ type: 'text', name: 'x' }] },
          { type: 'panel', name: 'g', elements: [{ type: 'paneldynamic', name: 'b', templateElements: [] }] },
        ],
      },
    ],
  };
  expect(moveTo(before, 'pages[0].elements[1]', 'pages[0].elements[0].templateElements', 0)).toBeUndefined();
  expect(
    moveTo(before, 'pages[0].elements[1].elements[0]', 'pages[0].elements[0].templateElements', 0),
  ).toBeUndefined();
});

test('a condition in an entry chooses among its own questions and those outside; outside, the number of entries', () => {
  const words = { yes: 'Ja', no: 'Nej', numberOf: (title: string) => `Antal: ${title}` };
  const before = withJobs({ type: 'text', name: 'employer' }, { type: 'text', name: 'hours' });
  const asked = (place: string) => askedQuestions(before, '', place, 'sv', words).map(({ name }) => name);
  expect(asked(`${jobs}[1]`)).toEqual(['town', 'panel.employer', 'why']);
  expect(asked('pages[0].elements[2]')).toEqual(['town', 'jobs.length']);
  expect(askedQuestions(before, '', 'pages[0].elements[2]', 'sv', words)[1]).toMatchObject({
    title: 'Antal: jobs',
    kind: 'number',
  });
});

test('a copy says nothing of how it compares, nor does what it holds; the original still does', () => {
  const comparableWith = { version: 1, comparable: true, reason: 'Samma sak', judged: 'a' };
  const question = { type: 'text', name: 'a', title: { sv: 'A' }, comparableWith };
  const panel = { type: 'panel', name: 'g', elements: [question] };
  const { definition, place } = duplicate({ pages: [{ name: 'p', elements: [panel] }] }, 'pages[0].elements[0]');
  const { comparableWith: _, ...silent } = question;
  expect(objectAt(definition, place)).toEqual({ ...panel, name: 'g2', elements: [{ ...silent, name: 'a2' }] });
  expect(objectAt(definition, 'pages[0].elements[0]')).toEqual(panel);
});

test('wherever an element may go it goes, whole and with nothing lost; not into itself, nor where it stands', () => {
  const repeating = (name: string, elements: Json[]) => ({ type: 'paneldynamic', name, templateElements: elements });
  const panel = (name: string, elements: Json[]) => ({ type: 'panel', name, elements });
  const definition: Json = {
    pages: [
      {
        name: 'one',
        elements: [{ type: 'text', name: 'a' }, panel('empty', []), panel('outer', [panel('inner', [])])],
      },
      { name: 'two', elements: [repeating('jobs', [panel('within', [])]), repeating('children', [])] },
    ],
  };
  const targets = (place: string) => targetsOf(definition, place).map((target) => objectAt(definition, target)?.name);
  expect(targets('pages[0].elements[0]')).toEqual(['empty', 'outer', 'inner', 'two', 'jobs', 'within', 'children']);
  expect(targets('pages[0].elements[2]')).toEqual(['empty', 'two', 'jobs', 'within', 'children']);
  expect(targets('pages[1].elements[0]')).toEqual(['one', 'empty', 'outer', 'inner']);
  expect(targets('pages[1].elements[0].templateElements[0]')).toEqual([
    'one',
    'empty',
    'outer',
    'inner',
    'two',
    'children',
  ]);
  for (const { place, element } of elementsOf(definition, ''))
    for (const target of targetsOf(definition, place)) {
      const made = moveInto(definition, place, target);
      expect(made && objectAt(made.definition, made.place)).toEqual(element);
      expect(
        made &&
          elementsOf(made.definition, '')
            .map((each) => each.element.name)
            .toSorted(),
      ).toEqual(
        elementsOf(definition, '')
          .map((each) => each.element.name)
          .toSorted(),
      );
    }
});
