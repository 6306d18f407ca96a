// Two editors at once, seen from one of them.
import { configure, fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test } from 'vitest';
import { renderRoute, signedIn } from '../../../support/staff.tsx';
import { buildDraft, buildSummary, exitSource, exitVersion } from '../fixtures.ts';

// Whether each of hundreds of elements can be seen is asked of jsdom at length; the browser tests see to that.
configure({ defaultHidden: true });

const changed = (change: (survey: ReturnType<typeof JSON.parse>) => void): string => {
  const survey = JSON.parse(exitSource);
  change(survey);
  return JSON.stringify(survey, null, 2);
};

const stale = { status: 409, body: { status: 409, code: 'stale-revision', title: 'Stale' } };

/** A server that holds one draft, which `theySave` writes to as somebody else would. */
const open = async (first = buildDraft()) => {
  const user = userEvent.setup({ delay: null });
  let stored = first;
  const theySave = (source: string) => {
    stored = buildDraft({ source, revision: stored.revision + 1, changedBy: 'Ali Exempel' });
  };
  const theyEnd = (source: string) => {
    stored = buildDraft({ source, revision: stored.revision + 1, changedAt: null, changedBy: null });
  };
  const { calls } = renderRoute('/surveys/exit/edit', {
    ...signedIn('administrator'),
    'GET /surveys': { surveys: [buildSummary()] },
    'GET /surveys/exit/draft': () => stored,
    'GET /surveys/exit/versions/1': exitVersion(1),
    'POST /surveys/check': { problems: [] },
    'POST /surveys/exit/draft/writers': () => ({
      revision: stored.revision,
      others: [
        { tab: 'other-tab', name: 'Ali Exempel', question: 'nextStep', isMe: false },
        ...['second', 'third'].map((tab) => ({ tab, name: 'Ada Administratör', question: '', isMe: true })),
      ],
    }),
    'PUT /surveys/exit/draft': (body: unknown) => {
      const sent = body as { source: string; revision: number };
      if (sent.revision !== stored.revision) return stale;
      stored = buildDraft({ source: sent.source, revision: stored.revision + 1, changedBy: 'Kim Exempel' });
      return stored;
    },
    'DELETE /surveys/exit/draft?revision=3': stale,
  });
  await screen.findByRole('button', { name: /Sida 1 av/ });
  const save = () => fireEvent.keyDown(window, { key: 's', ctrlKey: true });
  const reword = async (words: string) => {
    const [first] = screen.getAllByRole('button', { name: /Mår du bättre nu/ });
    await user.click(first as HTMLElement);
    const field = screen.getByRole('textbox', { name: 'Fråga' });
    await user.clear(field);
    await user.type(field, words);
  };
  return { user, calls, theySave, theyEnd, save, reword, stored: () => JSON.parse(stored.source) };
};

test('who else writes is shown with the question they have open', async () => {
  await open();
  expect(await screen.findByText('Här också: Ali Exempel (nextStep), du i en annan flik.')).toBeVisible();
});

test('whoever leaves the page, or loads it anew, is nobody in another tab', async () => {
  const { calls } = await open();
  await screen.findByText(/^Här också/);
  fireEvent(window, new Event('pagehide'));
  const told = calls.find(({ path, method }) => method === 'POST' && path.endsWith('/writers'))?.body as {
    tab: string;
  };
  const left = calls.filter(({ method }) => method === 'DELETE').map(({ path }) => path);
  expect(left).toEqual([`/surveys/exit/draft/writers/${told.tab}`]);
});

test('what both did is put together without a question, and undoing mine leaves theirs alone', async () => {
  const { user, theySave, save, reword, stored } = await open();
  await reword('Min fråga?');
  theySave(changed((survey) => Object.assign(survey.thanks, { sv: 'Deras tack' })));
  save();
  expect(await screen.findByText(/Ali Exempel sparade under tiden/)).toBeVisible();
  await waitFor(() => expect(stored().thanks.sv).toBe('Deras tack'));
  expect(stored().pages[0].elements[0].title.sv).toBe('Min fråga?');
  for (let step = 0; step < 2; step++) await user.click(screen.getByRole('button', { name: 'Ångra' }));
  save();
  await waitFor(() => expect(stored().pages[0].elements[0].title.sv).not.toBe('Min fråga?'));
  expect(stored().pages[0].elements[0].title).toEqual(JSON.parse(exitSource).pages[0].elements[0].title);
  expect(stored().thanks.sv).toBe('Deras tack');
});

