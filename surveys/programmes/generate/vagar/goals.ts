// The goals of Vägar till egen försörjning: numbers of women and men as planned, and the shares that the report sets beside them.
import { anyOf, type Goal, type Target, text } from '../definition.ts';
import { employmentOrStudies } from './people.ts';

const toWork = anyOf('exitStatus', employmentOrStudies);
const toTraining = "{interventions} contains 'workTraining' or {interventions} contains 'practice'";
const exitTo = (status: string) => `{exitStatus} = '${status}'`;

const perGender = (woman: Target, man: Target) => [
  { by: { gender: 'woman' }, target: woman },
  { by: { gender: 'man' }, target: man },
];
const number = (where: string) => ({ population: 'enrolments', measure: 'count', where }) as const;
const share = (of: string) => ({ population: 'enrolments', measure: 'share', of }) as const;
const shareOfWomen = (where?: string) => ({ ...share("{gender} = 'woman'"), ...(where ? { where } : {}) });
const judged = (id: string, title: Goal['title'], status: 'met' | 'near', motivation: string): Goal => ({
  id,
  title,
  indicator: { measure: 'judged' },
  target: { judged: 'yes' },
  verdict: { status, motivation, by: 'evaluator', date: '2022-06-20' },
});

const counted: Goal[] = [
  {
    id: 'recruited',
    title: text('Inskrivna i projektet', 'Enrolled in the project'),
    indicator: { population: 'enrolments', measure: 'count' },
    target: { atLeast: 210 },
    groupTargets: perGender({ atLeast: 112 }, { atLeast: 98 }),
  },
  {
    id: 'people',
    title: text('Unika personer', 'Distinct people'),
    description: text('Fyra personer har varit inskrivna två gånger.', 'Four people were enrolled twice.'),
    indicator: { population: 'enrolments', measure: 'people' },
  },
  {
    id: 'work-training',
    title: text('Till arbetsträning eller praktik, antal', 'To work training or placement, number'),
    indicator: number(toTraining),
    target: { atLeast: 175 },
    groupTargets: perGender({ atLeast: 94 }, { atLeast: 81 }),
  },
  {
    id: 'work-training-share',
    title: text('Till arbetsträning eller praktik, andel', 'To work training or placement, share'),
    indicator: share(toTraining),
    target: { atLeast: 0.83 },
  },
  {
    id: 'employment-or-studies',
    title: text('Till anställning eller studier, antal', 'To employment or studies, number'),
    indicator: number(toWork),
    target: { atLeast: 74 },
    groupTargets: perGender({ atLeast: 40 }, { atLeast: 34 }),
  },
  {
    id: 'employment-or-studies-share',
    title: text('Till anställning eller studier, andel', 'To employment or studies, share'),
    indicator: share(toWork),
    target: { atLeast: 0.35 },
  },
  {
    id: 'employment-service',
    title: text('Till åtgärd hos Arbetsförmedlingen, antal', 'To the employment service, number'),
    indicator: number(exitTo('employmentService')),
    target: { atLeast: 51 },
    groupTargets: perGender({ atLeast: 27 }, { atLeast: 24 }),
  },
  {
    id: 'employment-service-share',
    title: text('Till åtgärd hos Arbetsförmedlingen, andel', 'To the employment service, share'),
    indicator: share(exitTo('employmentService')),
    target: { atLeast: 0.24 },
  },
  {
    id: 'back-to-referrer',
    title: text('Åter till remittenten, antal', 'Back to the referrer, number'),
    indicator: number(exitTo('backToReferrer')),
    target: { atMost: 85 },
    groupTargets: perGender({ atMost: 45 }, { atMost: 40 }),
  },
  {
    id: 'back-to-referrer-share',
    title: text('Åter till remittenten, andel', 'Back to the referrer, share'),
    indicator: share(exitTo('backToReferrer')),
    target: { atMost: 0.4 },
  },
  {
    id: 'adapted-support',
    title: text('Fick det anpassade stöd de behövde', 'Got the adapted support they needed'),
    indicator: { population: 'responses', survey: 'exit', measure: 'share', of: "{gotSupport} = 'yes'" },
    target: { atLeast: 0.9 },
  },
  {
    id: 'gender-balance',
    title: text('Andel kvinnor av de inskrivna', 'Share of women among those enrolled'),
    indicator: shareOfWomen(),
    target: { atLeast: 0.53 },
  },
  {
    id: 'women-among-employment-or-studies',
    title: text(
      'Andel kvinnor av dem som gått till anställning eller studier',
      'Share of women among those in employment or studies',
    ),
    indicator: shareOfWomen(toWork),
    target: { atLeast: 0.5 },
  },
  {
    id: 'women-among-employment-service',
    title: text(
      'Andel kvinnor av dem som gått till Arbetsförmedlingen',
      'Share of women among those at the employment service',
    ),
    indicator: shareOfWomen(exitTo('employmentService')),
    target: { atLeast: 0.5 },
  },
];

const otherExits: Goal[] = [
  { id: 'sick-leave', title: text('Till sjukskrivning', 'To sick leave'), indicator: share(exitTo('sickLeave')) },
  {
    id: 'sickness-compensation',
    title: text('Till sjukersättning', 'To sickness compensation'),
    indicator: share(exitTo('sicknessCompensation')),
  },
  {
    id: 'treatment-home',
    title: text('Till behandlingshem', 'To a treatment home'),
    indicator: share(exitTo('treatmentHome')),
  },
];

const judgements: Goal[] = [
  judged(
    'less-income-support',
    text('Minskat försörjningsstöd', 'Less income support'),
    'met',
    'Kostnaden har minskat i kommunerna; siffrorna per kommun finns i utvärderingen.',
  ),
  judged(
    'norm-critical-methods',
    text('Normkritiska och kvalitetssäkrade metoder', 'Norm-critical, quality-assured methods'),
    'near',
    'Beprövade metoder har utvecklats och kvalitetssäkrats, men inga egna metoder har tagits fram.',
  ),
  judged(
    'exchange-between-sites',
    text('Kommunerna utbyter erfarenheter löpande', 'Sites exchange experience continuously'),
    'met',
    'Regionala möten varannan vecka, studiebesök och nätverk som fortsätter efter projektet.',
  ),
  judged(
    'common-material',
    text(
      'Gemensamt material för kartläggning, uppföljning och matchning',
      'Common material for mapping, follow-up and matching',
    ),
    'met',
    'Alla tre finns; det sista blev klart så sent att det återstår att börja använda.',
  ),
];

export const goals: Goal[] = [...counted, ...otherExits, ...judgements];
