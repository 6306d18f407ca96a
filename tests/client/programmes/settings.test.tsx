import { focusManager } from '@tanstack/react-query';
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, test, vi } from 'vitest';
import { programmeDefinition } from '../../../server/domain/programme/schema.ts';
import { renderRoute, signedIn } from '../../support/staff.tsx';

const definition = programmeDefinition.parse({
  slug: 'cresco-plus',
  title: { sv: 'Cresco+' },
  start: '2023-01-01',
  sites: [{ slug: 'skara', title: 'Skara' }],
  goals: [
    {
      id: 'work',
      title: { sv: 'Arbete' },
      indicator: { population: 'exits', measure: 'share', of: "{exitStatus} = 'employed'" },
      target: { atLeast: 0.35 },
    },
  ],
});
const programme = { definition, revision: 7 };
const path = '/programmes/cresco-plus';

afterEach(() => {
  vi.restoreAllMocks();
  focusManager.setFocused(undefined);
});

test('what is changed in the forms is saved as a whole under the revision it was read at', async () => {
  const user = userEvent.setup();
  const { calls } = renderRoute(`${path}/settings`, {
    ...signedIn('administrator'),
    [`GET ${path}`]: programme,
    [`PUT ${path}`]: (body: unknown) => ({ ...(body as typeof programme), revision: 8 }),
  });
  const title = await screen.findByLabelText(/Namn på svenska/);
  await user.clear(title);
  await user.type(title, 'Nytt namn');
  await user.click(screen.getByRole('button', { name: 'Spara' }));
  const put = calls.find((call) => call.method === 'PUT')?.body;
  expect(put).toEqual({ definition: { ...definition, title: { sv: 'Nytt namn' } }, revision: 7 });
});

test('unsaved changes are asked about before the page is left, after the first save as before it', async () => {
  const user = userEvent.setup();
  let stored = programme;
  const { router } = renderRoute(`${path}/settings`, {
    ...signedIn('administrator'),
    [`GET ${path}`]: () => stored,
    [`PUT ${path}`]: (body: unknown) => {
      stored = { ...(body as typeof programme), revision: stored.revision + 1 };
      return stored;
    },
  });
  const answers = vi.spyOn(window, 'confirm').mockReturnValue(false);
  const title = () => screen.findByLabelText(/Namn på svenska/);
  await user.type(await title(), '!');
  void router.navigate('/users');
  await waitFor(() => expect(answers).toHaveBeenCalledTimes(1));
  await user.click(screen.getByRole('button', { name: 'Spara' }));
  await waitFor(() => expect(screen.queryByRole('button', { name: 'Spara' })).toBeNull());
  await user.type(await title(), '!');
  void router.navigate('/users');
  await waitFor(() => expect(answers).toHaveBeenCalledTimes(2));
  expect(router.state.location.pathname).toBe(`${path}/settings`);
});

test('after a save the same tab and goal are open', async () => {
  const user = userEvent.setup();
  let stored = programme;
  renderRoute(`${path}/settings`, {
    ...signedIn('administrator'),
    [`GET ${path}`]: () => stored,
    [`PUT ${path}`]: (body: unknown) => {
      stored = { ...(body as typeof programme), revision: stored.revision + 1 };
      return stored;
    },
  });
  await user.click(await screen.findByRole('tab', { name: 'Mål' }));
  await user.click(await screen.findByRole('button', { name: /Arbete/ }));
  await user.type((await screen.findAllByLabelText(/Text på svenska/))[0] as HTMLElement, '!');
  await user.click(screen.getByRole('button', { name: 'Spara' }));
  await waitFor(() => expect(screen.queryByRole('button', { name: 'Spara' })).toBeNull());
  expect(screen.getByRole('tab', { name: 'Mål' })).toHaveAttribute('aria-selected', 'true');
  expect(screen.getAllByLabelText(/Text på svenska/)[0]).toHaveValue('Arbete!');
});

