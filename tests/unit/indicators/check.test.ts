import { expect, test } from 'vitest';
import { checkGoal } from '../../../server/domain/indicators/check.ts';
import { checkWhere } from '../../../server/domain/indicators/where.ts';
import { buildProgramme, type GoalOverrides, surveys } from './builders.ts';

type IndicatorInput = GoalOverrides['indicator'];

function problems(indicator: IndicatorInput, rest: Partial<GoalOverrides> = {}) {
  const programme = buildProgramme([{ indicator, ...rest }]);
  return programme.goals.flatMap((goal) => checkGoal(programme, surveys, goal));
}

const responses = { population: 'responses', survey: 'exit', measure: 'share', of: "{feelsBetter} = 'yes'" } as const;
const share = (of: string): IndicatorInput => ({ population: 'enrolments', measure: 'share', of });

test.each<[string, IndicatorInput, Partial<GoalOverrides>, string, string]>([
  ['an unknown name', share('{gendre} = 1'), {}, 'indicator.of', '"gendre" is not a name here'],
  ['a name of another population', share("{feelsBetter} = 'yes'"), {}, 'indicator.of', '"feelsBetter"'],
  ['exit status in responses', { ...responses, where: '{exitStatus} notempty' }, {}, 'indicator.where', '"exitStatus"'],
  ['a field in responses', { ...responses, of: "{qualification} = 'low'" }, {}, 'indicator.of', '"qualification"'],
  ['changes outside assessed', share('{health.change} > 0'), {}, 'indicator.of', '"health.change"'],
  ['contains on one choice', { ...responses, of: "{nextStep} contains 'work'" }, {}, 'indicator.of', 'multi-select'],
  ['text that does not parse', share('{gender} ='), {}, 'indicator.of', 'is not an expression'],
  [
    'an unknown survey',
    { ...responses, survey: 'exits' },
    {},
    'indicator.survey',
    'there is no survey "exits"; there are exit,',
  ],
  ['a survey of enrolments', { ...share('{cards} > 1'), survey: 'exit' }, {}, 'indicator.survey', 'leave it out'],
  ['an unknown wave', { ...responses, wave: 'w1' }, {}, 'indicator.wave', '"w1" is not a wave of exit'],
  ['a mean of codes', { ...responses, measure: 'mean', of: 'nextStep' }, {}, 'indicator.of', 'not a number'],
  ['a mean of nothing known', { ...responses, measure: 'mean', of: 'hours' }, {}, 'indicator.of', '"hours"'],
  [
    'an unknown card question',
    { population: 'assessed', measure: 'meanChange', of: ['health', 'wealth'] },
    {},
    'indicator.of',
    '"wealth" is not a name here; the names are health,',
  ],
  [
    'a list for a share',
    { population: 'enrolments', measure: 'share', of: ['cards'] },
    {},
    'indicator.of',
    'one expression',
  ],
  [
    'an unknown name within reach',
    {
      population: 'enrolments',
      measure: 'shareOfSites',
      reach: { measure: 'share', of: '{x} = 1', target: { atLeast: 1 } },
    },
    {},
    'indicator.reach.of',
    '"x"',
  ],
  [
    'a judged target within reach',
    { population: 'enrolments', measure: 'shareOfSites', reach: { measure: 'count', target: { judged: 'yes' } } },
    {},
    'indicator.reach.target',
    'must be a number',
  ],
  [
    'a target of an unknown site',
    share('{cards} > 1'),
    { siteTargets: { vara: { atLeast: 1 } } },
    'siteTargets.vara',
    'the sites are norra, sodra',
  ],
  [
    'a target of an unknown group',
    share('{cards} > 1'),
    { groupTargets: [{ by: { sex: 'w' }, target: { atLeast: 1 } }] },
    'groupTargets.0.by.sex',
    '"sex"',
  ],
  [
    'a wave to beat that is not there',
    { ...responses, survey: 'collaboration', measure: 'mean', of: 'incomeSupportAndCare', wave: 'w2' },
    { target: { aboveWave: 'w3' } },
    'target.aboveWave',
    'its waves are w1, w2',
  ],
  ['a range upside down', share('{cards} > 1'), { target: { between: [0.6, 0.4] } }, 'target.between', 'lower end'],
  ['a judged target of a count', share('{cards} > 1'), { target: { judged: 'yes' } }, 'target', 'as a number'],
])('%s is an error that says where', (_, indicator, rest, path, message) => {
  expect(problems(indicator, rest)).toEqual([{ path, message: expect.stringContaining(message) }]);
});

test('what interface documents as goals is accepted', () => {
  expect(problems(share("{activityBand.last} > {activityBand.first} and {interventions} contains 'practice'"))).toEqual(
    [],
  );
  expect(problems(share("{qualification} = 'low' and {age} >= 18 and {start} > '2024-01-01'"))).toEqual([]);
  expect(
    problems({ population: 'assessed', measure: 'share', of: '{person.health.last} > {coordinator.contact.first}' }),
  ).toEqual([]);
  expect(problems({ population: 'assessed', measure: 'meanChange', of: ['health', 'coordinator.contact'] })).toEqual(
    [],
  );
  expect(problems({ population: 'enrolments', measure: 'mean', of: 'days' })).toEqual([]);
  expect(problems({ ...responses, survey: 'treatment', of: "{grounds} contains 'none'" })).toEqual([]);
  expect(
    problems({ ...responses, survey: 'collaboration', of: "{interventionsOffered.contact} = 'high' and {role} = 'x'" }),
  ).toEqual([]);
  expect(problems({ measure: 'judged' }, { target: { judged: 'yes' } })).toEqual([]);
});

test('a filter must fit some goal, and an unknown name in it is named', () => {
  const programme = buildProgramme([{ indicator: responses }, { indicator: share('{cards} > 1') }]);
  expect(checkWhere(programme, surveys, "{site} = 'norra'")).toEqual([]);
  expect(checkWhere(programme, surveys, '{days} > 90')).toEqual([]);
  expect(checkWhere(programme, surveys, '{dayz} > 90')[0]).toContain('"dayz" is not a name here');
  expect(checkWhere(programme, surveys, "{cards} > 1 and {nextStep} = 'work'")).toEqual([
    'no goal counts rows that have all of cards, nextStep',
  ]);
  expect(checkWhere(programme, surveys, '{days} >')[0]).toContain('is not an expression');
});
