// The ways through a survey: what the map and the list say, and what a set of answers makes of them.
import { configure, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test } from 'vitest';
import type { SurveyWalk, SurveyWays } from '../../../server/contract/surveyPaths.ts';
import { checkSource } from '../../../server/domain/surveys/check.ts';
import type { SurveyForm } from '../../../server/domain/surveys/definition.ts';
import { walkThrough } from '../../../server/domain/surveys/paths/walk.ts';
import { waysThrough } from '../../../server/domain/surveys/paths/ways.ts';
import { renderRoute, signedIn } from '../../support/staff.tsx';
import { buildDraft, buildSummary, exitVersion } from './fixtures.ts';

configure({ defaultHidden: true });

const two = (sv: string, en: string) => ({ sv, en });
const choices = [
  { value: 'yes', text: two('Ja', 'Yes') },
  { value: 'no', text: two('Nej', 'No') },
];
const form = {
  ...{ name: 'exit', version: 2, anonymous: true, locale: 'sv', audience: 'participant', languages: ['sv', 'en'] },
  ...{ machineTranslated: [], title: two('Enkät', 'Survey'), whoSees: two('a', 'b'), information: two('a', 'b') },
  thanks: two('a', 'b'),
  pages: [
    {
      name: 'first',
      title: two('Arbete', 'Work'),
      elements: [
        { type: 'radiogroup', name: 'work', title: two('Arbetar du?', 'Do you work?'), choices, isRequired: true },
        { type: 'comment', name: 'where', title: two('Var?', 'Where?') },
      ],
    },
    {
      name: 'second',
      visibleIf: "{work} = 'yes'",
      elements: [{ type: 'comment', name: 'how', title: two('Hur går det?', 'How is it?') }],
    },
    { name: 'third', elements: [{ type: 'comment', name: 'last', title: two('Något mer?', 'Anything else?') }] },
  ],
};

const open = async (definition: object = form, view = 'paths') => {
  const user = userEvent.setup({ delay: null });
  const source = JSON.stringify(definition, null, 2);
  const formOf = (body: unknown) => JSON.parse((body as { source: string }).source) as SurveyForm;
  const { calls } = renderRoute(`/surveys/exit/edit?view=${view}`, {
    ...signedIn('administrator'),
    'GET /surveys': { surveys: [buildSummary()] },
    'GET /surveys/exit/draft': buildDraft({ source, problems: checkSource(source).problems }),
    'GET /surveys/exit/versions/1': exitVersion(1),
    'POST /surveys/check': (body: unknown) => ({ problems: checkSource((body as { source: string }).source).problems }),
    'PUT /surveys/exit/draft': (body: unknown) => buildDraft({ ...(body as { source: string }), revision: 4 }),
    'POST /surveys/ways': (body: unknown) => waysThrough(formOf(body)) satisfies SurveyWays,
    'POST /surveys/walk': (body: unknown) =>
      walkThrough(formOf(body), (body as { answers: object }).answers) satisfies SurveyWalk,
  });
  await screen.findByRole('heading', { name: /Skriv/ });
  const saved = () => {
    const put = calls.findLast(({ method }) => method === 'PUT')?.body as { source: string } | undefined;
    return put && JSON.parse(put.source);
  };
  return { user, saved };
};
const page = (name: string) => screen.findByRole('region', { name });

test('the map shows each page with its questions, when it is for whom, and the shortest and longest way', async () => {
  await open();
  const first = await page('Sida 1: Arbete');
  expect(await within(first).findByText('alla kommer hit')).toBeTruthy();
  expect(within(first).getByRole('button', { name: /Arbetar du\?/ })).toBeTruthy();
  expect(screen.getByText('om ”Arbetar du?” är ”Ja”')).toBeTruthy();
  expect(within(await page('Sida 2')).queryByText('alla kommer hit')).toBeNull();
  expect(screen.getByText('Kortaste vägen').nextSibling?.textContent).toMatch(/^3 frågor/);
  expect(screen.getByText('Längsta vägen').nextSibling?.textContent).toMatch(/^4 frågor/);
});

