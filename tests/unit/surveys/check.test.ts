import { Serializer } from 'survey-core';
import { expect, test } from 'vitest';
import { findSlowPattern } from '../../../server/domain/surveys/check/patterns.ts';
import { refused } from '../../../server/domain/surveys/check/properties.ts';
import { checkDefinition, checkSource } from '../../../server/domain/surveys/check.ts';

type Json = Record<string, unknown>;
const text = (sv: string) => ({ sv, en: sv });
const question = (own: Json): Json => ({ type: 'comment', name: 'q', title: text('Fråga'), ...own });

function survey(elements: Json[], own: Json = {}): Json {
  return {
    name: 'exit',
    version: 2,
    anonymous: false,
    locale: 'sv',
    audience: 'participant',
    languages: ['sv', 'en'],
    machineTranslated: [],
    title: text('Enkät'),
    whoSees: text('Ingen'),
    information: text('Frivilligt'),
    thanks: text('Tack'),
    pages: [{ name: 'p', title: text('Sida'), elements }],
    ...own,
  };
}

const found = (definition: unknown) =>
  checkDefinition(definition).map((each) => `${each.severity} ${each.path} ${each.code}`);
const at = 'pages[0].elements[0]';

test('a good survey has no problems', () => {
  expect(found(survey([question({})]))).toEqual([]);
  expect(found(survey([question({})], { machineTranslated: undefined }))).toEqual([]);
  expect(found(survey([question({})], { machineTranslated: ['en'] }))).toEqual([]);
});

test.each([['en'], [{ en: true }], [[1]]])('machineTranslated %j is no list of languages', (given) => {
  expect(found(survey([question({})], { machineTranslated: given }))).toEqual(['error machineTranslated wrong-shape']);
});

test.each<[string, Json[], string]>([
  ['an unknown type', [question({ type: 'file' })], `error ${at}.type unsupported-type`],
  ['a name with a dot', [question({ name: 'a.b' })], `error ${at}.name invalid-name`],
  ['a missing name', [question({ name: undefined })], `error ${at}.name invalid-name`],
  ['a name of the background', [question({ name: 'gender' })], `error ${at}.name reserved-name`],
  [
    'a background question of our own',
    [question({ name: 'shoeSize', background: true })],
    `error ${at}.name reserved-name`,
  ],
  ['a word of JavaScript', [question({ name: 'constructor' })], `error ${at}.name reserved-name`],
  ['a name twice', [question({}), question({ name: 'Q' })], 'error pages[0].elements[1].name duplicate-name'],
  ['a missing Swedish title', [question({ title: { en: 'x' } })], `error ${at}.title missing-swedish`],
  ['a missing title', [question({ title: undefined })], `error ${at}.title missing-swedish`],
  ['a missing translation', [question({ title: { sv: 'x' } })], `warning ${at}.title missing-language`],
  ['a text of one language', [question({ description: 'x' })], `warning ${at}.description one-language`],
  ['no choices', [question({ type: 'radiogroup', choices: [] })], `error ${at}.choices empty-choices`],
  [
    'a choice without value',
    [question({ type: 'radiogroup', choices: [{ text: text('x') }] })],
    `error ${at}.choices[0] choice-without-value`,
  ],
  ['a value twice', [question({ type: 'radiogroup', choices: [1, '1'] })], `error ${at}.choices[1] duplicate-value`],
  [
    'a number among several codes',
    [question({ type: 'checkbox', choices: [1] })],
    `error ${at}.choices[0] code-not-text`,
  ],
  [
    'the separator in a value',
    [question({ type: 'checkbox', choices: ['a|b'] })],
    `error ${at}.choices[0] invalid-value`,
  ],
  [
    'a scale without numbers',
    [question({ type: 'rating', rateMin: 5, rateMax: 5 })],
    `error ${at}.rateMax empty-scale`,
  ],
  [
    'numbers without explanation',
    [question({ type: 'rating' })],
    `warning ${at}.explanations number-without-explanation`,
  ],
  ['broken conditions', [question({ visibleIf: '{x' })], `error ${at}.visibleIf expression-syntax`],
  ['unknown names in conditions', [question({ visibleIf: '{nobody} = 1' })], `error ${at}.visibleIf expression-name`],
  [
    'names in other case',
    [question({ visibleIf: '{Two} = 1' }), question({ name: 'two' })],
    `error ${at}.visibleIf expression-name`,
  ],
  ['unknown functions', [question({ visibleIf: 'today() > 1' })], `error ${at}.visibleIf expression-function`],
  ['a question that waits for itself', [question({ visibleIf: '{q} = 1' })], `error ${at}.visibleIf condition-cycle`],
  [
    'questions that wait for one another',
    [question({ name: 'a', visibleIf: '{b} = 1' }), question({ name: 'b', visibleIf: '{a} = 1' })],
    'error pages[0].elements[1].visibleIf condition-cycle',
  ],
  [
    'a condition on an expression question',
    [question({ type: 'expression', expression: '1', enableIf: '{b} = 1' }), question({ name: 'b' })],
    'error pages[0] conditional-expression',
  ],
  ['a pre-filled answer', [question({ defaultValue: 'x' })], `error ${at}.defaultValue unsupported-property`],
  ['an unknown property', [question({ colour: 'red' })], `error ${at}.colour unknownproperty`],
  ['scripts', [question({ type: 'html', html: text('<script>alert(1)</script>') })], `error ${at}.html active-html`],
  [
    'event handlers',
    [question({ type: 'html', html: text('<img src=x onerror=alert(1)>') })],
    `error ${at}.html active-html`,
  ],
  [
    'a slow pattern',
    [question({ validators: [{ type: 'regex', regex: '(a+)+$' }] })],
    `error ${at}.validators[0].regex unsafe-pattern`,
  ],
  [
    'a broken pattern',
    [question({ validators: [{ type: 'regex', regex: '(' }] })],
    `error ${at}.validators[0].regex unsafe-pattern`,
  ],
  [
    'an unknown validator',
    [question({ validators: [{ type: 'file' }] })],
    `error ${at}.validators[0].type unsupported-type`,
  ],
  [
    'an unknown kind of input',
    [question({ type: 'text', inputType: 'color' })],
    `error ${at}.inputType unsupported-type`,
  ],
  [
    'a limit that moves',
    [question({ type: 'text', inputType: 'date', max: '=today()' })],
    `error ${at}.max invalid-limit`,
  ],
  [
    'a question inside a panel, at its path',
    [{ type: 'panel', name: 'g', elements: [question({ name: '1' })] }],
    `error ${at}.elements[0].name invalid-name`,
  ],
])('points at %s', (_what, elements, expected) => {
  expect(found(survey(elements))).toContain(expected);
});

