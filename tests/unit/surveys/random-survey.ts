/** Random surveys with skip logic, and answers to them that are mostly plausible and sometimes nonsense. */
import fc from 'fast-check';

export type Json = Record<string, unknown>;
export interface RandomCase {
  form: Json;
  answers: Json;
}

const codes = ['a', 'b', '1', '02'];
const types = [
  'rating',
  'rating10',
  'rates',
  'radiogroup',
  'numbers',
  'dropdown',
  'other',
  'checkbox',
  'tagbox',
  'ranking',
  'boolean',
  'yesno',
  'text',
  'number',
  'date',
  'email',
  'comment',
  'matrix',
  'rows',
  'multipletext',
  'expression',
  'imagepicker',
  'pattern',
  'amount',
  'day',
  'repeat',
] as const;
/** Of what stands in a repeating panel. */
const innerTypes = [
  'radiogroup',
  'checkbox',
  'text',
  'number',
  'boolean',
  'rating',
  'matrix',
  'other',
  'ranking',
  'pattern',
  'amount',
] as const;
type Type = (typeof types)[number];

const number = (...list: number[]) => fc.constantFrom(...list);
const literal = fc.constantFrom(
  "'a'",
  "'A'",
  "'b'",
  '1',
  "'1'",
  "'02'",
  '2',
  'true',
  "'true'",
  "'yes'",
  "['a', 'b']",
  "''",
  '0',
  "'2024-02-29'",
  "'12345'",
  "'123 45'",
  '12345',
  "'461'",
);
const operator = fc.constantFrom(
  '=',
  '<>',
  '>',
  '<',
  '>=',
  '<=',
  'contains',
  'notcontains',
  'anyof',
  'allof',
  'noneof',
);
const variable = fc.nat({ max: 40 }).map((at) => `{?${at}}`);
const part = fc.oneof(
  fc.tuple(variable, operator, literal).map((words) => words.join(' ')),
  fc.tuple(variable, fc.constantFrom('empty', 'notempty')).map((words) => words.join(' ')),
  fc.tuple(variable, operator, variable).map((words) => words.join(' ')),
  fc.tuple(variable, operator, literal).map((words) => `!(${words.join(' ')})`),
  variable,
  variable.map((name) => `${name} + 0`),
  variable.map((name) => `${name} + 1 > 2`),
  variable.map((name) => `iif(${name} > 1, true, false)`),
  variable.map((name) => `count(${name}) > 1`),
  fc.constantFrom('matrix', 'rows').map((kind) => `{?${kind}.r1} = 'a'`),
  fc.constant('{?multipletext.i1} notempty'),
  fc.constantFrom('{?repeat.length} > 0', '{?repeat.length} = 2', '{?repeat} notempty', '{?repeat} empty'),
);
const condition = fc.oneof(
  part,
  fc.tuple(part, fc.constantFrom('and', 'or'), part).map((words) => words.join(' ')),
);
const sometimes = (text: fc.Arbitrary<string>, times: number) =>
  fc.oneof({ weight: 10 - times, arbitrary: fc.constant(undefined) }, { weight: times, arbitrary: text });
const itemCondition = fc.oneof(condition, fc.constantFrom("{item} <> 'a'", '{?0} contains {item}'));

/** `{?panel.1}` is the second question of the same entry. */
const inner = fc.nat({ max: 2 }).map((at) => `{?panel.${at}}`);
const innerPart = fc.oneof(
  fc.tuple(inner, operator, literal).map((words) => words.join(' ')),
  fc.tuple(inner, fc.constantFrom('empty', 'notempty')).map((words) => words.join(' ')),
  fc.tuple(inner, operator, inner).map((words) => words.join(' ')),
  fc.tuple(inner, fc.constantFrom('and', 'or'), part).map((words) => words.join(' ')),
  part,
  inner,
  inner.map((name) => `count(${name}) > 1`),
);
const innerShape = fc.record({
  type: fc.constantFrom(...innerTypes),
  isRequired: fc.boolean(),
  visibleIf: sometimes(innerPart, 4),
  requiredIf: sometimes(innerPart, 2),
  enableIf: sometimes(innerPart, 1),
  itemsIf: sometimes(fc.oneof(innerPart, fc.constant("{item} <> 'a'")), 1),
  itemIf: sometimes(innerPart, 1),
  flag: fc.boolean(),
  limit: fc.nat({ max: 3 }),
  panel: fc.constant(0),
  validator: sometimes(innerPart, 1),
});