test('where both changed the same words each is shown, and the one chosen is saved with all else', async () => {
  const { user, theySave, save, reword, stored } = await open();
  await reword('Min?');
  theySave(
    changed((survey) => {
      survey.pages[0].elements[0].title.sv = 'Deras?';
      survey.thanks.sv = 'Deras tack';
    }),
  );
  save();
  const choice = within(await screen.findByRole('radiogroup', { name: 'feelsBetter: title › sv' }));
  expect(choice.getByRole('radio', { name: 'Din: Min?' })).toBeChecked();
  await user.click(choice.getByRole('radio', { name: 'Den andras: Deras?' }));
  await user.click(screen.getByRole('button', { name: 'Spara det sammanförda' }));
  await waitFor(() => expect(stored().pages[0].elements[0].title.sv).toBe('Deras?'));
  expect(stored().thanks.sv).toBe('Deras tack');
  expect(screen.queryByRole('radiogroup', { name: 'feelsBetter: title › sv' })).toBeNull();
});

test('a page opened before anything was written follows what somebody else publishes, without a question', async () => {
  const { user, theyEnd } = await open(buildDraft({ revision: 0, changedAt: null, changedBy: null }));
  theyEnd(changed((survey) => Object.assign(survey.pages[0].elements[0].title, { sv: 'Nytt i version 2?' })));
  const [question] = screen.getAllByRole('button', { name: /Mår du bättre nu/ });
  await user.click(question as HTMLElement); // told at once, as whenever another question is opened
  expect((await screen.findAllByText('Nytt i version 2?'))[0]).toBeVisible();
  expect(screen.queryByRole('button', { name: 'Spara min text över den andra' })).toBeNull();
  expect(screen.queryByRole('button', { name: 'Släng utkastet' })).toBeNull();
});

test('what is written while somebody publishes goes on as the next version, over what was published', async () => {
  const { theyEnd, save, reword, stored } = await open();
  await reword('Min fråga?');
  theyEnd(
    changed((survey) => {
      survey.version = 2;
      survey.thanks.sv = 'Publicerat tack';
    }),
  );
  save();
  expect(await screen.findByText(/^Utkastet publicerades under tiden\. Du skriver nu på nästa version/)).toBeVisible();
  await waitFor(() => expect(stored().pages[0].elements[0].title.sv).toBe('Min fråga?'));
  expect([stored().version, stored().thanks.sv]).toEqual([2, 'Publicerat tack']);
});

test('the same words changed and published otherwise are asked about, as nothing else', async () => {
  const { user, theyEnd, save, reword, stored } = await open();
  await reword('Min?');
  theyEnd(
    changed((survey) => {
      survey.version = 2;
      survey.pages[0].elements[0].title.sv = 'Publicerad?';
    }),
  );
  save();
  expect(await screen.findByText(/^Utkastet publicerades under tiden, och det du har ändrat/)).toBeVisible();
  expect(screen.getByRole('radio', { name: 'Den andras: Publicerad?' })).not.toBeChecked();
  await user.click(screen.getByRole('button', { name: 'Spara det sammanförda' }));
  await waitFor(() => expect(stored().pages[0].elements[0].title.sv).toBe('Min?'));
  expect(stored().version).toBe(2);
});

test('whoever has written something over a draft that is thrown away meanwhile chooses, with both texts at hand', async () => {
  const { theyEnd, save, reword, stored } = await open();
  await reword('Min fråga?');
  theyEnd(changed((survey) => Object.assign(survey.thanks, { sv: 'Publicerat tack' })));
  save();
  expect(await screen.findByText(/Utkastet har publicerats eller slängts av någon annan/)).toBeVisible();
  expect(screen.getByRole('button', { name: /^Publicera/ })).toBeDisabled();
  expect(stored().thanks.sv).toBe('Publicerat tack');
  fireEvent.click(screen.getByRole('button', { name: 'Spara min text över den andra' }));
  await waitFor(() => expect(stored().pages[0].elements[0].title.sv).toBe('Min fråga?'));
});

test('a draft that somebody has saved since is not thrown away: the box says so, and the page stays', async () => {
  const { user } = await open();
  await user.click(screen.getByRole('button', { name: 'Släng utkastet' }));
  const box = within(await screen.findByRole('dialog'));
  await user.click(box.getByRole('button', { name: 'Släng utkastet' }));
  expect(await box.findByText(/^Någon annan har sparat utkastet sedan du öppnade rutan/)).toBeVisible();
  await user.click(box.getByRole('button', { name: 'Avbryt' }));
  expect(screen.getByRole('button', { name: /Sida 1 av/ })).toBeVisible();
});

test('what is written is saved by itself when the writer rests', async () => {
  const { reword, stored } = await open();
  await reword('Sparas?');
  await waitFor(() => expect(stored().pages[0].elements[0].title.sv).toBe('Sparas?'), { timeout: 8000 });
});
