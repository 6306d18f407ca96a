// What the form of a person holds, as text, and how it becomes what is sent.
import type { EnrolmentChange, EnrolmentPage, NewEnrolment } from '../../../server/contract/enrolment.ts';

export interface EnrolmentForm {
  site: string;
  /** A person known at the site, or '' for a new one. */
  person: string;
  start: string;
  name: string;
  email: string;
  phone: string;
  language: string;
  gender: string;
  birthYear: string;
  bornAbroad: string;
  referrer: string;
  fields: Record<string, string>;
}
type Gender = NonNullable<NewEnrolment['gender']>;
type YesNoUnknown = NonNullable<NewEnrolment['bornAbroad']>;
export const genders: readonly Gender[] = ['woman', 'man', 'other', 'unknown'];
export const yesNoUnknown: readonly YesNoUnknown[] = ['yes', 'no', 'unknown'];

export const emptyForm = (site: string, start: string): EnrolmentForm => ({
  ...{ site, person: '', start, name: '', email: '', phone: '', language: '' },
  ...{ gender: '', birthYear: '', bornAbroad: '', referrer: '', fields: {} },
});

export const formOf = (page: EnrolmentPage): EnrolmentForm => ({
  site: page.site,
  person: page.person,
  start: page.start,
  name: page.contact.name,
  email: page.contact.email ?? '',
  phone: page.contact.phone ?? '',
  language: page.contact.language ?? '',
  gender: page.gender ?? '',
  birthYear: page.birthYear === null ? '' : String(page.birthYear),
  bornAbroad: page.bornAbroad ?? '',
  referrer: page.referrer ?? '',
  fields: page.fields,
});

const genderOf = (form: EnrolmentForm) => genders.find((each) => each === form.gender);
const bornAbroadOf = (form: EnrolmentForm) => yesNoUnknown.find((each) => each === form.bornAbroad);
const filled = (fields: Record<string, string>) =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== ''));

export const newEnrolmentOf = (form: EnrolmentForm): NewEnrolment => {
  const { email, phone, language } = form;
  const contact = {
    name: form.name.trim(),
    ...(email && { email: email.trim() }),
    ...(phone && { phone: phone.trim() }),
    ...(language && { language }),
  };
  return {
    site: form.site,
    start: form.start,
    ...(form.person ? { person: form.person } : { contact }),
    gender: genderOf(form),
    ...(form.birthYear && { birthYear: Number(form.birthYear) }),
    bornAbroad: bornAbroadOf(form),
    ...(form.referrer && { referrer: form.referrer }),
    fields: filled(form.fields),
  };
};

/** Emptied fields take the value away. */
export const changeOf = (form: EnrolmentForm, named: boolean): EnrolmentChange => ({
  start: form.start,
  gender: genderOf(form) ?? null,
  birthYear: form.birthYear === '' ? null : Number(form.birthYear),
  bornAbroad: bornAbroadOf(form) ?? null,
  referrer: form.referrer || null,
  fields: form.fields,
  ...((named || form.name.trim() !== '') && {
    contact: {
      name: form.name.trim(),
      email: form.email.trim() || null,
      phone: form.phone.trim() || null,
      ...(form.language && { language: form.language }),
    },
  }),
});
