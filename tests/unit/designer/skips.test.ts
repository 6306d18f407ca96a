// A skip is conditions of what lies between: who is asked what is what a plain walk that jumps comes past, in survey-core and in
// the validator alike; the server reckons the same conditions and tells when they are not so.
import fc from 'fast-check';
import { Model, type PanelModelBase, type Question } from 'survey-core';
import { expect, test } from 'vitest';
import { mergeSources } from '../../../client/pages/survey-editor/designer/document/mergeSources.ts';
import {
  insertElement,
  moveTo,
  remove,
  rename,
} from '../../../client/pages/survey-editor/designer/document/operations.ts';
import {
  addSkip,
  changeSkip,
  settleSkips,
} from '../../../client/pages/survey-editor/designer/document/skipOperations.ts';
import { deriveSkips, withoutSkips } from '../../../client/pages/survey-editor/designer/document/skips.ts';
import { type Json, objectAt } from '../../../client/pages/survey-editor/designer/document/tree.ts';
import { findHidden } from '../../../server/domain/surveys/asked.ts';
import { checkDefinition } from '../../../server/domain/surveys/check.ts';
import { compileSurvey } from '../../../server/domain/surveys/compile.ts';
import { compileCondition, type Values } from '../../../server/domain/surveys/conditions.ts';
import type { SurveyForm } from '../../../server/domain/surveys/definition.ts';

const runs = {
  seed: Number(process.env.PROPERTY_SEED ?? 20_261_128),
  numRuns: Number(process.env.PROPERTY_RUNS ?? 100),
};

interface Node {
  name: string;
  type: 'page' | 'panel' | 'radiogroup' | 'expression';
  visibleIf?: string;
  elements?: Node[];
}
interface Skip {
  name: string;
  after: string;
  if: string;
  to?: string;
}
interface Case {
  pages: Node[];
  skips: Skip[];
  answers: Values;
}

const leaves = (node: Node): Node[] => (node.elements ? node.elements.flatMap(leaves) : [node]);
const everyNode = (node: Node): Node[] => [node, ...(node.elements ?? []).flatMap(everyNode)];

/** Shapes of three pages with panels in them; some questions are computed values. */
const shape = fc.array(
  fc.array(
    fc.oneof({ weight: 5, arbitrary: fc.constant(0) }, { weight: 1, arbitrary: fc.integer({ min: -1, max: 3 }) }),
    {
      maxLength: 4,
    },
  ),
  { minLength: 1, maxLength: 4 },
);
const condition = (names: readonly string[]) => {
  const part = fc
    .tuple(fc.constantFrom(...names), fc.constantFrom("= 'a'", "<> 'a'", 'empty', 'notempty', "anyof ['a', 'b']"))
    .map(([name, rest]) => `{${name}} ${rest}`);
  const joined = fc.tuple(part, fc.constantFrom('and', 'or'), part).map((words) => words.join(' '));
  return fc.oneof(
    part,
    joined,
    part.map((text) => `!(${text})`),
  );
};

const build = (shapes: readonly (readonly number[])[]): Node[] => {
  let [questions, panels] = [0, 0];
  const question = (): Node => ({ name: `q${questions++}`, type: 'radiogroup' });
  return shapes.map((sizes, at) => ({
    name: `page${at}`,
    type: 'page',
    elements: sizes.map((size) => {
      if (size < 0) return { name: `c${questions++}`, type: 'expression' };
      if (size === 0) return question();
      return { name: `g${panels++}`, type: 'panel', elements: Array.from({ length: size }, question) };
    }),
  }));
};