const yesNo = {
  type: 'radiogroup',
  name: 'a',
  choices: [
    { value: 'yes', text: text('Ja') },
    { value: 'no', text: text('Nej') },
  ],
};
const grounds = { type: 'checkbox', name: 'b', choices: ['x', 'y'].map((value) => ({ value, text: text(value) })) };
const conditioned = (visibleIf: string, own: Json = {}) => [
  question(yesNo),
  question(grounds),
  question({ visibleIf, ...own }),
];
const third = 'pages[0].elements[2]';

test.each([
  ["{a} = 'yes' and {a} = 'no'", 'never'],
  ["{a} = 'perhaps'", 'never'],
  ["{b} contains 'z'", 'never'],
  ['{b.length} > 2', 'never'],
  ["{a} = 'yes' or {a} <> 'yes'", 'always'],
  ['{a} empty or {a} notempty', 'always'],
  ["{a} = 'yes'", ''],
  ["{b} contains 'x' and {b} contains 'y' and {a} empty", ''],
  ["{q} = 'whatever' and {q} = 'else'", 'never'],
  ["{q} contains 'whatever' and {q} contains 'else'", ''],
])('of %s it is told whether it can hold: %s', (condition, truth) => {
  const told = found(survey(conditioned(condition))).filter((each) => /true$/.test(each));
  expect(told).toEqual(truth === '' ? [] : [`warning ${third}.visibleIf ${truth}-true`]);
});

