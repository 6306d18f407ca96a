import { readFileSync } from 'node:fs';
import { randomUUID } from 'node:crypto';
const base = 'http://127.0.0.1:41873';
const log = readFileSync('/tmp/rp.log', 'utf8');
const signIn = async (who: string) => {
  const [, email, password] = new RegExp(`${who}\\s+(\\S+@\\S+)\\s+(\\S+)`).exec(log)!;
  const { token } = (await (await fetch(base + '/api/session', { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ email, password }) })).json()) as any;
  return async (method: string, path: string, body?: unknown) => { const r = await fetch(base + '/api' + path, { method, headers: { 'content-type': 'application/json', authorization: 'Bearer ' + token }, ...(body ? { body: JSON.stringify(body) } : {}) }); const j = await r.json() as any; if (!r.ok) console.log(r.status, JSON.stringify(j).slice(0, 300)); return j; };
};
const admin = await signIn('administrator');
const { links } = await admin('POST', '/programmes/cresco-plus/invitations', { survey: 'exit', site: process.argv[2] ?? 'skara', count: 12 });
for (const link of links) {
  const token = link.split('/').pop();
  const r = await fetch(`${base}/api/respond/${token}`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ submissionId: randomUUID(), language: 'sv', answers: { feelsBetter: 'yes', nextStep: 'work', gotSupport: 'yes', coordinatorBelieved: 'yes' } }) });
  if (!r.ok) console.log(r.status, await r.text());
}
const p = await admin('GET', '/programmes/cresco-plus');
const goals = p.definition.goals.map((g: any) => g.id === 'participants' ? { ...g, target: { atLeast: 800 } } : g);
const put = await admin('PUT', '/programmes/cresco-plus', { ...p, definition: { ...p.definition, goals } });
console.log(links.length, Object.keys(put), p.definition.goals[0].id);
