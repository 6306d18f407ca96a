// Published sub-figures that are no group of gender, site or age: goals without a target.
import { anyOf, type Goal, type Indicator, text } from '../definition.ts';

const figure = (id: string, sv: string, en: string, indicator: Indicator): Goal => ({
  id,
  title: text(sv, en),
  indicator,
});
const exitShare = (of: string): Indicator => ({ population: 'exits', measure: 'share', of });
const feelsBetter = (where: string): Indicator => ({
  population: 'responses',
  survey: 'exit',
  measure: 'share',
  of: "{feelsBetter} = 'yes'",
  where,
});
const believed = (where: string): Indicator => ({
  population: 'responses',
  survey: 'exit',
  measure: 'share',
  of: "{coordinatorBelieved} = 'yes'",
  where,
});
const treatmentShare = (of: string): Indicator => ({
  population: 'responses',
  survey: 'treatment',
  measure: 'share',
  of,
});
const meanChange = (of: string): Indicator => ({ population: 'assessed', measure: 'meanChange', of });
const tookPart = (type: string): Indicator => ({
  population: 'enrolments',
  measure: 'share',
  of: `{interventions} contains '${type}'`,
});
const firstMean = (of: 'incomeSupportAndCare' | 'labourMarketAndCare'): Indicator => ({
  population: 'responses',
  survey: 'collaboration',
  wave: 'w1',
  measure: 'mean',
  of,
});

export const figures: Goal[] = [
  figure('women', 'Andel kvinnor', 'Share of women', {
    population: 'enrolments',
    measure: 'share',
    of: "{gender} = 'woman'",
  }),
  figure('men', 'Andel män', 'Share of men', { population: 'enrolments', measure: 'share', of: "{gender} = 'man'" }),
  figure('other-gender', 'Andel med annan definition av kön', 'Share with another gender', {
    population: 'enrolments',
    measure: 'share',
    of: "{gender} = 'other'",
  }),
  figure('born-abroad', 'Andel födda utanför Sverige', 'Share born abroad', {
    population: 'enrolments',
    measure: 'share',
    of: "{bornAbroad} = 'yes'",
  }),
  figure(
    'better-health-women-born-abroad',
    'Bättre hälsa, utrikes födda kvinnor',
    'Feel better, women born abroad',
    feelsBetter("{gender} = 'woman' and {bornAbroad} = 'yes'"),
  ),
  figure(
    'better-health-men-born-abroad',
    'Bättre hälsa, utrikes födda män',
    'Feel better, men born abroad',
    feelsBetter("{gender} = 'man' and {bornAbroad} = 'yes'"),
  ),
  figure(
    'same-activity-band',
    'Kvar i samma aktivitetsspann',
    'Still in the same activity band',
    exitShare('{activityBand.last} = {activityBand.first}'),
  ),
  figure(
    'exit-to-work',
    'Till arbete',
    'To work',
    exitShare(anyOf('exitStatus', ['employed', 'ownBusiness', 'subsidised'])),
  ),
  figure('exit-to-studies', 'Till studier', 'To studies', exitShare("{exitStatus} = 'studying'")),
  figure('exit-to-jobseeker', 'Arbetssökande', 'Looking for work', exitShare("{exitStatus} = 'jobseeker'")),
  figure(
    'progression-know-what-to-do',
    'Progression: vet du vad du ska göra',
    'Progression: know what to do',
    meanChange('knowWhatToDo'),
  ),
  figure(
    'progression-job-idea',
    'Progression: har du en idé om vilket arbete',
    'Progression: have an idea of a job',
    meanChange('jobIdea'),
  ),
  figure(
    'progression-can-manage-job',
    'Progression: tror du att du klarar av ett arbete',
    'Progression: can manage a job',
    meanChange('canManageJob'),
  ),
  figure(
    'collaboration-income-support-care-first',
    'Samverkan försörjningsstöd och vård, mättillfälle 1',
    'Collaboration income support and care, first measurement',
    firstMean('incomeSupportAndCare'),
  ),
  figure(
    'collaboration-labour-market-care-first',
    'Samverkan arbetsmarknadsenhet och vård, mättillfälle 1',
    'Collaboration labour market unit and care, first measurement',
    firstMean('labourMarketAndCare'),
  ),
  figure(
    'intervention-everyday-life',
    'Insats: hantering av vardag',
    'Intervention: everyday life',
    tookPart('everydayLife'),
  ),
  figure(
    'intervention-labour-market-knowledge',
    'Insats: kunskap om arbetsmarknaden',
    'Intervention: knowledge of the labour market',
    tookPart('labourMarketKnowledge'),
  ),
  figure(
    'intervention-social-skills',
    'Insats: sociala och personliga kompetenser',
    'Intervention: social and personal skills',
    tookPart('socialSkills'),
  ),
  figure(
    'intervention-vocational-skills',
    'Insats: yrkeskompetenser',
    'Intervention: vocational skills',
    tookPart('vocationalSkills'),
  ),
  figure(
    'intervention-social-mentor',
    'Insats: social mentor eller kontaktperson',
    'Intervention: social mentor or contact person',
    tookPart('socialMentor'),
  ),
  figure(
    'intervention-assessment-treatment',
    'Insats: utredning, behandling eller rehabilitering',
    'Intervention: assessment, treatment or rehabilitation',
    tookPart('assessmentTreatment'),
  ),
  figure(
    'intervention-pain-management',
    'Insats: hantering av smärta',
    'Intervention: managing pain',
    tookPart('painManagement'),
  ),
  figure('intervention-job-search', 'Insats: jobbsökning', 'Intervention: job search', tookPart('jobSearch')),
  figure(
    'treated-well-by-referrer',
    'Bra bemött av handläggaren hos remittenten',
    "Treated well by the referrer's staff",
    treatmentShare("{treatedByReferrer} = 'well'"),
  ),
  figure(
    'no-ground',
    'Nämner ingen diskrimineringsgrund',
    'Name no ground of discrimination',
    treatmentShare("{grounds} contains 'none'"),
  ),
  figure(
    'believed-in-born-in-sweden',
    'Samordnaren har trott på mig, födda i Sverige',
    'Coordinator believed in me, born in Sweden',
    believed("{bornAbroad} = 'no'"),
  ),
  figure(
    'believed-in-born-abroad',
    'Samordnaren har trott på mig, utrikes födda',
    'Coordinator believed in me, born abroad',
    believed("{bornAbroad} = 'yes'"),
  ),
];
