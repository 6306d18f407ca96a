// A form in XLSForm on its whole way: taken in, begun as a draft, published, answered by link.
import { randomBytes, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { listDrafts } from '../../../server/store/surveyDrafts.ts';
import { openTestApp, type TestApp } from '../../support/app.ts';
import { buildLink, buildProgramme, buildUser } from '../../support/factories.ts';
import { buildWorkbook } from '../../support/xlsform.ts';

let app: TestApp;
let token: string;
beforeAll(async () => {
  app = await openTestApp();
  token = (await buildUser()).token;
});
afterAll(() => app.close());

const post = (path: string, body: object) => app.call('post', path, { token, body });
const importing = (file: Buffer) => post('/surveys/import/xlsform', { file: file.toString('base64') });

const form = () =>
  buildWorkbook({
    survey: [
      ['type', 'name', 'label::Svenska (sv)', 'label::English (en)', 'required', 'relevant', 'constraint'],
      ['select_one yn', 'work', 'Har du arbete?', 'Do you have work?', 'yes'],
      ['integer', 'hours', 'Timmar i veckan', 'Hours a week', '', "${work} = 'yes'", '. >= 1 and . <= 60'],
      ['image', 'photo', 'Bild', 'Picture'],
    ],
    choices: [
      ['list_name', 'name', 'label::Svenska (sv)', 'label::English (en)'],
      ['yn', 'yes', 'Ja', 'Yes'],
      ['yn', 'no', 'Nej', 'No'],
    ],
    settings: [['form_title'], ['Om arbete']],
  });

test('an imported form is begun as a draft, published and answered; what it lacks is listed', async () => {
  const { slug } = await buildProgramme();
  const imported = await importing(await form());
  expect(imported.status).toBe(200);
  expect(imported.body).toMatchObject({ questions: 2, languages: ['sv', 'en'] });
  expect(imported.body.notCarried).toMatchObject([{ sheet: 'survey', row: 4, column: 'type', value: 'image (photo)' }]);
  expect((await listDrafts(null)).map(({ name }) => name)).not.toContain('om-arbete');

  const draft = await post('/surveys', { name: 'om-arbete', source: imported.body.source });
  expect(draft.status).toBe(201);
  expect(draft.body.problems.filter((each: { severity: string }) => each.severity === 'error')).toEqual([]);
  expect((await post('/surveys/om-arbete/publish', { revision: draft.body.revision })).status).toBe(201);

  const send = async (answers: object) => {
    const link = await buildLink(slug, { survey: 'om-arbete' });
    return app.call('post', `/respond/${link}`, { body: { submissionId: randomUUID(), answers, language: 'en' } });
  };
  expect((await send({ work: 'yes', hours: 20 })).status).toBe(201);
  const codesOf = async (answers: object) =>
    ((await send(answers)).body.errors as { question: string; code: string }[]).map(({ question, code }) => [
      question,
      code,
    ]);
  expect(await codesOf({ work: 'yes', hours: 61 })).toEqual([['hours', 'out-of-range']]);
  expect(await codesOf({ work: 'no', hours: 20 })).toEqual([['hours', 'hidden-question']]);
  expect(await codesOf({ hours: 20 })).toContainEqual(['work', 'required']);
});

test('a file that cannot be taken in is refused by the field, with the sheet and what to do', async () => {
  const missing = await importing(await buildWorkbook({ Blad1: [['a']] }));
  expect([missing.status, missing.body.code]).toEqual([422, 'not-valid']);
  expect(missing.body.errors).toMatchObject([{ field: 'file', code: 'missing-sheet' }]);
  const none = await importing(Buffer.from('not a workbook'));
  expect(none.body.errors).toMatchObject([{ field: 'file', code: 'not-xlsx' }]);
  expect((await post('/surveys/import/xlsform', { file: 'å' })).status).toBe(422);
});

test('a file of nearly 5 MB is taken, a larger one refused', async () => {
  // A picture in the workbook: nothing of it can be packed.
  const picture = { 'xl/media/picture.png': randomBytes(4_800_000).toString('base64') };
  const large = await buildWorkbook(
    {
      survey: [
        ['type', 'name', 'label'],
        ['text', 'a', 'A'],
      ],
    },
    picture,
  );
  expect(large.length).toBeGreaterThan(4_500_000);
  expect((await importing(large)).status).toBe(200);
  const larger = await importing(Buffer.alloc(5 * 1024 * 1024 + 3));
  expect([larger.status, larger.body.code]).toEqual([413, 'too-large']);
});
