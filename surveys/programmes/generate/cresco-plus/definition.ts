// Cresco+ as a programme: sites, codes, waves.
import { code, type Definition, jobFocusedCode, text } from '../definition.ts';
import { goals } from './goals.ts';
import { sites } from './sites.ts';

export const definition: Definition = {
  slug: 'cresco-plus',
  title: text('Cresco+ (demonstration)', 'Cresco+ (demonstration)'),
  start: '2023-01-01',
  end: '2025-06-30',
  sites: sites.map(({ slug, title }) => ({ slug, title })),
  codes: {
    exitReason: [
      code('completed', 'Fullföljt', 'Completed'),
      code('interruptedWork', 'Avbrutet för arbete', 'Interrupted for work'),
      code('interruptedStudies', 'Avbrutet för studier', 'Interrupted for studies'),
      code('interruptedHealth', 'Avbrutet på grund av hälsa', 'Interrupted for health reasons'),
      code('interruptedOther', 'Avbrutet av annat känt skäl', 'Interrupted for another known reason'),
      code('unknown', 'Okänt', 'Unknown'),
    ],
    exitStatus: [
      code('employed', 'Anställd utan stöd', 'Employed without subsidy'),
      code('subsidised', 'Subventionerad anställning', 'Subsidised employment'),
      code('ownBusiness', 'Eget företag', 'Own business'),
      code('studying', 'Studier', 'Studies'),
      code('jobseeker', 'Arbetssökande', 'Looking for work'),
      code(
        'workTraining',
        'Arbetsträning, praktik eller annan arbetslivsinriktad insats',
        'Work training or placement',
      ),
      code('sickLeave', 'Sjukskrivning', 'Sick leave'),
      code('sicknessCompensation', 'Sjukersättning', 'Sickness compensation'),
      code('incomeSupport', 'Försörjningsstöd', 'Income support'),
      code('healthCare', 'Vård eller utredning', 'Health care or assessment'),
      code('otherMeasure', 'Annan insats', 'Another measure'),
      code('moved', 'Flyttat', 'Moved away'),
      code('unknown', 'Okänt', 'Unknown'),
    ],
    intervention: [
      jobFocusedCode('labourMarketKnowledge', 'Kunskap om arbetsmarknaden', 'Knowledge of the labour market'),
      jobFocusedCode('jobSearch', 'Jobbsökning', 'Job search'),
      jobFocusedCode(
        'mentorship',
        'Mentorskap eller handledning på arbetsplats',
        'Mentorship or supervision at a workplace',
      ),
      jobFocusedCode('practice', 'Praktik', 'Work placement'),
      jobFocusedCode('subsidisedEmployment', 'Subventionerad anställning', 'Subsidised employment'),
      code('everydayLife', 'Hantering av vardag', 'Managing everyday life'),
      code('socialSkills', 'Sociala och personliga kompetenser', 'Social and personal skills'),
      code('health', 'Hälsa och levnadsvanor', 'Health and habits'),
      code(
        'assessmentTreatment',
        'Utredning, behandling eller rehabilitering',
        'Assessment, treatment or rehabilitation',
      ),
      code('painManagement', 'Hantering av fysisk och psykisk smärta', 'Managing physical and mental pain'),
      code('socialMentor', 'Social mentor eller kontaktperson', 'Social mentor or contact person'),
      code('vocationalSkills', 'Yrkeskompetenser', 'Vocational skills'),
    ],
    role: [
      code('region', 'Västra Götalandsregionen', 'The region'),
      code('municipalManager', 'Kommunchef', 'Municipal manager'),
      code('coordinator', 'Samordnare', 'Coordinator'),
    ],
    referrer: [
      code('incomeSupport', 'Försörjningsstöd', 'Income support'),
      code('socialInsurance', 'Försäkringskassan', 'Social insurance'),
      code('labourMarketUnit', 'Arbetsmarknadsenheten', 'Labour market unit'),
      code('healthCare', 'Vården', 'Health care'),
      code('self', 'Sökte själv', 'Came on their own'),
    ],
  },
  activityBands: [0, 1, 6, 10, 20, 30],
  ageBands: [16, 19, 25, 30, 45],
  waves: [
    {
      slug: 'w1',
      title: text('Mättillfälle 1', 'First measurement'),
      survey: 'collaboration',
      opens: '2023-05-01',
      closes: '2023-06-15',
    },
    {
      slug: 'w2',
      title: text('Mättillfälle 2', 'Second measurement'),
      survey: 'collaboration',
      opens: '2025-02-01',
      closes: '2025-03-15',
    },
  ],
  suppression: { below: 5 },
  goals,
};
