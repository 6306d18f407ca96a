// The evaluator's texts: saved when a field is left, two writers at once, a server that is away, and files of what is saved.
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { renderRoute, signedIn } from '../../support/staff.tsx';
import { address, frozenReplies } from './frozen.ts';

beforeAll(async () => {
  await import('../../../client/pages/snapshots/report/ReportPage.tsx');
  await import('../../../client/components/goal/Condition.tsx');
});
beforeEach(() => localStorage.clear());
afterEach(() => vi.restoreAllMocks());

const empty = {
  ...{ revision: 0, language: 'sv', introduction: '', goals: {} as Record<string, string> },
  ...{ reservations: '', closing: '', changedAt: null, changedBy: null },
};
type Texts = typeof empty;
const away = { status: 503, body: { status: 503, code: 'database-away' } };

/** The server's side of the report, as it is: a stale revision is refused. */
const reportServer = (first: object = {}) => {
  const server = { now: { ...empty, ...first } as object as Texts, isAway: false };
  const put = (body: unknown) => {
    if (server.isAway) return away;
    const { revision, ...texts } = body as Texts;
    if (revision !== server.now.revision) return { status: 409, body: { status: 409, code: 'stale-revision' } };
    server.now = { ...server.now, ...texts, revision: revision + 1 };
    Object.assign(server.now, { changedAt: '2025-07-01T10:00:00Z', changedBy: 'Kim Exempel' });
    return server.now;
  };
  /** Somebody else writes. */
  const other = (texts: object) => {
    server.now = { ...server.now, ...texts, revision: server.now.revision + 1 };
    Object.assign(server.now, { changedBy: 'Mona Andersson' });
  };
  const replies = { [`GET ${address}/report`]: () => server.now, [`PUT ${address}/report`]: put };
  return { server, other, replies };
};
const open = (replies: object, role: 'evaluator' | 'administrator' = 'evaluator') =>
  renderRoute(`${address}/report`, { ...signedIn(role), ...frozenReplies, ...replies });
const field = (name: string) => screen.findByRole('textbox', { name });
const isSaved = () => screen.findByText('Allt är sparat');

test('a text is saved when its field is left, with the revision that was read, and the page says so', async () => {
  const user = userEvent.setup();
  const { server, replies } = reportServer();
  const { calls } = open(replies);
  await user.type(await field('Utvärderarens text om Arbete'), 'Vägen tar tid.');
  await user.tab();
  await isSaved();
  expect(screen.getByText(/^Senast ändrad 2025-07-01 .* av Kim Exempel$/)).toBeVisible();
  expect(server.now.goals).toEqual({ work: 'Vägen tar tid.' });
  const revisions = calls.filter(({ method }) => method === 'PUT').map(({ body }) => (body as Texts).revision);
  expect(revisions).toEqual(revisions.map((_, at) => at));
});

test('two who write at different places are both kept, and the page tells of the other', async () => {
  const user = userEvent.setup();
  const { server, other, replies } = reportServer();
  open(replies);
  const introduction = await field('Inledning');
  other({ closing: 'Fortsätt.' });
  await user.type(introduction, 'Om projektet.');
  await user.tab();
  expect(await screen.findByText(/^Mona Andersson skrev i rapporten samtidigt/)).toBeVisible();
  await waitFor(() => expect(server.now).toMatchObject({ introduction: 'Om projektet.', closing: 'Fortsätt.' }));
  expect(await field('Avslutning')).toHaveValue('Fortsätt.');
});

test('two who write in one place: both texts are shown, nothing is saved before the choice, and both can be kept', async () => {
  const user = userEvent.setup();
  const { server, other, replies } = reportServer();
  open(replies);
  const introduction = await field('Inledning');
  other({ introduction: 'Monas ord.' });
  await user.type(introduction, 'Mina ord.');
  await user.tab();
  const conflict = within(
    await screen.findByRole('alert', { name: 'Mona Andersson har skrivit här samtidigt som du' }),
  );
  expect(conflict.getByText('Mina ord.')).toBeVisible();
  expect(conflict.getByText('Monas ord.')).toBeVisible();
  expect(screen.getByText('Sparar inte förrän du har valt text på ett ställe.')).toBeVisible();
  expect(server.now.introduction).toBe('Monas ord.');
  await user.click(conflict.getByRole('button', { name: 'Behåll båda' }));
  await isSaved();
  expect(server.now.introduction).toBe('Mina ord.\n\nMonas ord.');
});

test('while the server is away the text is kept, also when the page is opened anew, and saved when it is back', async () => {
  const user = userEvent.setup();
  const { server, replies } = reportServer();
  server.isAway = true;
  const { unmount } = open(replies);
  await user.type(await field('Reservationer'), 'Få svar.');
  await user.tab();
  expect(await screen.findByRole('alert')).toHaveTextContent('Det du har skrivit finns kvar i den här webbläsaren.');
  unmount();
  server.isAway = false;
  open(replies);
  expect(await field('Reservationer')).toHaveValue('Få svar.');
  await user.click(await field('Reservationer'));
  await user.tab();
  await isSaved();
  expect(server.now.reservations).toBe('Få svar.');
});

test('a file is made of what is saved: the text goes first, then the file in the language asked for', async () => {
  const user = userEvent.setup();
  const { replies } = reportServer();
  URL.createObjectURL = () => 'blob:report';
  URL.revokeObjectURL = () => undefined;
  const clicked = vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(() => undefined);
  const { calls } = open({ ...replies, [`GET ${address}/report.pdf?language=en`]: 'file' });
  await user.type(await field('Inledning'), 'Hej.');
  await user.click(screen.getByRole('button', { name: 'PDF, på engelska' }));
  await waitFor(() => expect(clicked).toHaveBeenCalledOnce());
  const link = clicked.mock.contexts[0] as HTMLAnchorElement;
  expect(link.download).toBe('cresco-plus_slutrapport_en_2025-06-30.pdf');
  const order = calls.map(({ method, path }) => `${method} ${path}`);
  expect(order.indexOf(`PUT ${address}/report`)).toBeGreaterThan(-1);
  expect(order.indexOf(`GET ${address}/report.pdf?language=en`)).toBeGreaterThan(
    order.indexOf(`PUT ${address}/report`),
  );
});

test('an administrator reads the texts and has no field to write in', async () => {
  const { replies } = reportServer({ introduction: 'Om projektet.\n\nOch mer.', goals: { seen: 'Få studerar.' } });
  open(replies, 'administrator');
  const introduction = within(await screen.findByRole('region', { name: 'Inledning' }));
  expect(introduction.getByText('Om projektet.')).toBeVisible();
  expect(introduction.getByText('Och mer.')).toBeVisible();
  expect(screen.getByText('Få studerar.')).toBeVisible();
  expect(screen.queryByRole('region', { name: 'Avslutning' })).toBeNull();
  expect(screen.queryAllByRole('textbox').filter((each) => each.tagName === 'TEXTAREA')).toEqual([]);
});
