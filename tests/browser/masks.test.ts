// A form for answers is chosen in the designer, holds on a phone, and what was written is stored and exported as it should be.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readCsv } from '../../server/transfer/csv.ts';
import { runCommand } from '../api/commands/command.ts';
import { violationsOn } from '../support/accessible.ts';
import { chromiumFlags, findChromium } from '../support/chromium.ts';
import { type Product, startProduct } from '../support/product.ts';

let product: Product;
let browser: Browser;
let staff: BrowserContext;
let page: Page;
const out = mkdtempSync(join(tmpdir(), 'stegvis-masks-'));

beforeAll(async () => {
  product = await startProduct({ DEMO: 'on' });
  browser = await chromium.launch({ executablePath: await findChromium(), args: chromiumFlags });
  staff = await browser.newContext({ viewport: { width: 1280, height: 900 }, locale: 'sv-SE' });
  page = await staff.newPage();
  await send('/session', product.administrator);
});
afterAll(async () => {
  rmSync(out, { recursive: true, force: true });
  await browser?.close();
  await product?.stop();
  await product?.remove();
});

const send = async (path: string, data: object) => {
  const headers = { origin: product.address };
  const reply = await staff.request.post(`${product.address}/api${path}`, { data, headers });
  expect(reply.ok(), await reply.text()).toBe(true);
  return reply.json();
};
const text = (sv: string, en: string) => ({ sv, en });
const elements = [
  { type: 'text', name: 'zip', title: text('Vilket postnummer har du?', 'What is your postcode?'), maxLength: 200 },
  {
    ...{ type: 'text', name: 'rent', title: text('Vad betalar du i hyra?', 'What is your rent?') },
    ...{ inputType: 'number', min: 500, max: 30_000 },
  },
  { type: 'text', name: 'begun', title: text('Vilken dag började du?', 'Which day did you begin?') },
];
const survey = {
  ...{ name: 'hem', version: 1, anonymous: false, locale: 'sv', audience: 'participant', languages: ['sv', 'en'] },
  ...{
    machineTranslated: [],
    title: text('Om hemmet', 'About home'),
    whoSees: text('Samordnaren.', 'The coordinator.'),
  },
  ...{ information: text('Det är frivilligt.', 'It is voluntary.'), thanks: text('Tack', 'Thank you') },
  pages: elements.map((each, at) => ({ name: `p${at}`, title: text('Hem', 'Home'), elements: [each] })),
};

test('three forms are chosen in the designer, tried in its field, and published', async () => {
  await send('/surveys', { name: survey.name, source: JSON.stringify(survey) });
  await page.goto(`${product.address}/surveys/hem/edit`);
  const choose = async (question: RegExp, form: RegExp) => {
    await page.getByRole('button', { name: question, expanded: false }).click();
    await page.getByRole('combobox', { name: 'Svarets form' }).click();
    await page.getByRole('option', { name: form }).click();
  };
  const tried = page.frameLocator('iframe[title="Prova fältet"]').getByRole('textbox');
  await choose(/Vilket postnummer/, /mönster/);
  await tried.click();
  await page.keyboard.type('41123');
  await page.getByText('Sparas: 41123').waitFor();
  expect(await violationsOn(page)).toEqual([]);
  await choose(/Vad betalar du/, /belopp/);
  await tried.click();
  await page.keyboard.type('6500');
  await page.getByText('Sparas: 6500').waitFor();
  expect(await tried.inputValue()).toBe('6 500 kr');
  await choose(/Vilken dag/, /^datum, månad/);
  await page.getByRole('combobox', { name: 'Så skrivs det' }).click();
  await page.getByRole('option', { name: /dag\/månad\/år/ }).click();
  await tried.click();
  await page.keyboard.type('01022024');
  await page.getByText('Sparas: 2024-02-01').waitFor();
  expect(await violationsOn(page)).toEqual([]);
  await page.setViewportSize({ width: 390, height: 844 });
  const width = () => page.evaluate(() => document.documentElement.scrollWidth);
  await expect.poll(width).toBeLessThanOrEqual(390);
  await page.setViewportSize({ width: 1280, height: 900 });
  await page.keyboard.press('Control+s');
  await page.getByText('Inga fel.').waitFor();
  await page.getByRole('button', { name: /^Publicera/ }).click();
  await page.getByRole('button', { name: 'Publicera version 1' }).click();
  await page.getByRole('heading', { name: 'Version 1', exact: true }).waitFor();
});