const shape = fc.record({
  type: fc.oneof(
    { weight: 6, arbitrary: fc.constantFrom(...types) },
    { weight: 1, arbitrary: fc.constant('repeat' as const) },
  ),
  isRequired: fc.boolean(),
  visibleIf: sometimes(condition, 4),
  requiredIf: sometimes(condition, 2),
  enableIf: sometimes(condition, 1),
  itemsIf: sometimes(itemCondition, 2),
  itemIf: sometimes(itemCondition, 2),
  flag: fc.boolean(),
  limit: fc.nat({ max: 3 }),
  panel: fc.nat({ max: 4 }),
  validator: sometimes(condition, 1),
  repeat: fc.array(innerShape, { minLength: 1, maxLength: 3 }),
});
type Of<T> = T extends fc.Arbitrary<infer Value> ? Value : never;
interface Shape extends Omit<Of<typeof shape>, 'repeat'> {
  repeat: Omit<Shape, 'repeat'>[];
}

const nonsense: fc.Arbitrary<unknown> = fc.constantFrom<unknown>(
  '',
  '  ',
  null,
  'zzz',
  9,
  0,
  -1,
  1.5,
  true,
  [],
  {},
  ['zzz'],
  ['a', 'a'],
  { zzz: 1 },
  { $gt: '' },
  'none',
  '1',
  1,
  [1],
  ['a', 'none'],
);

const several = fc.shuffledSubarray(codes, { minLength: 1 });
const someRows = (cell: fc.Arbitrary<unknown>, ...names: string[]) =>
  fc.record(Object.fromEntries(names.map((name) => [name, cell])), { requiredKeys: [] });
const plausible: Record<Exclude<Type, 'repeat'>, fc.Arbitrary<unknown>> = {
  rating: number(1, 2, 3, 5),
  rating10: number(0, 2, 10),
  rates: number(1, 2, 7),
  radiogroup: fc.constantFrom(...codes),
  numbers: number(1, 2, 3),
  dropdown: fc.constantFrom(...codes, 'none', 'refused', 'dontknow'),
  other: fc.constantFrom('a', 'b', 'other'),
  checkbox: fc.oneof(several, fc.constant(['none'])),
  tagbox: several,
  ranking: fc.oneof(fc.shuffledSubarray(codes, { minLength: 4 }), several),
  boolean: fc.boolean(),
  yesno: fc.constantFrom('yes', 'no'),
  text: fc.constantFrom('a', 'A', 'abc', '02', 'true', 'x1'),
  number: number(0, 1, 2, 2.5, 40),
  date: fc.constantFrom('2024-02-29', '2023-01-01', '2025-06-30', '2023-02-30'),
  email: fc.constantFrom('a@b.se', 'a@b', 'a'),
  comment: fc.constantFrom('long text', 'a'),
  matrix: someRows(fc.constantFrom('a', 'b'), 'r1', 'r2'),
  rows: someRows(fc.constantFrom('a', 'b', 'c'), 'r1', 'r2', 'r3'),
  multipletext: someRows(fc.constantFrom('a', '12'), 'i1', 'i2'),
  expression: fc.constantFrom(2, 3),
  imagepicker: fc.oneof(several, fc.constantFrom('a', 'b')),
  pattern: fc.constantFrom('12345', '123 45', '123 4', '46a', '+46 a', '461', '+46 1'),
  amount: number(0, 1, 2.5, 12345, -1, 7.125),
  day: fc.constantFrom('2024-02-29', '2023-01-01', '2023-02-30', '29/02/2024'),
};

function item(value: unknown, visibleIf: string | undefined, at: number): unknown {
  return at === 1 && visibleIf ? { value, visibleIf } : value;
}