test('an answer shows what is passed over and why, what is missing, and whether it could be sent', async () => {
  const { user } = await open();
  await user.click((await screen.findAllByLabelText('Arbetar du?'))[0] as HTMLElement);
  await user.click(await screen.findByRole('option', { name: 'Nej' }));
  expect(await screen.findByText('✓ Svaren kan skickas in.')).toBeTruthy();
  expect(within(await page('Sida 2')).getByText('hoppas över')).toBeTruthy();
  const reason = screen.getByText(/Visas om ”Arbetar du\?” är ”Ja”/).parentElement as HTMLElement;
  expect(reason.textContent).toContain('stämmer inte');
  expect(reason.textContent).toContain('Arbetar du?: Nej');
});

test('answers are pasted as JSON; what is not asked can be taken away, and what cannot be read is said', async () => {
  const { user } = await open();
  await screen.findByRole('heading', { name: 'Prova svar' });
  await user.click(screen.getAllByRole('radio', { name: 'JSON' })[1] as HTMLElement);
  const area = await screen.findByLabelText('Svaren som JSON');
  await user.clear(area);
  await user.click(area);
  await user.paste('{"work": "no", "how": "<b>bra</b>"}');
  expect(await screen.findByText(/Hur går det\?: ställs inte efter de andra svaren/)).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'Ta bort svar på frågor som inte ställs' }));
  expect(await screen.findByText('✓ Svaren kan skickas in.')).toBeTruthy();
  await user.click(area);
  await user.paste('{');
  expect(await screen.findByText(/inget JSON-objekt/)).toBeTruthy();
});

test('the list says the same in order, and leads to the question in the designer', async () => {
  const { user } = await open();
  await user.click(await screen.findByText('Lista'));
  const list = (await screen.findByText(/visas bara om ”Arbetar du\?” är ”Ja”/)).closest('ol') as HTMLElement;
  const names = within(list)
    .getAllByRole('button')
    .map((each) => each.textContent);
  expect(names).toEqual(['Sida 1: Arbete', 'Arbetar du?', 'Var?', 'Sida 2', 'Hur går det?', 'Sida 3', 'Något mer?']);
  await user.click(within(list).getByRole('button', { name: 'Hur går det?' }));
  const card = await screen.findByRole('button', { name: /Hur går det\?/, expanded: true });
  await waitFor(() => expect(document.activeElement).toBe(card));
});

test('a way is walked from the list of all ways', async () => {
  const { user } = await open();
  const ways = await screen.findByRole('region', { name: 'Alla vägar' });
  expect(within(ways).getByText(/Det finns 2 vägar/)).toBeTruthy();
  await user.click(within(ways).getAllByRole('button', { name: 'Gå vägen' })[0] as HTMLElement);
  expect(await screen.findByText('✓ Svaren kan skickas in.')).toBeTruthy();
});

test('a skip is made at a question, becomes a condition of what lies between, stands in the map, and is taken away as one', async () => {
  const { user, saved } = await open(form, 'design');
  await user.click(await screen.findByRole('button', { name: /Arbetar du\?/ }));
  await user.click(screen.getByRole('button', { name: /Lägg till hopp/ }));
  const skip = await screen.findByRole('group', { name: 'Hopp 1' });
  await user.click(within(skip).getAllByLabelText('Värde')[0] as HTMLElement);
  await user.click(await screen.findByRole('option', { name: 'Nej' }));
  await user.click(within(skip).getAllByLabelText('Till')[0] as HTMLElement);
  await user.click(await screen.findByRole('option', { name: 'Sida 3' }));
  await user.keyboard('{Control>}s{/Control}');
  await waitFor(() =>
    expect(saved().skips).toEqual([{ name: 'skip1', after: 'work', if: "{work} = 'no'", to: 'third' }]),
  );
  expect(saved().pages[0].elements[1]).toMatchObject({ visibleIf: "!({work} = 'no')", skipIf: "{work} = 'no'" });
  expect(saved().pages[1].visibleIf).toBe("({work} = 'yes') and !({work} = 'no')");
  expect(saved().pages[2].visibleIf).toBeUndefined();
  await user.click(screen.getByText('Vägar'));
  expect(await screen.findByText(/Om ”Arbetar du\?” är ”Nej”: hoppa till Sida 3/)).toBeTruthy();
  await user.click(screen.getByText('Formgivare'));
  await user.click(await screen.findByRole('button', { name: 'Ta bort hopp 1' }));
  await user.keyboard('{Control>}s{/Control}');
  await waitFor(() => expect(saved()).toEqual(form));
});

