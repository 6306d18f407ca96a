// A matrix, with what its columns mean.
import { render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { Survey } from 'survey-react-ui';
import { expect, test, vi } from 'vitest';
import { makeModel } from '../../../client/components/survey/model.ts';
import { RespondPage } from '../../../client/pages/respond/RespondPage.tsx';
import exit from '../../../surveys/exit/v1.json' with { type: 'json' };
import { stubServer } from '../../support/stubServer.ts';

const matrix = {
  type: 'matrix',
  name: 'offered',
  title: { sv: 'Vad erbjuds?', ar: 'ماذا يُعرض؟' },
  columns: [
    { value: 'often', text: { sv: 'Ofta', ar: 'غالبًا' } },
    { value: 'seldom', text: { sv: 'Sällan', ar: 'نادرًا' } },
    { value: 'unknown', text: { sv: 'Vet ej', ar: 'لا أعرف' } },
  ],
  rows: [
    { value: 'work', text: { sv: 'Praktik', ar: 'تدريب' } },
    { value: 'health', text: { sv: 'Vård', ar: 'رعاية' } },
  ],
  explanations: {
    often: { sv: 'Nästan alla får det.', ar: 'يحصل عليه الجميع تقريبًا.' },
    seldom: { sv: 'Bara några få får det.' },
  },
  faces: { often: 'face-5', unknown: '🤷' },
};
const definition = { pages: [{ name: 'p', elements: [matrix] }] };
const show = (own: object = {}, language = 'sv') => {
  const model = makeModel({ pages: [{ name: 'p', elements: [{ ...matrix, ...own }] }] }, {}, language);
  render(<Survey model={model} />);
  return model;
};
const row = async (name: string) => within(await screen.findByRole('group', { name }));

test('what the columns mean stands once above the rows, and each answer of each row is described by it', async () => {
  show();
  const meaning = await screen.findByText('Nästan alla får det.');
  const work = await row('Praktik');
  expect(meaning.compareDocumentPosition(work.getByRole('radiogroup'))).toBe(Node.DOCUMENT_POSITION_FOLLOWING);
  for (const each of [work, await row('Vård')]) {
    expect(each.getByRole('radio', { name: 'Ofta' })).toHaveAccessibleDescription('Nästan alla får det.');
    expect(each.getByRole('radio', { name: 'Sällan' })).toHaveAccessibleDescription('Bara några få får det.');
    expect(each.getByRole('radio', { name: /Vet ej/ })).not.toHaveAccessibleDescription();
  }
  expect(screen.queryAllByRole('term').map(({ textContent }) => textContent)).toEqual(['Ofta', 'Sällan']);
});

test('by keyboard the chosen answer of a row, and no other, has its meaning with it', async () => {
  const user = userEvent.setup();
  const model = show();
  const work = await row('Praktik');
  expect(work.queryByText('Nästan alla får det.')).toBeNull();
  await user.tab();
  await user.keyboard(' ');
  expect(await work.findByText('Nästan alla får det.')).toBeVisible();
  await user.keyboard('{ArrowDown}');
  expect(await work.findByText('Bara några få får det.')).toBeVisible();
  expect(work.queryByText('Nästan alla får det.')).toBeNull();
  expect(model.data).toEqual({ offered: { work: 'seldom' } });
  expect((await row('Vård')).queryByText(/får det/)).toBeNull();
});

test('a picture stands at its answer in every row', async () => {
  show();
  for (const each of [await row('Praktik'), await row('Vård')]) {
    const [often, seldom, unknown] = each.getAllByRole('radio').map((radio) => radio.closest('label'));
    expect(often?.querySelector('svg.face')).not.toBeNull();
    expect(seldom?.querySelector('.face, .face-emoji')).toBeNull();
    expect(unknown?.querySelector('.face-emoji')).toHaveTextContent('🤷');
  }
});

test('meanings follow the language, in Swedish where one is missing', async () => {
  const model = show({}, 'ar');
  const [work] = await screen.findAllByRole('group');
  const described = (at: number) => within(work!).getAllByRole('radio')[at]!;
  expect(described(0)).toHaveAccessibleDescription('يحصل عليه الجميع تقريبًا.');
  expect(described(1)).toHaveAccessibleDescription('Bara några få får det.');
  model.locale = 'sv';
  await waitFor(() => expect(described(0)).toHaveAccessibleDescription('Nästan alla får det.'));
});

test('a matrix without explanations has no list above it', async () => {
  show({ explanations: {} });
  await row('Praktik');
  expect(screen.queryByRole('term')).toBeNull();
});

test('read aloud are the answers with what they mean, then the rows', async () => {
  const user = userEvent.setup();
  const said: string[] = [];
  const voice = { lang: 'sv-SE', name: 'Alva' };
  vi.stubGlobal(
    'SpeechSynthesisUtterance',
    class {
      constructor(readonly text: string) {}
    },
  );
  vi.stubGlobal('speechSynthesis', {
    getVoices: () => [voice],
    speak: ({ text }: { text: string }) => said.push(text),
    cancel: () => undefined,
  });
  stubServer({
    'GET /respond/t': {
      ...{ survey: 'offers', version: 1, site: null, anonymous: false, languages: ['sv'], machineTranslated: [] },
      ...{ programme: { slug: 'p', title: { sv: 'Projektet' } }, definition, language: 'sv' },
      ...{ whoSees: exit.whoSees, information: exit.information },
      draft: { revision: 0, submissionId: null, answers: {}, language: null },
    },
  });
  render(<RespondPage token="t" />);
  await user.click(await screen.findByRole('button', { name: 'Börja' }));
  await user.click(await screen.findByRole('button', { name: 'Läs upp' }));
  const [all = ''] = said;
  const parts = ['Vad erbjuds?', 'Ofta. Nästan alla får det.', 'Sällan. Bara några få får det.', 'Praktik', 'Vård'];
  const places = parts.map((part) => all.indexOf(part));
  expect(places).not.toContain(-1);
  expect(places).toEqual(places.toSorted((one, other) => one - other));
});
