// A participant between whom and the product something comes: a part that does not load, a reply cut short, another tab.
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { chromiumFlags, findChromium } from '../support/chromium.ts';
import { type Product, startProduct } from '../support/product.ts';
import { makeLinks } from '../support/submissions.ts';

let product: Product;
let browser: Browser;

beforeAll(async () => {
  product = await startProduct({ DEMO: 'on' });
  browser = await chromium.launch({ executablePath: await findChromium(), args: chromiumFlags });
});
afterAll(async () => {
  await browser?.close();
  await product?.stop();
  await product?.remove();
});

/** Links to the exit survey, whose first two pages are choices and whose third is a number. */
const makeToken = async () => (await makeLinks(product, 1))[0] ?? '';
const onPhone = () =>
  browser.newContext({ viewport: { width: 390, height: 844 }, locale: 'sv-SE', isMobile: true, hasTouch: true });
const open = async (context: BrowserContext, token: string): Promise<Page> => {
  const page = await context.newPage();
  await page.goto(`${product.address}/s/${token}`);
  await page.getByRole('button', { name: 'Börja' }).waitFor();
  return page;
};
const begin = async (page: Page) => {
  await page.getByRole('button', { name: 'Börja' }).click();
  await at(page, 'Fråga 1 av 6');
};
const at = (page: Page, words: string) => page.getByText(words, { exact: true }).waitFor();
const next = (page: Page) => page.getByRole('button', { name: 'Nästa' }).click();
const toTheEnd = async (page: Page) => {
  for (let pages = 1; pages < 6; pages++) await next(page);
  await at(page, 'Fråga 6 av 6');
};
const draftOf = async (token: string) => {
  const reply = await fetch(`${product.address}/api/respond/${token}`);
  return ((await reply.json()) as { draft: { answers: object } }).draft.answers;
};
/** All that the browser keeps of drafts. */
const keptIn = (page: Page) =>
  page.evaluate(
    () =>
      new Promise<string>((resolve) => {
        const opening = indexedDB.open('keyval-store');
        opening.onsuccess = () => {
          const all = opening.result.transaction('keyval').objectStore('keyval').getAll();
          all.onsuccess = () => resolve(JSON.stringify(all.result));
        };
      }),
  );

test('where the questions do not come the page says so, and goes on from there once they can be had', async () => {
  const context = await onPhone();
  await context.route(/assets\/Questions-/, (route) => route.abort());
  const page = await open(context, await makeToken());
  await page.getByRole('button', { name: 'Börja' }).click();
  await page.getByRole('heading', { name: 'Ingen kontakt' }).waitFor();
  await context.setOffline(true);
  await page.getByRole('button', { name: 'Försök igen' }).click();
  await page.getByRole('heading', { name: 'Ingen kontakt' }).waitFor();
  await context.setOffline(false);
  await context.unroute(/assets\/Questions-/);
  await page.getByRole('button', { name: 'Försök igen' }).click();
  await begin(page);
  await context.close();
});

test('a receipt that is cut short on the way is asked for again, and the answers are stored once', async () => {
  const context = await onPhone();
  const page = await open(context, await makeToken());
  await begin(page);
  await page.getByRole('radio', { name: /^Ja/ }).check();
  await toTheEnd(page);
  const statuses: number[] = [];
  await context.route(/\/api\/respond\/[^/]+$/, async (route) => {
    const reply = await route.fetch();
    statuses.push(reply.status());
    if (statuses.length > 1) return route.fulfill({ response: reply });
    return route.fulfill({ status: reply.status(), contentType: 'application/json', body: '{"receip' });
  });
  await page.getByRole('button', { name: 'Skicka svaren' }).click();
  await page.getByRole('heading', { name: 'Tack. Dina svar är skickade.' }).waitFor();
  expect(statuses).toEqual([201, 200]);
  await context.close();
});

test('two tabs with the same link put their answers together, and when one has sent them the other says so', async () => {
  const token = await makeToken();
  const context = await onPhone();
  const [one, other] = [await open(context, token), await open(context, token)];
  await begin(other);
  await one.bringToFront();
  await begin(one);
  await one.getByRole('radio', { name: /^Ja/ }).check();
  await next(one);
  await one.getByRole('radio').first().check();
  await next(one);
  await one.getByRole('spinbutton').fill('12');
  await at(one, 'Sparat');

  await other.bringToFront();
  await other.getByRole('radio', { name: /^Nej/ }).check();
  await at(other, 'Sparat');
  const together = { feelsBetter: 'no', nextStep: 'work', activityHours: 12 };
  expect(await draftOf(token)).toEqual(together);
  await next(other);
  expect(await other.getByRole('radio').first().isChecked()).toBe(true);
  await other.getByRole('button', { name: 'Ta bort mitt svar' }).click();
  await at(other, 'Sparat');
  expect(await draftOf(token)).toEqual({ feelsBetter: 'no', activityHours: 12 });

  await one.bringToFront();
  for (let pages = 3; pages < 6; pages++) await next(one);
  await one.getByRole('button', { name: 'Skicka svaren' }).click();
  await one.getByRole('heading', { name: 'Tack. Dina svar är skickade.' }).waitFor();
  await other.bringToFront();
  await other.getByRole('radio').nth(1).check();
  await other.getByRole('heading', { name: 'Länken är redan använd' }).waitFor();
  await expect.poll(() => keptIn(other)).toBe('[]');
  await context.close();
});

test('answers that arrived while the phone was switched off do not stay in it', async () => {
  const token = await makeToken();
  const context = await onPhone();
  const page = await open(context, token);
  await begin(page);
  await page.getByRole('radio', { name: /^Ja/ }).check();
  await toTheEnd(page);
  await context.route(/\/api\/respond\/[^/]+$/, async (route) => {
    await route.fetch();
    await route.abort();
  });
  await page.getByRole('button', { name: 'Skicka svaren' }).click();
  await page.getByText('Ingen kontakt just nu. Svaren är sparade här').waitFor();
  await context.unroute(/\/api\/respond\/[^/]+$/);
  expect(await keptIn(page)).toContain('feelsBetter');
  await page.reload();
  await page.getByRole('heading', { name: 'Länken är redan använd' }).waitFor();
  await expect.poll(() => keptIn(page)).toBe('[]');
  await context.close();
});

test('a language chosen without a network turns the survey at once, and the rest of the page when it is back', async () => {
  const context = await onPhone();
  const page = await open(context, await makeToken());
  await begin(page);
  await context.setOffline(true);
  await page.getByRole('combobox').selectOption('ar');
  await page.getByText('هل حالتك الآن أفضل').first().waitFor();
  await at(page, 'Fråga 1 av 6');
  await context.setOffline(false);
  await page.getByRole('button', { name: 'التالي' }).waitFor();
  await context.close();
});
