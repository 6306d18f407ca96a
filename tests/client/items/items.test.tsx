// The question bank as an administrator meets it: finding a question, reading its history, writing its next version.
import { configure, fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, test, vi } from 'vitest';
import { renderRoute, signedIn } from '../../support/staff.tsx';
import type { Replies } from '../../support/stubServer.ts';
import { buildItem, buildItemSummary, buildItemVersion, judged, questionText, stale } from './fixtures.ts';

// Whether each of the many fields can be seen is asked of jsdom at length; the browser sees to that.
configure({ defaultHidden: true });

afterEach(() => void vi.restoreAllMocks());

const write = (field: HTMLElement, value: string) => fireEvent.change(field, { target: { value } });
const open = (path: string, replies: Replies) => ({
  user: userEvent.setup({ delay: null }),
  ...renderRoute(path, { ...signedIn('administrator'), 'POST /items/check': judged, ...replies }),
});
const own = buildItemSummary({
  ...{ name: 'own-work', theme: 'own', used: { drafts: 1, published: 2 } },
  question: { type: 'comment', name: 'work', title: { sv: '<b>Arbete</b>?' }, draft: true },
});

test('questions stand by theme with where they are used, and a search finds them by an answer', async () => {
  open('/items', { 'GET /items': { items: [buildItemSummary(), own] } });
  const bip = within(await screen.findByRole('region', { name: 'BIP, progressionskort' }));
  expect(bip.getByRole('link', { name: questionText })).toHaveAttribute('href', '/items/bip-health');
  expect(bip.getByText('inte än')).toBeInTheDocument();
  const egna = within(screen.getByRole('region', { name: 'Egna frågor' }));
  expect(egna.getByRole('link', { name: '<b>Arbete</b>?' })).toBeInTheDocument();
  expect([
    egna.getByText('1 utkast'),
    egna.getByText('2 publicerade versioner'),
    egna.getByText('förslag'),
  ]).toHaveLength(3);
  write(screen.getByRole('searchbox'), 'dåligt');
  expect(screen.getByRole('status')).toHaveTextContent('1 fråga');
  expect(screen.queryByRole('region', { name: 'Egna frågor' })).toBeNull();
  write(screen.getByRole('searchbox'), 'dåligt xyz');
  expect(screen.getByRole('status')).toHaveTextContent('Ingen fråga passar sökningen.');
});

test('an empty bank says what comes there and leads to the first question', async () => {
  open('/items', { 'GET /items': { items: [] } });
  expect(await screen.findByRole('heading', { name: 'Frågebanken är tom' })).toBeInTheDocument();
  const links = screen.getAllByRole('link', { name: 'Ny fråga' });
  expect(links.map((each) => each.getAttribute('href'))).toEqual(['/items/new', '/items/new']);
});

test("a question's page tells its history, what each version changed, and who has which", async () => {
  const use = { survey: 'exit', programme: null, title: { sv: 'Avslut' }, question: 'health' };
  open('/items/bip-health', {
    'GET /items/bip-health': buildItem([
      { ...use, version: null, itemVersion: 1 },
      { ...use, version: 3, itemVersion: 2 },
    ]),
  });
  const second = within(await screen.findByRole('region', { name: 'Version 2' }));
  expect(second.getByText('Rakare fråga.')).toBeInTheDocument();
  expect(second.getByText('jämförbar')).toBeInTheDocument();
  expect([second.getByText(questionText).tagName, second.getByText('Hur är hälsan?').tagName]).toEqual(['DEL', 'INS']);
  const uses = within(screen.getByRole('region', { name: 'Här används frågan' }));
  const rows = uses.getAllByRole('row').slice(1);
  expect(rows.map((row) => row.textContent)).toEqual(['Avslututkasthealth1 (äldre)', 'Avslutversion 3health2']);
  expect(uses.getAllByRole('link').map((each) => each.getAttribute('href'))).toEqual([
    '/surveys/exit/edit',
    '/surveys/exit/versions/3',
  ]);
});

test('a question that is not there says so', async () => {
  open('/items/gone', {});
  expect(await screen.findByRole('heading', { name: 'Frågan finns inte i frågebanken' })).toBeInTheDocument();
});

const title = () => screen.findByRole('textbox', { name: 'Fråga' });
const noted = /Vad är ändrat/;

test('the next version is written with the fields of a question, declared comparable, and sent under the one that was read', async () => {
  const broken = { status: 'notComparable', reasons: ['the Swedish wording changed'] };
  const { user, calls, router } = open('/items/bip-health/edit', {
    'GET /items/bip-health': buildItem(),
    'POST /items/check': { problems: [], comparison: broken },
    'POST /items/bip-health/versions': buildItem(),
  });
  write(await title(), 'Hur står det till?');
  expect(screen.queryByLabelText('Måste besvaras')).toBeNull();
  const save = screen.getByRole('button', { name: 'Spara version 3' });
  await waitFor(() => expect(save).toBeEnabled());
  await user.click(await screen.findByLabelText('Svaren går ändå att jämföra'));
  await user.click(save);
  expect(screen.getByText('Skriv vad som är ändrat.')).toBeInTheDocument();
  expect(screen.getByText('Skriv varför svaren går att jämföra.')).toBeInTheDocument();
  const versions = () => calls.filter(({ path }) => path === '/items/bip-health/versions');
  expect(versions()).toEqual([]);
  write(screen.getByLabelText(noted), 'Vardagligare.');
  write(screen.getByLabelText(/^Varför/), 'Samma sak.');
  const asked = vi.spyOn(window, 'confirm');
  await user.click(save);
  await waitFor(() => expect(router.state.location.pathname).toBe('/items/bip-health'));
  expect(asked).not.toHaveBeenCalled();
  expect(versions().map(({ body }) => body)).toEqual([
    {
      ...{ revision: 2, theme: 'bip', source: { sv: 'Efter den danska BIP-studien' }, note: 'Vardagligare.' },
      question: { ...buildItemVersion().question, title: { sv: 'Hur står det till?', en: 'How are you?' } },
      declared: { comparable: true, reason: 'Samma sak.' },
    },
  ]);
});

