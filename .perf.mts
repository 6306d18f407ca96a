import { chromium } from 'playwright-core';
import { readFileSync } from 'node:fs';
import { chromiumFlags } from './tests/support/chromium.ts';
const base = 'http://127.0.0.1:41873';
const [, mail, pass] = /evaluator\s+(\S+@\S+)\s+(\S+)/.exec(readFileSync('/tmp/rp.log', 'utf8'))!;
const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: chromiumFlags });
const context = await browser.newContext({ locale: 'sv-SE', viewport: { width: 1280, height: 900 } });
const page = await context.newPage(); const cdp = await context.newCDPSession(page); await cdp.send('Performance.enable');
await context.request.post(`${base}/api/session`, { data: { email: mail, password: pass } });
const metrics = async (label: string) => { const { metrics } = await cdp.send('Performance.getMetrics'); const get = (n: string) => metrics.find((m) => m.name === n)!.value.toFixed(2); console.log(label, 'script', get('ScriptDuration'), 'layout', get('LayoutDuration'), 'style', get('RecalcStyleDuration'), 'task', get('TaskDuration'), 'nodes', get('Nodes')); };
for (const p of process.argv.slice(2)) {
  await page.goto(base + p); await page.getByRole('heading', { level: 1 }).waitFor(); await page.waitForLoadState('networkidle'); await metrics(p.slice(-30));
  await page.setViewportSize({ width: 390, height: 844 }); await new Promise((r) => setTimeout(r, 3000)); await metrics('narrow');
  await page.setViewportSize({ width: 1280, height: 900 }); await new Promise((r) => setTimeout(r, 3000)); await metrics('wide');
}
await browser.close();
