// How a question compares is said where it is written: beside both texts, with the reason, and tied to the words that stand there.
import { configure, fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test } from 'vitest';
import { checkSource } from '../../../../server/domain/surveys/check.ts';
import { judgeDraft } from '../../../../server/domain/surveys/comparability/judgeDraft.ts';
import type { AnyDefinition } from '../../../../server/domain/surveys/definition.ts';
import exit from '../../../../surveys/exit/v1.json' with { type: 'json' };
import { renderRoute, signedIn } from '../../../support/staff.tsx';
import type { Replies } from '../../../support/stubServer.ts';
import { buildDraft, buildSummary, exitSource, exitVersion } from '../fixtures.ts';

// Whether each of hundreds of elements can be seen is asked of jsdom at length; the browser tests see to that.
configure({ defaultHidden: true });

/** As the server judges it. */
const judge = (source: string) => {
  const published = [exit as unknown as AnyDefinition];
  const { asked, problems } = checkSource(source, published);
  return { problems, comparison: asked ? judgeDraft(asked, published) : [] };
};
type Question = Record<string, unknown> & { title: { sv: string }; name: string };
const change = (edit: (first: Question) => void, source = exitSource): string => {
  const survey = JSON.parse(source);
  edit(survey.pages[0].elements[0]);
  return JSON.stringify(survey, null, 2);
};
const reworded = change((first) => {
  first.title.sv = 'Har du det bättre?';
});
const declared = (source: string, own: object = {}) =>
  change((first) => {
    const { judged } = judge(source).comparison.find(({ question }) => question === first.name)!;
    first.comparableWith = { version: 1, comparable: true, reason: 'Samma sak', judged, ...own };
  }, source);

const open = async (source: string, replies: Replies = {}) => {
  const user = userEvent.setup({ delay: null });
  const { calls } = renderRoute('/surveys/exit/edit', {
    ...signedIn('administrator'),
    'GET /surveys': { surveys: [buildSummary()] },
    'GET /surveys/exit/draft': buildDraft({ source, ...judge(source) }),
    'GET /surveys/exit/draft/review': { revision: 3, burden: null, goals: [], accessibility: null },
    'GET /surveys/exit/versions/1': exitVersion(1),
    'POST /surveys/check': (body: unknown) => judge((body as { source: string }).source),
    'PUT /surveys/exit/draft': (body: unknown) => {
      const sent = body as { source: string };
      return buildDraft({ source: sent.source, revision: 4, ...judge(sent.source) });
    },
    ...replies,
  });
  await screen.findByRole('button', { name: /Sida 1 av/ }, { timeout: 20_000 });
  const saved = async (): Promise<Question> => {
    const puts = () => calls.filter(({ method }) => method === 'PUT').map(({ body }) => body as { source: string });
    const before = puts().length;
    fireEvent.keyDown(window, { key: 's', ctrlKey: true });
    await waitFor(() => expect(puts().length).toBeGreaterThan(before));
    return JSON.parse(puts().at(-1)!.source).pages[0].elements[0];
  };
  return { user, calls, saved };
};
const card = (name: RegExp) => {
  const [found] = screen.getAllByRole('button', { name }).filter((each) => each.hasAttribute('aria-expanded'));
  if (!found) throw new Error(`no card is called ${name}`);
  return found;
};
const section = async () => within(await screen.findByRole('region', { name: 'Jämförbar med version 1' }));
const choose = async (name: RegExp) => {
  const radio = (await section()).getByRole('radio', { name });
  await waitFor(() => expect(radio).toBeEnabled());
  fireEvent.click(radio);
};
const write = (label: string, value: string) =>
  fireEvent.change(screen.getByRole('textbox', { name: new RegExp(label) }), { target: { value } });
const reasonField = 'Skäl till att frågan är jämförbar';
const status = async (words: string) => (await section()).findByText(words, { selector: '.mantine-Badge-label' });

test('a question that nobody changed says so, and asks for nothing', async () => {
  const { user } = await open(exitSource);
  await user.click(card(/Mår du bättre/));
  await status('oförändrad');
  expect((await section()).queryByRole('radio')).toBeNull();
});