test('what the server finds wrong stands at the question, and a version saved meanwhile is told; what was written stays', async () => {
  let problems = [
    { severity: 'error', path: 'question.title', code: 'missing-swedish', message: 'the text is missing' },
  ];
  const { user, calls } = open('/items/bip-health/edit', {
    'GET /items/bip-health': buildItem(),
    'POST /items/check': () => ({ problems, comparison: null }),
    'POST /items/bip-health/versions': stale,
  });
  expect(await screen.findAllByText('Skriv texten på svenska.')).toHaveLength(2);
  write(screen.getByLabelText(noted), 'Ny.');
  await user.click(screen.getByRole('button', { name: 'Spara version 3' }));
  expect(calls.some(({ path }) => path.endsWith('/versions'))).toBe(false);
  problems = [];
  write(await title(), 'Hur går det?');
  await waitFor(() => expect(screen.queryByText('Skriv texten på svenska.')).toBeNull());
  await user.click(screen.getByRole('button', { name: 'Spara version 3' }));
  expect(await screen.findByText(/Någon annan har ändrat detta under tiden/)).toBeInTheDocument();
  expect(await title()).toHaveValue('Hur går det?');
});

test('a new question needs a name that nobody has', async () => {
  const taken = { status: 409, body: { status: 409, code: 'already-exists', title: 'Exists' } };
  const { user, calls } = open('/items/new', { 'POST /items': taken });
  const save = await screen.findByRole('button', { name: 'Spara i frågebanken' });
  await user.click(save);
  expect(screen.getByText(/Börja med en bokstav/)).toBeInTheDocument();
  write(screen.getByLabelText(/Namn i frågebanken/), 'own-question');
  await user.click(save);
  expect(await screen.findByText('Det finns redan en fråga med det namnet.')).toBeInTheDocument();
  const sent = calls.find(({ method, path }) => method === 'POST' && path === '/items')?.body;
  expect(sent).toMatchObject({ name: 'own-question', theme: 'own', programme: null, question: { type: 'radiogroup' } });
});

const closesSilently = () => window.dispatchEvent(new Event('beforeunload', { cancelable: true }));

test.each([
  ['the question', async () => write(await title(), 'Hur står det till?')],
  ['what is said about it', async () => write(await screen.findByLabelText(noted), 'Vardagligare.')],
])('whoever leaves with %s unsaved is asked first, by a link and when the tab is closed', async (_what, change) => {
  const { user, router } = open('/items/bip-health/edit', { 'GET /items/bip-health': buildItem() });
  const answers = vi.spyOn(window, 'confirm').mockReturnValueOnce(false).mockReturnValueOnce(true);
  await title();
  expect(closesSilently()).toBe(true);
  await change();
  expect(closesSilently()).toBe(false);
  const leave = screen.getByRole('button', { name: 'Avbryt' });
  await user.click(leave);
  expect(answers).toHaveBeenCalledWith('Lämna sidan utan att spara ändringarna?');
  expect(router.state.location.pathname).toBe('/items/bip-health/edit');
  await user.click(leave);
  await waitFor(() => expect(router.state.location.pathname).toBe('/items/bip-health'));
  expect(answers).toHaveBeenCalledTimes(2);
});

test('whoever has changed nothing, or has taken it back, leaves without a question', async () => {
  const { user, router } = open('/items/bip-health/edit', { 'GET /items/bip-health': buildItem() });
  const asked = vi.spyOn(window, 'confirm');
  write(await title(), 'Hur står det till?');
  await user.click(screen.getByRole('button', { name: /^Ångra/ }));
  expect(await title()).toHaveValue('Hur är hälsan?');
  await user.click(screen.getByRole('button', { name: 'Avbryt' }));
  await waitFor(() => expect(router.state.location.pathname).toBe('/items/bip-health'));
  expect(asked).not.toHaveBeenCalled();
});

test('another kind for a new question asks before it throws away what is written', async () => {
  const { user } = open('/items/new', {});
  const answers = vi.spyOn(window, 'confirm').mockReturnValueOnce(false).mockReturnValueOnce(true);
  const choose = async (name: string) => {
    // The first: among the question's own fields stands one for kinds that keep what is written.
    const [kind] = await screen.findAllByRole('combobox', { name: 'Frågetyp' });
    await user.click(kind as HTMLElement);
    await user.click(await screen.findByRole('option', { name }));
  };
  await choose('Skala');
  expect(answers).not.toHaveBeenCalled();
  write(await title(), 'Hur går det?');
  await choose('Ja eller nej');
  expect(answers).toHaveBeenCalledWith('Byta frågetyp? Det du har skrivit försvinner.');
  expect(await title()).toHaveValue('Hur går det?');
  await choose('Ja eller nej');
  await waitFor(async () => expect(await title()).not.toHaveValue('Hur går det?'));
});