const cases: fc.Arbitrary<Case> = shape
  .map(build)
  .filter((pages) => pages.flatMap(leaves).some(({ type }) => type === 'radiogroup'))
  .chain((pages) => {
    const nodes = pages.flatMap(everyNode);
    const names = nodes.filter(({ type }) => type === 'radiogroup').map(({ name }) => name);
    const free = nodes.filter((node) => !leaves(node).some(({ type }) => type === 'expression'));
    const any = fc.constantFrom(...nodes.map(({ name }) => name));
    const skip = fc.record({ after: any, if: condition(names), to: fc.option(any, { nil: undefined }) });
    const own = fc.uniqueArray(fc.tuple(fc.constantFrom('', ...free.map(({ name }) => name)), condition(names)), {
      maxLength: 3,
      selector: ([name]) => name,
    });
    return fc
      .record({
        own,
        skips: fc.array(skip, { maxLength: 4 }),
        answers: fc.record(Object.fromEntries(names.map((name) => [name, fc.constantFrom('a', 'b', 'c')])), {
          requiredKeys: [],
        }),
      })
      .map(({ own: conditions, skips, answers }) => {
        const given = new Map(conditions);
        const put = (node: Node): Node => {
          const visibleIf = given.get(node.name);
          return {
            ...node,
            ...(visibleIf !== undefined && { visibleIf }),
            ...(node.elements && { elements: node.elements.map(put) }),
          };
        };
        return {
          pages: pages.map(put),
          skips: skips.map((each, at) => ({ name: `skip${at}`, ...each })) as Skip[],
          answers: answers as Values,
        };
      });
  });

const titles = { sv: 'Fråga' };
const json = (node: Node): Json => ({
  ...node,
  ...(node.type === 'page' ? { type: undefined } : { title: titles }),
  ...(node.type === 'radiogroup' && { choices: ['a', 'b', 'c'].map((value) => ({ value, text: { sv: value } })) }),
  ...(node.type === 'expression' && { expression: '1 + 1' }),
  ...(node.elements && { elements: node.elements.map(json) }),
});
const surveyOf = ({ pages, skips }: Pick<Case, 'pages' | 'skips'>): Json =>
  JSON.parse(
    JSON.stringify({
      ...{ name: 'walk', version: 1, anonymous: false, locale: 'sv', audience: 'participant' },
      ...{ languages: ['sv'], title: titles, whoSees: titles, information: titles, thanks: titles },
      skips,
      pages: pages.map(json),
    }),
  ) as Json;

/** Walks past the questions one after the other and jumps; knows nothing of conditions that are put together. */
const walk = ({ pages, skips, answers }: Case): string[] => {
  const order = pages.flatMap(leaves);
  const names = new Map(order.map(({ name }) => [name, { type: 'radiogroup' }]));
  const holds = (text: string | undefined) =>
    compileCondition(text, { known: names }, 'exactly')?.({ values: answers }) ?? true;
  const nodes = pages.flatMap(everyNode);
  const around = (node: Node): Node[] => nodes.filter((each) => each === node || everyNode(each).includes(node));
  const isShown = (node: Node) => around(node).every(({ visibleIf }) => holds(visibleIf));
  /** The number of questions before a node, and up to its end. */
  const before = (node: Node) => {
    const page = pages.findIndex((each) => everyNode(each).includes(node));
    const inside = pages.slice(0, page).flatMap(leaves).length;
    const walkTo = (group: Node): number => {
      let count = 0;
      for (const each of group.elements ?? []) {
        if (each === node) return count;
        if (everyNode(each).includes(node)) return count + walkTo(each);
        count += leaves(each).length;
      }
      return 0;
    };
    return pages[page] === node ? inside : inside + walkTo(pages[page] as Node);
  };
  const seen: string[] = [];
  for (let at = 0; at < order.length; ) {
    const here = order[at] as Node;
    if (isShown(here)) seen.push(here.name);
    const goals = skips.flatMap((skip) => {
      const from = nodes.find(({ name }) => name === skip.after) as Node;
      const to = skip.to === undefined ? undefined : nodes.find(({ name }) => name === skip.to);
      if (
        leaves(from).length === 0 ||
        before(from) + leaves(from).length !== at + 1 ||
        !isShown(from) ||
        !holds(skip.if)
      )
        return [];
      return [to ? before(to) : order.length];
    });
    at = Math.max(at + 1, ...goals);
  }
  return seen;
};

