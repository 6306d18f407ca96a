import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { dayOf } from '../../server/domain/schedule/due.ts';
import { violationsOn } from '../support/accessible.ts';
import { chromiumFlags, findChromium } from '../support/chromium.ts';
import { startDemonstration } from '../support/demonstration.ts';
import type { Product } from '../support/product.ts';
import { designerIn, scriptsAskedBy } from '../support/scripts.ts';

let product: Product;
let browser: Browser;
let context: BrowserContext;
let page: Page;
let scripts: Set<string>;
let administrator: string;
let coordinator: string;
const programme = '/programmes/cresco-plus';
const password = 'a coordinator at the tablet';
const daysAgo = (days: number) => dayOf(new Date(Date.now() - days * 86_400_000));

beforeAll(async () => {
  product = await startDemonstration();
  browser = await chromium.launch({ executablePath: await findChromium(), args: chromiumFlags });
  administrator = await signInByApi(product.administrator.email, product.administrator.password);
  const user = { email: 'kim@example.org', name: 'Kim Samordnare', role: 'coordinator' };
  const access = [{ programme: 'cresco-plus', site: 'skara' }];
  const { setupLink } = await api<{ setupLink: string }>('POST', '/users', { ...user, access }, administrator);
  await api('POST', `/setup/${setupLink.split('/setup/')[1]}`, { name: user.name, password });
  coordinator = await signInByApi(user.email, password);
  context = await browser.newContext({ viewport: { width: 1024, height: 900 }, locale: 'sv-SE' });
  scripts = scriptsAskedBy(context);
  page = await context.newPage();
  page.setDefaultTimeout(12_000);
});
afterAll(async () => {
  await browser?.close();
  await product?.stop();
  await product?.remove();
});

