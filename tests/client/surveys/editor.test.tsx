import { focusManager } from '@tanstack/react-query';
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, test, vi } from 'vitest';
import { renderRoute, signedIn } from '../../support/staff.tsx';
import type { Replies } from '../../support/stubServer.ts';
import { buildChange, buildDraft, buildSummary, exitSource, exitVersion } from './fixtures.ts';

const open = (replies: Replies = {}) =>
  renderRoute('/surveys/exit/edit?view=json', {
    ...signedIn('administrator'),
    'GET /surveys': { surveys: [buildSummary()] },
    'GET /surveys/exit/draft': buildDraft(),
    'GET /surveys/exit/versions/1': exitVersion(1),
    'POST /surveys/check': { problems: [] },
    ...replies,
  });
afterEach(() => {
  vi.useRealTimers();
  focusManager.setFocused(undefined);
});
const area = () => screen.findByRole<HTMLTextAreaElement>('textbox', { name: 'Enkäten som JSON' });
const write = async (source: string) => fireEvent.change(await area(), { target: { value: source } });
const exitTitle = (name: string) =>
  exitVersion(1)
    .definition.pages.flatMap(({ elements }) => elements as { name: string; title: { sv: string } }[])
    .find((each) => each.name === name)?.title.sv ?? '';
const stale = { status: 409, body: { status: 409, code: 'stale-revision', title: 'Stale' } };

test('a problem is listed with severity, place and message, and leads to its line', async () => {
  const user = userEvent.setup();
  const problem = {
    ...{ severity: 'error', path: 'pages[0].name', line: 2, column: 3 },
    ...{ code: 'duplicate-name', message: '"x" stands twice' },
  };
  open({ 'POST /surveys/check': { problems: [problem] } });
  await write('{\n  "name": 1\n}');
  const entry = await screen.findByRole('button', { name: /Fel rad 2:3 Namnet är redan taget "x" stands twice/ });
  await user.click(entry);
  const field = await area();
  expect(field).toHaveFocus();
  expect(field.value.slice(field.selectionStart, field.selectionEnd)).toBe('  "name": 1');
});

test('Ctrl+S saves under the revision that was read, and the browser lets go of its copy', async () => {
  const { calls } = open({
    'PUT /surveys/exit/draft': (body: unknown) => buildDraft({ ...(body as { source: string }), revision: 4 }),
  });
  await write(`${exitSource}\n`);
  await waitFor(() => expect(localStorage.getItem('stegvis.survey-draft..exit')).toContain('"revision":3'));
  expect(screen.getByText(/Texten finns kvar i den här webbläsaren/)).toBeVisible();
  fireEvent.keyDown(window, { key: 's', ctrlKey: true });
  await screen.findByText(/Sparat 2026-02-01/);
  expect(calls.find(({ method }) => method === 'PUT')?.body).toEqual({ source: `${exitSource}\n`, revision: 3 });
  await waitFor(() => expect(localStorage.getItem('stegvis.survey-draft..exit')).toBeNull());
});

test('writing goes on while the server is away: what was read once is not taken down', async () => {
  vi.useFakeTimers({ toFake: ['Date'] });
  const away = { status: 503, body: { status: 503, code: 'database-away' } };
  const replies: Replies = {};
  let isAway = false;
  const orAway = (reply: unknown) => () => (isAway ? away : reply);
  for (const [key, reply] of Object.entries({
    ...signedIn('administrator'),
    'GET /surveys': { surveys: [buildSummary()] },
  }))
    replies[key] = orAway(reply);
  const { calls } = open(replies);
  await write('{"mine": 1}');
  isAway = true;
  vi.setSystemTime(Date.now() + 10 * 60_000);
  focusManager.setFocused(false);
  focusManager.setFocused(true);
  const asked = (path: string) => calls.filter((call) => call.method === 'GET' && call.path === path).length;
  await waitFor(() => expect([asked('/session'), asked('/surveys')]).toEqual([2, 2]));
  await new Promise(process.nextTick);
  expect(await area()).toHaveValue('{"mine": 1}');
});