function body(q: Shape): Json {
  const list = (values: unknown[]) => values.map((value, at) => item(value, q.itemIf, at));
  const choices = { choices: list(codes), ...(q.itemsIf ? { choicesVisibleIf: q.itemsIf } : {}) };
  const matrixRows = (rows: string[], columns: string[]) => ({
    type: 'matrix',
    columns,
    rows: list(rows),
    ...(q.itemsIf ? { [q.limit > 1 ? 'columnsVisibleIf' : 'rowsVisibleIf']: q.itemsIf } : {}),
    ...(q.flag ? { isAllRowRequired: true } : {}),
  });
  const limits = {
    ...(q.flag ? { maxSelectedChoices: 2 } : {}),
    ...(q.limit > 1 ? { minSelectedChoices: q.limit - 1 } : {}),
  };
  const bodies: Record<Type, () => Json> = {
    rating: () => ({ type: 'rating' }),
    rating10: () => ({ type: 'rating', rateMin: 0, rateMax: 10, rateStep: 2 }),
    rates: () => ({ type: 'rating', rateValues: list([1, 2, 7]) }),
    radiogroup: () => ({ type: 'radiogroup', ...choices, showCommentArea: q.flag }),
    numbers: () => ({ type: 'radiogroup', choices: [1, 2, 3] }),
    dropdown: () => ({
      type: 'dropdown',
      ...choices,
      showNoneItem: true,
      showRefuseItem: true,
      showDontKnowItem: q.flag,
    }),
    other: () => ({ type: 'radiogroup', choices: ['a', 'b'], showOtherItem: true }),
    checkbox: () => ({ type: 'checkbox', ...choices, ...limits, showNoneItem: true }),
    tagbox: () => ({ type: 'tagbox', ...choices, ...limits }),
    ranking: () => ({ type: 'ranking', choices: codes, ...(q.flag ? { selectToRankEnabled: true } : {}) }),
    boolean: () => ({ type: 'boolean' }),
    yesno: () => ({ type: 'boolean', valueTrue: 'yes', valueFalse: 'no' }),
    text: () => ({
      type: 'text',
      validators: [
        { type: 'text', minLength: q.limit },
        { type: 'regex', regex: '^[a-zA-Z0-9]+$' },
      ],
    }),
    number: () => ({ type: 'text', inputType: 'number', ...(q.flag ? { min: 1, max: 40 } : { step: 0.5 }) }),
    date: () => ({ type: 'text', inputType: 'date', ...(q.flag ? { min: '2023-06-01', max: '2025-01-01' } : {}) }),
    email: () => ({ type: 'text', inputType: 'email' }),
    comment: () => ({ type: 'comment', ...(q.flag ? { maxLength: 5 } : {}) }),
    matrix: () => matrixRows(['r1', 'r2'], ['a', 'b']),
    rows: () => matrixRows(['r1', 'r2', 'r3'], ['a', 'b', 'c']),
    multipletext: () => ({ type: 'multipletext', items: [{ name: 'i1', isRequired: q.flag }, { name: 'i2' }] }),
    expression: () => ({ type: 'expression', expression: '{?0} + 1' }),
    pattern: () => ({
      ...{ type: 'text', maskType: 'pattern' },
      maskSettings: { pattern: q.limit > 1 ? '+46 #' : '999 99', saveMaskedValue: q.flag },
      validators: [{ type: 'text', minLength: q.limit }],
    }),
    amount: () => ({
      ...{ type: 'text', maskType: q.flag ? 'currency' : 'numeric' },
      maskSettings: { ...(q.flag ? { suffix: ' kr' } : {}), ...(q.limit > 1 ? { min: 1, max: 20_000 } : {}) },
    }),
    day: () => ({ type: 'text', maskType: 'datetime', maskSettings: { pattern: 'dd/mm/yyyy' } }),
    imagepicker: () => ({
      type: 'imagepicker',
      choices: codes.map((value) => ({ value, imageLink: 'x.png' })),
      multiSelect: q.flag,
    }),
    repeat: () => ({
      type: 'paneldynamic',
      templateElements: [],
      ...(q.limit > 1 ? { minPanelCount: 1 } : {}),
      ...(q.limit === 1 ? { panelCount: 2 } : {}),
      ...(q.flag ? { maxPanelCount: 2 } : {}),
    }),
  };
  return bodies[q.type]();
}

/** `{?3}` becomes the name of question 3 modulo their number, `{?matrix.r1}` the first matrix or else q0. */
function named(text: string, shapes: readonly Shape[]): string {
  return text.replace(/\{\?(\w+)(\.\w+)?\}/g, (_all, target: string, row?: string) => {
    if (/^\d+$/.test(target)) return `{q${Number(target) % shapes.length}}`;
    const at = shapes.findIndex((each) => each.type === target);
    return at < 0 ? '{q0}' : `{q${at}${row ?? ''}}`;
  });
}

function resolve(value: unknown, shapes: readonly Shape[]): unknown {
  if (typeof value === 'string') return named(value, shapes);
  if (Array.isArray(value)) return value.map((each) => resolve(each, shapes));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, each]) => (each === undefined ? [] : [[key, resolve(each, shapes)]])),
  );
}