const free = question({ name: 'free' });
test.each([
  ["{a} = 'perhaps' and {free} contains 't'", 'unknown-code'],
  ["'perhaps' <> {a} or {free} contains 't'", 'unknown-code'],
  ["{b} anyof ['x', 'gone'] and {free} contains 't'", 'unknown-code'],
  ["{m.row} = 'gone'", 'unknown-code'],
  ["{r} = 6 and {free} contains 't'", 'unknown-code'],
  ["{a} = 'YES' and {free} contains 't'", ''],
  ["{a} contains 'ye' and {free} contains 't'", ''],
  ["{b} contains 'x' and {free} = 'gone'", ''],
  ['{m.length} = 5', ''],
  ["{r} = 5 and {free} contains 't'", ''],
])('of %s it is told whether each code is one of the answers: %s', (visibleIf, code) => {
  const rating = {
    type: 'rating',
    name: 'r',
    explanations: Object.fromEntries([1, 2, 3, 4, 5].map((n) => [n, text('a')])),
  };
  const matrix = { type: 'matrix', name: 'm', columns: yesNo.choices };
  const rows = [{ value: 'row', text: text('Rad') }];
  const asked = [yesNo, grounds, rating, { ...matrix, rows }].map(question);
  const told = found(survey([...asked, free, question({ visibleIf })]));
  expect(told).toEqual(code === '' ? [] : [`warning pages[0].elements[5].visibleIf ${code}`]);
});

test('a code that is gone is told where a skip, a choice or a check of an answer asks for it', () => {
  const condition = "{a} = 'perhaps' and {free} contains 't'";
  const choices = [...yesNo.choices, { value: 'm', text: text('m'), visibleIf: condition }];
  const validators = [{ type: 'expression', expression: condition }];
  const skips = [{ after: 'free', if: condition, to: 'q' }];
  const told = found(
    survey([question(yesNo), free, question({ ...yesNo, name: 'c', choices, validators }), question({})], { skips }),
  );
  expect(told.filter((each) => each.endsWith('unknown-code'))).toEqual([
    'warning skips[0].if unknown-code',
    `warning ${third}.validators[0].expression unknown-code`,
    `warning ${third}.choices[2].visibleIf unknown-code`,
  ]);
});

test('a problem tells what it is about, for whoever says it in another language', () => {
  const about = (elements: Json[]) =>
    Object.fromEntries(checkDefinition(survey(elements)).map((each) => [each.code, each.about]));
  expect(about([question({}), question({ name: 'Q' })])).toEqual({ 'duplicate-name': ['Q'] });
  expect(about([question({ visibleIf: '{gone} notempty' })])).toEqual({ 'expression-name': ['gone'] });
  expect(about([question({ visibleIf: 'today() > 1' })])).toEqual({ 'expression-function': ['today'] });
  expect(about([question({ title: { sv: 'a' } })])).toEqual({ 'missing-language': ['en'] });
  expect(
    about([question({}), question({ name: 'p', visibleIf: '{q} = 1' }), question({ name: 'r', visibleIf: '{r} = 1' })]),
  ).toEqual({
    'condition-cycle': ['r → r'],
  });
});

test('choices that are shown by conditions of their own are tried all', () => {
  const shown = { ...yesNo, name: 'c', choices: [{ value: 'm', text: text('m'), visibleIf: "{a} = 'yes'" }] };
  const told = (visibleIf: string) => found(survey([question(yesNo), question(shown), question({ visibleIf })]));
  expect(told("{c} = 'm'")).toEqual([]);
  expect(told("{c} = 'n'")).toEqual([`warning ${third}.visibleIf never-true`]);
});

test('a condition is tried under those of the groups around it', () => {
  const panel = (visibleIf: string) => ({
    ...{ type: 'panel', name: 'g', visibleIf: "{a} = 'yes'", title: text('Grupp') },
    elements: [question({ visibleIf })],
  });
  const told = (visibleIf: string) =>
    found(survey([question(yesNo), panel(visibleIf)])).filter((each) => /true$/.test(each));
  const inner = 'pages[0].elements[1].elements[0].visibleIf';
  expect(told("{a} = 'no'")).toEqual([`warning ${inner} never-true`]);
  expect(told("{a} = 'yes'")).toEqual([`warning ${inner} always-true`]);
});

test.each([
  'elements',
  'questions',
  'completedHtml',
  'navigateToUrl',
  'cookieName',
  'logo',
  'triggers',
  'calculatedValues',
])('the survey property %s is refused by name', (name) => {
  const current = name === 'questions' ? 'elements' : name;
  expect(found(survey([question({})], { [name]: [] }))).toContain(`error ${current} unsupported-property`);
});

test.each([
  ['https://elsewhere.example/a.png', true],
  ['//elsewhere.example/a.png', true],
  ['/pictures/a.png', false],
])('a picture at %s is refused: %s', (imageLink, isRefused) => {
  const pick = question({ type: 'imagepicker', choices: [{ value: 'a', text: text('A'), imageLink }] });
  expect(found(survey([pick])).includes(`error ${at}.choices[0].imageLink foreign-picture`)).toBe(isRefused);
});