test('when somebody else saved and one text is no JSON both are shown, and the one not chosen is still there', async () => {
  const user = userEvent.setup();
  let revision = 3;
  const theirs = () => buildDraft({ source: '{"theirs": 1}', revision, changedBy: 'Ali Exempel' });
  const { calls } = open({
    'GET /surveys/exit/draft': () => (revision === 3 ? buildDraft() : theirs()),
    'PUT /surveys/exit/draft': (body: unknown) => {
      const sent = body as { source: string; revision: number };
      return sent.revision === 5 ? buildDraft({ ...sent, revision: 6 }) : stale;
    },
  });
  await write('{"mine": ');
  revision = 5;
  await user.click(screen.getByRole('button', { name: 'Spara utkast' }));
  await screen.findByText(/Ali Exempel sparade/);
  expect(screen.getByRole('textbox', { name: 'Din text' })).toHaveValue('{"mine": ');
  expect(screen.getByRole('textbox', { name: 'Den andra texten' })).toHaveValue('{"theirs": 1}');
  await user.click(screen.getByRole('button', { name: 'Spara min text över den andra' }));
  expect(await screen.findByRole('textbox', { name: 'Texten som valdes bort' })).toHaveValue('{"theirs": 1}');
  expect(await area()).toHaveValue('{"mine": ');
  expect(calls.filter(({ method }) => method === 'PUT').at(-1)?.body).toEqual({ source: '{"mine": ', revision: 5 });
});

test('a text above 5 MB is refused with its size, and never sent', async () => {
  const user = userEvent.setup();
  const { calls } = open();
  await write(JSON.stringify({ filler: 'x'.repeat(5_300_000) }));
  await user.click(screen.getByRole('button', { name: 'Spara utkast' }));
  expect(await screen.findByText(/Texten är 5,3 MB. Den får vara högst 5 MB/)).toBeVisible();
  expect(screen.getByText('Det du har skrivit sist är inte kontrollerat.')).toBeVisible();
  expect(calls.filter(({ path, method }) => method === 'PUT' || path === '/surveys/check')).toEqual([]);
});

test('Tab indents, and after Escape it leaves the box', async () => {
  const user = userEvent.setup();
  open();
  const field = await area();
  field.focus();
  field.setSelectionRange(0, 0);
  await user.keyboard('{Tab}');
  expect(field.value.startsWith('  {')).toBe(true);
  await user.keyboard('{Escape}{Tab}');
  expect(field).not.toHaveFocus();
});

test('the search counts its matches and goes round', async () => {
  const user = userEvent.setup();
  open();
  await write('{"aa": "AA", "b": "aa"}');
  await user.type(screen.getByRole('searchbox', { name: 'Sök i texten' }), 'aa');
  expect(screen.getByText('1 av 3')).toBeVisible();
  await user.keyboard('{Enter}{Enter}');
  const field = await area();
  expect(screen.getByText('3 av 3')).toBeVisible();
  expect([field.selectionStart, field.selectionEnd]).toEqual([19, 21]);
  await user.keyboard('{Enter}');
  expect(screen.getByText('1 av 3')).toBeVisible();
});

test("the server's refusal to publish is shown with its errors, and the draft stays", async () => {
  const user = userEvent.setup();
  const errors = [{ field: 'pages', code: 'no-pages', detail: 'a survey has a list of at least one page' }];
  const { router } = open({
    'GET /surveys/exit/draft': buildDraft({
      comparison: [buildChange()],
    }),
    'POST /surveys/exit/publish': { status: 422, body: { status: 422, code: 'survey-not-valid', title: 'No', errors } },
  });
  await user.click(await screen.findByRole('button', { name: /^Publicera/ }));
  const dialog = within(await screen.findByRole('dialog'));
  expect(dialog.getByText(/Version 2 kan inte ändras efteråt/)).toBeVisible();
  await user.click(dialog.getByRole('button', { name: 'Publicera version 2' }));
  expect(await dialog.findByText('Enkäten har fel som behöver rättas först.')).toBeVisible();
  expect(dialog.getByText('a survey has a list of at least one page')).toBeVisible();
  expect(router.state.location.pathname).toBe('/surveys/exit/edit');
});