const isQuestion = (name: string) => name.startsWith('q');
const isAsked = (element: Question | PanelModelBase): boolean =>
  element.isVisible && (!element.parent || isAsked(element.parent as PanelModelBase));

test('who is asked what is what a plain walk that jumps comes past, in survey-core and in the validator', () => {
  let skipped = 0;
  fc.assert(
    fc.property(cases, (each) => {
      const survey = deriveSkips(surveyOf(each));
      const seen = walk(each).filter(isQuestion);
      const model = new Model(survey);
      model.data = structuredClone(each.answers);
      const questions = model.getAllQuestions().filter(({ name }) => isQuestion(name));
      expect(questions.filter(isAsked).map(({ name }) => name)).toEqual(seen);
      const hidden = findHidden(compileSurvey(survey as unknown as SurveyForm), each.answers);
      expect(questions.map(({ name }) => name).filter((name) => !hidden.has(name))).toEqual(seen);
      if (seen.length < walk({ ...each, skips: [] }).filter(isQuestion).length) skipped++;
    }),
    runs,
  );
  expect(skipped).toBeGreaterThan(runs.numRuns / 20);
});

const mismatches = (definition: Json) => checkDefinition(definition).filter(({ code }) => code === 'skip-mismatch');

test('the server reckons the same conditions; without them, or with any of them changed, it says so', () => {
  let told = 0;
  fc.assert(
    fc.property(cases, (each) => {
      const plain = surveyOf(each);
      const survey = deriveSkips(plain);
      expect(mismatches(survey)).toEqual([]);
      expect(deriveSkips(survey)).toBe(survey);
      expect(withoutSkips(survey)).toEqual(plain);
      if (survey === plain) return;
      expect(mismatches(plain).length).toBeGreaterThan(0);
      const changed = JSON.stringify(survey).replace(
        /"visibleIf":"([^"]*)","skipIf"/,
        `"visibleIf":"$1 and 1 = 1","skipIf"`,
      );
      told++;
      expect(mismatches(JSON.parse(changed) as Json).length).toBeGreaterThan(0);
    }),
    { ...runs, numRuns: runs.numRuns / 5 },
  );
  expect(told).toBeGreaterThan(0);
});

const question = (name: string): Node => ({ name, type: 'radiogroup' });
const small = (): Json =>
  deriveSkips(
    surveyOf({
      pages: [
        { name: 'one', type: 'page', elements: [question('a'), question('b'), question('c')] },
        { name: 'two', type: 'page', elements: [question('d')], visibleIf: "{b} = 'b'" },
        { name: 'three', type: 'page', elements: [question('e'), question('f')] },
      ],
      skips: [{ name: 'skip1', after: 'a', if: "{a} = 'a'", to: 'e' }],
    }),
  );
const conditionOf = (definition: Json, place: string) => objectAt(definition, place)?.visibleIf;
const after = (before: Json, made: { definition: Json } | undefined) => settleSkips(before, made?.definition ?? {});

test('a skip stands on the largest wholes that it passes over, beside their own conditions', () => {
  const survey = small();
  expect(conditionOf(survey, 'pages[0].elements[1]')).toBe("!({a} = 'a')");
  expect(conditionOf(survey, 'pages[1]')).toBe("({b} = 'b') and !({a} = 'a')");
  expect(conditionOf(survey, 'pages[1].elements[0]')).toBeUndefined();
  expect(conditionOf(survey, 'pages[2].elements[0]')).toBeUndefined();
  expect(checkDefinition(survey).filter(({ severity }) => severity === 'error')).toEqual([]);
});

