// Repeating panels and signatures on the canvas.
import { configure, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test } from 'vitest';
import { renderRoute, signedIn } from '../../../support/staff.tsx';
import { buildDraft, buildSummary } from '../fixtures.ts';

configure({ defaultHidden: true });

const title = (sv: string) => ({ title: { sv } });
const source = JSON.stringify({
  ...{ name: 'exit', version: 1, languages: ['sv'], title: { sv: 'Enkät' }, whoSees: { sv: 'a' }, thanks: { sv: 'a' } },
  pages: [
    {
      name: 'p',
      elements: [
        { type: 'text', name: 'town', ...title('Ort') },
        {
          ...{ type: 'paneldynamic', name: 'jobs', ...title('Arbeten') },
          templateElements: [
            { type: 'text', name: 'employer', ...title('Arbetsgivare') },
            { type: 'panel', name: 'end', elements: [{ type: 'comment', name: 'left', ...title('Slut') }] },
          ],
        },
        { type: 'panel', name: 'empty', elements: [], ...title('Tom grupp') },
        { type: 'signaturepad', name: 'consent', ...title('Samtycke'), description: { sv: 'Jag' } },
      ],
    },
  ],
});
const open = () =>
  renderRoute('/surveys/exit/edit', {
    ...signedIn('administrator'),
    'GET /surveys': { surveys: [buildSummary({ versions: [] })] },
    'GET /surveys/exit/draft': buildDraft({ source }),
    'POST /surveys/check': { problems: [] },
  });
const card = (name: RegExp) => screen.findByRole('button', { name, expanded: false });

test('in an entry questions are counted from one, around it the repeating panel is one; what is signed shows each letter', async () => {
  const user = userEvent.setup();
  open();
  for (const name of [/^1 ?Ort/, /^2 ?Arbeten/, /^1 ?Arbetsgivare/, /^2 ?Slut/]) expect(await card(name)).toBeVisible();
  await user.click(await card(/^3 ?Samtycke/));
  const consent = await screen.findByRole('textbox', { name: 'Vad personen skriver under' });
  await user.type(consent, ' går med');
  expect(consent).toHaveValue('Jag går med');
});

test('by keyboard alone a question goes into a group that is empty, and out again', async () => {
  const user = userEvent.setup();
  open();
  const reach = async (name: RegExp) => {
    const button = await screen.findByRole('button', { name });
    for (let tabs = 0; tabs < 60 && document.activeElement !== button; tabs++) await user.tab();
    expect(button).toHaveFocus();
  };
  const moveTo = async (name: string) => {
    await reach(/^Flytta till/);
    await user.keyboard('{Enter}');
    const item = await screen.findByRole('menuitem', { name });
    for (let downs = 0; downs < 20 && document.activeElement !== item; downs++) await user.keyboard('{ArrowDown}');
    await user.keyboard('{Enter}');
  };
  await reach(/^1 ?Ort/);
  await user.keyboard('{Enter}');
  await moveTo('Sida 1 › Tom grupp');
  expect(await screen.findByText('Ort står nu på Tom grupp, plats 1 av 1.')).toBeVisible();
  await waitFor(() => expect(screen.getByRole('button', { name: /Ort/, expanded: true })).toHaveFocus());
  await moveTo('Sida 1');
  expect(await screen.findByText('Ort står nu på Sida 1, plats 4 av 4.')).toBeVisible();
});