test('before publishing it is said what to look at: texts, remarks, goals broken off, minutes and hard questions', async () => {
  const user = userEvent.setup();
  const goal = { programme: 'p', title: { sv: 'Mår bättre' } };
  const review = {
    revision: 3,
    burden: {
      ...{ pages: 6, questions: 7, conditional: 1, minutes: { fewest: 3, most: 5 }, lix: 31 },
      hard: [{ question: 'feelsBetter', words: 14, lix: 52, isDouble: false }],
    },
    goals: [
      { ...goal, goal: 'better', questions: ['feelsBetter'] },
      { ...goal, goal: 'hours', title: { sv: 'Timmar' }, questions: ['activityHours'] },
    ],
  };
  const remark = { severity: 'warning' as const, path: 'pages[0]', code: 'x', message: 'x' };
  open({
    'GET /surveys/exit/draft': buildDraft({
      comparison: [buildChange()],
      problems: [remark],
    }),
    'GET /surveys/exit/draft/review': review,
  });
  await user.click(await screen.findByRole('button', { name: /^Publicera/ }));
  const list = within(await screen.findByRole('region', { name: 'Innan du publicerar' }));
  expect(list.getByRole('link', { name: 'Mår bättre' })).toHaveAttribute('href', '/programmes/p/goals/better');
  expect(list.queryByText('Timmar')).toBeNull();
  expect(list.getByText('1 anmärkning: se listan under enkäten.')).toBeVisible();
  expect(list.getByText(/6 sidor, 7 frågor. Tar ungefär 3 till 5 minuter/)).toBeVisible();
  expect(list.getByText('Lättläst: LIX 31.')).toBeVisible();
  expect(list.getByText(/Mår du bättre.*\(LIX 52\)/)).toBeVisible();
  expect(list.getAllByText(/^(Klart|Se över):/).map((each) => each.textContent?.trim())).toEqual([
    'Klart:',
    'Klart:',
    'Klart:',
    'Se över:',
    'Se över:',
    'Klart:',
    'Se över:',
  ]);
});

test('what would shut somebody out is said with what to do, and leads from the checklist to its question', async () => {
  const user = userEvent.setup();
  const finding = { path: 'pages[1].elements[0]', question: 'nextStep', languages: ['en'], entries: [], seconds: null };
  const whole = { ...finding, path: '', question: null, languages: [] };
  const review = {
    ...{ revision: 3, burden: null, goals: [] },
    accessibility: [
      { ...finding, rule: 'noLabel' },
      { ...whole, rule: 'timeLimit', seconds: 90 },
    ],
  };
  open({ 'GET /surveys/exit/draft/review': review });
  await user.click(await screen.findByRole('button', { name: /^Publicera/ }));
  const list = within(await screen.findByRole('region', { name: 'Innan du publicerar' }));
  expect(await list.findByText(/2 hinder/)).toBeVisible();
  expect(list.getByText(/begränsad till 90 sekunder/)).toHaveTextContent(/^Hela enkäten –/);
  const title = exitTitle('nextStep');
  expect(list.getByText(/frågan har ingen text \(English\)/)).toHaveTextContent(title);
  await user.click(list.getByRole('button', { name: title }));
  const card = await screen.findByRole('button', { name: new RegExp(title), expanded: true });
  await waitFor(() => expect(card).toHaveFocus());
  expect(screen.queryByRole('dialog')).toBeNull();
});

