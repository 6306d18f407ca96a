import { render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { Survey } from 'survey-react-ui';
import { expect, test } from 'vitest';
import { answersToSend, makeModel } from '../../../client/components/survey/model.ts';

const definition = {
  pages: [
    {
      name: 'p',
      elements: [
        {
          type: 'radiogroup',
          name: 'work',
          title: { sv: 'Har du arbete?' },
          choices: [{ value: 'yes', text: { sv: 'Ja' } }],
          showOtherItem: true,
          otherText: { sv: 'Annat' },
        },
      ],
    },
  ],
};

test('whoever chooses "other" is asked what it stands for, and it is sent beside the answer', async () => {
  const user = userEvent.setup();
  const model = makeModel(definition, {}, 'sv');
  render(<Survey model={model} />);
  expect(screen.queryByRole('textbox')).toBeNull();
  await user.click(await screen.findByRole('radio', { name: 'Annat' }));
  const box = await screen.findByRole('textbox', { name: 'Annat' });
  expect(model.validate(true, false)).toBe(false);
  await user.type(box, 'Ibland');
  expect(box).toHaveValue('Ibland');
  expect(model.validate(true, false)).toBe(true);
  expect(answersToSend(model)).toEqual({ work: 'other', 'work-Comment': 'Ibland' });
  await user.click(screen.getByRole('radio', { name: 'Ja' }));
  await waitFor(() => expect(screen.queryByRole('textbox')).toBeNull());
  expect(answersToSend(model)).toEqual({ work: 'yes' });
});

test('what "other" stands for is there again when the draft is opened', async () => {
  render(<Survey model={makeModel(definition, { work: 'other', 'work-Comment': 'Ibland' }, 'sv')} />);
  expect(await screen.findByRole('textbox', { name: 'Annat' })).toHaveValue('Ibland');
});