test('a condition changed under JSON so that it does not go with the skips is told, and worked out again', async () => {
  const wrong = { ...form, skips: [{ name: 'skip1', after: 'work', if: "{work} = 'no'", to: 'third' }] };
  const { user, saved } = await open(wrong, 'design');
  await user.click(await screen.findByRole('button', { name: /^2 ?Var/ }));
  expect(screen.getAllByText(/Villkoret stämmer inte med hoppen/).length).toBeGreaterThan(0);
  await user.click(screen.getByRole('button', { name: 'Räkna om hoppen' }));
  await waitFor(() => expect(screen.queryByRole('button', { name: 'Räkna om hoppen' })).toBeNull());
  await user.keyboard('{Control>}s{/Control}');
  await waitFor(() => expect(saved()?.pages[0].elements[1].visibleIf).toBe("!({work} = 'no')"));
});

test('a mean is chosen from numbers, and stands in the text as an expression', async () => {
  const number = (name: string) => ({ type: 'rating', name, title: two(`Skala ${name}`, name) });
  const pages = [
    {
      name: 'p',
      elements: [
        number('a'),
        number('b'),
        { type: 'expression', name: 'mean', title: two('Medel', 'Mean'), expression: '1' },
      ],
    },
  ];
  const { user, saved } = await open({ ...form, pages }, 'design');
  await user.click(await screen.findByRole('button', { name: /Medel/ }));
  await user.click(screen.getAllByLabelText('Räkna ut')[0] as HTMLElement);
  await user.click(await screen.findByRole('option', { name: 'Medelvärde' }));
  await user.click(screen.getAllByLabelText('Av frågorna')[0] as HTMLElement);
  await user.click(await screen.findByRole('option', { name: 'Skala a (a)' }));
  await user.click(await screen.findByRole('option', { name: 'Skala b (b)' }));
  await user.keyboard('{Control>}s{/Control}');
  await waitFor(() =>
    expect(saved().pages[0]?.elements[2].expression).toBe("iif({a} notempty or {b} notempty, avg({a}, {b}), '')"),
  );
});

test('an answer with a form of its own is written as it is stored, which the field says; conditions tell it as they read it', async () => {
  const mask = { maskType: 'pattern', maskSettings: { pattern: '999 99', saveMaskedValue: true } };
  const zip = { type: 'text', name: 'zip', title: two('Postnummer?', 'Postcode?'), ...mask };
  const near = { type: 'comment', name: 'near', title: two('Varför?', 'Why?'), visibleIf: "{zip} = '41123'" };
  const { user } = await open({ ...form, pages: [{ name: 'p', elements: [zip, near] }] });
  const field = (await screen.findAllByLabelText('Postnummer?'))[0] as HTMLElement;
  expect(field).toHaveAccessibleDescription('som det sparas: 123 45');
  await user.type(field, '411 2');
  expect(await screen.findByText(/Postnummer\?: .*form/i)).toBeTruthy();
  await user.type(field, '3');
  expect(await screen.findByText('✓ Svaren kan skickas in.')).toBeTruthy();
  expect(screen.getByText(/Postnummer\?: 41123/)).toBeTruthy();
});