test('what is unsaved stays when somebody else has saved meanwhile, or the server does not answer', async () => {
  const user = userEvent.setup();
  let reply: unknown = programme;
  const stale = { status: 409, body: { status: 409, code: 'stale-revision' } };
  const { calls } = renderRoute(`${path}/settings`, {
    ...signedIn('administrator'),
    [`GET ${path}`]: () => reply,
    [`PUT ${path}`]: stale,
  });
  const read = () => calls.filter((call) => call.method === 'GET' && call.path === path).length;
  const comeBack = async () => {
    const before = read();
    focusManager.setFocused(false);
    focusManager.setFocused(true);
    await waitFor(() => expect(read()).toBe(before + 1));
  };
  const title = await screen.findByLabelText(/Namn på svenska/);
  await user.type(title, ' vår');
  reply = { definition: { ...definition, title: { sv: 'Deras' } }, revision: 8 };
  await comeBack();
  expect(title).toHaveValue('Cresco+ vår');
  await user.click(screen.getByRole('button', { name: 'Spara' }));
  expect(await screen.findByText(/Någon annan har ändrat detta under tiden/)).toBeVisible();
  expect(calls.find((call) => call.method === 'PUT')?.body).toMatchObject({ revision: 7 });
  reply = { status: 503, body: { status: 503, code: 'database-away' } };
  await comeBack();
  expect(title).toHaveValue('Cresco+ vår');
  await user.click(screen.getByRole('button', { name: 'Ångra ändringarna' }));
  expect(await screen.findByDisplayValue('Deras')).toBeVisible();
});

test('what the server refuses stands at its field, and nothing typed is lost', async () => {
  const user = userEvent.setup();
  const detail = 'use a-z, 0-9 and hyphen, at most 64 characters';
  renderRoute(`${path}/settings`, {
    ...signedIn('administrator'),
    [`GET ${path}`]: programme,
    [`PUT ${path}`]: {
      status: 422,
      body: { status: 422, code: 'not-valid', errors: [{ field: 'definition.sites.0.slug', code: 'invalid', detail }] },
    },
  });
  const slug = await screen.findByLabelText('Kortnamn');
  await user.clear(slug);
  await user.type(slug, 'Å Ä');
  await user.click(screen.getByRole('button', { name: 'Spara' }));
  expect(await screen.findByLabelText('Kortnamn')).toHaveAccessibleDescription(detail);
  expect(screen.getByLabelText('Kortnamn')).toHaveValue('Å Ä');
});

test("a goal's condition and target are changed in words, and shares are written with a decimal comma", async () => {
  const user = userEvent.setup();
  const { calls } = renderRoute(`${path}/settings`, {
    ...signedIn('administrator'),
    [`GET ${path}`]: programme,
    [`PUT ${path}`]: (body: unknown) => ({ ...(body as typeof programme), revision: 8 }),
  });
  await user.click(await screen.findByRole('tab', { name: 'Mål' }));
  await user.click(await screen.findByRole('button', { name: /Arbete/ }));
  const reached = await screen.findByRole('group', { name: 'Vad som ska nås' });
  const value = within(reached).getByLabelText('Värde');
  await waitFor(() => expect(value).toBeVisible());
  expect(value).toHaveValue('0,35');
  await user.clear(value);
  await user.type(value, '0,4');
  await user.click(screen.getByRole('button', { name: 'Spara' }));
  const put = calls.find((call) => call.method === 'PUT')?.body as typeof programme;
  expect(put.definition.goals[0]?.target).toEqual({ atLeast: 0.4 });
});

test('JSON that does not parse is pointed out and never replaces the definition', async () => {
  const user = userEvent.setup();
  renderRoute(`${path}/settings`, { ...signedIn('administrator'), [`GET ${path}`]: programme });
  await user.click(await screen.findByRole('tab', { name: 'Som JSON' }));
  await user.type(await screen.findByRole('textbox', { name: 'Som JSON' }), 'x');
  expect(await screen.findByText(/Det här är inte giltig JSON/)).toBeVisible();
  expect(screen.queryByRole('button', { name: 'Spara' })).toBeNull();
});

test('JSON is taken as it stands, what is left out of it too; what no form could show is pointed out, and undoing brings the text back', async () => {
  const user = userEvent.setup();
  const { calls } = renderRoute(`${path}/settings`, {
    ...signedIn('administrator'),
    [`GET ${path}`]: { ...programme, definition: { ...definition, end: '2025-06-30' } },
    [`PUT ${path}`]: (body: unknown) => ({ ...(body as typeof programme), revision: 8 }),
  });
  await user.click(await screen.findByRole('tab', { name: 'Som JSON' }));
  const area = await screen.findByRole('textbox', { name: 'Som JSON' });
  const write = (json: object) => fireEvent.change(area, { target: { value: JSON.stringify(json) } });
  write({ ...definition, goals: [{ id: 'bare' }] });
  expect(await screen.findByText(/saknas eller är av fel slag: goals\.0\.title/)).toBeVisible();
  expect(screen.queryByRole('button', { name: 'Spara' })).toBeNull();
  write({ ...definition, start: '2020-01-01' });
  await user.click(await screen.findByRole('button', { name: 'Ångra ändringarna' }));
  expect(screen.getByRole('textbox', { name: 'Som JSON' })).toHaveDisplayValue(/2023-01-01/);
  fireEvent.change(screen.getByRole('textbox', { name: 'Som JSON' }), {
    target: { value: JSON.stringify(definition) },
  });
  await user.click(await screen.findByRole('button', { name: 'Spara' }));
  expect(calls.find((call) => call.method === 'PUT')?.body).toEqual({ definition, revision: 7 });
});