test('a changed wording is judged while it is written, said to be comparable with a reason, and can be undone and redone', async () => {
  const { user, saved } = await open(exitSource);
  await user.click(card(/Mår du bättre/));
  write('^Fråga', 'Har du det bättre?');
  await status('inte jämförbar');
  const shown = await section();
  expect(shown.getByText('frågans ordalydelse på svenska är ändrad')).toBeInTheDocument();
  expect(shown.getByText(JSON.parse(exitSource).pages[0].elements[0].title.sv).tagName).toBe('DEL');
  expect(shown.getByText('Har du det bättre?').tagName).toBe('INS');
  expect(shown.getByRole('radio', { name: /^Inte jämförbar/ })).toBeChecked();

  await choose(/^Jämförbar/);
  expect(await screen.findByText('Skriv skälet. Det sparas med versionen.')).toBeInTheDocument();
  write(reasonField, 'Rakare ord, samma sak');
  await status('jämförbar');
  const { judged } = judge(reworded).comparison.find(({ question }) => question === 'feelsBetter')!;
  const comparableWith = { version: 1, comparable: true, reason: 'Rakare ord, samma sak', judged };
  expect((await saved()).comparableWith).toEqual(comparableWith);
  await waitFor(() => expect(screen.queryByText('Skriv skälet. Det sparas med versionen.')).toBeNull());

  for (const _ of ['reason', 'choice']) fireEvent.keyDown(window, { key: 'z', ctrlKey: true });
  expect(await saved()).toEqual(JSON.parse(reworded).pages[0].elements[0]);
  await status('inte jämförbar');
  for (const _ of ['choice', 'reason']) fireEvent.keyDown(window, { key: 'z', ctrlKey: true, shiftKey: true });
  expect((await saved()).comparableWith).toEqual(comparableWith);
});

test('the opposite can be said too: changed explanations that make it another question', async () => {
  const explained = change((first) => Object.assign(first, { explanations: { yes: { sv: 'mycket', en: 'a lot' } } }));
  const { user, saved } = await open(explained);
  await user.click(card(/Mår du bättre/));
  await status('jämförbar');
  await choose(/^Inte jämförbar/);
  write('Skäl till att frågan inte är jämförbar', 'Ja betyder något annat nu');
  await status('inte jämförbar');
  expect((await saved()).comparableWith).toMatchObject({ comparable: false, reason: 'Ja betyder något annat nu' });
  await choose(/^Jämförbar/);
  expect((await saved()).comparableWith).toBeUndefined();
});

test('what was said does not follow to other words: that is told, and can be said again or taken away', async () => {
  const { user, saved } = await open(declared(reworded));
  await user.click(card(/Har du det bättre/));
  await status('jämförbar');
  expect(screen.getByRole('textbox', { name: new RegExp(reasonField) })).toHaveValue('Samma sak');
  write('^Fråga', 'Har du arbete?');
  expect(await screen.findByText('Det gällde andra ord eller svar än de som står här nu.')).toBeInTheDocument();
  expect(screen.getByText('Det som sades: jämförbar, ”Samma sak”')).toBeInTheDocument();
  await status('inte jämförbar');
  expect(await screen.findAllByText(/Sagt om andra ord än de som står nu/)).not.toEqual([]);

  const again = screen.getByRole('button', { name: 'Gäller även så' });
  await waitFor(() => expect(again).toBeEnabled());
  await user.click(again);
  await status('jämförbar');
  const other = change((first) => void Object.assign(first.title, { sv: 'Har du arbete?' }));
  const { judged } = judge(other).comparison.find(({ question }) => question === 'feelsBetter')!;
  expect((await saved()).comparableWith).toEqual({ version: 1, comparable: true, reason: 'Samma sak', judged });

  write('^Fråga', 'Hur bor du?');
  await user.click(await screen.findByRole('button', { name: 'Ta bort det' }));
  expect((await saved()).comparableWith).toBeUndefined();
});

test('answers of another kind cannot be said to be comparable', async () => {
  const { user } = await open(change((first) => Object.assign(first, { type: 'checkbox' })));
  await user.click(card(/Mår du bättre/));
  expect((await section()).getByText(/Svaren är av ett annat slag/)).toBeInTheDocument();
  expect((await section()).queryByRole('radio')).toBeNull();
});