test('points at a half of a card by its path', () => {
  const { name, version, anonymous, ...person } = survey([question({ name: '1' })]);
  expect(found({ name, version, anonymous, title: text('Kort'), halves: { person } })).toEqual(
    expect.arrayContaining([
      'error halves.person.pages[0].elements[0].name invalid-name',
      'error halves.coordinator wrong-shape',
    ]),
  );
});

test('more than two thousand questions are refused before they are looked at', () => {
  const many = Array.from({ length: 2001 }, (_, index) => question({ name: `q${index}` }));
  expect(found(survey(many))).toEqual(['error pages too-many-questions']);
});

test('what is no survey at all is refused without harm', () => {
  let deep: unknown = {};
  for (let level = 0; level < 10_000; level += 1) deep = { a: deep };
  expect(found(null)).toEqual(['error  wrong-shape']);
  expect(found(deep)).toEqual(['error  too-deep']);
  for (const pages of [null, 1, [null], [{ elements: [null, 1, {}] }]])
    expect(found(survey([], { pages })).length).toBeGreaterThan(0);
});

test('a problem in the text is given by line and column', () => {
  const source = JSON.stringify(survey([question({ name: 'a.b' })]), null, 2);
  const line = source.split('\n').findIndex((each) => each.includes('"a.b"')) + 1;
  const result = checkSource(source);
  expect(result.definition).toBeUndefined();
  expect(result.problems).toEqual([
    expect.objectContaining({
      code: 'invalid-name',
      line,
      column: source.split('\n')[line - 1]!.indexOf('"name"') + 1,
    }),
  ]);
});

test('a missing property is shown at the object that lacks it', () => {
  const source = JSON.stringify(survey([question({ title: undefined })]), null, 2);
  const line = source.split('\n').findIndex((each) => each.includes('"comment"'));
  expect(checkSource(source).problems[0]).toMatchObject({ code: 'missing-swedish', line });
});

test('a good text gives the definition', () => {
  const definition = survey([question({})]);
  expect(checkSource(JSON.stringify(definition))).toEqual({ definition, asked: definition, problems: [] });
});

test.each([
  ['{"a": 1,\n  "b": [1,, 2]}', 2, 11],
  ['{"a" 1}', 1, 6],
  ["{'a': 1}", 1, 2],
  ['{"a": 1,}', 1, 9],
  ['{"a": "x\ny"}', 1, 7],
  ['{"a": 01}', 1, 8],
  ['', 1, 1],
  ['{} x', 1, 4],
  ['[[', 1, 3],
])('broken JSON %j is pointed at', (source, line, column) => {
  expect(() => JSON.parse(source)).toThrow();
  expect(checkSource(source).problems).toEqual([expect.objectContaining({ code: 'invalid-json', line, column })]);
});

test('a property written twice in one object is pointed out', () => {
  const source = JSON.stringify(survey([question({})])).replace('"version":2', '"version":2,"version":3');
  expect(checkSource(source).problems).toEqual([
    expect.objectContaining({ code: 'duplicate-property', path: 'version' }),
  ]);
});

test('a megabyte of brackets or of text is answered at once', () => {
  expect(checkSource('['.repeat(1_000_000)).problems[0]).toMatchObject({ code: 'invalid-json' });
  expect(checkSource(`"${'\\n'.repeat(500_000)}"`).problems[0]).toMatchObject({ code: 'wrong-shape' });
});

test.each(['^\\d{5}$', '^[a-z]+$', '^\\S+@\\S+$', '^(ab|cd)$', '^(\\d{3} ?){2}$', '^(abc|def)?$', '^[(+]*$'])(
  'the pattern %s is let through',
  (pattern) => {
    expect(findSlowPattern(pattern)).toBeUndefined();
  },
);

test.each([
  '(a+)+',
  '(a|a)*',
  '(a*)*b',
  '([a-z]+)*',
  '((a+))+',
  '(a)\\1',
  'a*a*a*a*a*b',
  '(?:a+){1,}',
  '(a+){10}',
  '((a+){2}){2}',
  '(a|a){30}',
  '(a?){30}',
  '(a*?)*',
  'a?a?a?a?a?a?a?',
])('the pattern %s is refused', (pattern) => {
  expect(findSlowPattern(pattern)).toBeDefined();
});