/** Some of the questions of an entry stand in a panel of their own. */
function templateOf(q: Shape, at: number): Json {
  const within = (value: unknown): unknown =>
    JSON.parse(
      JSON.stringify(value).replace(
        /\{\?panel\.(\d+)\}/g,
        (_all, number: string) => `{panel.q${at}_${Number(number) % q.repeat.length}}`,
      ),
    );
  const questions = q.repeat.map((each, number) => question({ ...each, repeat: [] }, `${at}_${number}`));
  const [first, ...rest] = questions;
  const panel = { type: 'panel', name: `g${at}`, elements: rest, isRequired: q.limit === 3 };
  const elements = q.flag && rest.length > 0 ? [first, panel] : questions;
  const key = q.repeat.findIndex(({ type }) => type === 'text');
  return within({ templateElements: elements, ...(key >= 0 && q.flag ? { keyName: `q${at}_${key}` } : {}) }) as Json;
}

function question(q: Shape, at: number | string): Json {
  // An expression question is asked unconditionally: its value is needed wherever it is read.
  const isComputed = q.type === 'expression';
  const { isRequired } = q;
  const { visibleIf, requiredIf, enableIf, validator } = isComputed ? ({} as Partial<Shape>) : q;
  const own = body(q);
  const extra = validator ? [{ type: 'expression', expression: validator }] : [];
  const validators = [...((own.validators as unknown[]) ?? []), ...extra];
  // An expression question that reads itself is a circle, refused when the survey is checked.
  const expression = own.type === 'expression' && at === 0 ? { expression: '1 + 1' } : {};
  return {
    ...own,
    ...(typeof at === 'number' && q.type === 'repeat' ? templateOf(q, at) : {}),
    name: `q${at}`,
    isRequired,
    visibleIf,
    requiredIf,
    enableIf,
    ...(validators.length > 0 ? { validators } : {}),
    ...expression,
  };
}

function assemble(shapes: readonly Shape[], groups: readonly Json[]): Json {
  const pages: Json[] = [
    { name: 'p0', elements: [] },
    { name: 'p1', elements: [], ...groups[0] },
  ];
  const panels: Json[] = [1, 2].map((at) => ({ type: 'panel', name: `g${at}`, elements: [], ...groups[at] }));
  shapes.forEach((q, at) => {
    const isAlwaysAsked = q.type === 'expression';
    const home = isAlwaysAsked
      ? (pages[0] as Json)
      : q.panel > 1
        ? (pages[q.panel % 2] as Json)
        : (panels[q.panel] as Json);
    (home.elements as Json[]).push(question(q, at));
  });
  panels.forEach((panel, at) => {
    if ((panel.elements as Json[]).length > 0)
      (pages[at] as Json).elements = [...((pages[at] as Json).elements as Json[]), panel];
  });
  return resolve({ pages }, shapes) as Json;
}

const groupConditions = fc.record({
  visibleIf: sometimes(condition, 3),
  enableIf: sometimes(condition, 1),
  requiredIf: sometimes(condition, 1),
  isRequired: fc.boolean(),
});

/** A third unanswered, most answered plausibly, a few with nonsense. */
function answersTo(q: Shape, at: number | string): fc.Arbitrary<Json> {
  const value = fc.oneof(
    { weight: 12, arbitrary: fc.constant(undefined) },
    { weight: 24, arbitrary: q.type === 'repeat' ? entriesFor(q, at) : plausible[q.type] },
    { weight: 1, arbitrary: nonsense },
  );
  const hasComment = q.type === 'other' || (q.type === 'radiogroup' && q.flag);
  const comment = hasComment ? fc.constantFrom('mine', undefined) : fc.constant(undefined);
  return fc.tuple(value, comment).map(([given, said]) => ({
    ...(given === undefined ? {} : { [`q${at}`]: given }),
    ...(said === undefined ? {} : { [`q${at}-Comment`]: said }),
  }));
}

function entriesFor(q: Shape, at: number | string): fc.Arbitrary<unknown> {
  const entry = fc
    .tuple(...q.repeat.map((each, number) => answersTo({ ...each, repeat: [] }, `${at}_${number}`)))
    .map((parts) => Object.assign({}, ...parts) as Json);
  return fc.array(entry, { minLength: 1, maxLength: 3 });
}

const stranger = fc.oneof(
  { weight: 30, arbitrary: fc.constant({}) },
  { weight: 1, arbitrary: fc.constant({ unknown: 1 }) },
);

export const randomCase: fc.Arbitrary<RandomCase> = fc
  .tuple(fc.array(shape, { minLength: 1, maxLength: 7 }), fc.array(groupConditions, { minLength: 3, maxLength: 3 }))
  .chain(([shapes, groups]) =>
    fc.tuple(stranger, ...shapes.map(answersTo)).map((parts) => ({
      form: assemble(shapes, groups),
      answers: Object.assign({}, ...parts) as Json,
    })),
  );
