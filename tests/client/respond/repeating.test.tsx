import { render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { Survey } from 'survey-react-ui';
import { afterEach, expect, test, vi } from 'vitest';
import { answersToSend, findQuestion, makeModel } from '../../../client/components/survey/model.ts';

const text = (sv: string) => ({ sv });
const definition = {
  pages: [
    {
      name: 'p',
      elements: [
        {
          type: 'paneldynamic',
          name: 'jobs',
          title: text('Vilka arbeten har du haft?'),
          templateTitle: text('Arbete {panelIndex}'),
          addPanelText: text('Lägg till ett arbete'),
          removePanelText: text('Ta bort'),
          noEntriesText: text('Inget arbete än.'),
          maxPanelCount: 2,
          templateElements: [
            { type: 'text', name: 'employer', title: text('Arbetsgivare'), isRequired: true },
            {
              type: 'radiogroup',
              name: 'left',
              title: text('Varför slutade du?'),
              visibleIf: '{panel.employer} notempty',
              choices: [{ value: 'ill', text: text('Sjuk') }],
            },
          ],
        },
      ],
    },
  ],
};
const show = (answers = {}) => {
  const model = makeModel(definition, answers, 'sv');
  render(<Survey model={model} />);
  return model;
};
const entry = (name: string) => within(screen.getByRole('region', { name }));

afterEach(() => void vi.restoreAllMocks());

test('entries are added up to the limit, each with its own conditions, and the keyboard goes to the new one', async () => {
  const user = userEvent.setup();
  const model = show();
  expect(await screen.findByText('Inget arbete än.')).toBeVisible();
  await user.click(screen.getByRole('button', { name: /Lägg till ett arbete/ }));
  await waitFor(() => expect(entry('Arbete 1').getByRole('textbox', { name: /Arbetsgivare/ })).toHaveFocus());
  await user.keyboard('Bageriet');
  await user.click(await entry('Arbete 1').findByRole('radio', { name: 'Sjuk' }));
  await user.click(screen.getByRole('button', { name: /Lägg till ett arbete/ }));
  await waitFor(() => expect(entry('Arbete 2').getByRole('textbox')).toHaveFocus());
  expect(entry('Arbete 2').queryByRole('radio')).toBeNull();
  expect(screen.queryByRole('button', { name: /Lägg till ett arbete/ })).toBeNull();
  expect(model.validate(true, false)).toBe(false);
  await user.type(entry('Arbete 2').getByRole('textbox'), 'Kyrkan');
  expect(answersToSend(model)).toEqual({ jobs: [{ employer: 'Bageriet', left: 'ill' }, { employer: 'Kyrkan' }] });
});

test('an entry with something in it is removed only after a question', async () => {
  const user = userEvent.setup();
  const model = show({ jobs: [{ employer: 'Bageriet' }, { employer: 'Kyrkan' }] });
  const confirm = vi.spyOn(window, 'confirm').mockReturnValueOnce(false).mockReturnValueOnce(true);
  const remove = await screen.findByRole('button', { name: 'Ta bort: Arbete 1' });
  await user.click(remove);
  expect(confirm).toHaveBeenCalledTimes(1);
  expect(screen.getAllByRole('region')).toHaveLength(2);
  await user.click(remove);
  await waitFor(() => expect(screen.getAllByRole('region')).toHaveLength(1));
  expect(answersToSend(model)).toEqual({ jobs: [{ employer: 'Kyrkan' }] });
  await waitFor(() => expect(screen.getByRole('button', { name: /Lägg till ett arbete/ })).toHaveFocus());
});

test('an answer that its entry no longer asks for is not sent, and an error of the server finds its field', () => {
  const model = makeModel(definition, { jobs: [{ left: 'ill' }, { employer: 'Kyrkan', left: 'ill' }] }, 'sv');
  expect(answersToSend(model)).toEqual({ jobs: [{}, { employer: 'Kyrkan', left: 'ill' }] });
  expect(findQuestion(model, 'jobs.2.employer')?.value).toBe('Kyrkan');
  expect(findQuestion(model, 'jobs')?.name).toBe('jobs');
  expect(findQuestion(model, 'nothing')).toBeUndefined();
});
