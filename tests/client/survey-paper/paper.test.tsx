// A published version as a form to print.
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test } from 'vitest';
import collaboration from '../../../surveys/collaboration/v1.json' with { type: 'json' };
import { renderRoute, signedIn } from '../../support/staff.tsx';

test('what the columns of a matrix mean stands above its grid', async () => {
  const version = { name: 'collaboration', programme: null, version: 1, publishedAt: '2026-01-05T10:00:00Z' };
  renderRoute('/surveys/collaboration/versions/1/paper', {
    ...signedIn('administrator'),
    'GET /surveys/collaboration/versions/1': { ...version, definition: collaboration },
  });
  const question = within(await screen.findByRole('region', { name: /^I vilken utsträckning bedömer du/ }));
  const grid = question.getByRole('table');
  const terms = question.getAllByRole('term');
  expect(terms.map(({ textContent }) => textContent)).toEqual(
    within(grid)
      .getAllByRole('columnheader')
      .map(({ textContent }) => textContent),
  );
  const meaning = question.getByText('Ungefär hälften av dem som behöver en insats erbjuds den.');
  expect(terms[2]?.nextSibling).toBe(meaning);
  expect(meaning.compareDocumentPosition(grid)).toBe(Node.DOCUMENT_POSITION_FOLLOWING);
});

test('formatted text keeps its form, runs nothing, and a language read from the right stands so, called by its name', async () => {
  const html = { sv: '<ul><li>Ett &amp; två</li></ul><img src=x onerror="alert(1)">', fa: '<p>سلام</p>' };
  const definition = {
    ...{ name: 'own', version: 1, title: { sv: 'Egen', fa: 'خود' }, languages: ['sv', 'fa'] },
    pages: [
      {
        name: 'p',
        elements: [
          { type: 'html', name: 'lead', html },
          { type: 'text', name: 'q' },
        ],
      },
    ],
  };
  const user = userEvent.setup();
  renderRoute('/surveys/own/versions/1/paper', {
    ...signedIn('administrator'),
    'GET /surveys/own/versions/1': { name: 'own', programme: null, version: 1, publishedAt: '', definition },
  });
  const paper = await screen.findByRole('article');
  expect(within(paper).getByRole('listitem')).toHaveTextContent('Ett & två');
  expect(paper.querySelector('img')).toBeNull();
  await user.click(screen.getByRole('combobox', { name: 'Språk' }));
  await user.click(await screen.findByRole('option', { name: 'فارسی' }));
  expect(screen.getByRole('article')).toHaveAttribute('dir', 'rtl');
  expect(screen.getByText('سلام')).toBeVisible();
});