const api = async <Reply>(method: string, path: string, body?: unknown, token?: string): Promise<Reply> => {
  const reply = await fetch(`${product.address}/api${path}`, {
    method,
    headers: { 'content-type': 'application/json', ...(token ? { authorization: `Bearer ${token}` } : {}) },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  expect(reply.ok, `${method} ${path}: ${reply.status}`).toBe(true);
  return (await reply.json()) as Reply;
};
const signInByApi = async (email: string, secret: string) =>
  (await api<{ token: string }>('POST', '/session', { email, password: secret })).token;

interface Figures {
  id: string;
  numerator: number | null;
  denominator: number | null;
  n: number | null;
  value: number | null;
}
const goal = async (id: string): Promise<Figures> => {
  const { goals } = await api<{ goals: Figures[] }>('GET', `${programme}/results`, undefined, coordinator);
  return goals.find((each) => each.id === id)!;
};
const section = (name: string) => page.getByRole('region', { name, exact: true });
/** What the person sees: a modal screen over everything. */
const tablet = () => page.getByRole('dialog', { name: /^Progressionskort/ });
const indicators = () => page.getByRole('group').getByRole('radiogroup');
const choose = async (label: string, option: string) => {
  await page.getByRole('combobox', { name: label }).click();
  await page.getByRole('option', { name: option, exact: true }).click();
};
const answerPersonHalf = async (step: number) => {
  await page.getByRole('button', { name: 'Lämna över surfplattan' }).click();
  await page.getByText('Det är frivilligt att svara.').waitFor();
  await page.getByRole('button', { name: 'Börja' }).click();
  for (let number = 1; number <= 9; number++) {
    await page.getByText(`Fråga ${number} av 9`, { exact: true }).waitFor();
    await tablet()
      .getByRole('radio')
      .nth(step - 1)
      .check();
    if (number < 9) await page.getByRole('button', { name: 'Nästa' }).click();
  }
  await page.getByRole('button', { name: 'Skicka svaren' }).click();
  await page.getByRole('heading', { name: 'Tack. Dina svar är skickade.' }).waitFor();
};
const unlock = async () => {
  await page.getByRole('button', { name: 'Jag är samordnare' }).click();
  await page.getByRole('textbox', { name: 'Lösenord' }).fill(password);
  await page.getByRole('button', { name: 'Lås upp' }).click();
  await page.getByRole('button', { name: 'Lås upp' }).waitFor({ state: 'detached' });
};
const rate = async (step: number) => {
  await page.getByRole('button', { name: 'Skatta indikatorerna' }).click();
  const groups = indicators();
  await groups.first().waitFor();
  expect(await groups.count()).toBe(11);
  for (const group of await groups.all())
    await group
      .getByRole('radio')
      .nth(step - 1)
      .check();
};
const handIn = async () => {
  await page.getByRole('button', { name: 'Lämna in', exact: true }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Lämna in', exact: true }).click();
};

test('a coordinator enrols a person, and the refusal of a wrong year stands at its field', async () => {
  await page.goto(`${product.address}/sign-in`);
  await page.getByLabel('E-postadress').fill('kim@example.org');
  await page.getByRole('textbox', { name: 'Lösenord' }).fill(password);
  await page.getByRole('button', { name: 'Logga in' }).click();
  await page.getByRole('heading', { name: 'Deltagare', level: 1 }).waitFor();
  expect(await violationsOn(page)).toEqual([]);

  const before = await goal('participants');
  await page.getByRole('button', { name: 'Skriv in' }).click();
  await page.getByRole('dialog').getByLabel(/^Namn/).fill('Amina Exempel');
  await page.getByLabel('Startdatum').fill(daysAgo(120));
  await page.getByLabel('Födelseår').fill('2999');
  await choose('Kön', 'kvinna');
  expect(await violationsOn(page)).toEqual([]);
  const submit = page.getByRole('dialog').getByRole('button', { name: 'Skriv in' });
  await submit.click();
  await page.getByText('Värdet är för stort eller för långt.').waitFor();
  await page.getByLabel('Födelseår').fill('1984');
  await submit.click();
  await page.getByRole('heading', { name: 'Amina Exempel', level: 1 }).waitFor();
  await page.getByRole('heading', { name: 'Inget kort än' }).waitFor();
  expect(await violationsOn(page)).toEqual([]);
  expect((await goal('participants')).value).toBe((before.value ?? 0) + 1);
});

test('while the person has the tablet no other page opens, and the coordinator rates without seeing the answers', async () => {
  const person = page.url();
  // The first card is of an earlier day, so that there is a second one to compare it with.
  const enrolment = person.split('/').at(-1)!;
  const first = daysAgo(100);
  await api('POST', `${programme}/enrolments/${enrolment}/assessments`, { date: first }, coordinator);
  await page.reload();
  await page.getByRole('link', { name: `Fortsätt kortet ${first}` }).click();
  await page.getByRole('heading', { name: `Progressionskort ${first}` }).waitFor();
  expect(await violationsOn(page)).toEqual([]);
  const usual = page.viewportSize()!;
  await page.setViewportSize({ width: 768, height: 1024 });
  for (const name of ['Lämna över surfplattan', 'Skatta indikatorerna']) {
    const words = page.getByRole('button', { name }).getByText(name);
    expect(await words.evaluate((each) => each.scrollWidth - each.clientWidth)).toBeLessThanOrEqual(0);
  }
  await page.setViewportSize(usual);
  await page.getByRole('button', { name: 'Lämna över surfplattan' }).click();
  await page.getByRole('button', { name: 'Börja' }).click();
  await page.getByText('Fråga 1 av 9', { exact: true }).waitFor();
  expect(await violationsOn(page)).toEqual([]);
  expect(await page.getByRole('heading').allInnerTexts()).not.toContain('Amina Exempel');

  for (const address of [person, `${product.address}${programme}/people`, `${product.address}/`]) {
    await page.goto(address);
    await page.getByText('Det är frivilligt att svara.').waitFor();
    expect(page.url()).toContain(`/card/${first}`);
  }
  await page.goBack();
  await page.getByText('Det är frivilligt att svara.').waitFor();
  await page.getByRole('button', { name: 'Börja' }).click();
  for (let number = 1; number <= 9; number++) {
    await page.getByText(`Fråga ${number} av 9`, { exact: true }).waitFor();
    await tablet().getByRole('radio').nth(1).check();
    if (number < 9) await page.getByRole('button', { name: 'Nästa' }).click();
  }
  await page.getByRole('button', { name: 'Skicka svaren' }).click();
  await page.getByRole('heading', { name: 'Tack. Dina svar är skickade.' }).waitFor();
  expect(await tablet().getByRole('radio').count()).toBe(0);
  expect(await violationsOn(page)).toEqual([]);
  await page.reload();
  await page.getByRole('button', { name: 'Jag är samordnare' }).waitFor();
  await unlock();

  expect(await page.getByRole('button', { name: 'Lämna över surfplattan' }).count()).toBe(0);
  await page.getByRole('button', { name: 'Skatta indikatorerna' }).click();
  await indicators().first().waitFor();
  const told = await api<{ assessments: { person: unknown }[] }>(
    'GET',
    `${programme}/enrolments/${enrolment}`,
    undefined,
    coordinator,
  );
  expect(told.assessments[0]!.person).toBeNull();
  expect(await indicators().getByRole('radio', { checked: true }).count()).toBe(0);
  expect(await page.evaluate(() => JSON.stringify({ ...sessionStorage }))).not.toContain('knowWhatToDo');
  expect(await violationsOn(page)).toEqual([]);
  for (const group of await indicators().all()) await group.getByRole('radio').nth(2).check();
  await handIn();
  await page.getByText('Ett kort än så länge.').waitFor();
  expect(page.url()).toBe(person);
});

test('a second card shows the change per question, and the progression goal takes it up', async () => {
  const before = await goal('progression');
  await page.getByRole('button', { name: 'Starta kort i dag' }).click();
  await answerPersonHalf(4);
  await unlock();
  await rate(3);
  await handIn();
  const chart = page.getByRole('img', { name: /^Första kortet/ });
  await chart.waitFor();
  expect(await chart.getAttribute('aria-label')).toContain('Din hälsa 2 till 4');
  const row = page.getByRole('row', { name: /Har du en idé om vilket arbete/ });
  expect((await row.getByRole('cell').allInnerTexts()).map((text) => text.replace(/\s+/g, ' '))).toEqual([
    'Har du en idé om vilket arbete du gärna vill ha?',
    '2',
    '4',
    '▲ +2',
    '2',
  ]);
  await page.getByText('Dina indikatorer', { exact: true }).click();
  const indicator = page.getByRole('row', { name: /^Samarbetsförmåga/ });
  expect((await indicator.getByRole('cell').nth(3).innerText()).replace(/\s+/g, ' ')).toBe('= 0');
  expect(await violationsOn(page)).toEqual([]);
  const after = await goal('progression');
  expect(after.n).toBe((before.n ?? 0) + 1);
  expect(after.value).toBeGreaterThan(before.value ?? 0);
});

test('activity, a job-focused intervention, the exit and the follow-up move the goals of the site', async () => {
  const ids = ['job-focused', 'increased-activity', 'work-or-studies', 'kept-after-six-months'] as const;
  const figures = () => Promise.all(ids.map(goal));
  const before = await figures();
  const activity = section('Aktivitet');
  for (const [days, hours] of [
    [119, '5,5'],
    [10, '21'],
  ] as const) {
    await activity.getByLabel('Datum').fill(daysAgo(days));
    await activity.getByLabel('Timmar per vecka').fill(hours);
    await activity.getByRole('button', { name: 'Registrera' }).click();
    await activity.getByRole('cell', { name: daysAgo(days), exact: true }).waitFor();
  }
  await activity.getByRole('cell', { name: '5,5' }).waitFor();

  for (const type of ['Praktik', 'Jobbsökning']) {
    await section('Insatser').getByRole('button', { name: 'Registrera insats' }).click();
    const dialog = page.getByRole('dialog', { name: 'Registrera insats' });
    await choose('Insats', type);
    await dialog.getByLabel('Från').fill(daysAgo(60));
    await dialog.getByRole('button', { name: 'Spara', exact: true }).click();
    await dialog.waitFor({ state: 'detached' });
  }
  expect(await section('Insatser').getByText('parallell').count()).toBe(2);
  expect(await section('Insatser').getByText('jobbinriktad').count()).toBe(2);

  await section('Avslut').getByRole('button', { name: 'Registrera avslut' }).click();
  await page.getByLabel('Slutdatum').fill(daysAgo(5));
  await choose('Orsak', 'Fullföljt');
  await choose('Status efter', 'Studier');
  await page.getByRole('dialog').getByRole('button', { name: 'Spara', exact: true }).click();
  await section('Avslut').getByText('Studier').waitFor();
  const followUp = section('Uppföljning efter sex månader');
  await followUp.getByLabel('Datum').fill(daysAgo(1));
  await choose('Hur det gick', 'är kvar i samma läge som vid avslutet');
  await followUp.getByRole('button', { name: 'Registrera' }).click();
  await followUp.getByText(daysAgo(1)).waitFor();
  expect(await violationsOn(page)).toEqual([]);

  const after = await figures();
  const grown = ids.map((id, at) => [
    id,
    (after[at]!.numerator ?? 0) - (before[at]!.numerator ?? 0),
    (after[at]!.denominator ?? 0) - (before[at]!.denominator ?? 0),
  ]);
  // The enrolment itself was counted before; the others take the person up with the exit and the follow-up.
  expect(grown).toEqual([
    ['job-focused', 1, 0],
    ['increased-activity', 1, 1],
    ['work-or-studies', 1, 1],
    ['kept-after-six-months', 1, 1],
  ]);
});

test('a treatment link is shown once, as text and QR code, and nobody is told who answered', async () => {
  await page.getByRole('button', { name: 'Skapa länk: bemötandeenkät' }).click();
  await page.getByRole('button', { name: 'Visa länk och QR-kod' }).click();
  await page.getByAltText('QR-kod till enkäten').waitFor();
  const link = await page.getByRole('dialog').getByRole('textbox').inputValue();
  expect(link).toMatch(/\/s\/[\w-]{20,}$/);
  expect(await violationsOn(page)).toEqual([]);
  await page.getByRole('button', { name: 'Stäng, länken är tagen' }).click();
  await section('Enkäter').getByRole('cell', { name: 'visas inte' }).waitFor();
  expect(await page.content()).not.toContain(link);
});

test('the pages fit a phone', async () => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.reload();
  await page.locator('.recharts-radar').first().waitFor();
  const width = () => page.evaluate(() => document.documentElement.scrollWidth);
  expect(await width()).toBeLessThanOrEqual(390);
  await page.goto(`${product.address}${programme}/people`);
  await page.getByRole('heading', { name: 'Deltagare', level: 1 }).waitFor();
  expect(await width()).toBeLessThanOrEqual(390);
  const name = await page.getByRole('table').getByRole('link').first().boundingBox();
  expect(name!.height).toBeLessThan(50);
  await page.goto(`${product.address}${programme}/quality`);
  await page.getByRole('table', { name: 'Länkar och svar' }).waitFor();
  expect(await width()).toBeLessThanOrEqual(390);
});

test('nothing of the designer was loaded for a coordinator', () => {
  expect(scripts.size).toBeGreaterThan(3);
  expect(designerIn(scripts)).toEqual([]);
});
