// The goals of Cresco+ in the order of the evaluation, then the published sub-figures that no breakdown shows.
import { anyOf, type Goal, text } from '../definition.ts';
import { workStatuses } from './exits.ts';
import { figures } from './figures.ts';
import { personQuestions } from './progress.ts';
import { sites } from './sites.ts';

const coordinatorRows = [
  'jobSearch',
  'labourMarketKnowledge',
  'concentration',
  'beliefInJob',
  'purposefulness',
  'contact',
  'cooperation',
  'network',
  'everydayLife',
  'healthCoping',
];
const verdict = (status: 'met' | 'near' | 'notMet', motivation: string) => ({
  status,
  motivation,
  by: 'evaluator',
  date: '2025-06-16',
});

const towardsWork: Goal[] = [
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

const method: Goal[] = [
  {
    id: 'interventions-for-every-indicator',
    title: text('Insatser finns för varje indikator', 'Interventions exist for every indicator'),
    description: text(
      'Andel samordnare som svarat "inte alls" för någon indikator vid andra mättillfället.',
      'Share of coordinators who answered "not at all" for any indicator at the second measurement.',
    ),
    indicator: {
      population: 'responses',
      survey: 'collaboration',
      wave: 'w2',
      measure: 'share',
      of: coordinatorRows.map((row) => `{interventionsOffered.${row}} = 'notAtAll'`).join(' or '),
    },
    target: { atMost: 0 },
    verdict: verdict('met', 'Ingen samordnare saknar insatser för någon indikator, och intervjuerna säger detsamma.'),
  },
  {
    id: 'collaboration-income-support-care',
    title: text('Samverkan försörjningsstöd och vård', 'Collaboration between income support and care'),
    indicator: {
      population: 'responses',
      survey: 'collaboration',
      wave: 'w2',
      measure: 'mean',
      of: 'incomeSupportAndCare',
    },
    target: { aboveWave: 'w1' },
  },
  {
    id: 'collaboration-labour-market-care',
    title: text('Samverkan arbetsmarknadsenhet och vård', 'Collaboration between labour market unit and care'),
    indicator: {
      population: 'responses',
      survey: 'collaboration',
      wave: 'w2',
      measure: 'mean',
      of: 'labourMarketAndCare',
    },
    target: { aboveWave: 'w1' },
  },
  {
    id: 'collaboration-developed',
    title: text(
      'Samverkan mellan kommun och vård har utvecklats',
      'Collaboration between municipality and care has developed',
    ),
    indicator: { measure: 'judged' },
    target: { judged: 'yes' },
    verdict: verdict(
      'near',
      'Delvis uppnått: något bättre för försörjningsstöd, något sämre för arbetsmarknadsenheten, och kommunerna ger olika bilder.',
    ),
  },
  {
    id: 'job-focused',
    title: text('Jobbfokuserad insats', 'Job-focused intervention'),
    description: text(
      'Har haft minst en jobbfokuserad insats; målet gäller i varje kommun.',
      'Had at least one job-focused intervention; the target holds at every site.',
    ),
    indicator: { population: 'enrolments', measure: 'share', of: '{jobFocused} = true' },
    target: { atLeast: 0.8 },
    siteTargets: Object.fromEntries(sites.map((site) => [site.slug, { atLeast: 0.8 }])),
  },
  {
    id: 'sites-job-focused',
    title: text('Kommuner där 80 % haft en jobbfokuserad insats', 'Sites where 80% had a job-focused intervention'),
    indicator: {
      population: 'enrolments',
      measure: 'shareOfSites',
      reach: { measure: 'share', of: '{jobFocused} = true', target: { atLeast: 0.8 } },
    },
    target: { atLeast: 1 },
  },
];

const treatment: Goal[] = [
  {
    id: 'adapted-material',
    title: text('Anpassat material finns', 'Adapted material exists'),
    indicator: { measure: 'judged' },
    target: { judged: 'yes' },
    verdict: verdict(
      'met',
      'Dialogguiden förklarar varje siffra och finns på flera språk; något helt nytt material behövdes inte.',
    ),
  },
  {
    id: 'suitable-activities',
    title: text('Aktiviteter som passar olika grupper', 'Activities that suit different groups'),
    indicator: { measure: 'judged' },
    target: { judged: 'yes' },
    verdict: verdict('met', 'Kommunerna prövar nya former efter behov, med olika förutsättningar men samma vilja.'),
  },
  {
    id: 'treated-well',
    title: text('Bra bemött av samordnaren', 'Treated well by the coordinator'),
    indicator: {
      population: 'responses',
      survey: 'treatment',
      measure: 'share',
      of: "{treatedByCoordinator} = 'well'",
    },
    target: { atLeast: 0.9 },
    verdict: verdict('met', 'I stort sett alla är nöjda med samordnarens bemötande.'),
  },
  {
    id: 'believed-in',
    title: text('Samordnaren har trott på min förmåga', 'The coordinator believed in my ability'),
    indicator: { population: 'responses', survey: 'exit', measure: 'share', of: "{coordinatorBelieved} = 'yes'" },
    target: { atLeast: 0.9 },
    verdict: verdict('notMet', 'Nära, men inte nått; lägst bland de äldre.'),
  },
  {
    id: 'staff-knowledge',
    title: text(
      'Personalen vet mer om hur grupper behandlas olika',
      'Staff know more about how groups are treated differently',
    ),
    indicator: { measure: 'judged' },
    target: { judged: 'yes' },
    verdict: verdict(
      'met',
      'Utbildningar och återkommande samtal om statistiken har gett ökad kunskap, enligt samordnarna.',
    ),
  },
];

export const goals: Goal[] = [...towardsWork, ...method, ...treatment, ...figures];
