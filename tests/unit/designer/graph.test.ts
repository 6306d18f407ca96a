// The map of a form as it is read from the definition, before anything is drawn.
import { expect, test } from 'vitest';
import { deriveSkips } from '../../../client/pages/survey-editor/designer/document/skips.ts';
import { askedFor, graphOf, lanesOf, reachOf } from '../../../client/pages/survey-editor/paths/graph.ts';

const definition = deriveSkips({
  skips: [
    { name: 'one', after: 'a', if: "{a} = 'no'", to: 'third' },
    { name: 'two', after: 'first', if: '{b} > 2' },
    { name: 'lost', after: 'gone', if: '{b} > 2', to: 'c' },
  ],
  pages: [
    {
      name: 'first',
      elements: [
        { type: 'text', name: 'a' },
        { type: 'panel', name: 'g', visibleIf: '{a} notempty', elements: [{ type: 'text', name: 'b' }] },
      ],
    },
    { name: 'second', visibleIf: "{a} = 'yes'", elements: [{ type: 'text', name: 'c', requiredIf: '{d} empty' }] },
    {
      name: 'third',
      questions: [
        { type: 'text', name: 'd' },
        { type: 'html', name: 'h' },
      ],
    },
  ],
});

test('pages and what they hold stand in the order asked, with their own conditions and not what skips add', () => {
  const { pages } = graphOf(definition, '');
  expect(pages.map(({ place, condition, questions }) => [place, condition, questions])).toEqual([
    ['pages[0]', '', 2],
    ['pages[1]', "{a} = 'yes'", 1],
    ['pages[2]', '', 1],
  ]);
  expect(pages[0]?.stops.map(({ place, depth, condition }) => [place, depth, condition])).toEqual([
    ['pages[0].elements[0]', 0, ''],
    ['pages[0].elements[1]', 0, '{a} notempty'],
    ['pages[0].elements[1].elements[0]', 1, ''],
  ]);
  expect(pages[2]?.stops.map(({ place }) => place)).toEqual(['pages[2].questions[0]', 'pages[2].questions[1]']);
});

test('skips lead from where they stand, a page for some is passed; those that overlap have lanes of their own', () => {
  const graph = graphOf(definition, '');
  expect(graph.arcs).toEqual([
    { kind: 'skip', from: 'pages[0].elements[0]', to: 'pages[2]' },
    { kind: 'skip', from: 'pages[0]', to: undefined },
    { kind: 'past', from: 'pages[0]', to: 'pages[2]' },
  ]);
  expect(graph.pages[0]?.leaps).toEqual([{ condition: '{b} > 2', to: undefined }]);
  expect(graph.arcs.map((arc) => reachOf(graph, arc))).toEqual([
    [0, 2],
    [0, 3],
    [0, 2],
  ]);
  expect(lanesOf(graph, 6).toSorted()).toEqual([0, 1, 2]);
  expect(Math.max(...lanesOf(graph, 2))).toBe(1);
});

test('what decides is every question that a condition or a skip asks for', () => {
  expect([...askedFor(definition, '')].toSorted()).toEqual(['a', 'b', 'd']);
});
