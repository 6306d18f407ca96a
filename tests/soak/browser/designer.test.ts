// An administrator who is no programmer makes a questionnaire from nothing, publishes it, changes it, and sees in the results which
// answers cannot be compared: once by pointer, and once by keyboard alone.
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
interface Hand {
  press: (target: Locator) => Promise<void>;
  /** One of a group, up from the one that is chosen. */
  turnUp: (target: Locator, chosen: Locator) => Promise<void>;
  write: (target: Locator, text: string) => Promise<void>;
}
const pressKey = async (target: Locator, key: string) => {
  await reach(target);
  await page.keyboard.press(key);
};
const hands: Record<'pointer' | 'keyboard', Hand> = {
  pointer: {
    press: (target) => target.click(),
    turnUp: (target) => target.check(),
    write: (target, text) => target.fill(text),
  },
  keyboard: {
    press: (target) => pressKey(target, 'Enter'),
    turnUp: async (target, chosen) => {
      await pressKey(chosen, 'ArrowUp');
      expect(await target.isChecked()).toBe(true);
    },
    write: async (target, text) => {
      await pressKey(target, 'Control+a');
      await page.keyboard.type(text);
    },
  },
};
const ways = (['pointer', 'keyboard'] as const).map((by) => ({ by, survey: `bemotande-${by}`, hand: hands[by] }));
/** In an opened list. */
const choose = async (name: string | RegExp) => {
  const option = page.getByRole('option', { name }).filter({ visible: true });
  await option.waitFor();
  // The list begins where the value stands, a turn after it opened: what is pressed sooner than anybody could is lost.
  await page.evaluate(() => new Promise((resume) => setTimeout(resume)));
  for (let downs = 0; downs < 40; downs++) {
    if ((await option.getAttribute('data-combobox-selected')) === 'true') break;
    await page.keyboard.press('ArrowDown');
  }
  await page.keyboard.press('Enter');
};
const field = (name: string) => page.getByRole('textbox', { name, exact: true });
const radio = (name: string) => page.getByRole('radio', { name });

test.each(ways)(
  'by $by a questionnaire with a condition and two languages is made, and answered on a phone',
  async ({ survey, hand }) => {
    const { press, write } = hand;
    await page.goto(`${product.address}/surveys`);
    await press(page.getByRole('button', { name: 'Ny enkät' }));
    await write(page.getByLabel(/Rubrik på svenska/), 'Bemötande');
    await write(page.getByLabel(/Rubrik på engelska/), 'How you are treated');
    await write(page.getByLabel(/Namn i adresser/), survey);
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
    await answer(survey, 'Dåligt', 'Ingen lyssnade.');
  },
);

/** On a phone; the second question comes only where the first says so. */
const answer = async (survey: string, choice: string, comment?: string) => {
  const { links } = await send('/programmes/cresco-plus/invitations', {
    survey,
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
const answerMany = async (survey: string, count: number, firstQuestion: string) => {
  const { links } = await send('/programmes/cresco-plus/invitations', {
    survey,
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

test.each(ways)(
  'by $by a wording is declared comparable and a choice is not: the results warn of the one and not of the other',
  async ({ by, survey, hand }) => {
    const { press, turnUp, write } = hand;
    await answerMany(survey, 12, 'well');
    const { revision, definition } = await programme();
    const goal = (id: string, of: string) => ({
      ...{ id, title: { sv: `Mål ${id}`, en: `Goal ${id}` } },
      indicator: { population: 'responses', survey, measure: 'share', of },
    });
    const goals = [
      ...definition.goals,
      goal(`well-${by}`, "{firstQuestion} = 'well'"),
      goal(`told-${by}`, '{question1} notempty'),
    ];
    await send('/programmes/cresco-plus', { revision, definition: { ...definition, goals } }, 'put');

    await page.goto(`${product.address}/surveys/${survey}/edit`);
    await press(page.getByRole('button', { name: /Vad hände/ }));
    await write(field('Fråga'), 'Vad var det som hände?');
    await page.keyboard.press('Escape');
    await press(page.getByRole('button', { name: /^1 ?Hur har du blivit bemött/ }));
    await expect.poll(() => field('Kod för alternativ 1').getAttribute('readonly')).not.toBeNull();
    await pressKey(field('Alternativ 2 på Svenska'), 'Enter');
    await write(field('Alternativ 3 på Svenska'), 'Varken eller');
    await page.keyboard.press('Control+s');
    await press(page.getByRole('button', { name: /^Publicera/ }));
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('region', { name: 'firstQuestion' }).getByText('inte jämförbar', { exact: true }).waitFor();
    await dialog.getByText('Ingen svarskod byter betydelse mot tidigare versioner.').waitFor();
    const reworded = dialog.getByRole('region', { name: 'question1' });
    const [comparable, not] = [/^Jämförbar/, /^Inte jämförbar/].map((name) => reworded.getByRole('radio', { name }));
    await turnUp(comparable!, not!);
    await write(reworded.getByRole('textbox'), 'Samma fråga i andra ord.');
    await press(dialog.getByRole('button', { name: 'Publicera version 2' }));
    await published(2);
    await answer(survey, 'Varken eller');
    await answerMany(survey, 12, 'badly');

    const warned = async (id: string) => {
      const reply = await staff.request.get(`${product.address}/api/programmes/cresco-plus/results`);
      const all = (await reply.json()).goals as { id: string; warnings: string[] }[];
      return all.find((each) => each.id === id)?.warnings.includes('versionsNotComparable');
    };
    expect([await warned(`well-${by}`), await warned(`told-${by}`)]).toEqual([true, false]);
    const warning = page.getByText('Frågan har ändrats mellan enkätens versioner', { exact: false });
    await page.goto(`${product.address}/programmes/cresco-plus/goals/well-${by}`);
    await warning.first().waitFor();
    await page.goto(`${product.address}/programmes/cresco-plus/goals/told-${by}`);
    await page.getByRole('heading', { level: 1, name: `Mål told-${by}` }).waitFor();
    expect(await warning.count()).toBe(0);

    await page.goto(`${product.address}/surveys/${survey}`);
    await press(page.getByRole('link', { name: 'Jämför två versioner' }));
    await page.getByRole('region', { name: 'firstQuestion' }).getByText('Varken eller').waitFor();
    const words = page.getByRole('region', { name: 'question1' });
    await words.getByText('Bedömt: Samma fråga i andra ord.').waitFor();
    expect(await words.locator('ins').allTextContents()).not.toEqual([]);
    expect(await violationsOn(page)).toEqual([]);
  },
);
