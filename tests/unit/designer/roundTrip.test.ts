// Every type of question that survey-core has goes through the designer and comes out as it went in: what the designer knows with all the
// properties that survey-core gives the type, what it does not know untouched.
import { QuestionFactory, Serializer } from 'survey-core';
import { expect, test } from 'vitest';
import { begin, changedTo, redone, undone } from '../../../client/pages/survey-editor/designer/document/history.ts';
import { kindOf } from '../../../client/pages/survey-editor/designer/document/kinds.ts';
import { maskKinds, withMask } from '../../../client/pages/survey-editor/designer/document/masks.ts';
import {
  type Changed,
  duplicate,
  moveBy,
  remove,
  rename,
  setProperty,
} from '../../../client/pages/survey-editor/designer/document/operations.ts';
import { type Json, objectAt } from '../../../client/pages/survey-editor/designer/document/tree.ts';
import { questionTypes } from '../../../server/domain/surveys/fields/types.ts';
import { registerSurveyProperties } from '../../../server/domain/surveys/properties.ts';

registerSurveyProperties();
const types = QuestionFactory.Instance.getAllTypes();
const known = types.filter((type) => kindOf({ type }) !== undefined);
const unknown = types.filter((type) => kindOf({ type }) === undefined);

/** A value that fits the property's type, and is not what it is when left out. */
const valueFor = (property: ReturnType<typeof Serializer.getPropertiesByObj>[number], at: number): unknown => {
  const { type, name } = property;
  if (name === 'name') return 'asked';
  if (property.isLocalizable) return { sv: `Text ${at} "med" <b>tecken</b>`, en: `Text ${at}`, ar: 'نص' };
  if (type === 'boolean' || type === 'switch') return property.defaultValue !== true;
  if (type === 'number') return 7 + at;
  if (type === 'itemvalues' || type === 'itemvalue[]')
    return [1, 'two', { value: 'three', text: { sv: 'Tre' }, visibleIf: '{a} notempty', customOf: [null] }];
  if (property.isArray) return [{ type: 'expression', name: `part${at}`, text: { sv: 'Del' } }];
  if (type === 'value') return { own: { deep: [1, null, { list: [] }] } };
  return property.hasChoices ? 'chosen' : `{asked} = '${at}'`;
};
const elementOf = (type: string): Json => ({
  ...{ type },
  ...Object.fromEntries(
    Serializer.getPropertiesByObj(Serializer.createClass(type)).map((property, at) => [
      property.name,
      valueFor(property, at),
    ]),
  ),
  propertyOfLaterVersions: { anything: [1, 2, { three: null }] },
});
/** A text question with each of survey-core's masks and all that it can be set to. */
const masked = Serializer.getChildrenClasses('masksettings').map(({ name }) => ({
  type: name.replace('mask', ''),
  element: {
    ...elementOf('text'),
    inputType: 'text',
    maskType: name.replace('mask', ''),
    maskSettings: {
      ...Object.fromEntries(
        Serializer.getProperties(name).map((property, at) => [property.name, valueFor(property, at)]),
      ),
      settingOfLaterVersions: [{ deep: null }],
    },
  },
}));
const surveyOf = (element: Json): Json => ({
  ...{ name: 'x', version: 1, unknownOfSurvey: { kept: true }, languages: ['sv', 'en'] },
  pages: [
    { name: 'one', elements: [{ type: 'text', name: 'before' }, element, { type: 'text', name: 'after' }] },
    { name: 'two', questions: [{ type: 'comment', name: 'last' }], unknownOfPage: 1 },
  ],
});
const place = 'pages[0].elements[1]';

/** The text of what the designer would save after what was done, and after it was taken back. */
const edited = (source: string, acts: readonly ((definition: Json) => Changed | undefined)[]) => {
  let history = begin(source);
  for (const act of acts) {
    const made = history.present && act(history.present.definition);
    if (!made) throw new Error('nothing was done');
    history = changedTo(history, made.definition, made.place);
  }
  const after = history.source;
  let back = history;
  while (back.past.length > 0) back = undone(back);
  let again = back;
  while (again.future.length > 0) again = redone(again);
  return { after, back: back.source, again: again.source };
};

