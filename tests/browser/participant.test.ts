import { MongoClient } from 'mongodb';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { violationsOn } from '../support/accessible.ts';
import { chromiumFlags, findChromium } from '../support/chromium.ts';
import { type Gate, startGate } from '../support/gate.ts';
import { type Product, startProduct } from '../support/product.ts';
import { designerIn, scriptsAskedBy } from '../support/scripts.ts';

let gate: Gate;
let product: Product;
let browser: Browser;
let token: string;

beforeAll(async () => {
  gate = await startGate();
  product = await startProduct({ MONGODB_URI: gate.uri, DEMO: 'on' });
  browser = await chromium.launch({ executablePath: await findChromium(), args: chromiumFlags });
  const { email, password } = product.administrator;
  token = (await post<{ token: string }>('/session', { email, password })).token;
});
afterAll(async () => {
  await browser?.close();
  await product?.stop();
  await product?.remove();
  await gate?.close();
});

const post = async <Reply>(path: string, body: unknown, bearer?: string): Promise<Reply> => {
  const headers = { 'content-type': 'application/json', ...(bearer ? { authorization: `Bearer ${bearer}` } : {}) };
  const reply = await fetch(`${product.address}/api${path}`, { method: 'POST', headers, body: JSON.stringify(body) });
  expect(reply.ok, `${path}: ${reply.status}`).toBe(true);
  return (await reply.json()) as Reply;
};
const makeLink = async (survey: string): Promise<string> => {
  const body = { survey, site: 'skara', count: 1 };
  const { links } = await post<{ links: string[] }>('/programmes/cresco-plus/invitations', body, token);
  return `${product.address}/s/${links[0]!.split('/s/')[1]}`;
};
const scripts: Set<string>[] = [];
const onPhone = async (): Promise<BrowserContext> => {
  const viewport = { width: 390, height: 844 };
  const context = await browser.newContext({ viewport, locale: 'sv-SE', isMobile: true, hasTouch: true });
  scripts.push(scriptsAskedBy(context));
  return context;
};
const next = (page: Page) => page.getByRole('button', { name: 'Nästa' }).click();
const at = (page: Page, words: string) => page.getByText(words, { exact: true }).waitFor();

test('on a phone: who sees the answers comes first, a reload loses nothing, the answers are sent once and receipted', async () => {
  const link = await makeLink('exit');
  const context = await onPhone();
  const page = await context.newPage();
  await page.goto(link);
  await page.getByText('Det är frivilligt att svara.').waitFor();
  expect(await page.locator('input').count()).toBe(0);
  expect(await violationsOn(page)).toEqual([]);

  await page.getByRole('button', { name: 'Börja' }).click();
  await at(page, 'Fråga 1 av 6');
  expect(await violationsOn(page)).toEqual([]);
  for (const box of await Promise.all((await page.getByRole('button').all()).map((each) => each.boundingBox())))
    expect(box!.height).toBeGreaterThanOrEqual(48);
  await page.getByRole('radio', { name: /^Ja/ }).check();
  await next(page);
  await at(page, 'Fråga 2 av 6');
  await next(page);
  await page.getByRole('spinbutton').fill('12');
  await at(page, 'Sparat');

  await page.reload();
  await page.getByRole('button', { name: 'Fortsätt där du var' }).click();
  await at(page, 'Fråga 3 av 6');
  expect(await page.getByRole('spinbutton').inputValue()).toBe('12');
  await page.getByRole('button', { name: 'Tillbaka' }).click();
  await page.getByRole('button', { name: 'Tillbaka' }).click();
  expect(await page.getByRole('radio', { name: /^Ja/ }).isChecked()).toBe(true);

  for (let pages = 1; pages < 6; pages++) await next(page);
  await at(page, 'Fråga 6 av 6');
  await page.getByRole('textbox').fill('Att någon lyssnade.');
  await page.getByRole('button', { name: 'Skicka svaren' }).dblclick();
  await page.getByRole('heading', { name: 'Tack. Dina svar är skickade.' }).waitFor();
  expect(await violationsOn(page)).toEqual([]);

  await page.goto(link);
  await page.getByRole('heading', { name: 'Länken är redan använd' }).waitFor();
  expect(await page.evaluate(() => JSON.stringify(localStorage))).not.toContain('lyssnade');
  await context.close();
});

test('a number outside the range is pointed out on its page, in words, and nothing is sent', async () => {
  const context = await onPhone();
  const page = await context.newPage();
  await page.goto(await makeLink('exit'));
  await page.getByRole('button', { name: 'Börja' }).click();
  await next(page);
  await next(page);
  await page.getByRole('spinbutton').fill('95');
  await next(page);
  await page.getByText('Värdet får inte vara större än 80').waitFor();
  await at(page, 'Fråga 3 av 6');
  await context.close();
});

test('without a network the answers wait in the phone and are sent by themselves when it is back', async () => {
  const context = await onPhone();
  const page = await context.newPage();
  await page.goto(await makeLink('treatment'));
  await page.getByRole('button', { name: 'Börja' }).click();
  await page.getByRole('radio', { name: /^Bra/ }).check();
  for (let pages = 1; pages < 5; pages++) await next(page);
  await at(page, 'Fråga 5 av 5');
  await context.setOffline(true);
  await page.getByRole('button', { name: 'Skicka svaren' }).click();
  await page.getByText('Ingen kontakt just nu. Svaren är sparade här').waitFor();
  await context.setOffline(false);
  await page.getByRole('heading', { name: 'Tack. Dina svar är skickade.' }).waitFor();
  await context.close();
});

