import type { erasure as swedish } from '../sv/erasure.ts';

export const erasure: typeof swedish = {
  title: 'Erase the data',
  lead: "When it has been decided that the person's data are not to be kept any longer.",
  erase: 'Erase the person …',
  goes: 'Name, contact, background, progression cards, activity, interventions, follow-ups, links and the answers that bear the name are removed. They count in no results any more.',
  goesToo: "So are the person's other enrolments here: {{enrolments}}.",
  stays:
    'Answers to anonymous surveys cannot be traced to anyone and stay. So do saved reports, which hold no individual.',
  backups: 'Backups that are taken already are not changed.',
  type: 'Type {{enrolment}} to confirm',
  wrong: 'That is not {{enrolment}}.',
  eraseForGood: 'Erase for good',
  done_one: '{{enrolment}} is erased: {{count}} row was removed.',
  done_other: '{{enrolment}} is erased: {{count}} rows were removed.',
};
