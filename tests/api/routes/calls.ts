// One realistic call of every route, with what it needs prepared; the matrix makes each of them as everybody.
import { randomUUID } from 'node:crypto';
import { freezeResults } from '../../../server/access/snapshots.ts';
import type { SurveyDefinition } from '../../../server/domain/surveys/definition.ts';
import { upsertActivity } from '../../../server/store/activities.ts';
import { insertAssessment } from '../../../server/store/assessments.ts';
import { changeEnrolment } from '../../../server/store/enrolments.ts';
import { upsertIntervention } from '../../../server/store/interventions.ts';
import { createResultToken } from '../../../server/store/resultTokens.ts';
import { createSetupToken } from '../../../server/store/setupTokens.ts';
import { saveDraft } from '../../../server/store/surveyDrafts.ts';
import { findSurveyVersion, insertSurveyVersion } from '../../../server/store/surveys.ts';
import { createTryout } from '../../../server/store/surveyTryouts.ts';
import { insertWithdrawal } from '../../../server/store/surveyWithdrawals.ts';
import {
  buildEnrolment,
  buildItem,
  buildLink,
  buildProgramme,
  buildQuestion,
  buildSurvey,
  buildUser,
  password,
} from '../../support/factories.ts';
import { buildXlsform } from '../../support/xlsform.ts';

export interface Prepared {
  params?: Record<string, string>;
  query?: string;
  body?: object;
}
/** Of the programme at the site ostad: what others must never see. */
export const secrets = { name: 'Hemliga Hedda', email: 'hedda@hemlig.example', referrer: 'hemlig-remittent' };

let count = 0;
const next = () => ++count;
const person = { contact: { name: secrets.name, email: secrets.email }, referrer: secrets.referrer };
const day = '2024-04-01';

const enrolled = async (slug: string) => {
  const number = next();
  const row = { ...person, site: 'ostad', enrolment: `E-SECRET${number}`, person: `P-SECRET${number}` };
  const { enrolment } = await buildEnrolment(slug, row);
  return { slug, enrolment };
};
const exited = async (slug: string) => {
  const params = await enrolled(slug);
  await changeEnrolment(slug, params.enrolment, { end: '2024-08-31' });
  return params;
};
const carded = async (slug: string) => {
  const params = await enrolled(slug);
  await insertAssessment(slug, params.enrolment, day);
  return { ...params, date: day };
};
const drafted = async () => {
  const exit = await findSurveyVersion(null, 'exit');
  const name = `survey-${next()}`;
  const source = JSON.stringify({ ...exit?.definition, name });
  await saveDraft({ programme: null, name, source, changedBy: 'Test' }, 0);
  return { name, source };
};
const tryout = async () => {
  const exit = await findSurveyVersion(null, 'exit');
  const { token } = await createTryout({ programme: null, definition: exit?.definition as SurveyDefinition });
  return token;
};
const banked = async () => {
  const { name } = await buildItem();
  return name;
};
const smallForm = async () => (await buildXlsform([['text', 'first', 'Fråga']])).toString('base64');
/** One a programme: nothing can change it. */
const snapshotsMade = new Map<string, Promise<string>>();
const freeze = async (slug: string) =>
  (await freezeResults(slug, { title: 'Halvår' }, { name: 'Test', productVersion: '0' })).id;
const frozen = async (slug: string) => {
  const made = snapshotsMade.get(slug) ?? freeze(slug);
  snapshotsMade.set(slug, made);
  return { params: { slug, id: await made } };
};
const ofGoal = async (slug: string) => {
  const { params } = await frozen(slug);
  return { params: { ...params, goal: 'participants' } };
};
const snapshots = '/programmes/{slug}/snapshots';
const answers = () => ({ submissionId: randomUUID(), answers: { feelsBetter: 'yes' }, language: 'sv' });
const people = '/programmes/{slug}/enrolments';
const one = `${people}/{enrolment}`;