/** Compiled, or without influence on which answers are valid. A new survey-core that adds a property fails here until it is looked at. */
const understood = new Set(
  `name type title description visibleIf enableIf requiredIf isRequired requiredErrorText validators choices choicesVisibleIf columns rows
  columnsVisibleIf rowsVisibleIf eachRowRequired eachRowUnique items rateValues rateMin rateMax rateStep minSelectedChoices maxSelectedChoices
  showOtherItem showNoneItem showRefuseItem showDontKnowItem showCommentArea valueTrue valueFalse inputType min max step maxLength maskType maskSettings multiSelect
  selectToRankEnabled expression clearIfInvisible html elements skipIf`.split(/\s+/),
);
const looks =
  /^(page|state|width|minWidth|maxWidth|colSpan|effectiveColSpan|startWithNewLine|innerIndent|indent|titleLocation|showTitle|descriptionLocation|hideNumber|errorLocation|correctAnswer|renderAs|commentText|commentPlaceholder|defaultDisplayValue|useDisplayValuesInDynamicTexts|randomize|randomizeCategory|choicesOrder|separateSpecialChoices|otherPlaceholder|noneText|refuseText|dontKnowText|otherText|otherErrorText|colCount|allowClear|placeholder|autocomplete|textWrapEnabled|searchEnabled|createCustomChoiceText|searchMode|choicesLazyLoadPageSize|inputFieldComponent|showSelectAllItem|selectAllText|hideSelectedItems|closeOnSelect|label|labelTrue|labelFalse|swapOrder|useTitleAsLabel|inputSize|textUpdateMode|minErrorText|maxErrorText|stepErrorText|inputTextAlignment|dataList|cols|autoGrow|allowResize|acceptCarriageReturn|columnMinWidth|showHeader|verticalAlign|alternateRows|rowTitleWidth|rowOrder|cellComponent|longTap|selectToRank(SwapAreas|AreasLayout|Empty.*)|contentMode|image(Fit|Height|Width)|(min|max)Image(Width|Height)|showLabel|rateType|scaleColorMode|rateColorMode|autoGenerate|(min|max)RateDescription|displayRateDescriptionsAsExtremeItems|rateDescriptionLocation|displayMode|itemComponent|itemErrorLocation|itemTitleWidth|format|displayStyle|currency|(maximum|minimum)FractionDigits|useGrouping|precision|choicesFromQuestionMode|choice(Values|Texts)FromQuestion|questionTitle(Width|Location)|gridLayoutColumns|questionOrder|questionErrorLocation|showNumber|showQuestionNumbers|questionStartIndex|allowAdaptiveActions|draft|explanations|faces|readAloud|background|item|comparableWith|hint|.*Hint|.*[Ee]nds?)$/;

test('every property of survey-core that can bear on an answer is compiled or refused by name', () => {
  const types = [
    'panel',
    'rating',
    'radiogroup',
    'dropdown',
    'checkbox',
    'tagbox',
    'boolean',
    'text',
    'comment',
    'matrix',
    'ranking',
    'imagepicker',
    'multipletext',
    'expression',
    'html',
  ];
  const names = new Set(types.flatMap((type) => Serializer.getProperties(type).map((property) => property.name)));
  const strangers = [...names].filter(
    (name) => !understood.has(name) && !Object.hasOwn(refused, name) && !looks.test(name),
  );
  expect(strangers.filter((name) => !(name === 'rows' || name === 'cols'))).toEqual([]);
});

const inner = (own: Json = {}) => ({ type: 'comment', name: 'inner', title: text('Inre'), ...own });
const repeating = (own: Json = {}, ...elements: Json[]) =>
  question({
    type: 'paneldynamic',
    name: 'list',
    templateElements: elements.length > 0 ? elements : [inner()],
    ...own,
  });

test('a repeating panel with conditions on its own entry and on the survey has no problems', () => {
  const second = inner({ name: 'second', visibleIf: '{panel.inner} notempty and {q} notempty' });
  const later = question({ name: 'later', visibleIf: '{list.length} > 1 or {list} empty' });
  expect(
    found(survey([question({}), repeating({ keyName: 'inner', maxPanelCount: 4 }, inner(), second), later])),
  ).toEqual([]);
});

