import type { accessibility as swedish } from '../sv/accessibility.ts';

export const accessibility: typeof swedish = {
  fine: 'Accessibility: no barriers were found.',
  found_one: 'Accessibility: {{count}} barrier. The question leads to where it can be mended.',
  found_other: 'Accessibility: {{count}} barriers. Each question leads to where it can be mended.',
  whole: 'The whole survey',
  rest_one: 'Show {{count}} more',
  rest_other: 'Show {{count}} more',
  noLabel: {
    question:
      "the question has no text{{where}}. Write it, or another language or the question's name is shown instead.",
    entries: 'text is missing{{where}} for {{entries}}. Write it, or another language or the code is shown instead.',
  },
  noAlternativeText:
    'text is missing{{where}} for the pictures {{entries}}. Write what they show: that is read aloud to those who do not see them.',
  hiddenTitle:
    'the text of the question is hidden and nothing else stands in its place. Remove titleLocation in the JSON, or write a text before the question.',
  abbreviation:
    'the abbreviation {{entries}} reads badly aloud{{where}}: write it out, or fill in what is read aloud instead of the question.',
  colourAlone: 'nothing but a colour tells the answers {{entries}} apart{{where}}. Write what the colour means.',
  timeLimit:
    'time is limited to {{seconds}} seconds. Remove timeLimit (maxTimeToFinish) in the JSON: whoever reads slowly or is interrupted runs out of it.',
  autoAdvance:
    'the page turns by itself when an answer is chosen. Remove autoAdvanceEnabled (goNextPageAutomatic) in the JSON: whoever chooses by keyboard cannot change their mind.',
  lowContrast:
    'the picture {{entries}} is hard to see: its contrast is {{ratio}}:1 and should be at least 3:1. Choose a picture with darker or clearer lines.',
  brokenPicture: 'the picture {{entries}} cannot be shown. Put it in again.',
};
