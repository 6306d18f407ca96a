// The first two aims of Cresco+: a step towards work, and a lasting one.
import { anyOf, type Goal, text } from '../definition.ts';
import { workStatuses } from './exits.ts';
import { personQuestions } from './progress.ts';

/** The evaluator's judgement of the final report, in our own words. */
export const verdict = (status: 'met' | 'near' | 'notMet', motivation: string) => ({
  status,
  motivation,
  by: 'evaluator',
  date: '2025-06-16',
});

export const towardsWork: Goal[] = [
  {
    id: 'participants',
    title: text('500 deltagare', '500 participants'),
    indicator: { population: 'enrolments', measure: 'count' },
    target: { atLeast: 500 },
    groupTargets: [
      { by: { gender: 'woman' }, target: { atLeast: 250 } },
      { by: { gender: 'man' }, target: { atLeast: 250 } },
    ],
    verdict: verdict('met', 'Klart fler än planerat, och könsfördelningen ligger nära riktmärket 40–60 procent.'),
  },
  {
    id: 'better-health',
    title: text('Upplever bättre hälsa', 'Feel better than before'),
    description: text(
      'Mår bättre än före projektet, av dem som svarat i avslutningsenkäten.',
      'Feel better than before the project, of those who answered the exit survey.',
    ),
    indicator: { population: 'responses', survey: 'exit', measure: 'share', of: "{feelsBetter} = 'yes'" },
    target: { atLeast: 0.9 },
    verdict: verdict('notMet', 'Långt från målet. Köerna i vården har satt gränsen för många.'),
  },
  {
    id: 'increased-activity',
    title: text('Ökad aktivitet', 'Increased activity'),
    description: text(
      'Har gått upp minst ett spann i timmar per vecka från start till avslut.',
      'Moved up at least one band of hours a week from start to exit.',
    ),
    indicator: { population: 'exits', measure: 'share', of: '{activityBand.last} > {activityBand.first}' },
    target: { atLeast: 0.7 },
    verdict: verdict(
      'met',
      'Troligt uppnått: mer än var tredje ligger kvar i samma spann, och enligt samordnarna har de flesta av dem ökat inom spannet.',
    ),
  },
  {
    id: 'work-or-studies',
    title: text('I arbete, arbetssökande eller i studier', 'In work, looking for work or studying'),
    indicator: { population: 'exits', measure: 'share', of: anyOf('exitStatus', workStatuses) },
    target: { atLeast: 0.35 },
    verdict: verdict(
      'notMet',
      'Sena inskrivningar och en målgrupp längre från arbete förklarar en del, men målet är inte nått.',
    ),
  },
  {
    id: 'work-training',
    title: text('Vidare till arbetsträning', 'On to work training'),
    indicator: { population: 'exits', measure: 'share', of: "{exitStatus} = 'workTraining'" },
    target: { atLeast: 0.3 },
    verdict: verdict('notMet', 'Tillgången till platser skiljer mycket mellan kommunerna.'),
  },
  {
    id: 'progression',
    title: text('Progression, alla nio frågor', 'Progression, all nine questions'),
    description: text(
      'Medel av sista minus första progressionskortet över personens nio frågor.',
      "Mean of last minus first progression card over the person's nine questions.",
    ),
    indicator: { population: 'assessed', measure: 'meanChange', of: personQuestions },
    target: { above: 0 },
  },
  {
    id: 'kept-after-six-months',
    title: text('Behållit eller ökat efter sex månader', 'Kept or increased after six months'),
    indicator: { population: 'followUps', measure: 'share', of: "{followUp} anyof ['forward', 'kept']" },
    target: { atLeast: 0.7 },
    verdict: verdict('met', 'Uppnått, men svarsfrekvensen är mycket lägre bland kvinnor än bland män.'),
  },
];
