// What an editor meets when the ground goes: said clearly, and nothing written is lost. And script, which is a text.
import { configure, fireEvent, screen, waitFor } from '@testing-library/react';
import { expect, test } from 'vitest';
import { renderRoute, signedIn } from '../../../support/staff.tsx';
import type { Replies } from '../../../support/stubServer.ts';
import { buildDraft, buildSummary } from '../fixtures.ts';

configure({ defaultHidden: true });

const script = '<img src=x onerror="alert(1)"><script>alert(2)</script>';
const two = (text: string) => ({ sv: text, en: text });
const source = JSON.stringify({
  ...{ name: 'exit', version: 1, languages: ['sv', 'en'], title: two(script), whoSees: two('a'), thanks: two('a') },
  pages: [
    {
      ...{ name: 'p', title: two(script) },
      elements: [
        { type: 'radiogroup', name: 'q', title: two(script), choices: [{ value: 'a', text: two(script) }] },
        { type: 'html', name: 'h', html: two(`Läs ${script}`) },
      ],
    },
  ],
});
const open = async (replies: Replies, view = 'design') => {
  const { calls } = renderRoute(`/surveys/exit/edit?view=${view}`, {
    ...signedIn('administrator'),
    'GET /surveys': { surveys: [buildSummary({ versions: [] })] },
    'GET /surveys/exit/draft': buildDraft({ source }),
    'POST /surveys/check': { problems: [] },
    ...replies,
  });
  await screen.findByRole('button', { name: 'Spara utkast' });
  return calls;
};
const write = async () => {
  const area = await screen.findByRole('textbox', { name: 'Enkäten som JSON' });
  fireEvent.change(area, { target: { value: `${source}\n` } });
  fireEvent.keyDown(window, { key: 's', ctrlKey: true });
};
const kept = () => localStorage.getItem('stegvis.survey-draft..exit') ?? '';

test('script in titles, choices and page titles is shown as a text in the designer; of formatted text nothing runs', async () => {
  await open({});
  const cards = await screen.findAllByText(/<script>alert\(2\)<\/script>/);
  expect(cards.length).toBeGreaterThan(1);
  expect(document.querySelectorAll('[onerror], img[src="x"]').length).toBe(0);
  expect([...document.querySelectorAll('script')].filter((each) => each.textContent?.includes('alert'))).toEqual([]);
});

test('a survey thrown away under its writer before it had a version: the text is still there, and is saved anew when asked', async () => {
  const gone = { status: 404, body: { status: 404, code: 'not-found', title: 'There is nothing here' } };
  const calls = await open(
    {
      'PUT /surveys/exit/draft': gone,
      'POST /surveys': (body: unknown) => ({
        status: 201,
        body: buildDraft({ ...(body as { source: string }), revision: 1 }),
      }),
    },
    'json',
  );
  await write();
  expect(await screen.findByText('Enkäten har slängts av någon annan')).toBeVisible();
  await waitFor(() => expect(JSON.parse(kept()).source).toBe(`${source}\n`));
  expect(calls.filter(({ method, path }) => method === 'POST' && path === '/surveys')).toEqual([]);
  fireEvent.click(screen.getByRole('button', { name: 'Spara texten som ett nytt utkast' }));
  await waitFor(() => expect(screen.queryByText('Enkäten har slängts av någon annan')).toBeNull());
  const created = calls.find(({ method, path }) => method === 'POST' && path === '/surveys');
  expect(created?.body).toEqual({ name: 'exit', programme: null, source: `${source}\n` });
  expect(await screen.findByText(/^✓ Sparat/)).toBeVisible();
});

test('without a network the text stays in the browser, it is said where, and saving again saves it', async () => {
  let isAway = true;
  const calls = await open(
    {
      'PUT /surveys/exit/draft': (body: unknown) => {
        if (isAway) throw new TypeError('Failed to fetch');
        return buildDraft({ ...(body as { source: string }), revision: 4 });
      },
    },
    'json',
  );
  await write();
  expect(await screen.findByText(/Inte sparat på servern. Texten finns kvar i den här webbläsaren/)).toBeVisible();
  await waitFor(() => expect(JSON.parse(kept()).source).toBe(`${source}\n`));
  expect(await screen.findByRole('alert')).toBeVisible();
  isAway = false;
  fireEvent.click(screen.getByRole('button', { name: 'Spara utkast' }));
  expect(await screen.findByText(/^✓ Sparat/)).toBeVisible();
  expect(calls.filter(({ method }) => method === 'PUT').at(-1)?.body).toEqual({ source: `${source}\n`, revision: 3 });
  await waitFor(() => expect(kept()).toBe(''));
});

test('a survey thrown away while nobody had it open: whoever comes back is offered what this browser still has of it', async () => {
  const gone = { status: 404, body: { status: 404, code: 'not-found', title: 'There is nothing here' } };
  let stored: object | undefined;
  localStorage.setItem(
    'stegvis.survey-draft..exit',
    JSON.stringify({ source: `${source}\n`, revision: 3, at: '2026-01-01' }),
  );
  const { calls } = renderRoute('/surveys/exit/edit?view=json', {
    ...signedIn('administrator'),
    'GET /surveys': { surveys: [] },
    'GET /surveys/exit/draft': () => stored ?? gone,
    'POST /surveys/check': { problems: [] },
    'POST /surveys': (body: unknown) => {
      stored = buildDraft({ ...(body as { source: string }), revision: 1 });
      return { status: 201, body: stored };
    },
  });
  fireEvent.click(await screen.findByRole('button', { name: 'Spara texten som ett nytt utkast' }));
  expect(await screen.findByRole('textbox', { name: 'Enkäten som JSON' })).toHaveValue(`${source}\n`);
  const created = calls.find(({ method, path }) => method === 'POST' && path === '/surveys');
  expect(created?.body).toEqual({ name: 'exit', programme: null, source: `${source}\n` });
  await waitFor(() => expect(kept()).toBe(''));
});

test('what could not be checked is said to be unchecked, and is checked when the network is back', async () => {
  let isAway = true;
  await open(
    {
      'POST /surveys/check': () => {
        if (isAway) throw new TypeError('Failed to fetch');
        return {
          problems: [{ severity: 'warning', path: '', code: 'missing-language', message: 'not translated: en' }],
        };
      },
    },
    'json',
  );
  const area = await screen.findByRole('textbox', { name: 'Enkäten som JSON' });
  fireEvent.change(area, { target: { value: `${source}\n` } });
  expect(await screen.findByText('Det du har skrivit sist är inte kontrollerat.')).toBeVisible();
  expect(screen.queryByText('Inga fel.')).toBeNull();
  isAway = false;
  fireEvent(window, new Event('online'));
  expect(await screen.findByText('Inga fel. · 1 varning')).toBeVisible();
  expect(screen.queryByText(/Ingen kontakt med servern/)).toBeNull();
});
