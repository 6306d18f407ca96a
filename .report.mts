import AxeBuilder from '@axe-core/playwright';
import { chromium } from 'playwright-core';
import { readFileSync } from 'node:fs';
import { chromiumFlags } from './tests/support/chromium.ts';
const base = 'http://127.0.0.1:41873';
const S = '/programmes/cresco-plus/snapshots/371d472a-2cd9-492b-9597-950b49a9770e';
const [, mail, pass] = /evaluator\s+(\S+@\S+)\s+(\S+)/.exec(readFileSync('/tmp/rp.log', 'utf8'))!;
const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: chromiumFlags });
const context = await browser.newContext({ locale: 'sv-SE', viewport: { width: 1280, height: 900 }, acceptDownloads: true });
const page = await context.newPage();
page.on('pageerror', (e) => console.log('pageerror', e.message));
await context.request.post(`${base}/api/session`, { data: { email: mail, password: pass }, headers: { origin: base } });
const t0 = Date.now();
await page.goto(base + S + '/report');
await page.getByRole('textbox', { name: 'Inledning' }).waitFor();
console.log('ready ms', Date.now() - t0);
const current = await (await context.request.get(`${base}/api${S}/report`)).json();
await page.getByRole('textbox', { name: 'Inledning' }).fill('Cresco+ drevs i Skaraborg 2023–2025. Den här rapporten är till styrgruppen.\n\nSiffrorna är frysta i juni 2025.');
const t1 = Date.now();
await page.getByRole('textbox', { name: 'Utvärderarens text om Upplever bättre hälsa' }).pressSequentially('Sex av tio mår bättre. Målet var högt satt. ');
console.log('typing ms per key', (Date.now() - t1) / 44);
await page.getByText('Allt är sparat').waitFor();
const after = await (await context.request.get(`${base}/api${S}/report`)).json();
console.log('revision', current.revision, after.revision, after.goals);
for (const name of ['PDF, på svenska', 'Word, på engelska']) {
  const d = page.waitForEvent('download'); const t = Date.now();
  await page.getByRole('button', { name }).click();
  const f = await d; console.log(f.suggestedFilename(), Date.now() - t, readFileSync(await f.path()).length);
  await f.saveAs('/tmp/rp-shots/' + f.suggestedFilename());
}
// conflict
await context.request.put(`${base}/api${S}/report`, { headers: { origin: base }, data: { revision: after.revision, language: 'sv', introduction: after.introduction + ' Den bygger på 741 inskrivningar.', goals: after.goals, reservations: '', closing: '' } });
await page.getByRole('textbox', { name: 'Inledning' }).focus(); await page.keyboard.press('End'); await page.keyboard.type(' Läs den med målen i hand.'); await page.keyboard.press('Tab');
await page.getByRole('button', { name: 'Behåll båda' }).waitFor();
for (const [w, h] of [[1280, 900], [390, 844]]) {
  await page.setViewportSize({ width: w!, height: h! });
  await page.evaluate(() => window.scrollTo(0, 0));
  await page.screenshot({ path: `/tmp/rp-shots/conflict-${w}.png` });
  const { violations } = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa', 'best-practice']).analyze();
  console.log(w, await page.evaluate(() => document.documentElement.scrollWidth), violations.map((v) => `${v.id}: ${v.nodes.slice(0, 3).map((n) => n.target.join(' ')).join(' | ')}`).join('; ') || 'axe ok');
}
await page.getByRole('button', { name: 'Behåll båda' }).click();
await page.getByText('Allt är sparat').waitFor();
await browser.close();
