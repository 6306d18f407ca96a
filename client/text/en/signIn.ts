import type { signIn as swedish } from '../sv/signIn.ts';

export const signIn: typeof swedish = {
  title: 'Sign in',
  lead: 'For coordinators, administrators and evaluators. Participants answer through their link.',
  email: 'E-mail address',
  password: 'Password',
  submit: 'Sign in',
  setupTitle: 'Choose a password',
  firstTitle: 'Create the first administrator',
  firstLead:
    'There is no administrator yet. The account that you create here can set up programmes, surveys and users.',
  name: 'Name',
  newPassword: 'New password',
  passwordHelp: 'At least 12 characters. A sentence is easy to remember.',
  create: 'Create the account',
  choose: 'Save the password',
};
