// The marker of a programme's rows: it moves with every write, and finds what was written since.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { deleteActivity, upsertActivities } from '../../../server/store/activities.ts';
import { readMarker, rowsChanged, writtenSince } from '../../../server/store/changes.ts';
import { changeEnrolment, upsertEnrolments } from '../../../server/store/enrolments.ts';
import { nativeDb } from '../../../server/store/native.ts';
import { insertResponses } from '../../../server/store/responses.ts';
import { openTestDatabase, type TestDatabase } from '../../support/database.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());

const enrolment = (key: string) => ({ enrolment: key, person: key, site: 'ostad', start: '2024-01-01', fields: {} });
const response = () => ({ survey: 'exit', version: 1, submittedAt: '2024-02-01', answers: { feelsBetter: 'yes' } });

async function since(programme: string, work: () => Promise<unknown>) {
  const before = await readMarker(programme);
  await work();
  const after = await readMarker(programme);
  const filter = writtenSince(before, after);
  const found = async (name: string) =>
    filter
      ? await nativeDb()
          .collection(name)
          .find({ programme, ...filter })
          .toArray()
      : [];
  return { before, after, found, changed: rowsChanged(before, after) };
}

test('what was written after a marker is found by it, and nothing else', async () => {
  await upsertEnrolments('one', ['a', 'b', 'c'].map(enrolment));
  const { found, changed } = await since('one', async () => {
    await changeEnrolment('one', 'b', { gender: 'woman' });
    await upsertEnrolments('one', [enrolment('a'), enrolment('d')]);
    await upsertEnrolments('other', ['x', 'y'].map(enrolment));
  });
  expect((await found('enrolments')).map((each) => each.enrolment).toSorted()).toEqual(['b', 'd']);
  expect(changed).toBe(2);
});

test('what was written since is found without looking at what was there before', async (context) => {
  context.skip(database.database.kind !== 'embedded', 'plans are told as MongoDB tells them, which the server may not');
  await upsertEnrolments(
    'large',
    Array.from({ length: 2000 }, (_, at) => enrolment(`old-${at}`)),
  );
  const before = await readMarker('large');
  for (let at = 0; at < 30; at++) await upsertEnrolments('large', [enrolment(`new-${at}`)]);
  const filter = { programme: 'large', ...writtenSince(before, await readMarker('large')) };
  const plan = await nativeDb().collection('enrolments').find(filter).explain('executionStats');
  expect(plan.executionStats).toMatchObject({ nReturned: 30, totalDocsExamined: 30 });
});

test('rows that are unchanged leave the marker as it is', async () => {
  await upsertEnrolments('same', [enrolment('a')]);
  const { before, after, found } = await since('same', () => upsertEnrolments('same', [enrolment('a')]));
  expect(after).toEqual(before);
  expect(await found('enrolments')).toEqual([]);
});

test('a removal counts in its collection', async () => {
  await upsertActivities('gone', [{ enrolment: 'a', date: '2024-01-01', hoursPerWeek: 4 }]);
  const { before, after } = await since('gone', () => deleteActivity('gone', 'a', '2024-01-01'));
  expect(before.removals).toEqual({});
  expect(after.removals).toEqual({ activities: 1 });
});

test('responses sent at one moment are all found, each once, also where two have one key', async () => {
  const { found, changed } = await since('many', async () => {
    const keys = Array.from({ length: 60 }, (_, at) => `key-${at % 50}`);
    const rows = keys.map((key) => ({ ...response(), response: key }));
    const parts = await Promise.all([rows.slice(0, 35), rows.slice(35)].map((part) => insertResponses('many', part)));
    expect(parts.flat().filter(Boolean)).toHaveLength(50);
  });
  expect(await found('responses')).toHaveLength(50);
  expect(changed).toBe(50);
});

test('writers that run at once leave no gap: every row is found from every marker before it', async () => {
  const seen = new Set<string>();
  let marker = await readMarker('racing');
  let isDone = false;
  const look = async () => {
    const now = await readMarker('racing');
    const filter = writtenSince(marker, now);
    if (filter)
      for (const each of await nativeDb()
        .collection('enrolments')
        .find({ programme: 'racing', ...filter })
        .toArray())
        seen.add(String(each.enrolment));
    marker = now;
  };
  const watching = (async () => {
    while (!isDone) await look();
    await look();
  })();
  await Promise.all(
    Array.from({ length: 8 }, async (_, writer) => {
      for (let at = 0; at < 10; at++) await upsertEnrolments('racing', [enrolment(`${writer}-${at}`)]);
    }),
  );
  isDone = true;
  await watching;
  expect(seen.size).toBe(80);
});