test('on a phone the fields help and tell; a word that the keyboard composes is taken as well', async () => {
  const { links } = await send('/programmes/cresco-plus/invitations', { survey: 'hem', site: 'skara', count: 1 });
  const viewport = { width: 390, height: 844 };
  const phone = await browser.newContext({ viewport, locale: 'sv-SE', isMobile: true, hasTouch: true });
  const shown = await phone.newPage();
  await shown.goto(`${product.address}/s/${links[0].split('/s/')[1]}`);
  await shown.getByRole('button', { name: 'Börja' }).click();
  const field = shown.getByRole('textbox');
  const next = () => shown.getByRole('button', { name: 'Nästa' }).click();
  const at = (number: number) => shown.getByText(`Fråga ${number} av 3`, { exact: true }).waitFor();

  await at(1);
  expect(await field.getAttribute('inputmode')).toBe('numeric');
  await shown.getByText('Skriv så här: 123 45').waitFor();
  await field.click();
  await shown.keyboard.type('411');
  await next();
  await shown.getByText('Svaret är inte färdigt. Skriv så här: 123 45. Eller ta bort det du har skrivit.').waitFor();
  expect(await violationsOn(shown)).toEqual([]);
  await field.press('Control+a');
  await field.press('Delete');
  // As Android's keyboards write: the field learns of it afterwards.
  const keyboard = await phone.newCDPSession(shown);
  for (const part of ['4', '41', '411', '4112', '41123'])
    await keyboard.send('Input.imeSetComposition', {
      text: part,
      selectionStart: part.length,
      selectionEnd: part.length,
    });
  await keyboard.send('Input.insertText', { text: '41123' });
  await expect.poll(() => field.inputValue()).toBe('411 23');
  await shown.getByText('Sparat', { exact: true }).waitFor();
  await shown.reload();
  await shown.getByRole('button', { name: 'Fortsätt där du var' }).click();
  await at(1);
  expect(await field.inputValue()).toBe('411 23');
  await next();

  await at(2);
  await field.click();
  await shown.keyboard.type('450');
  await next();
  await shown.getByText('Värdet får inte vara mindre än 500').waitFor();
  await field.press('End');
  await field.press('Control+a');
  await shown.keyboard.type('7250');
  expect(await field.inputValue()).toBe('7 250 kr');
  await next();

  await at(3);
  await field.click();
  await shown.keyboard.type('31122024');
  expect(await field.inputValue()).toBe('31/12/2024');
  expect(await violationsOn(shown)).toEqual([]);
  await shown.getByRole('button', { name: 'Skicka svaren' }).click();
  await shown.getByRole('heading', { name: 'Tack. Dina svar är skickade.' }).waitFor();
  await phone.close();
});

test('in the files stand the text without its space, a number that can be counted with, and a day as days are stored', async () => {
  const { code, stderr } = await runCommand('export', ['cresco-plus', out], product.environment);
  expect([code, stderr]).toEqual([0, '']);
  const read = (name: string) => readCsv(readFileSync(join(out, name)));
  const { columns, records } = read('responses/hem.csv');
  const cell = (name: string) => records[0]?.cells[columns.indexOf(name)];
  expect(records).toHaveLength(1);
  expect([cell('zip'), cell('rent'), cell('begun')]).toEqual(['41123', '7250', '2024-12-31']);
  const book = read('codebook.csv');
  const [file, column, kind] = ['file', 'column', 'kind'].map((name) => book.columns.indexOf(name));
  const kinds = book.records
    .filter(({ cells }) => cells[file!] === 'responses/hem.csv')
    .map(({ cells }) => [cells[column!], cells[kind!]]);
  expect(Object.fromEntries(kinds)).toMatchObject({ zip: 'text', rent: 'number', begun: 'text' });
});
