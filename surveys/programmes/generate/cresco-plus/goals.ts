// The goals of Cresco+ in the order of the evaluation, then the published sub-figures that no breakdown shows.
import { type Goal, text } from '../definition.ts';
import { figures } from './figures.ts';
import { towardsWork, verdict } from './goals-towards-work.ts';
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
