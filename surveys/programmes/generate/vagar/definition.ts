// Vägar till egen försörjning as a programme: sites and codes.
import { code, type Definition, jobFocusedCode, text } from '../definition.ts';
import { goals } from './goals.ts';
import { sites } from './people.ts';

export const definition: Definition = {
  slug: 'vagar-till-egen-forsorjning',
  title: text('Vägar till egen försörjning (demonstration)', 'Roads to self-sufficiency (demonstration)'),
  start: '2020-02-01',
  end: '2022-06-30',
  sites: sites.map(({ slug, title }) => ({ slug, title })),
  codes: {
    exitReason: [
      code('completed', 'Fullföljt', 'Completed'),
      code('interrupted', 'Avbrutet', 'Interrupted'),
      code('unknown', 'Okänt', 'Unknown'),
    ],
    exitStatus: [
      code('employed', 'Anställning utan ekonomiskt stöd', 'Employment without subsidy'),
      code('subsidised', 'Anställning med ekonomiskt stöd', 'Subsidised employment'),
      code('studying', 'Studier', 'Studies'),
      code('employmentService', 'Åtgärd hos Arbetsförmedlingen', 'Measure at the employment service'),
      code('backToReferrer', 'Åter till remittenten', 'Back to the referrer'),
      code('sickLeave', 'Sjukskrivning', 'Sick leave'),
      code('sicknessCompensation', 'Sjukersättning', 'Sickness compensation'),
      code('treatmentHome', 'Behandlingshem', 'Treatment home'),
      code('ordinaryMeasure', 'Kommunens ordinarie insatser', "The municipality's ordinary measures"),
      code('moved', 'Flyttat', 'Moved away'),
      code('unknown', 'Okänt', 'Unknown'),
    ],
    intervention: [
      code('mapping', 'Individuell kartläggning', 'Individual mapping'),
      jobFocusedCode('workTraining', 'Arbetsträning', 'Work training'),
      jobFocusedCode('practice', 'Praktik', 'Work placement'),
      jobFocusedCode('workPreparation', 'Arbetsförberedande kurs', 'Course preparing for work'),
      code('selfStrengthening', 'Självstärkande insats', 'Self-strengthening activity'),
      code('natureRehabilitation', 'Naturunderstödd rehabilitering', 'Nature-based rehabilitation'),
      code('languageSupport', 'Språkstöd', 'Language support'),
    ],
    role: [],
    referrer: [code('incomeSupport', 'Försörjningsstöd', 'Income support')],
  },
  activityBands: [0, 1, 6, 10, 20, 30],
  ageBands: [16, 19, 25, 30, 45],
  waves: [],
  suppression: { below: 5 },
  goals,
};