test.each<[string, Json[], string]>([
  [
    'one inside another',
    [repeating({}, inner(), repeating({ name: 'deep' }))],
    `templateElements[1].type not-in-repeating-panel`,
  ],
  [
    'a computed value inside',
    [repeating({}, inner(), { type: 'expression', name: 'e', title: text('S'), expression: '1' })],
    `templateElements[1].type not-in-repeating-panel`,
  ],
  ['nothing inside', [repeating({ templateElements: [] })], 'templateElements empty-panel'],
  [
    'a name that stands outside too',
    [repeating({}, inner({ name: 'list' }))],
    'templateElements[0].name duplicate-name',
  ],
  [
    'a name of the entry without its panel',
    [repeating({}, inner(), inner({ name: 'b', visibleIf: '{inner} notempty' }))],
    'templateElements[1].visibleIf expression-name',
  ],
  [
    'a name that the entry lacks',
    [repeating({}, inner({ visibleIf: '{panel.list} notempty' }))],
    'templateElements[0].visibleIf expression-name',
  ],
  [
    'a look into entries from outside',
    [repeating({ visibleIf: '{list.inner} notempty' })],
    'visibleIf expression-name',
  ],
  ['panel outside of one', [repeating({ visibleIf: '{panel.inner} notempty' })], 'visibleIf expression-name'],
  [
    'a question that waits for itself',
    [repeating({}, inner({ visibleIf: '{panel.inner} empty' }))],
    'templateElements[0].visibleIf condition-cycle',
  ],
  ['a key that is not inside', [repeating({ keyName: 'q' })], 'keyName unknown-key'],
  ['more entries than anybody fills in', [repeating({ maxPanelCount: 101 })], 'maxPanelCount invalid-limit'],
  ['fewer at most than at least', [repeating({ minPanelCount: 3, maxPanelCount: 2 })], 'maxPanelCount invalid-limit'],
  ['a first number outside the limits', [repeating({ minPanelCount: 2, panelCount: 1 })], 'panelCount invalid-limit'],
  ['prefilled entries', [repeating({ defaultPanelValue: { inner: 'x' } })], 'defaultPanelValue unsupported-property'],
  ['entries behind tabs', [repeating({ displayMode: 'tab' })], 'displayMode unsupported-property'],
  [
    'a refused property inside',
    [repeating({}, inner({ defaultValue: 'x' }))],
    'templateElements[0].defaultValue unsupported-property',
  ],
  [
    'the background inside',
    [repeating({}, inner({ name: 'role', background: true }))],
    'templateElements[0].background not-in-repeating-panel',
  ],
])('of a repeating panel, points at %s', (_name, elements, expected) => {
  expect(found(survey(elements))).toContain(`error ${at}.${expected}`);
});

test('a condition inside a repeating panel that no answer makes true is told', () => {
  const choice = { type: 'boolean', name: 'yes', title: text('Ja') };
  const never = inner({ visibleIf: '{panel.yes} = true and {panel.yes} = false' });
  expect(found(survey([repeating({}, choice, never)]))).toContain(
    `warning ${at}.templateElements[1].visibleIf never-true`,
  );
});

test('texts inside a repeating panel, and its own, are looked for in every language', () => {
  const problems = found(survey([repeating({ addPanelText: { sv: 'Lägg till' } }, inner({ title: { en: 'x' } }))]));
  expect(problems).toContain(`warning ${at}.addPanelText missing-language`);
  expect(problems).toContain(`error ${at}.templateElements[0].title missing-swedish`);
});

test('a progression card has no repeating panels', () => {
  const { title, name, version, anonymous, ...form } = survey([repeating()]);
  const card = {
    title,
    name,
    version,
    anonymous,
    halves: { person: { ...form, title }, coordinator: { ...form, title } },
  };
  expect(found(card)).toContain(`error halves.person.${at}.type not-in-card`);
});

const signature = (own: Json = {}) => question({ type: 'signaturepad', ...own });

test('a signature is taken where the person is known, and counted on by a condition', () => {
  const after = question({ name: 'after', visibleIf: '{q} notempty' });
  expect(found(survey([signature(), after]))).toEqual([]);
});

test.each<[string, unknown, string]>([
  ['in an anonymous survey', survey([signature()], { anonymous: true }), `error ${at}.type signature-in-anonymous`],
  ['as a file', survey([signature({ storeDataAsText: false })]), `error ${at}.storeDataAsText unsupported-property`],
  ['as JPEG', survey([signature({ dataFormat: 'jpeg' })]), `error ${at}.dataFormat unsupported-property`],
  [
    'in every entry',
    survey([repeating({}, inner({ type: 'signaturepad' }))]),
    `error ${at}.templateElements[0].type not-in-repeating-panel`,
  ],
])('a signature %s is refused', (_name, definition, expected) => {
  expect(found(definition)).toContain(expected);
});
