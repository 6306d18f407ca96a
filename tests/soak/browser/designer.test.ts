// An administrator who is no programmer makes a questionnaire from nothing by keyboard alone, publishes it, changes it, and sees in
// the results which answers cannot be compared.
import { type Browser, type BrowserContext, chromium, type Locator, type Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { violationsOn } from '../../support/accessible.ts';
import { chromiumFlags, findChromium } from '../../support/chromium.ts';
import { type Product, startProduct } from '../../support/product.ts';

let product: Product;
let browser: Browser;
let staff: BrowserContext;
let page: Page;

beforeAll(async () => {
  product = await startProduct({ DEMO: 'on' });
  browser = await chromium.launch({ executablePath: await findChromium(), args: chromiumFlags });
  staff = await browser.newContext({ viewport: { width: 1280, height: 900 }, locale: 'sv-SE' });
  page = await staff.newPage();
  const reply = await staff.request.post(`${product.address}/api/session`, {
    data: product.administrator,
    headers: { origin: product.address },
  });
  expect(reply.ok()).toBe(true);
});
afterAll(async () => {
  await browser?.close();
  await product?.stop();
  await product?.remove();
});

const send = async (path: string, data: object, method: 'post' | 'put' = 'post') => {
  const reply = await staff.request[method](`${product.address}/api${path}`, {
    data,
    headers: { origin: product.address },
  });
  expect(reply.ok(), await reply.text()).toBe(true);
  return reply.json();
};

/** By Tab alone, forwards or backwards: what cannot be reached so is out of reach for many. */
const reach = async (target: Locator, key: 'Tab' | 'Shift+Tab' = 'Tab') => {
  await target.waitFor({ state: 'attached' });
  for (let tabs = 0; tabs < 120; tabs++) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press(key);
  }
  throw new Error(`${target} is not reached by ${key}`);
};
const press = async (target: Locator, key = 'Enter') => {
  await reach(target);
  await page.keyboard.press(key);
};
const write = async (target: Locator, text: string) => {
  await reach(target);
  await page.keyboard.press('Control+a');
  await page.keyboard.type(text);
};
/** In an opened list. */
const choose = async (name: string | RegExp) => {
  const option = page.getByRole('option', { name }).filter({ visible: true });
  await option.waitFor();
  for (let downs = 0; downs < 40; downs++) {
    if ((await option.getAttribute('data-combobox-selected')) === 'true') break;
    await page.keyboard.press('ArrowDown');
  }
  await page.keyboard.press('Enter');
};
const field = (name: string) => page.getByRole('textbox', { name, exact: true });
const radio = (name: string) => page.getByRole('radio', { name });

test('a questionnaire with a condition and two languages is made by keyboard alone and answered on a phone', async () => {
  await page.goto(`${product.address}/surveys`);
  await press(page.getByRole('button', { name: 'Ny enkät' }));
  await write(page.getByLabel(/Rubrik på svenska/), 'Bemötande');
  await write(page.getByLabel(/Rubrik på engelska/), 'How you are treated');
  await write(page.getByLabel(/Namn i adresser/), 'bemotande');
  await press(page.getByRole('button', { name: 'Börja skriva' }));

  const beside = page.getByRole('combobox', { name: 'Skriv även på' });
  await press(beside);
  await choose('svenska och English');
  await press(page.getByRole('button', { name: /Skriv den första frågan här/ }));
  await write(field('Fråga på Svenska'), 'Hur har du blivit bemött?');
  await write(field('Fråga på English'), 'How have you been treated?');
  await write(field('Alternativ 1 på Svenska'), 'Bra');
  await write(field('Alternativ 1 på English'), 'Well');
  await write(field('Kod för alternativ 1'), 'well');
  await write(field('Alternativ 2 på Svenska'), 'Dåligt');
  await write(field('Alternativ 2 på English'), 'Badly');
  await write(field('Kod för alternativ 2'), 'badly');
  await page.keyboard.press('Escape');

  await press(page.getByRole('button', { name: 'Lägg till fråga på Sida 1' }));
  const longText = page.getByRole('menuitem', { name: 'Lång text' });
  await longText.waitFor();
  for (let downs = 0; downs < 20 && !(await longText.evaluate((item) => item === document.activeElement)); downs++)
    await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await field('Fråga på Svenska').waitFor();
  await write(field('Fråga på Svenska'), 'Vad hände?');
  await write(field('Fråga på English'), 'What happened?');
  await reach(radio('alltid').first());
  await page.keyboard.press('ArrowRight');
  await press(page.getByRole('combobox', { name: 'Fråga', exact: true }));
  await choose(/Hur har du blivit bemött/);
  await press(page.getByRole('combobox', { name: 'Värde', exact: true }));
  await choose('Dåligt');
  await page.getByText("{firstQuestion} = 'badly'").waitFor();
  expect(await violationsOn(page)).toEqual([]);

  await page.keyboard.press('Control+s');
  await page.getByText('Inga fel.').waitFor();
  await press(page.getByRole('button', { name: /^Publicera/ }));
  await press(page.getByRole('button', { name: 'Publicera version 1' }));
  await page.getByRole('heading', { name: 'Version 1', exact: true }).waitFor();
  await answer('Dåligt', 'Ingen lyssnade.');
});

