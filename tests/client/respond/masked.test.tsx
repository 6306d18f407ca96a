// Text questions with a mask, as they are answered: what is typed, what is stored, and what is said when it does not fit.
import { render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { Survey } from 'survey-react-ui';
import { expect, test } from 'vitest';
import { answersToSend, loadStrings, makeModel } from '../../../client/components/survey/model.ts';

const text = (sv: string) => ({ sv, en: sv, ar: sv });
const asked = (own: object, name = 'q') => ({ type: 'text', name, title: text('Fråga'), ...own });
const formOf = (...elements: object[]) => ({ pages: [{ name: 'p', elements }] });
const pattern = (value: string, more = {}) => ({ maskType: 'pattern', maskSettings: { pattern: value, ...more } });
const swedish = { decimalSeparator: ',', thousandsSeparator: ' ' };
const show = async (own: object, { language = 'sv', answers = {} } = {}) => {
  await loadStrings(language);
  const model = makeModel(formOf(asked(own)), answers, language);
  render(<Survey model={model} />);
  return { model, user: userEvent.setup(), field: await screen.findByRole('textbox', { name: /Fråga/ }) };
};
const type = async (user: ReturnType<typeof userEvent.setup>, field: HTMLElement, keys: string) => {
  await user.click(field);
  await user.keyboard(keys);
};

test('the field takes what fits alone, says the form it asks for, and keeps the answer while it is written', async () => {
  const { model, user, field } = await show(pattern('999 99'));
  expect(field).toHaveAccessibleDescription(/Skriv så här: 123 45/);
  expect(field).toHaveAttribute('inputmode', 'numeric');
  await type(user, field, '1x2345');
  expect(field).toHaveValue('123 45');
  expect(answersToSend(model)).toEqual({ q: '12345' });
});

test('an answer that is not finished is told so in the reader’s language, and the telling goes when it is', async () => {
  const { model, user, field } = await show(pattern('999 99'));
  await type(user, field, '123');
  expect(model.validate(true, false)).toBe(false);
  const words = 'Svaret är inte färdigt. Skriv så här: 123 45. Eller ta bort det du har skrivit.';
  expect(await screen.findByText(words)).toBeVisible();
  expect(answersToSend(model)).toEqual({});
  await user.keyboard('45');
  await waitFor(() => expect(screen.queryByText(words)).toBeNull());
});

test.each([
  ['en', 'The answer is not finished. Write it like this: A-1. Or remove what you have written.'],
  ['ar', 'الإجابة غير مكتملة. اكتب هكذا: \u2066A-1\u2069. أو احذف ما كتبته.'],
])('in %s, too', async (language, words) => {
  const { model, user, field } = await show(pattern('a-9'), { language });
  await type(user, field, 'x');
  model.validate(true, false);
  expect(await screen.findByText(words)).toBeVisible();
});

test('what is kept as it looks is sent as it looks; letters get the whole keyboard', async () => {
  const { model, user, field } = await show(pattern('aaa 999', { saveMaskedValue: true }));
  expect(field).not.toHaveAttribute('inputmode');
  await type(user, field, 'abc123');
  expect(answersToSend(model)).toEqual({ q: 'abc 123' });
});

test('an amount is shown with its unit and sent as a number, whichever sign the keyboard has for decimals', async () => {
  const currency = { maskType: 'currency', maskSettings: { ...swedish, suffix: ' kr', allowNegativeValues: false } };
  const { model, user, field } = await show(currency);
  expect(field).toHaveAttribute('inputmode', 'decimal');
  expect(field).not.toHaveAccessibleDescription(/Skriv så här/);
  await type(user, field, '12500.5');
  expect(field).toHaveValue('12 500,5 kr');
  expect(answersToSend(model)).toEqual({ q: 12500.5 });
});

test('digits of an Arabic keyboard are digits', async () => {
  const { model, user, field } = await show(pattern('999'));
  await type(user, field, '١٢٣');
  expect(answersToSend(model)).toEqual({ q: '123' });
});

test('a number out of range stays to be seen and is told, with the limit', async () => {
  const { model, user, field } = await show({ maskType: 'numeric', maskSettings: { ...swedish, min: 100, max: 5000 } });
  await type(user, field, '5');
  expect(model.validate(true, false)).toBe(false);
  expect(await screen.findByText('Värdet får inte vara mindre än 100')).toBeVisible();
  expect(field).toHaveValue('5');
  await user.keyboard('0000');
  model.validate(true, false);
  expect(await screen.findByText('Värdet får inte vara större än 5000')).toBeVisible();
});

test('a date is written in the order asked for, and sent as days are stored; one too early is told', async () => {
  const own = { maskType: 'datetime', maskSettings: { pattern: 'dd/mm/yyyy', min: '2020-01-01' } };
  const { model, user, field } = await show(own);
  await type(user, field, '31122024');
  expect(field).toHaveValue('31/12/2024');
  expect(answersToSend(model)).toEqual({ q: '2024-12-31' });
  await user.clear(field);
  await type(user, field, '31121999');
  expect(model.validate(true, false)).toBe(false);
  expect(await screen.findByText('Värdet får inte vara mindre än 2020-01-01')).toBeVisible();
});

test('a draft comes back as it was left, and an answer can be taken away', async () => {
  const { model, user, field } = await show(pattern('999 99'), { answers: { q: '98765' } });
  expect(field).toHaveValue('987 65');
  await user.clear(field);
  expect(answersToSend(model)).toEqual({});
  expect(model.validate(true, false)).toBe(true);
});

test('in the entries of a repeating panel masks and limits hold, too', async () => {
  const inner = [asked(pattern('99'), 'code'), asked({ maskType: 'numeric', maskSettings: { min: 10 } }, 'hours')];
  const panel = { type: 'paneldynamic', name: 'jobs', title: text('Arbeten'), templateElements: inner, panelCount: 1 };
  const model = makeModel(formOf(panel), {}, 'sv');
  render(<Survey model={model} />);
  const user = userEvent.setup();
  const [code, hours] = await screen.findAllByRole('textbox');
  await type(user, code!, '4a2');
  await type(user, hours!, '5');
  expect(answersToSend(model)).toEqual({ jobs: [{ code: '42', hours: 5 }] });
  expect(model.validate(true, false)).toBe(false);
  expect(await screen.findByText('Värdet får inte vara mindre än 10')).toBeVisible();
});