test('a token is made for a purpose, shown this once with its address, and revoked after a question', async () => {
  const user = userEvent.setup();
  const token = { id: 't1', label: 'Styrgruppens Excel', createdBy: 'Kim', createdOn: '2026-11-23', lastUsedOn: null };
  const address = 'https://stegvis.test/api/programmes/cresco-plus/results.csv?locale=sv&token=hemlig';
  let tokens: object[] = [];
  const { calls } = renderRoute(`${path}/settings`, {
    ...signedIn('administrator'),
    [`GET ${path}`]: programme,
    [`GET ${path}/tokens`]: () => ({ tokens }),
    [`POST ${path}/tokens`]: () => {
      tokens = [token];
      return { ...token, token: 'hemlig', address };
    },
    [`DELETE ${path}/tokens/t1`]: () => {
      tokens = [];
      return { status: 204, body: null };
    },
  });
  await user.click(await screen.findByRole('tab', { name: 'Excel och Power BI' }));
  await screen.findByText(/Inga nycklar ännu/);
  await user.click(screen.getByRole('button', { name: 'Skapa nyckel' }));
  await screen.findByText('Skriv vad nyckeln ska användas till.');
  await user.type(screen.getByLabelText('Används till'), ' Styrgruppens Excel ');
  await user.click(screen.getByRole('button', { name: 'Skapa nyckel' }));
  expect(await screen.findByLabelText('Adress att hämta från')).toHaveValue(address);
  expect(calls.find((call) => call.method === 'POST')?.body).toEqual({ label: 'Styrgruppens Excel' });
  await user.click(await screen.findByRole('button', { name: 'Återkalla Styrgruppens Excel' }));
  await user.click(await screen.findByRole('button', { name: 'Återkalla' }));
  await screen.findByText(/Inga nycklar ännu/);
  expect(calls.some((call) => call.method === 'DELETE')).toBe(true);
});

test("a wave's version is shown, is changed while nobody has answered, and stays when somebody has", async () => {
  const user = userEvent.setup();
  let version: number | null = 1;
  const wave = { survey: 'exit', title: { sv: 'Vår' }, opens: '2026-01-01', closes: null, offered: 2 };
  const { calls } = renderRoute(`${path}/settings`, {
    ...signedIn('administrator'),
    [`GET ${path}`]: programme,
    [`GET ${path}/waves`]: () => ({
      waves: [
        { ...wave, wave: 'w1', version, choices: [1, 2] },
        { ...wave, wave: 'w2', title: { sv: 'Höst' }, version: 1, choices: [] },
        { ...wave, wave: 'w3', title: { sv: 'Vinter' }, version: null, choices: [1, 2] },
      ],
    }),
    [`PUT ${path}/waves/exit/w1/version`]: (body: unknown) => {
      version = (body as { version: number }).version;
      return { status: 204, body: null };
    },
  });
  await user.click(await screen.findByRole('tab', { name: 'Mättillfällen' }));
  const rowOf = async (title: string) => within((await screen.findByText(title)).closest('tr')!);
  expect((await rowOf('Höst')).getByText('Har svar: versionen ligger fast.')).toBeVisible();
  expect((await rowOf('Höst')).queryByRole('button')).toBeNull();
  expect((await rowOf('Vinter')).getByText('får version 2 när det börjar')).toBeVisible();
  await user.click((await rowOf('Vår')).getByRole('button', { name: 'Byt version' }));
  expect(screen.getByText(/^Även länkar som redan är utskickade/)).toBeVisible();
  await user.click(screen.getByRole('button', { name: 'Byt till version 2' }));
  expect(await (await rowOf('Vår')).findByText('Version 2')).toBeVisible();
  expect(calls.find(({ method }) => method === 'PUT')?.body).toEqual({ version: 2 });
});