test('a question under a new name begins a series, or takes up the name of one that is no longer asked', async () => {
  const renamed = change((first) => Object.assign(first, { name: 'better' }), reworded);
  const { user, saved } = await open(renamed);
  await user.click(card(/Har du det bättre/));
  expect((await section()).getByText(/Version 1 har ingen fråga med namnet better/)).toBeInTheDocument();
  await user.click(await screen.findByRole('combobox', { name: 'Fortsätter den en tidigare fråga?' }));
  await user.click(await screen.findByRole('option', { name: /\(feelsBetter\)/ }));
  await user.click(screen.getByRole('button', { name: 'Ta över namnet feelsBetter' }));
  await status('inte jämförbar');
  expect(await saved()).toEqual(JSON.parse(reworded).pages[0].elements[0]);
});

test('what is unfinished or about another name can be put right in a draft that is opened with it', async () => {
  const { user, saved } = await open(declared(reworded, { reason: '' }));
  await user.click(card(/Har du det bättre/));
  await screen.findByText('Skriv skälet. Det sparas med versionen.');
  expect(screen.queryByText(/Här visas den senast felfria texten/)).toBeNull();
  write(reasonField, 'Samma sak');
  const name = screen.getByRole('textbox', { name: /^Namn i svar och filer/ });
  fireEvent.change(name, { target: { value: 'better' } });
  fireEvent.blur(name);
  expect(await screen.findByText(/^Det gällde en fråga med det här namnet i version 1/)).toBeInTheDocument();
  await user.click(screen.getByRole('button', { name: 'Ta bort det' }));
  const asked = await saved();
  expect([asked.name, asked.comparableWith]).toEqual(['better', undefined]);
});

test('the publish dialog has it filled in, lets it be changed, and sends what stands there', async () => {
  const { user, calls } = await open(declared(reworded), {
    'POST /surveys/exit/publish': { name: 'exit', version: 2, comparison: [] },
  });
  await user.click(screen.getByRole('button', { name: /^Publicera/ }));
  const dialog = within(await screen.findByRole('dialog'));
  const list = within(await dialog.findByRole('region', { name: 'Innan du publicerar' }));
  expect(list.getByText('Om 1 ändrad fråga är det sagt i utkastet hur den går att jämföra.')).toBeInTheDocument();
  const changed = within(dialog.getByRole('region', { name: 'feelsBetter' }));
  expect(changed.getByRole('radio', { name: /^Jämförbar/ })).toBeChecked();
  const reason = changed.getByRole('textbox', { name: new RegExp(reasonField) });
  expect(reason).toHaveValue('Samma sak');
  fireEvent.change(reason, { target: { value: ' ' } });
  await user.click(dialog.getByRole('button', { name: 'Publicera version 2' }));
  expect(changed.getByText('Skriv skälet. Det sparas med versionen.')).toBeInTheDocument();
  expect(calls.some(({ path }) => path.endsWith('/publish'))).toBe(false);
  fireEvent.change(reason, { target: { value: 'Samma sak i färre ord' } });
  await user.click(dialog.getByRole('button', { name: 'Publicera version 2' }));
  await waitFor(() =>
    expect(calls.find(({ path }) => path.endsWith('/publish'))?.body).toEqual({
      revision: 3,
      declared: { feelsBetter: { comparable: true, reason: 'Samma sak i färre ord' } },
    }),
  );
});

test('before publishing, what is said and not used is in the list, and leads to its question', async () => {
  const { user } = await open(declared(reworded, { judged: 'of other words' }));
  await user.click(screen.getByRole('button', { name: /^Publicera/ }));
  const dialog = within(await screen.findByRole('dialog'));
  const changed = within(dialog.getByRole('region', { name: 'feelsBetter' }));
  expect(changed.getByRole('radio', { name: /^Inte jämförbar/ })).toBeChecked();
  expect(changed.getByText(/används inte: jämförbar, ”Samma sak”/)).toBeInTheDocument();
  const list = within(await dialog.findByRole('region', { name: 'Innan du publicerar' }));
  expect(list.getByText('På 1 ställe används inte det som är sagt om jämförbarhet:')).toBeInTheDocument();
  expect(list.getByText(/Sagt om andra ord/)).toBeInTheDocument();
  await user.click(list.getByRole('button', { name: 'Har du det bättre?' }));
  await waitFor(() => expect(screen.getByRole('button', { name: /Har du det bättre/, expanded: true })).toHaveFocus());
});
