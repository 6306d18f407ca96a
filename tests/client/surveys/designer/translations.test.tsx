// Texts leave for a translator and come back; what is typed in the grid stands in the survey that is saved.
import { readFileSync } from 'node:fs';
import { configure, fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import {
  allLanguages,
  keepsMarks,
  localizedIn,
  putLocalized,
} from '../../../../client/pages/survey-editor/designer/document/localized.ts';
import { textIn } from '../../../../client/pages/survey-editor/designer/document/texts.ts';
import { type Json, putAt, readAt } from '../../../../client/pages/survey-editor/designer/document/tree.ts';
import {
  readCsv,
  readXliff,
  takeIn,
  writeCsv,
  writeXliff,
} from '../../../../client/pages/survey-editor/translations/exchange.ts';
import { renderRoute, signedIn } from '../../../support/staff.tsx';
import { buildDraft, buildSummary, exitVersion } from '../fixtures.ts';

// Whether each of hundreds of elements can be seen is asked of jsdom at length; the browser tests see to that.
configure({ defaultHidden: true });

const shipped = ['treatment', 'exit', 'collaboration', 'progression-card'].map(
  (name) => [name, JSON.parse(readFileSync(`surveys/${name}/v1.json`, 'utf8')) as Json] as const,
);
const [, treatment = {}] = shipped[0] ?? [];
/** Every text of a language taken away. */
const without = (definition: Json, language: string): Json =>
  localizedIn(definition).reduce((whole, text) => {
    const { [language]: _gone, ...rest } = text.value as Json;
    return putLocalized(whole, text, rest);
  }, definition);

test.each(shipped)(
  '%s: all texts of a language leave as CSV or XLIFF and come back to the letter',
  (_name, definition) => {
    const languages = allLanguages(definition);
    expect(localizedIn(definition).length).toBeGreaterThan(20);
    expect(new Set(localizedIn(definition).map(({ key }) => key)).size).toBe(localizedIn(definition).length);
    const bare = languages.slice(1).reduce(without, definition);
    expect(JSON.stringify(bare)).not.toBe(JSON.stringify(definition));
    const back = takeIn(bare, 'sv', readCsv(writeCsv(definition, languages)));
    expect([back.definition, back.unknown, back.outdated]).toEqual([definition, [], []]);
    const byXliff = languages
      .slice(1)
      .reduce(
        (whole, each) => takeIn(whole, 'sv', readXliff(writeXliff(definition, 'x', 'sv', each, true))).definition,
        bare,
      );
    expect(byXliff).toEqual(definition);
  },
);

test('awkward texts survive: quotes, line breaks, formulas, markup; other programs write semicolons', () => {
  const awkward = '=1+1;"a", <b>å</b> & \n\'rad två\'';
  const first = 'pages[0].elements[0]';
  const definition = putAt(treatment, `${first}.title`, { sv: 'Fråga <1>', en: awkward });
  const bare = putAt(definition, `${first}.title`, { sv: 'Fråga <1>' });
  expect(writeCsv(definition, ['sv', 'en'])).toContain('"\'=1+1');
  expect(readAt(takeIn(bare, 'sv', readCsv(writeCsv(definition, ['sv', 'en']))).definition, `${first}.title.en`)).toBe(
    awkward,
  );
  const xliff = writeXliff(definition, 'x', 'sv', 'en', false);
  expect(readAt(takeIn(bare, 'sv', readXliff(xliff)).definition, `${first}.title.en`)).toBe(awkward);
  const semicolons = 'key;sv;en\r\ntreatedByCoordinator.title;Fråga <1>;Hello\r\nnobody.title;a;b\r\n';
  const read = takeIn(bare, 'sv', readCsv(semicolons));
  expect([read.changed, read.unknown, read.outdated]).toEqual([1, ['nobody.title'], []]);
  expect(takeIn(treatment, 'sv', readCsv(semicolons)).outdated).toEqual(['treatedByCoordinator.title']);
  for (const [broken, reason] of [
    ['a,b\n1,2', 'noKey'],
    ['key,sv\na,b', 'noLanguage'],
    ['key,sv,en\n"a', 'notTable'],
  ] as const)
    expect(() => readCsv(broken)).toThrow(reason);
  expect(() => readXliff('<xliff><file>')).toThrow('notXliff');
  expect(() => readXliff('<xliff/>')).toThrow('noTarget');
});

test('what a translation has to keep', () => {
  expect(keepsMarks('Har du {antal} barn under 18?', 'Do you have {antal} children under 18?')).toBe(true);
  expect(keepsMarks('Har du {antal} barn?', 'Do you have children?')).toBe(false);
  expect(keepsMarks('Mer än 3 timmar', 'More than 4 hours')).toBe(false);
});

const open = async (draft: Json = without(treatment, 'ar')) => {
  const user = userEvent.setup({ delay: null });
  const source = JSON.stringify(treatment, null, 2);
  const { calls } = renderRoute('/surveys/exit/edit?view=texts', {
    ...signedIn('administrator'),
    'GET /surveys': { surveys: [buildSummary()] },
    'GET /surveys/exit/draft': buildDraft({ source: JSON.stringify(draft, null, 2) }),
    'GET /surveys/exit/versions/1': exitVersion(1),
    'POST /surveys/check': { problems: [] },
    'PUT /surveys/exit/draft': (body: unknown) => buildDraft({ ...(body as { source: string }), revision: 4 }),
  });
  const saved = async () => {
    fireEvent.keyDown(window, { key: 's', ctrlKey: true });
    const puts = () => calls.filter(({ method }) => method === 'PUT').map(({ body }) => body as { source: string });
    await waitFor(() => expect(puts().length).toBeGreaterThan(0));
    return JSON.parse(puts().at(-1)?.source ?? '');
  };
  await user.click(await screen.findByRole('combobox', { name: 'Översätt till' }));
  await user.click(await screen.findByRole('option', { name: /العربية \(0\// }));
  return { user, saved, source };
};
const cell = (key: string) => screen.getByLabelText(`${key}: العربية`);

test('a translation typed in the grid is counted, stands in the survey, and can be taken back', async () => {
  const { user, saved } = await open();
  const all = localizedIn(treatment).length;
  expect(screen.getByText(`▲ ${all} av ${all} saknas`)).toBeVisible();
  const title = cell('title');
  expect(title.closest('[dir]')).toHaveAttribute('dir', 'rtl');
  await user.type(title, 'عنوان{Enter}');
  expect(await screen.findByText(`▲ ${all - 1} av ${all} saknas`)).toBeVisible();
  expect(cell('whoSees')).toHaveFocus();
  await user.click(screen.getByRole('checkbox', { name: 'Granskad av en person' }));
  const survey = await saved();
  expect(survey.title).toEqual({ ...(treatment.title as Json), ar: 'عنوان' });
  expect(survey.machineTranslated).toEqual(['uk', 'so', 'ti']);
});

const phone = () => screen.getByTitle<HTMLIFrameElement>('Telefon på العربية');
const onPhone = (selector: string) =>
  waitFor(() => {
    const found = phone().contentDocument?.querySelector(selector);
    if (!found) throw new Error(`no ${selector} on the phone`);
    return found;
  });

test('one phone stands from text to text; a page that cannot be drawn is told on it, and the next text is drawn again', async () => {
  const quiet = vi.spyOn(console, 'error').mockReturnValue();
  const last = 'pages[1].elements[0].validators';
  const { user } = await open(putAt(without(treatment, 'ar'), last, [null]));
  await user.click(cell('title'));
  expect(await onPhone('[data-translated]')).toHaveTextContent(textIn(treatment.title, 'sv'));
  const first = phone();
  await user.keyboard('{Enter}');
  await waitFor(async () => expect(await onPhone('[data-translated]')).toHaveClass('who-sees'));
  const broken = String(readAt(treatment, 'pages[1].elements[0].name'));
  await user.click(cell(`${broken}.title`));
  expect(await onPhone('.notice')).toHaveTextContent('Sidan kan inte visas förrän felen i enkäten är rättade.');
  await user.click(cell('title'));
  expect(await onPhone('[data-translated]')).toHaveTextContent(textIn(treatment.title, 'sv'));
  expect(phone()).toBe(first);
  quiet.mockRestore();
});

test('a file of translations is shown before it is read in, as one step', async () => {
  const { user, source } = await open();
  const csv = writeCsv(JSON.parse(source), ['sv', 'ar']);
  const input = document.querySelector<HTMLInputElement>('input[type="file"]');
  await user.upload(input as HTMLInputElement, new File([csv], 'texts.csv', { type: 'text/csv' }));
  const dialog = within(await screen.findByRole('dialog'));
  const all = localizedIn(treatment).length;
  expect(dialog.getByText(`${all} texter blir nya eller ändrade.`)).toBeVisible();
  await user.click(dialog.getByRole('button', { name: 'Läs in' }));
  expect(await screen.findByText(`✓ Alla ${all} texter finns`)).toBeVisible();
  expect(cell('title')).toHaveValue(textIn(treatment.title, 'ar'));
  await user.upload(input as HTMLInputElement, new File(['a,b\n1,2'], 'bad.csv', { type: 'text/csv' }));
  expect(await screen.findByText(/Kolumnen ”key” saknas/)).toBeVisible();
});