test('the types of survey-core are all here, with more properties than their name', () => {
  expect(known.length).toBeGreaterThanOrEqual(15);
  expect(unknown.length).toBeGreaterThan(0);
  // What can be published can be opened.
  expect([...questionTypes.keys()].filter((type) => kindOf({ type }) === undefined)).toEqual([]);
  for (const type of types) expect(Object.keys(elementOf(type)).length).toBeGreaterThan(25);
});

test.each(types)(
  '%s: opened, moved and moved back, renamed and named back, copied and taken away: equal, in the same order',
  (type) => {
    const definition = surveyOf(elementOf(type));
    const source = `${JSON.stringify(definition, null, 2)}\n`;
    const moves = [
      (now: Json) => moveBy(now, place, 1),
      (now: Json) => moveBy(now, 'pages[0].elements[2]', -1),
      // Over to the next page and back.
      (now: Json) => moveBy(now, 'pages[0].elements[2]', 1),
      (now: Json) => moveBy(now, 'pages[1].questions[0]', -1),
      (now: Json) => rename(now, place, 'renamed'),
      (now: Json) => rename(now, place, 'asked'),
      (now: Json) => duplicate(now, place),
      (now: Json) => remove(now, 'pages[0].elements[2]'),
    ];
    const { after, back, again } = edited(source, moves);
    expect(after).toBe(source);
    expect(back).toBe(source);
    expect(again).toBe(source);
  },
);

test.each(masked)('a text with a mask of type $type goes through the designer as other questions do', ({ element }) => {
  const source = `${JSON.stringify(surveyOf(element), null, 2)}\n`;
  const { after, back, again } = edited(source, [
    (now) => moveBy(now, place, 1),
    (now) => moveBy(now, 'pages[0].elements[2]', -1),
    (now) => duplicate(now, place),
    (now) => remove(now, 'pages[0].elements[2]'),
    (now) => setProperty(now, place, 'maskSettings.pattern', 'another'),
    (now) => setProperty(now, place, 'maskSettings.pattern', (element.maskSettings as Json).pattern),
  ]);
  expect(after).toBe(source);
  expect(back).toBe(source);
  expect(again).toBe(source);
});

test.each(masked.flatMap((each) => maskKinds.map((kind) => ({ ...each, kind }))))(
  'from a mask of type $type to $kind and back by undo nothing is lost',
  ({ type, element, kind }) => {
    const source = JSON.stringify(surveyOf(element), null, 2);
    if (type === kind) return expect(withMask(JSON.parse(source), place, kind)).toBeUndefined();
    const { after, back } = edited(source, [(now) => withMask(now, place, kind)]);
    expect(back).toBe(source);
    const made = objectAt(JSON.parse(after), place) ?? {};
    expect(made.maskType).toBe(kind === 'none' ? undefined : kind);
    const { maskType: _type, maskSettings: _settings, ...rest } = element;
    const gone = ['inputType', 'min', 'max', 'step', 'maxLength'];
    const others = Object.entries(rest).filter(([name]) => !gone.includes(name));
    expect(made).toMatchObject(Object.fromEntries(others));
  },
);

test.each(known)('%s: each of its properties changed and taken back leaves the others as they were', (type) => {
  const element = elementOf(type);
  const source = JSON.stringify(surveyOf(element), null, 2);
  const properties = Object.keys(element).filter((name) => name !== 'type' && name !== 'name');
  for (const name of properties) {
    const { after, back } = edited(source, [(now) => setProperty(now, place, name, 'another value')]);
    expect(back).toBe(source);
    expect(objectAt(JSON.parse(after), place)).toEqual({ ...element, [name]: 'another value' });
    const restored = edited(after, [(now) => setProperty(now, place, name, element[name])]);
    expect(restored.after).toBe(source);
  }
});

test.each(unknown)('%s is kept untouched when the questions around it are edited', (type) => {
  const element = elementOf(type);
  const source = JSON.stringify(surveyOf(element), null, 2);
  const { after } = edited(source, [
    (now) => setProperty(now, 'pages[0].elements[0]', 'title', { sv: 'Annat' }),
    (now) => remove(now, 'pages[0].elements[2]'),
    (now) => duplicate(now, 'pages[1].questions[0]'),
  ]);
  const kept = objectAt(JSON.parse(after), place);
  expect(JSON.stringify(kept)).toBe(JSON.stringify(element));
});