test('while the database is away the answers wait in the phone, and are stored once when it is back', async () => {
  const client = await MongoClient.connect(gate.direct);
  const stored = () => client.db().collection('responses').countDocuments({ survey: 'treatment', mode: 'link' });
  const before = await stored();
  const context = await onPhone();
  const page = await context.newPage();
  await page.goto(await makeLink('treatment'));
  await page.getByRole('button', { name: 'Börja' }).click();
  await page.getByRole('radio', { name: /^Bra/ }).check();
  await page.getByText('Sparat', { exact: true }).waitFor();
  await gate.goAway('hang');
  for (let pages = 1; pages < 5; pages++) await next(page);
  await at(page, 'Fråga 5 av 5');
  await page.getByRole('button', { name: 'Skicka svaren' }).click();
  await page.getByText('Ingen kontakt just nu. Svaren är sparade här').waitFor();
  expect(await violationsOn(page)).toEqual([]);
  await gate.comeBack();
  await page.getByRole('heading', { name: 'Tack. Dina svar är skickade.' }).waitFor();
  expect(await stored()).toBe(before + 1);
  await context.close();
  await client.close();
});

test('the language can be changed in the middle: Arabic reads from the right, and says that a computer translated it', async () => {
  const context = await onPhone();
  const page = await context.newPage();
  await page.goto(await makeLink('exit'));
  await page.getByLabel('Språk').selectOption('ar');
  await page.getByText('هذه الترجمة من عمل الحاسوب').waitFor();
  expect(await page.locator('html').getAttribute('dir')).toBe('rtl');
  expect(await page.locator('html').getAttribute('lang')).toBe('ar');
  expect(await violationsOn(page)).toEqual([]);
  await page.locator('button.primary').click();
  await page.getByRole('radio').first().check();
  await page.getByRole('combobox').selectOption('sv');
  await at(page, 'Fråga 1 av 6');
  expect(await page.getByRole('radio').first().isChecked()).toBe(true);
  await context.close();
});

test('a coordinator who answers the collaboration survey rates every indicator row by row on a phone', async () => {
  const context = await onPhone();
  const page = await context.newPage();
  await page.goto(await makeLink('collaboration'));
  await page.getByRole('button', { name: 'Börja' }).click();
  await page.getByRole('radio', { name: /ordnare/ }).check();
  for (let pages = 1; pages < 4; pages++) await next(page);
  const rows = page.getByRole('group');
  expect(await rows.count()).toBe(10);
  const meaning = 'Ungefär hälften av dem som behöver en insats erbjuds den.';
  await page.getByRole('definition').filter({ hasText: meaning }).waitFor();
  const sometimes = rows.first().getByRole('radio', { name: 'Ibland' });
  await sometimes.check();
  const [chosen, below] = await Promise.all(
    [sometimes.locator('xpath=..'), rows.first().getByText(meaning)].map((each) => each.boundingBox()),
  );
  const gap = below!.y - (chosen!.y + chosen!.height);
  expect(gap).toBeGreaterThanOrEqual(0);
  expect(gap).toBeLessThan(24);
  const width = await page.evaluate(() => document.documentElement.scrollWidth);
  expect(width).toBeLessThanOrEqual(390);
  expect(await violationsOn(page)).toEqual([]);
  await context.close();
});

test.each([
  ['a phone at 200 %', 195, 'sv-SE'],
  ['a phone at 200 %', 195, 'ar'],
  ['a small phone', 320, 'sv-SE'],
])(
  'on %s (%i px, %s) no page scrolls sideways, and the keyboard alone comes from the first page to the receipt',
  async (_, width, locale) => {
    const context = await browser.newContext({ viewport: { width, height: 600 }, locale });
    const page = await context.newPage();
    const widest = () => page.evaluate(() => document.documentElement.scrollWidth);
    const focused = () => page.evaluate(() => document.activeElement?.className);
    await page.goto(await makeLink('exit'));
    await page.locator('button.primary').focus();
    expect(await widest()).toBeLessThanOrEqual(width);
    for (let number = 1; number <= 6; number++) {
      await page.keyboard.press('Enter');
      await page.getByText(new RegExp(`${number}.* 6$`)).waitFor();
      await expect.poll(focused).toBe('progress');
      expect(await widest()).toBeLessThanOrEqual(width);
      for (const words of await page.locator('.scale-words').all())
        expect((await words.boundingBox())!.width).toBeGreaterThan(100);
      while (!(await focused())?.includes('primary')) await page.keyboard.press('Tab');
    }
    await page.keyboard.press('Enter');
    await page.locator('.receipt').waitFor();
    await context.close();
  },
);

test('an unknown link says so', async () => {
  const page = await browser.newPage({ locale: 'sv-SE' });
  await page.goto(`${product.address}/s/${'x'.repeat(32)}`);
  await page.getByRole('heading', { name: 'Länken finns inte' }).waitFor();
  await page.close();
});

test('nothing of the designer was loaded for those who answer', () => {
  const all = new Set(scripts.flatMap((each) => [...each]));
  expect(all.size).toBeGreaterThan(1);
  expect(designerIn(all)).toEqual([]);
});
