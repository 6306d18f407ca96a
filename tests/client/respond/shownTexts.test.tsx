// What is shown where a text stands in another language alone, or shows an answer.
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { Survey } from 'survey-react-ui';
import { expect, test } from 'vitest';
import { loadStrings, makeModel } from '../../../client/components/survey/model.ts';

const work = {
  type: 'radiogroup',
  name: 'work',
  title: { sv: 'Har du arbete?', en: 'Do you work?' },
  description: { sv: 'Med lön' },
  isRequired: true,
  choices: [
    { value: 'y', text: { sv: 'Ja' } },
    { value: 'n', text: { sv: 'Nej', en: 'No' } },
  ],
};
const survey = (...elements: object[]) => ({ locale: 'sv', pages: [{ name: 'p', elements }] });

test.each([
  ['en', 'Do you work?', 'Response required.'],
  ['so', 'Har du arbete?', 'Frågan är obligatorisk'],
  ['fa', 'Har du arbete?', 'Frågan är obligatorisk'],
])('whoever reads %s sees the Swedish text where there is no other, never a code', async (language, title, error) => {
  await loadStrings(language);
  const model = makeModel(survey(work), {}, language);
  render(<Survey model={model} />);
  expect(await screen.findByRole('radio', { name: 'Ja' })).toBeVisible();
  expect(screen.getByText(title)).toBeVisible();
  expect(screen.getByText('Med lön')).toBeVisible();
  model.validate(true, false);
  expect(await screen.findByText(new RegExp(error))).toBeVisible();
});

test('a text between the questions shows an answer as it is just now, and no markup of it runs', async () => {
  const user = userEvent.setup();
  const nick = { type: 'text', name: 'nick', title: { sv: 'Namn' } };
  const hello = { type: 'html', name: 'hello', html: { sv: '<p>Hej {nick}</p>' } };
  render(<Survey model={makeModel(survey(nick, hello), { nick: 'Kim' }, 'sv')} />);
  expect(await screen.findByText('Hej Kim')).toBeVisible();
  await user.type(screen.getByRole('textbox'), ' <img src=x onerror=alert(1)>');
  expect(await screen.findByText('Hej Kim')).toBeVisible();
  expect(document.querySelector('.sd-html img')).toBeNull();
  await user.clear(screen.getByRole('textbox'));
  await user.type(screen.getByRole('textbox'), 'Ali');
  expect(await screen.findByText('Hej Ali')).toBeVisible();
});
