import { chromium } from 'playwright-core';
import { readFileSync } from 'node:fs';
import { chromiumFlags } from './tests/support/chromium.ts';
const base = 'http://127.0.0.1:41873';
const [, mail, pass] = /evaluator\s+(\S+@\S+)\s+(\S+)/.exec(readFileSync('/tmp/rp.log', 'utf8'))!;
const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: chromiumFlags });
const context = await browser.newContext({ locale: 'sv-SE', viewport: { width: 1280, height: 900 } });
const page = await context.newPage();
await context.request.post(`${base}/api/session`, { data: { email: mail, password: pass } });
for (const p of process.argv.slice(2)) {
  await page.setViewportSize({ width: 1280, height: 900 });
  await page.goto(base + p); await page.getByRole('heading', { level: 1 }).waitFor(); await page.waitForLoadState('networkidle');
  await page.setViewportSize({ width: 390, height: 844 });
  for (const wait of [2500]) {
    await new Promise((r) => setTimeout(r, wait));
    console.log(p, wait, await page.evaluate(() => { const w = document.documentElement.scrollWidth; const out = [...document.querySelectorAll('main *')].filter((e) => { if (e.getBoundingClientRect().right <= 391) return false; for (let p = e.parentElement; p; p = p.parentElement) if (getComputedStyle(p).overflowX !== 'visible') return false; return true; }).slice(0, 12).map((e) => `${e.tagName}.${String((e as HTMLElement).className?.baseVal ?? e.className).slice(0, 60)} ${Math.round(e.getBoundingClientRect().right)}`); return [w, ...out]; }));
  }
}
await browser.close();