/** On a phone; the second question comes only where the first says so. */
const answer = async (choice: string, comment?: string) => {
  const { links } = await send('/programmes/cresco-plus/invitations', {
    survey: 'bemotande',
    site: await site(),
    count: 1,
  });
  const phone = await browser.newContext({ viewport: { width: 390, height: 844 }, locale: 'sv-SE', isMobile: true });
  const shown = await phone.newPage();
  await shown.goto(links[0]);
  await shown.getByRole('button', { name: 'Börja' }).click();
  await shown.getByRole('radio', { name: choice }).first().waitFor();
  expect(await shown.getByRole('textbox').count()).toBe(0);
  await shown.getByRole('radio', { name: choice }).check();
  if (comment) await shown.getByRole('textbox').fill(comment);
  await shown.getByRole('button', { name: 'Skicka svaren' }).click();
  await shown.getByRole('heading', { name: 'Tack. Dina svar är skickade.' }).waitFor();
  await phone.close();
};
/** Enough to be shown, through the door that the phone's answers go through. */
const answerMany = async (count: number, firstQuestion: string) => {
  const { links } = await send('/programmes/cresco-plus/invitations', {
    survey: 'bemotande',
    site: await site(),
    count,
  });
  for (const link of links as string[]) {
    const token = link.split('/').at(-1) ?? '';
    await send(`/respond/${token}`, { submissionId: crypto.randomUUID(), language: 'sv', answers: { firstQuestion } });
  }
};
const programme = async () =>
  (await (await staff.request.get(`${product.address}/api/programmes/cresco-plus`)).json()) as {
    revision: number;
    definition: { sites: { slug: string }[]; goals: object[] };
  };
const site = async () => (await programme()).definition.sites[0]?.slug;
const published = async (version: number) =>
  page.getByRole('heading', { name: `Version ${version}`, exact: true }).waitFor();

test('a wording declared comparable and a choice that is not: the results warn of the one and not of the other', async () => {
  await answerMany(12, 'well');
  const { revision, definition } = await programme();
  const goal = (id: string, of: string) => ({
    ...{ id, title: { sv: `Mål ${id}`, en: `Goal ${id}` } },
    indicator: { population: 'responses', survey: 'bemotande', measure: 'share', of },
  });
  const goals = [...definition.goals, goal('well', "{firstQuestion} = 'well'"), goal('told', '{question1} notempty')];
  await send('/programmes/cresco-plus', { revision, definition: { ...definition, goals } }, 'put');

  await page.goto(`${product.address}/surveys/bemotande/edit`);
  await page.getByRole('button', { name: /Vad hände/ }).click();
  await field('Fråga').fill('Vad var det som hände?');
  await page.getByRole('button', { name: /^1 ?Hur har du blivit bemött/ }).click();
  await expect.poll(() => field('Kod för alternativ 1').getAttribute('readonly')).not.toBeNull();
  await field('Alternativ 2 på Svenska').press('Enter');
  await field('Alternativ 3 på Svenska').fill('Varken eller');
  await page.getByRole('button', { name: /^Publicera/ }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('region', { name: 'firstQuestion' }).getByText('inte jämförbar').waitFor();
  const reworded = dialog.getByRole('region', { name: 'question1' });
  await reworded.getByRole('checkbox').check();
  await reworded.getByRole('textbox').fill('Samma fråga i andra ord.');
  await dialog.getByRole('button', { name: 'Publicera version 2' }).click();
  await published(2);
  await answer('Varken eller');
  await answerMany(12, 'badly');

  const warned = async (id: string) => {
    const reply = await staff.request.get(`${product.address}/api/programmes/cresco-plus/results`);
    const all = (await reply.json()).goals as { id: string; warnings: string[] }[];
    return all.find((each) => each.id === id)?.warnings.includes('versionsNotComparable');
  };
  expect([await warned('well'), await warned('told')]).toEqual([true, false]);
  await page.goto(`${product.address}/programmes/cresco-plus/goals/well`);
  await page.getByText('versioner av frågan', { exact: false }).first().waitFor();
  await page.goto(`${product.address}/programmes/cresco-plus/goals/told`);
  await page.getByRole('heading', { level: 1 }).waitFor();
  expect(await page.getByText('versioner av frågan', { exact: false }).count()).toBe(0);

  await page.goto(`${product.address}/surveys/bemotande`);
  await page.getByRole('link', { name: 'Jämför två versioner' }).click();
  await page.getByRole('region', { name: 'firstQuestion' }).getByText('Varken eller').waitFor();
  const words = page.getByRole('region', { name: 'question1' });
  await words.getByText('Bedömt: Samma fråga i andra ord.').waitFor();
  expect(await words.locator('ins').allTextContents()).not.toEqual([]);
  expect(await violationsOn(page)).toEqual([]);
});
