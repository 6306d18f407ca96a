import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { violationsOn } from '../support/accessible.ts';
import { chromiumFlags, findChromium } from '../support/chromium.ts';
import { startDemonstration } from '../support/demonstration.ts';
import type { Product } from '../support/product.ts';
import { designerIn, scriptsAskedBy } from '../support/scripts.ts';

let product: Product;
let browser: Browser;
let staff: BrowserContext;
let page: Page;
let scripts: Set<string>;

beforeAll(async () => {
  product = await startDemonstration();
  browser = await chromium.launch({ executablePath: await findChromium(), args: chromiumFlags });
  staff = await browser.newContext({ viewport: { width: 1280, height: 900 }, locale: 'sv-SE' });
  scripts = scriptsAskedBy(staff);
  page = await staff.newPage();
  await page.goto(`${product.address}/sign-in`);
  await page.getByLabel('E-postadress').fill(product.administrator.email);
  await page.getByRole('textbox', { name: /Lösenord/ }).fill(product.administrator.password);
  await page.getByRole('button', { name: 'Logga in' }).click();
  await page.waitForURL('**/programmes');
});
afterAll(async () => {
  await browser?.close();
  await product?.stop();
  await product?.remove();
});

const source = () => page.getByRole('textbox', { name: 'Enkäten som JSON' });
const replaceInSource = async (from: string, to: string) => {
  const text = await source().inputValue();
  expect(text).toContain(from);
  await source().fill(text.replace(from, to));
};
const checked = (words: string | RegExp) => page.getByRole('status').filter({ hasText: words }).waitFor();

const newQuestion = `{
      "name": "again",
      "title": { "sv": "Igen", "en": "Again" },
      "elements": [{
        "type": "radiogroup", "name": "wouldJoinAgain", "draft": true,
        "title": { "sv": "Skulle du vara med igen?", "en": "Would you take part again?" },
        "choices": [{ "value": "yes", "text": { "sv": "Ja", "en": "Yes" } }, { "value": "no", "text": { "sv": "Nej", "en": "No" } }]
      }]
    },
    `;
const oldWording = 'Mår du bättre nu än före projektet?';
const newWording = 'Mår du bättre nu än innan projektet?';

