import type { validators as swedish } from '../sv/validators.ts';

export const validators: typeof swedish = {
  title: 'Check of the answer',
  add: 'Add a check',
  remove: 'Remove: {{rule}}',
  rules: {
    numeric: 'Number within limits',
    text: 'Length of the text',
    regex: 'Text of a certain form',
    email: 'E-mail address',
    answercount: 'Number of choices',
    expression: 'Goes with other answers',
  },
  unknown: 'The check “{{type}}” cannot be shown here. Change it under JSON.',
  smallest: 'Smallest number',
  largest: 'Largest number',
  shortest: 'Fewest characters',
  longest: 'Most characters',
  fewest: 'Fewest',
  most: 'Most',
  pattern: 'Form',
  patternHelp: 'Regular expression, for example ^\\d{5}$ for five digits.',
  condition: 'Must be true',
  conditionHelp: 'Expression, for example {to} >= {from}.',
  text: 'What the respondent reads',
  textHelp: 'Say what to change. Empty: a general text.',
};