/** By method and path as openapi.json has them; `slug` is the programme whose site ostad has the secrets. */
export const calls: Record<string, (slug: string) => Promise<Prepared> | Prepared> = {
  'get /health': () => ({}),
  'get /openapi.json': () => ({}),
  'post /session': async () => ({ body: { email: (await buildUser()).email, password } }),
  'get /session': () => ({}),
  'delete /session': () => ({}),
  'get /setup/{token}': async () => ({ params: { token: await createSetupToken((await buildUser()).id) } }),
  'post /setup/{token}': async () => ({
    params: { token: await createSetupToken((await buildUser()).id) },
    body: { password },
  }),
  'get /respond/{token}': async (slug) => ({ params: { token: await buildLink(slug) } }),
  'put /respond/{token}/draft': async (slug) => ({
    params: { token: await buildLink(slug) },
    body: { ...answers(), revision: 0 },
  }),
  'post /respond/{token}': async (slug) => ({ params: { token: await buildLink(slug) }, body: answers() }),
  'get /tryouts/{token}': async () => ({ params: { token: await tryout() } }),
  'post /tryouts/{token}': async () => ({ params: { token: await tryout() }, body: answers() }),
  'get /programmes': () => ({}),
  'post /programmes': async () => {
    const template = await buildProgramme();
    return { body: { definition: { ...template, slug: `new-${next()}` } } };
  },
  'get /programmes/{slug}': (slug) => ({ params: { slug } }),
  'put /programmes/{slug}': async (slug) => {
    const definition = await buildProgramme({ slug: `${slug}-${next()}` });
    return { params: { slug: definition.slug }, body: { definition, revision: 1 } };
  },
  'get /programmes/{slug}/funder-report': (slug) => ({ params: { slug }, query: '?month=2024-04' }),
  'get /programmes/{slug}/funder-report.csv': (slug) => ({ params: { slug }, query: '?month=2024-04' }),
  'get /programmes/{slug}/results': (slug) => ({ params: { slug }, query: '?by=site,gender' }),
  'get /programmes/{slug}/goals/{goal}/analysis': (slug) => ({
    params: { slug, goal: 'participants' },
    query: '?by=site',
  }),
  'get /programmes/{slug}/goals/{goal}/timeline': (slug) => ({ params: { slug, goal: 'participants' } }),
  'get /programmes/{slug}/comparison': (slug) => ({ params: { slug }, query: `?with=${slug}` }),
  'get /programmes/{slug}/quality': (slug) => ({ params: { slug } }),
  'get /programmes/{slug}/cross-table': (slug) => ({
    params: { slug },
    query: '?population=enrolments&row=gender&column=referrer',
  }),
  'get /programmes/{slug}/cross-table/choices': (slug) => ({ params: { slug } }),
  [`get ${snapshots}`]: (slug) => ({ params: { slug } }),
  [`post ${snapshots}`]: (slug) => ({ params: { slug }, body: { title: 'Halvår' } }),
  [`get ${snapshots}/{id}`]: frozen,
  [`get ${snapshots}/{id}/comparison`]: frozen,
  [`get ${snapshots}/{id}/report`]: frozen,
  [`get ${snapshots}/{id}/report.pdf`]: frozen,
  [`get ${snapshots}/{id}/report.docx`]: frozen,
  [`get ${snapshots}/{id}/goals/{goal}/chart.svg`]: ofGoal,
  [`get ${snapshots}/{id}/goals/{goal}/chart.png`]: ofGoal,
  [`get ${snapshots}/{id}/goals/{goal}/table.csv`]: ofGoal,
  [`put ${snapshots}/{id}/report`]: async (slug) => ({
    ...(await frozen(slug)),
    body: { revision: 0, language: 'sv', introduction: 'Bra.', goals: {}, reservations: '', closing: '' },
  }),
  'get /programmes/{slug}/results.csv': async (slug) => ({
    params: { slug },
    query: `?by=site,gender&token=${(await createResultToken(slug, { label: 'Excel', createdBy: 'Test' })).token}`,
  }),
  'get /programmes/{slug}/tokens': (slug) => ({ params: { slug } }),
  'post /programmes/{slug}/tokens': (slug) => ({ params: { slug }, body: { label: 'Excel' } }),
  'delete /programmes/{slug}/tokens/{id}': async (slug) => ({
    params: { slug, id: (await createResultToken(slug, { label: 'Excel', createdBy: 'Test' })).id },
  }),
  'get /programmes/{slug}/export': (slug) => ({ params: { slug } }),
  'get /programmes/{slug}/export/{file}': async (slug) => ({
    params: { ...(await enrolled(slug)), file: 'enrolments.csv' },
  }),
  'get /programmes/{slug}/waves': (slug) => ({ params: { slug } }),
  'put /programmes/{slug}/waves/{survey}/{wave}/version': (slug) => ({
    params: { slug, survey: 'collaboration', wave: 'w2' },
    body: { version: 1 },
  }),
  'get /surveys/{name}/comparison': async () => {
    const name = await buildSurvey(`compared-${next()}`);
    const first = await findSurveyVersion(null, name, 1);
    if (first) await insertSurveyVersion({ ...first, version: 2 });
    return { params: { name }, query: '?from=1&to=2' };
  },
  'get /surveys/{name}/waves': () => ({ params: { name: 'collaboration' } }),
  'post /surveys/{name}/versions/{version}/withdrawal': async () => ({
    params: { name: await buildSurvey(`withdrawn-${next()}`), version: '1' },
    body: { reason: 'Wrong words' },
  }),
  'delete /surveys/{name}/versions/{version}/withdrawal': async () => {
    const version = { programme: null, name: await buildSurvey(`withdrawn-${next()}`), version: 1 };
    await insertWithdrawal({ ...version, reason: 'Wrong words', withdrawnAt: '2026-01-01', withdrawnBy: 'Test' });
    return { params: { name: version.name, version: '1' } };
  },
  'get /programmes/{slug}/goal-names': (slug) => ({ params: { slug }, query: '?population=exits' }),
  'post /programmes/{slug}/goals/preview': (slug) => ({
    params: { slug },
    body: { indicator: { population: 'enrolments', measure: 'share', of: "{gender} = 'woman'" } },
  }),
  'get /programmes/{slug}/goals/{goal}/definitions': (slug) => ({ params: { slug, goal: 'participants' } }),
  'put /programmes/{slug}/goals/{goal}/verdict': (slug) => ({
    params: { slug, goal: 'material' },
    body: { status: 'met', motivation: 'Seen on site.' },
  }),
  'delete /programmes/{slug}/goals/{goal}/verdict': (slug) => ({ params: { slug, goal: 'material' } }),
  'get /programmes/{slug}/invitations': (slug) => ({ params: { slug } }),
  'post /programmes/{slug}/invitations': (slug) => ({
    params: { slug },
    body: { survey: 'exit', site: 'ostad', count: 2 },
  }),
  [`get ${people}`]: async (slug) => ({ params: await enrolled(slug) }),
  [`post ${people}`]: (slug) => ({
    params: { slug },
    body: { site: 'ostad', contact: person.contact, start: '2024-01-15' },
  }),
  [`get ${one}`]: async (slug) => ({ params: await enrolled(slug) }),
  [`patch ${one}`]: async (slug) => ({ params: await enrolled(slug), body: { gender: 'woman' } }),
  [`delete ${one}/person`]: async (slug) => ({ params: await enrolled(slug) }),
  [`post ${one}/activities`]: async (slug) => ({
    params: await enrolled(slug),
    body: { date: day, hoursPerWeek: 8 },
  }),
  [`delete ${one}/activities/{date}`]: async (slug) => {
    const params = await enrolled(slug);
    await upsertActivity(slug, { enrolment: params.enrolment, date: day, hoursPerWeek: 4 });
    return { params: { ...params, date: day } };
  },
  [`post ${one}/interventions`]: async (slug) => ({
    params: await enrolled(slug),
    body: { type: 'practice', start: day },
  }),
  [`delete ${one}/interventions/{type}/{start}`]: async (slug) => {
    const params = await enrolled(slug);
    await upsertIntervention(slug, { enrolment: params.enrolment, type: 'practice', start: day });
    return { params: { ...params, type: 'practice', start: day } };
  },
  [`put ${one}/exit`]: async (slug) => ({ params: await enrolled(slug), body: { end: day, exitReason: 'completed' } }),
  [`delete ${one}/exit`]: async (slug) => ({ params: await exited(slug) }),
  [`post ${one}/follow-ups`]: async (slug) => ({
    params: await exited(slug),
    body: { date: '2025-02-28', outcome: 'kept' },
  }),
  'get /programmes/{slug}/card': (slug) => ({ params: { slug } }),
  [`post ${one}/assessments`]: async (slug) => ({ params: await enrolled(slug), body: { date: day } }),
  [`put ${one}/assessments/{date}/person`]: async (slug) => ({
    params: await carded(slug),
    body: { answers: { health: 3 } },
  }),
  [`put ${one}/assessments/{date}/coordinator`]: async (slug) => ({
    params: await carded(slug),
    body: { answers: { jobSearch: 3 } },
  }),
  [`delete ${one}/assessments/{date}`]: async (slug) => ({ params: await carded(slug) }),
  'get /surveys': () => ({}),
  'post /surveys': () => ({ body: { name: `survey-${next()}` } }),
  'post /surveys/check': () => ({ body: { source: '{}' } }),
  'post /surveys/walk': async () => ({ body: { source: (await drafted()).source, answers: {} } }),
  'post /surveys/ways': async () => ({ body: { source: (await drafted()).source } }),
  'post /surveys/import/xlsform': async () => ({ body: { file: await smallForm() } }),
  'get /surveys/{name}/versions/{version}': () => ({ params: { name: 'exit', version: '1' } }),
  'get /surveys/{name}/draft': () => ({ params: { name: 'exit' } }),
  'put /surveys/{name}/draft': async () => {
    const { name, source } = await drafted();
    return { params: { name }, body: { source, revision: 1 } };
  },
  'delete /surveys/{name}/draft': async () => ({ params: { name: (await drafted()).name } }),
  'post /surveys/{name}/draft/writers': () => ({
    params: { name: 'exit' },
    body: { tab: 'tab-0001', question: '' },
  }),
  'delete /surveys/{name}/draft/writers/{tab}': () => ({ params: { name: 'exit', tab: 'tab-0001' } }),
  'get /surveys/{name}/draft/review': () => ({ params: { name: 'exit' } }),
  'post /surveys/{name}/draft/tryout': async () => ({
    params: { name: (await drafted()).name },
    body: { revision: 1 },
  }),
  'post /surveys/{name}/publish': async () => ({ params: { name: (await drafted()).name }, body: { revision: 1 } }),
  'get /items': () => ({}),
  'post /items': () => ({ body: { name: `item-${next()}`, theme: 'own', question: buildQuestion() } }),
  'post /items/check': () => ({ body: { question: buildQuestion() } }),
  'get /items/{name}': async () => ({ params: { name: await banked() } }),
  'post /items/{name}/versions': async () => ({
    params: { name: await banked() },
    body: { revision: 1, theme: 'own', question: buildQuestion({ title: { sv: 'Hur ofta?' } }), note: 'Kortare.' },
  }),
  'get /users': () => ({}),
  'post /users': () => ({ body: { email: `new${next()}@example.org`, name: 'New', role: 'administrator' } }),
  'patch /users/{id}': async () => ({ params: { id: (await buildUser()).id }, body: { name: 'Other' } }),
  'post /users/{id}/setup-link': async () => ({ params: { id: (await buildUser()).id } }),
  'get /outbox': () => ({}),
};