test('an administrator publishes a version with a reworded and a new question, and it is answered on a phone', async () => {
  await page.goto(`${product.address}/surveys`);
  await page.getByRole('link', { name: 'Avslutningsenkät' }).click();
  await page.getByRole('heading', { name: 'Version 1', exact: true }).waitFor();
  expect(await violationsOn(page)).toEqual([]);
  await page.getByRole('link', { name: 'Skriv nästa version' }).click();
  await checked('Inga fel.');
  expect(await violationsOn(page)).toEqual([]);
  await page.getByText('JSON', { exact: true }).click();

  // An error is pointed out where it stands, and leads there.
  await replaceInSource('"name": "nextStep",', '"name": "nextStep"');
  const problem = page.getByRole('list', { name: 'Fel och varningar' }).getByRole('button');
  await problem.getByText('Texten är inte giltig JSON').waitFor();
  const line = (await source().inputValue()).split('\n').findIndex((each) => each.includes('"name": "nextStep"')) + 2;
  expect(await problem.innerText()).toContain(`rad ${line}:`);
  expect(await problem.innerText()).toContain('"," is missing');
  await problem.click();
  const selected = await source().evaluate((area: HTMLTextAreaElement) =>
    area.value.slice(area.selectionStart, area.selectionEnd),
  );
  expect(selected).toContain('"title": {');
  expect(await violationsOn(page)).toEqual([]);
  await page.getByRole('button', { name: /^Publicera/ }).click();
  await page.getByText('Utkastet är sparat men kan inte publiceras').waitFor();

  await replaceInSource('"name": "nextStep"', '"name": "nextStep",');
  await replaceInSource(oldWording, newWording);
  await replaceInSource('"pages": [\n    ', `"pages": [\n    ${newQuestion}`);
  await checked('Inga fel.');
  await page.frameLocator('iframe').getByRole('button', { name: 'Börja' }).click();
  await page.frameLocator('iframe').getByText('Skulle du vara med igen?').waitFor();
  await source().press('Control+s');
  await checked(/Sparat \d/);
  expect(await violationsOn(page)).toEqual([]);

  await page.getByRole('button', { name: /^Publicera/ }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByText('Version 2 kan inte ändras efteråt.').waitFor();
  await dialog.getByText(oldWording).waitFor();
  await dialog.getByText(newWording).waitFor();
  const reworded = dialog.getByRole('region', { name: 'feelsBetter' });
  await reworded.getByText('inte jämförbar', { exact: true }).waitFor();
  await reworded.getByRole('radio', { name: /^Jämförbar/ }).check();
  await dialog.getByRole('button', { name: 'Publicera version 2' }).click();
  await dialog.getByText('Skriv skälet.').waitFor();
  await reworded.getByRole('textbox').fill('Innan och före betyder samma sak.');
  expect(await violationsOn(page)).toEqual([]);
  await dialog.getByRole('button', { name: 'Publicera version 2' }).click();

  await page.getByRole('heading', { name: 'Version 2', exact: true }).waitFor();
  const row = page.getByRole('row').filter({ hasText: newWording });
  await row.getByText('jämförbar', { exact: true }).waitFor();
  await row.getByText('Bedömt: Innan och före betyder samma sak.').waitFor();
  await page
    .getByRole('row')
    .filter({ hasText: 'Skulle du vara med igen?' })
    .getByText('ny', { exact: true })
    .waitFor();
  expect(await violationsOn(page)).toEqual([]);

  await answerOnPhone(await makeLink());
});

/** Through the page where an administrator makes links without names. */
const makeLink = async (): Promise<string> => {
  await page.goto(`${product.address}/programmes/cresco-plus/invitations`);
  await page.getByRole('button', { name: 'Skapa länkar' }).first().click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Antal länkar').fill('1');
  await dialog.getByRole('button', { name: 'Skapa länkar' }).click();
  const link = await page.waitForFunction(() => {
    const fields = [...document.querySelectorAll('input, textarea')] as HTMLInputElement[];
    const text = [document.body.innerText, ...fields.map((field) => field.value)].join('\n');
    return /\/s\/[\w-]{20,}/.exec(text)?.[0];
  });
  return `${product.address}${await link.jsonValue()}`;
};

const answerOnPhone = async (link: string) => {
  const viewport = { width: 390, height: 844 };
  const phone = await browser.newContext({ viewport, locale: 'sv-SE', isMobile: true, hasTouch: true });
  const shown = await phone.newPage();
  await shown.goto(link);
  await shown.getByRole('button', { name: 'Börja' }).click();
  const next = () => shown.getByRole('button', { name: 'Nästa' }).click();
  const at = (number: number) => shown.getByText(`Fråga ${number} av 7`, { exact: true }).waitFor();
  await at(1);
  await shown.getByText('Skulle du vara med igen?').waitFor();
  await shown.getByRole('radio', { name: 'Ja' }).check();
  expect(await violationsOn(shown)).toEqual([]);
  await next();
  await at(2);
  await shown.getByText(newWording).waitFor();
  await shown.getByRole('radio', { name: /^Ja/ }).check();
  await next();
  await at(3);
  await shown.getByRole('radio').first().check();
  await next();
  await at(4);
  await shown.getByRole('spinbutton').fill('20');
  await next();
  for (const number of [5, 6]) {
    await at(number);
    await shown.getByRole('radio').first().check();
    await next();
  }
  await at(7);
  await shown.getByRole('textbox').fill('Att ha någon att prata med.');
  await shown.getByRole('button', { name: 'Skicka svaren' }).click();
  await shown.getByRole('heading', { name: 'Tack. Dina svar är skickade.' }).waitFor();
  await phone.close();
};

test('how a reworded question compares is said in the designer, at desktop and phone size, and stands in the dialog', async () => {
  const reader = await staff.newPage();
  await reader.goto(`${product.address}/surveys/treatment/edit`);
  await reader.getByRole('button', { name: /^1 ?Hur har du blivit bemött av din samordnare/ }).click();
  await reader.getByRole('textbox', { name: 'Fråga', exact: true }).fill('Hur blev du bemött av din samordnare?');
  const section = reader.getByRole('region', { name: 'Jämförbar med version 1' });
  await section.getByText('inte jämförbar', { exact: true }).waitFor();
  await section.getByRole('radio', { name: /^Jämförbar/ }).check();
  await section.getByText('Skriv skälet.').waitFor();
  await section.getByRole('textbox').fill('Samma fråga i förfluten tid.');
  await section.getByText('jämförbar', { exact: true }).waitFor();
  for (const size of [
    { width: 1280, height: 900 },
    { width: 390, height: 844 },
  ]) {
    await reader.setViewportSize(size);
    await section.scrollIntoViewIfNeeded();
    expect(await violationsOn(reader)).toEqual([]);
    const width = await reader.evaluate(() => document.documentElement.scrollWidth);
    expect(width).toBeLessThanOrEqual(size.width);
  }
  await reader.setViewportSize({ width: 1280, height: 900 });
  await reader.getByRole('button', { name: /^Publicera/ }).click();
  const changed = reader.getByRole('dialog').getByRole('region', { name: 'treatedByCoordinator' });
  expect(await changed.getByRole('radio', { name: /^Jämförbar/ }).isChecked()).toBe(true);
  expect(await changed.getByRole('textbox').inputValue()).toBe('Samma fråga i förfluten tid.');
  await reader.close();
});

test('the preview is a phone that reads from the right in Arabic and shows both halves of a card', async () => {
  await page.goto(`${product.address}/surveys/progression-card/versions/1`);
  const phone = page.frameLocator('iframe');
  await phone.getByRole('button', { name: 'Börja' }).click();
  await phone.getByText('Hur skulle du uppskatta din (fysiska och psykiska) hälsa').first().waitFor();
  await page.getByRole('combobox', { name: 'Språk i förhandsgranskningen' }).click();
  await page.getByRole('option', { name: 'العربية' }).click();
  await phone.locator('html[dir=rtl][lang=ar]').waitFor();
  expect(await violationsOn(page)).toEqual([]);
  await page.getByText('Samordnarens halva').click();
  await phone.locator('html[dir=ltr]').waitFor();
  await phone.getByRole('button', { name: 'Börja' }).waitFor();
});

test('the text in focus stands marked on two phones, in Arabic from the right and in Swedish; on a narrow screen on one', async () => {
  await page.setViewportSize({ width: 1280, height: 900 });
  await page.goto(`${product.address}/surveys/treatment/edit?view=texts`);
  await page.getByRole('combobox', { name: 'Översätt till' }).click();
  await page.getByRole('option', { name: /العربية/ }).click();
  await page.getByRole('textbox', { name: 'grounds.choices.sex.text: العربية' }).focus();
  const marked = (language: string) =>
    page.frameLocator(`iframe[title="Telefon på ${language}"]`).locator('[data-translated]');
  await expect.poll(() => marked('Svenska').textContent()).toBe('Kön, könsidentitet eller könsuttryck');
  await marked('العربية').waitFor();
  expect(await marked('العربية').evaluate((text) => getComputedStyle(text).direction)).toBe('rtl');
  for (const language of ['Svenska', 'العربية'])
    await expect
      .poll(() =>
        marked(language).evaluate((text) => {
          const { top, bottom } = text.getBoundingClientRect();
          return top >= 0 && bottom <= innerHeight;
        }),
      )
      .toBe(true);
  expect(await violationsOn(page)).toEqual([]);
  await page.setViewportSize({ width: 768, height: 1024 });
  await page.locator('iframe').nth(1).waitFor({ state: 'detached' });
  await page.getByRole('region', { name: 'Texten på telefonen' }).getByText('Svenska').click();
  await expect.poll(() => marked('Svenska').textContent()).toBe('Kön, könsidentitet eller könsuttryck');
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(768);
  // Others are shown not to load it.
  expect(designerIn(scripts).length).toBeGreaterThan(0);
});

test('the question bank: its list, a question and its next version are accessible, on a phone too', async () => {
  await page.goto(`${product.address}/items`);
  await page.getByRole('heading', { name: 'BIP, progressionskort' }).waitFor();
  expect(await violationsOn(page)).toEqual([]);
  await page.getByRole('link', { name: 'Tror du att du klarar av ett arbete?' }).click();
  await page.getByRole('heading', { name: 'Version 1', exact: true }).waitFor();
  expect(await violationsOn(page)).toEqual([]);
  await page.setViewportSize({ width: 390, height: 844 });
  await page.getByRole('link', { name: 'Skriv nästa version' }).click();
  await page.getByText('Inget är ändrat sedan version 1.').waitFor();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  expect(await violationsOn(page)).toEqual([]);
  await page.setViewportSize({ width: 1280, height: 900 });
});

test('on a phone the editor stacks under its text, and the keyboard leaves the box by Escape and Tab', async () => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto(`${product.address}/surveys/treatment/edit?view=json`);
  await page.route('**/api/surveys/*/draft*', (called) =>
    called.request().method() === 'PUT' ? called.abort() : called.continue(),
  );
  await source().focus();
  await source().press('Control+Home');
  await source().press('Tab');
  expect((await source().inputValue()).startsWith('  {')).toBe(true);
  await page.keyboard.press('Escape');
  await page.keyboard.press('Tab');
  expect(await source().evaluate((area) => area === document.activeElement)).toBe(false);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  expect(await violationsOn(page)).toEqual([]);

  // What was not saved is there after a reload; throwing it away says what is lost.
  await page.reload();
  await page.getByText('var inte sparad på servern. Den är framtagen igen.').waitFor();
  expect((await source().inputValue()).startsWith('  {')).toBe(true);
  await page.unroute('**/api/surveys/*/draft*');
  await page.getByRole('button', { name: 'Släng utkastet' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByText('Allt som är skrivet sedan version 1 försvinner för gott.').waitFor();
  await dialog.getByRole('button', { name: 'Släng utkastet' }).click();
  await page.getByRole('heading', { name: 'Version 1', exact: true }).waitFor();
  await page.goto(`${product.address}/surveys/treatment/edit?view=json`);
  await page.getByText('Inget ändrat än').waitFor();
  expect((await source().inputValue()).startsWith('{')).toBe(true);
});

test('what a new programme lacks is said in the reader’s language, at its field', async () => {
  await page.setViewportSize({ width: 1280, height: 900 });
  await page.goto(`${product.address}/programmes/new`);
  await page.getByLabel('Namn på svenska').fill('Nytt projekt');
  await page.getByLabel('Startar').fill('2026-01-01');
  const sites = page.getByLabel('Orter');
  await sites.fill('Skövde\nÖstad\nÖstad');
  await page.getByRole('button', { name: 'Lägg upp projektet' }).click();
  await page.getByText('Samma står två gånger.').waitFor();
  expect(await page.getByRole('alert').textContent()).toBe('Några uppgifter behöver rättas.');
  await sites.fill('Skövde\nÖstad');
  await page.getByRole('button', { name: 'Lägg upp projektet' }).click();
  await page.getByRole('tab', { name: 'Mättillfällen' }).click();
  await page.getByRole('button', { name: 'Lägg till mättillfälle' }).click();
  await page.getByRole('button', { name: 'Spara' }).click();
  await page.getByText('Använd bara små bokstäver a–z, siffror och bindestreck, högst 64 tecken.').waitFor();
  await page.getByText('Värdet är för litet, eller så saknas det.').waitFor();
  expect(await page.getByRole('alert').first().textContent()).toBe('Några uppgifter behöver rättas.');
});
