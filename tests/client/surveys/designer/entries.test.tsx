// Repeating panels and signatures on the canvas.
import { configure, screen } from '@testing-library/react';
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
        { type: 'signaturepad', name: 'consent', ...title('Samtycke'), description: { sv: 'Jag' } },
      ],
    },
  ],
});
const card = (name: RegExp) => screen.findByRole('button', { name, expanded: false });

test('in an entry questions are counted from one, around it the repeating panel is one; what is signed shows each letter', async () => {
  const user = userEvent.setup();
  renderRoute('/surveys/exit/edit', {
    ...signedIn('administrator'),
    'GET /surveys': { surveys: [buildSummary({ versions: [] })] },
    'GET /surveys/exit/draft': buildDraft({ source }),
    'POST /surveys/check': { problems: [] },
  });
  for (const name of [/^1 ?Ort/, /^2 ?Arbeten/, /^1 ?Arbetsgivare/, /^2 ?Slut/]) expect(await card(name)).toBeVisible();
  await user.click(await card(/^3 ?Samtycke/));
  const consent = await screen.findByRole('textbox', { name: 'Vad personen skriver under' });
  await user.type(consent, ' går med');
  expect(consent).toHaveValue('Jag går med');
});
