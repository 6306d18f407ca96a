// An administrator at the designer, in a browser of their own; what each act costs is read from the browser's own count of work.
import { type Browser, type CDPSession, chromium, type Page } from 'playwright-core';
import { chromiumFlags, findChromium } from '../../support/chromium.ts';
import { type Product, startProduct } from '../../support/product.ts';
import { temporaryFolder } from '../folder.ts';
import { surveyOf } from './surveys.ts';

export interface Writer {
  /** Milliseconds of work in the page for one letter of a title, while the writer does not rest. */
  key(): Promise<number>;
  /** Milliseconds from a letter's key to its picture on the screen. */
  keyToScreen(): Promise<number>;
  add(): Promise<number>;
  move(): Promise<number>;
  undo(): Promise<number>;
  /** Milliseconds of work once the writer rests: kept, checked, shown on the phone. */
  rest(): Promise<number>;
}
export interface Desk {
  writer(questions: number): Promise<Writer>;
  close(): Promise<void>;
}

const letters = 12;
/** Shorter than the rest after which the survey is checked. */
const [betweenLetters, afterAct, untilShown] = [60, 250, 2500];

export async function openDesk(): Promise<Desk> {
  const folder = temporaryFolder();
  const product = await startProduct({ DEMO: 'off' }, folder.path);
  const browser = await chromium.launch({ executablePath: await findChromium(), args: chromiumFlags });
  return {
    writer: (questions) => sitDown(browser, product, questions),
    close: async () => {
      await browser.close();
      await product.stop();
      folder.remove();
    },
  };
}

async function sitDown(browser: Browser, { address, administrator }: Product, count: number): Promise<Writer> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, locale: 'sv-SE' });
  const headers = { origin: address };
  await context.request.post(`${address}/api/session`, { data: administrator, headers });
  const name = `questions-${count}`;
  const data = { name, programme: null, source: JSON.stringify(surveyOf(name, count), null, 2) };
  const made = await context.request.post(`${address}/api/surveys`, { data, headers });
  if (!made.ok()) throw new Error(await made.text());
  const page = await context.newPage();
  await page.goto(`${address}/surveys/${name}/edit`);
  const middle = Math.ceil(count / 2) + 1;
  await page.getByRole('button', { name: new RegExp(`^${middle} ?Fråga ${middle}:`) }).click();
  await page.frameLocator('iframe').first().locator('main').waitFor();
  const writer = acting(page, await context.newCDPSession(page), middle);
  return writer;
}

async function acting(page: Page, browser: CDPSession, middle: number): Promise<Writer> {
  await browser.send('Performance.enable');
  const worked = async () => {
    const { metrics } = await browser.send('Performance.getMetrics');
    return 1000 * (metrics.find((each) => each.name === 'TaskDuration')?.value ?? Number.NaN);
  };
  /** Work from before the act until it has settled. */
  const during = async (act: () => Promise<unknown>, settled = afterAct) => {
    const before = await worked();
    await act();
    await page.waitForTimeout(settled);
    return (await worked()) - before;
  };
  const title = page.getByRole('textbox', { name: /^Fråga( på Svenska)?$/ });
  const card = page.getByRole('button', { name: new RegExp(`^${middle} ?Fråga ${middle}:`) });
  const type = async () => {
    await title.focus();
    await page.keyboard.type('x'.repeat(letters), { delay: betweenLetters });
  };
  const onCard = async (key: string) => {
    await page.bringToFront();
    await card.focus();
    return during(() => page.keyboard.press(key));
  };
  return {
    key: async () => {
      await page.bringToFront();
      return (await during(type, 0)) / letters;
    },
    keyToScreen: async () => {
      await page.bringToFront();
      await page.evaluate(watchKeys);
      await type();
      return page.evaluate(() => (globalThis as unknown as { untilDrawn: () => number }).untilDrawn());
    },
    add: () => onCard('Control+d'),
    move: () => onCard('Alt+ArrowDown'),
    undo: () => onCard('Control+z'),
    rest: async () => {
      await page.bringToFront();
      await title.focus();
      await page.keyboard.type('y');
      await page.waitForTimeout(100);
      return during(async () => undefined, untilShown);
    },
  };
}

/** In the page: from each key until the frame after it has been drawn; the median. */
function watchKeys() {
  const times: number[] = [];
  const place = globalThis as unknown as { untilDrawn: () => number; watched?: boolean };
  place.untilDrawn = () => times.toSorted((one, other) => one - other)[times.length >> 1] ?? Number.NaN;
  addEventListener(
    'keydown',
    () => {
      const start = performance.now();
      requestAnimationFrame(() => {
        const after = new MessageChannel();
        after.port1.onmessage = () => times.push(performance.now() - start);
        after.port2.postMessage(0);
      });
    },
    true,
  );
}