test('what is added, moved and renamed is passed over when it stands between, and not when it does not', () => {
  const survey = small();
  const added = after(survey, insertElement(survey, 'pages[2]', { type: 'comment', name: 'n' }, 0));
  expect(conditionOf(added, 'pages[2].elements[0]')).toBe("!({a} = 'a')");
  const moved = after(survey, moveTo(survey, 'pages[0].elements[1]', 'pages[2].elements', 2));
  expect(conditionOf(moved, 'pages[2].elements[2]')).toBeUndefined();
  const renamed = after(survey, rename(survey, 'pages[0].elements[0]', 'first'));
  expect(renamed.skips).toEqual([{ name: 'skip1', after: 'first', if: "{first} = 'a'", to: 'e' }]);
  expect(conditionOf(renamed, 'pages[1]')).toBe("({b} = 'b') and !({first} = 'a')");
  for (const each of [added, moved, renamed]) expect(mismatches(each)).toEqual([]);
});

test('a skip whose goal goes leads to what came next; one whose question goes, goes too; undone, its conditions are as before', () => {
  const survey = small();
  const goalGone = after(survey, remove(survey, 'pages[2].elements[0]'));
  expect(goalGone.skips).toEqual([{ name: 'skip1', after: 'a', if: "{a} = 'a'", to: 'f' }]);
  const pageGone = after(survey, remove(survey, 'pages[2]'));
  expect(pageGone.skips).toEqual([{ name: 'skip1', after: 'a', if: "{a} = 'a'" }]);
  const placeGone = after(survey, remove(survey, 'pages[0].elements[0]'));
  expect(placeGone.skips).toBeUndefined();
  expect(conditionOf(placeGone, 'pages[1]')).toBe("{b} = 'b'");
  const elsewhere = after(survey, changeSkip(survey, '', 'pages[0].elements[1]', 0, { after: 'b' }));
  const before = after(elsewhere, remove(elsewhere, 'pages[0].elements[1]'));
  expect(before.skips).toEqual([{ name: 'skip1', after: 'a', if: "{a} = 'a'", to: 'e' }]);
});

test('a condition changed by hand is told, and kept beside the skip when the skips are worked out again', () => {
  const survey = small();
  const edited = JSON.parse(JSON.stringify(survey).replace(`({b} = 'b') and !({a} = 'a')`, `{b} = 'c'`)) as Json;
  expect(mismatches(edited).map(({ path }) => path)).toEqual(['pages[1].visibleIf']);
  expect(conditionOf(deriveSkips(edited), 'pages[1]')).toBe("({b} = 'c') and !({a} = 'a')");
});

test.each([
  [{ after: 'zzz' }, 'skips[0].after', 'skip-place'],
  [{ to: 'zzz' }, 'skips[0].to', 'skip-place'],
  [{ to: 'a' }, 'skips[0].to', 'skip-backwards'],
  [{ to: 'b' }, 'skips[0].to', 'skip-nothing'],
  [{ if: ' ' }, 'skips[0].if', 'skip-incomplete'],
  [{ if: "{zzz} = 'a'" }, 'skips[0].if', 'expression-name'],
  [{ if: "{f} = 'a'" }, 'skips[0].if', 'skip-later'],
])('a skip %j is told at %s', (wrong, path, code) => {
  const survey = small();
  const changed = after(survey, changeSkip(survey, '', '', 0, wrong));
  expect(checkDefinition(changed)).toContainEqual(expect.objectContaining({ path, code }));
});

test('two who write at once: a skip of the one passes over the question that the other put between', () => {
  const plain = small();
  const base = JSON.stringify(withoutSkips({ ...plain, skips: undefined }), null, 2);
  const definition = JSON.parse(base) as Json;
  const skip = addSkip(definition, '', 'pages[0].elements[0]');
  const mine = after(definition, changeSkip(skip.definition, '', skip.place, 0, { if: "{a} = 'a'", to: 'e' }));
  const theirs = after(definition, insertElement(definition, 'pages[0]', { type: 'comment', name: 'n' }, 1));
  const merged = mergeSources(base, JSON.stringify(mine, null, 2), JSON.stringify(theirs, null, 2));
  expect(merged?.conflicts).toEqual([]);
  expect(conditionOf(merged?.definition ?? {}, 'pages[0].elements[1]')).toBe("!({a} = 'a')");
  expect(mismatches(merged?.definition ?? {})).toEqual([]);
});