test('a language read from the right turns nothing round in the sentence that names it', async () => {
  const user = userEvent.setup();
  const finding = { path: 'pages[1].elements[0]', question: 'nextStep', entries: [], seconds: null };
  const accessibility = [{ ...finding, rule: 'noLabel', languages: ['ar', 'fa'] }];
  open({ 'GET /surveys/exit/draft/review': { revision: 3, burden: null, goals: [], accessibility } });
  await user.click(await screen.findByRole('button', { name: /^Publicera/ }));
  const list = within(await screen.findByRole('region', { name: 'Innan du publicerar' }));
  expect(await list.findByText(/\(\u2068العربية\u2069 och \u2068فارسی\u2069\)/)).toBeVisible();
});

test('a survey without barriers says so', async () => {
  const user = userEvent.setup();
  open({ 'GET /surveys/exit/draft/review': { revision: 3, burden: null, goals: [], accessibility: [] } });
  await user.click(await screen.findByRole('button', { name: /^Publicera/ }));
  expect(await screen.findByText('Tillgänglighet: inga hinder hittades.')).toBeVisible();
});

test('a code that would change its meaning, and a condition that never holds, stand in the list with a way to them', async () => {
  const user = userEvent.setup();
  const path = 'pages[0].elements[0].visibleIf';
  const { calls } = open({
    'GET /surveys/exit/draft': buildDraft({
      comparison: [buildChange({ reasons: ['the Swedish wording of a choice changed'] })],
      reused: [
        {
          ...{ question: 'feelsBetter', part: 'choice', code: 'no', version: 1 },
          was: { sv: 'Nej' },
          is: { sv: 'Vet inte' },
        },
      ],
      problems: [{ severity: 'warning', path, code: 'never-true', message: 'never' }],
    }),
    'GET /surveys/exit/draft/review': { revision: 3, burden: null, goals: [] },
    'POST /surveys/exit/publish': { name: 'exit', version: 2, comparison: [] },
  });
  await user.click(await screen.findByRole('button', { name: /^Publicera/ }));
  const dialog = within(await screen.findByRole('dialog'));
  const list = within(await dialog.findByRole('region', { name: 'Innan du publicerar' }));
  const changed = dialog.getByRole('region', { name: 'feelsBetter' });
  await user.click(list.getByRole('button', { name: 'feelsBetter' }));
  expect(changed).toHaveFocus();
  expect(
    within(changed).getByText('Koden no betydde ”Nej” i version 1 och skulle nu betyda ”Vet inte”.'),
  ).toBeVisible();
  await user.click(dialog.getByRole('button', { name: 'Publicera version 2' }));
  expect(dialog.getByText(/^En kod skulle byta betydelse/)).toBeVisible();
  expect(calls.some(({ path: called }) => called.endsWith('/publish'))).toBe(false);

  await user.click(within(changed).getByRole('radio', { name: /^Jämförbar/ }));
  expect(list.getByText('Ingen svarskod byter betydelse mot tidigare versioner.')).toBeVisible();
  expect(list.getByText('Villkoret kan aldrig stämma', { exact: false })).toHaveTextContent('Inget svar uppfyller det');
  await user.click(list.getByRole('button', { name: 'Mår du bättre nu än före projektet?' }));
  expect(screen.queryByRole('dialog')).toBeNull();
});

test('publishing while a save is under way waits for it, and sends nothing twice', async () => {
  let stored = 3;
  const { calls } = open({
    'PUT /surveys/exit/draft': (body: unknown) => {
      const { source, revision } = body as { source: string; revision: number };
      if (revision !== stored) return stale;
      stored += 1;
      return buildDraft({ source, revision: stored });
    },
    'GET /surveys/exit/draft/review': { revision: 4, burden: null, goals: [] },
  });
  await write(`${exitSource}\n`);
  fireEvent.keyDown(window, { key: 's', ctrlKey: true });
  fireEvent.click(screen.getByRole('button', { name: /^Publicera/ }));
  expect(await screen.findByRole('dialog', { name: 'Publicera version 2' })).toBeVisible();
  expect(calls.filter(({ method }) => method === 'PUT')).toHaveLength(1);
});
