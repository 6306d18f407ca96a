// Whatever a condition said of a choice by its former code, it says by the new one: survey-core itself is asked.
import { ConditionRunner } from 'survey-core';
import { expect, test } from 'vitest';
import { followCode } from '../../../client/pages/survey-editor/designer/document/codes.ts';
import { type Json, readAt } from '../../../client/pages/survey-editor/designer/document/tree.ts';

const surveyWith = (list: string, codes: readonly string[], condition: string): Json => ({
  pages: [
    {
      elements: [
        { name: 'q', [list]: codes.map((value) => (list === 'items' ? { name: value } : { value })) },
        { name: 'other', visibleIf: condition },
      ],
    },
  ],
  skips: [{ after: 'q', if: condition, to: 'other' }],
});
const place = 'pages[0].elements[0]';
const followed = (condition: string, list = 'choices', codes = ['new', 'b'], before = 'old') => {
  const next = followCode(surveyWith(list, codes, condition), place, list, 0, before)?.definition;
  const visibleIf = next && readAt(next, 'pages[0].elements[1].visibleIf');
  if (next) expect(readAt(next, 'skips[0].if')).toBe(visibleIf);
  return visibleIf;
};

test.each([
  ["{q} = 'old'", "{q} = 'new'"],
  ['{q} = "old"', '{q} = "new"'],
  ['{q}=old', "{q}='new'"],
  ["{ q } <> 'old' and {b} > 3", "{ q } <> 'new' and {b} > 3"],
  ["'old' = {q}", "'new' = {q}"],
  ["{q} anyof ['b', 'old', 'older']", "{q} anyof ['b', 'new', 'older']"],
  ["({q} contains 'old') and !({q} notcontains 'old')", "({q} contains 'new') and !({q} notcontains 'new')"],
  ["{panel.q} = 'old'", "{panel.q} = 'new'"],
])('%s follows', (before, after) => {
  expect(followed(before)).toBe(after);
});

test.each([
  ["{other} = 'old'"],
  ["{q} = 'older'"],
  ["{q2} = 'old'"],
  ["{other} = '{q} = old'"],
  ["{other} = 'it\\'s {q} = old'"],
  ['{q} notempty'],
])('%s stays', (condition) => {
  expect(followed(condition)).toBeUndefined();
});

test('columns, rows and fields follow, each in its own way', () => {
  expect(followed("{q.row} = 'old'", 'columns')).toBe("{q.row} = 'new'");
  expect(followed("{q.old} = 'old'", 'rows')).toBe("{q.new} = 'old'");
  expect(followed("{q.old} = 'old'", 'items')).toBe("{q.new} = 'old'");
});

test('nothing follows a code that is none yet, that another choice has, or whose former one is still a choice', () => {
  expect(followed("{q} = 'old'", 'choices', ['', 'b'])).toBeUndefined();
  expect(followed("{q} = 'old'", 'choices', ['b', 'b'])).toBeUndefined();
  expect(followed("{q} = 'old'", 'choices', ['new', 'old'])).toBeUndefined();
});

test.each(["it's", 'a"b', 'back\\slash', '7', 'two words', 'å'])('as %s it is found by survey-core', (code) => {
  for (const condition of ["{q} = 'old'", '{q} = "old"', '{q} = old', "{q} anyof ['x', 'old']"]) {
    const runner = new ConditionRunner(String(followed(condition, 'choices', [code, 'b'])));
    expect(runner.runValues({ q: code }), `${condition} as ${runner.expression}`).toBe(true);
    expect(runner.runValues({ q: 'b' })).toBe(false);
  }
});
