// From frozen figures to a report: frozen, written to by two at once, fetched as PDF, and set against what came in later.
import { readFile } from 'node:fs/promises';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { violationsOn } from '../support/accessible.ts';
import { chromiumFlags, findChromium } from '../support/chromium.ts';
import { startDemonstration } from '../support/demonstration.ts';
import type { Product } from '../support/product.ts';

let product: Product;
let browser: Browser;
let context: BrowserContext;
let page: Page;
/** Of the one snapshot, below the product's address. */
let snapshot: string;

beforeAll(async () => {
  product = await startDemonstration();
  browser = await chromium.launch({ executablePath: await findChromium(), args: chromiumFlags });
  context = await browser.newContext({ viewport: { width: 1280, height: 900 }, locale: 'sv-SE' });
  const [, email, password] = /evaluator\s+(\S+@\S+)\s+(\S+)/.exec(product.printed()) ?? [];
  await context.request.post(`${product.address}/api/session`, { data: { email, password } });
  page = await context.newPage();
});
afterAll(async () => {
  await browser?.close();
  await product?.stop();
  await product?.remove();
});

const open = async (path: string) => {
  await page.goto(`${product.address}${path}`);
  await page.getByRole('heading', { level: 1 }).waitFor();
};
const phone = { width: 390, height: 844 };
const desk = { width: 1280, height: 900 };
const expectFits = async (size: typeof phone) => {
  await page.setViewportSize(size);
  // The menu slides away first.
  await page.waitForFunction((most) => document.documentElement.scrollWidth <= most, size.width);
};
/** On a phone nothing is wider than the screen; accessible at the size given. Of many goals that look alike, one is checked. */
const expectReadable = async (size: typeof phone) => {
  await expectFits(phone);
  await expectFits(size);
  expect(await violationsOn(page, { without: ['.frozen-goal ~ .frozen-goal'] })).toEqual([]);
};
const asJson = async (path: string, options: { token?: string; body?: object } = {}) => {
  const reply = await fetch(`${product.address}/api${path}`, {
    method: options.body ? 'POST' : 'GET',
    headers: { 'content-type': 'application/json', ...(options.token && { authorization: `Bearer ${options.token}` }) },
    ...(options.body && { body: JSON.stringify(options.body) }),
  });
  expect(reply.ok).toBe(true);
  return (await reply.json()) as Record<string, unknown>;
};
/** Exit surveys of one site come in by links of its own. */
const answer = async (count: number) => {
  const { token } = (await asJson('/session', { body: product.administrator })) as { token: string };
  const body = { survey: 'exit', site: 'skara', count };
  const { links } = await asJson('/programmes/cresco-plus/invitations', { token, body });
  const answers = { feelsBetter: 'yes', nextStep: 'work', gotSupport: 'yes', coordinatorBelieved: 'yes' };
  const send = (link: string) => {
    const submission = { submissionId: crypto.randomUUID(), language: 'sv', answers };
    return asJson(`/respond/${link.split('/').at(-1)}`, { body: submission });
  };
  await Promise.all((links as string[]).map(send));
};
interface Frozen {
  content: { results: { goals: { id: string }[] } };
}
const health = () => page.getByRole('region', { name: 'Upplever bättre hälsa', exact: true });

test('results are frozen under a name, and stand there read-only with their status in words', async () => {
  await open('/programmes/cresco-plus/snapshots');
  await page.getByRole('heading', { name: 'Inget är fryst än' }).waitFor();
  await page.getByRole('button', { name: 'Frys resultaten' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox', { name: 'Namn' }).fill('Slutrapport');
  await dialog.getByRole('button', { name: 'Frys resultaten' }).click();
  await page.getByRole('heading', { level: 1, name: 'Slutrapport' }).waitFor();
  snapshot = new URL(page.url()).pathname;
  await health().getByText('188 av 311').first().waitFor();
  await health().getByText('inte uppnått').first().waitFor();
  await expectFits(phone);
  await expectFits(desk);
});

test('what two write at once is shown side by side and kept, and the PDF is made of it', async () => {
  await open(`${snapshot}/report`);
  const introduction = page.getByRole('textbox', { name: 'Inledning' });
  await introduction.waitFor();
  const texts = { language: 'sv', introduction: 'Monas ord.', goals: {}, reservations: '', closing: '' };
  const address = `${product.address}/api${snapshot}/report`;
  await context.request.put(address, { headers: { origin: product.address }, data: { revision: 0, ...texts } });
  await introduction.fill('Mina ord.');
  await introduction.blur();
  await page.getByRole('button', { name: 'Behåll båda' }).waitFor();
  await expectReadable(phone);
  await page.getByRole('button', { name: 'Behåll båda' }).click();
  await page.getByText('Allt är sparat').waitFor();
  expect(await introduction.inputValue()).toBe('Mina ord.\n\nMonas ord.');
  const made = page.waitForEvent('download');
  await page.getByRole('button', { name: 'PDF, på svenska' }).click();
  const file = await made;
  expect(file.suggestedFilename()).toMatch(/^cresco-plus_slutrapport_sv_\d{4}-\d{2}-\d{2}\.pdf$/);
  expect((await readFile(await file.path())).subarray(0, 5).toString()).toBe('%PDF-');
});

test('answers that come in later change what is compared with, not what is frozen; a few are not counted out', async () => {
  await answer(1);
  await open(`${snapshot}/comparison`);
  await page.getByText(/^Några svar, färre än 5, har kommit in/).waitFor();
  await answer(11);
  await open(`${snapshot}/comparison`);
  await page.getByText('12 svar har kommit in sedan dess.').waitFor();
  const changed = page.getByRole('region', { name: 'Mål som har ändrats' });
  const moved = changed.getByRole('listitem').filter({ hasText: 'Upplever bättre hälsa' });
  expect(((await moved.textContent()) ?? '').replace(/\s+/g, ' ')).toMatch(/Då60,5 %n = 311.*Nu61,9 %n = 323/);
  await page.getByText('Kontrollsumman stämmer', { exact: false }).waitFor();
  await expectReadable(phone);
  const frozen = (await (await context.request.get(`${product.address}/api${snapshot}`)).json()) as Frozen;
  const goal = frozen.content.results.goals.find(({ id }) => id === 'better-health');
  expect(goal).toMatchObject({ numerator: 188, denominator: 311 });
});

test("the funder's month says that its figures are rounded, and can be had as a file", async () => {
  await open('/programmes/cresco-plus/funder-report?month=2024-03');
  await page.getByText(/slumpvis avrundade/).waitFor();
  await expectReadable(desk);
  const made = page.waitForEvent('download');
  await page.getByRole('link', { name: 'Hämta som CSV' }).click();
  expect((await made).suggestedFilename()).toBe('cresco-plus-2024-03.csv');
});
