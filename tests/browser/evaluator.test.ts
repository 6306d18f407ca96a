import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { violationsOn } from '../support/accessible.ts';
import { chromiumFlags, findChromium } from '../support/chromium.ts';
import { startDemonstration } from '../support/demonstration.ts';
import type { Product } from '../support/product.ts';
import { designerIn, scriptsAskedBy } from '../support/scripts.ts';

let product: Product;
let browser: Browser;
let page: Page;
let scripts: Set<string>;

const signIn = async () => {
  const account = /evaluator\s+(\S+@\S+)\s+(\S+)/.exec(product.printed());
  await page.goto(`${product.address}/sign-in`);
  await page.getByLabel('E-postadress').fill(account?.[1] ?? '');
  await page.getByRole('textbox', { name: /Lösenord/ }).fill(account?.[2] ?? '');
  await page.getByRole('button', { name: 'Logga in' }).click();
  await page.waitForURL('**/programmes/*/goals');
};

beforeAll(async () => {
  product = await startDemonstration();
  browser = await chromium.launch({ executablePath: await findChromium(), args: chromiumFlags });
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, locale: 'sv-SE' });
  scripts = scriptsAskedBy(context);
  page = await context.newPage();
  await signIn();
});
afterAll(async () => {
  await browser?.close();
  await product?.stop();
  await product?.remove();
});

const open = async (path: string) => {
  await page.goto(`${product.address}/programmes/cresco-plus/goals${path}`);
  await page.getByRole('heading', { level: 1 }).waitFor();
};
const cellsOf = async (table: string | RegExp, row: string) => {
  const cells = page
    .getByRole('table', { name: table })
    .getByRole('row')
    .filter({ has: page.getByRole('rowheader', { name: row, exact: true }) })
    .getByRole('cell');
  return (await cells.allInnerTexts()).map((text) => text.replace(/\s+/g, ' ').trim());
};

test('an evaluator reads each goal with target, value, base, interval and status, computed and judged apart', async () => {
  await open('');
  const health = await cellsOf('Mål', 'Upplever bättre hälsa');
  expect(health.slice(0, 4)).toEqual(['minst 90 %', '60 %', '188 av 311', '55 % till 66 %']);
  const activity = await cellsOf('Mål', 'Ökad aktivitet');
  expect(activity.at(-1)).toBe('inte uppnått Bedömning: uppnått');
  expect(await violationsOn(page)).toEqual([]);
});

test('a group of too few is hidden, with the reason, and neither its figures nor the sum of the rest are told', async () => {
  await open('/kept-after-six-months?by=ageBand');
  const table = page.getByRole('table');
  await table.getByText('16–18 år').waitFor();
  const hidden = table.getByRole('row').filter({ hasText: '16–18 år' });
  expect((await hidden.innerText()).replace(/\s+/g, ' ').trim()).toBe('16–18 år dold');
  await page.getByText('2 grupper är dolda.').waitFor();
  await page.getByText('En grupp med färre än 5 visas inte', { exact: false }).waitFor();
  await page.getByText('Grupperna kan inte summeras här').waitFor();
  await page.getByText('Svarsfrekvensen skiljer tio procentenheter', { exact: false }).waitFor();
  const chart = page.getByRole('img', { name: /uppdelat efter ålder/ });
  expect(await chart.locator('text=dold').count()).toBe(2);
  expect(await violationsOn(page)).toEqual([]);
});

test('women and men at a site that are too few have no number in the page nor in what the server sent', async () => {
  const sent = page.waitForResponse((reply) => reply.url().includes('/results?by='));
  await open('/work-or-studies?by=gender*site');
  const { goals } = (await (await sent).json()) as { goals: { id: string; groups: { suppressed: boolean }[] }[] };
  const groups = goals.find((goal) => goal.id === 'work-or-studies')!.groups.filter((group) => group.suppressed);
  expect(groups.length).toBeGreaterThan(0);
  for (const group of groups) expect(Object.keys(group).sort()).toEqual(['by', 'suppressed']);
  const table = page.getByRole('table');
  await table.waitFor();
  const rows = await table.getByRole('row').filter({ hasText: 'dold' }).allInnerTexts();
  expect(rows.length).toBe(groups.length);
  for (const row of rows) expect(row).not.toMatch(/\d/);
  expect(await violationsOn(page)).toEqual([]);
});

test('on a phone goals stand one under the other and no page is wider than the screen', async () => {
  await page.setViewportSize({ width: 390, height: 844 });
  for (const path of ['', '/work-or-studies?by=gender*site']) {
    await open(path);
    await page.getByText('16 %').first().waitFor();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
    expect(await violationsOn(page)).toEqual([]);
  }
  await page.setViewportSize({ width: 1280, height: 900 });
});

test('a verdict needs a motivation, keeps its author, leaves the computed status as it was, and can be taken back', async () => {
  await open('/progression');
  await page.getByRole('button', { name: 'Bedöm målet' }).click();
  await page.getByRole('radio', { name: 'nära' }).check();
  await page.getByRole('button', { name: 'Spara', exact: true }).click();
  await page.getByText('En bedömning behöver en motivering.').waitFor();
  await page.getByRole('textbox', { name: /Motivering/ }).fill('Männen ligger efter.');
  await page.getByRole('button', { name: 'Spara', exact: true }).click();
  await page.getByText('Männen ligger efter.').waitFor();
  await page.getByText(/^Eva Utvärderare, \d{4}-\d{2}-\d{2}$/).waitFor();
  await open('');
  expect((await cellsOf('Mål', 'Progression, alla nio frågor')).at(-1)).toBe('uppnått Bedömning: nära');
  await open('/progression');
  await page.getByRole('button', { name: 'Ta bort bedömningen' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Ta bort bedömningen' }).click();
  await page.getByText('Ingen har bedömt målet än.').waitFor();
});

test('what stands behind a goal, and a cross table, are readable on a phone with all tables open', async () => {
  await page.setViewportSize({ width: 390, height: 844 });
  for (const path of ['/progression-know-what-to-do?by=gender', '/../cross-table?row=gender&column=site']) {
    await open(path);
    await page
      .getByText(/Skillnader|chi-två|Inget test/i)
      .first()
      .waitFor();
    for (const summary of await page.locator('.analysis summary').all()) await summary.click();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
    expect(await violationsOn(page)).toEqual([]);
  }
  await page.setViewportSize({ width: 1280, height: 900 });
});

test('a difference is a sentence with its interval: women against all others, as the published shares have it', async () => {
  await open('/work-or-studies?by=gender');
  const section = page.getByRole('region', { name: 'Fördelning och skillnader' });
  await section.getByText(/^Kvinnor ligger 4,8 procentenheter under övriga: 14 % mot 19 %/).waitFor();
  await section.getByRole('heading', { name: 'Status efter avslut' }).waitFor();
});

test('nothing of the designer was loaded for an evaluator', () => {
  expect(scripts.size).toBeGreaterThan(3);
  expect(designerIn(scripts)).toEqual([]);
});
