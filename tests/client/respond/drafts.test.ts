import { expect, test } from 'vitest';
import { type Draft, mergeDrafts } from '../../../client/pages/respond/draft.ts';

const server = (part: object = {}) => ({ revision: 0, submissionId: null, answers: {}, language: null, ...part });
const kept = (part: Partial<Draft> = {}): Draft => ({
  submissionId: '11111111-1111-4111-8111-111111111111',
  revision: 1,
  answers: {},
  language: 'sv',
  page: 0,
  synced: true,
  ...part,
});

test('a link opened for the first time gets a submission id of its own', () => {
  const one = mergeDrafts(server(), undefined, 'sv');
  const other = mergeDrafts(server(), undefined, 'sv');
  expect(one.submissionId).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  expect(one.submissionId).not.toBe(other.submissionId);
});

test("the server's submission id wins, so that a second device sends under the same one", () => {
  const submissionId = '22222222-2222-4222-8222-222222222222';
  expect(mergeDrafts(server({ submissionId, revision: 3 }), kept(), 'sv').submissionId).toBe(submissionId);
});

test('answers that never reached the server are put on top of what stands there, question by question', () => {
  const merged = mergeDrafts(
    server({ revision: 4, answers: { a: 'there', b: 'there' } }),
    kept({ revision: 2, synced: false, answers: { b: 'here', c: 'here' } }),
    'sv',
  );
  expect(merged.answers).toEqual({ a: 'there', b: 'here', c: 'here' });
  expect(merged.synced).toBe(false);
  expect(merged.revision).toBe(4);
});

test('what another device has changed since replaces what this one had sent', () => {
  const merged = mergeDrafts(
    server({ revision: 4, answers: { a: 'new' } }),
    kept({ revision: 2, answers: { a: 'old' } }),
    'sv',
  );
  expect(merged.answers).toEqual({ a: 'new' });
});

test('the language chosen on this device is kept, else the one of the draft, else that of the link', () => {
  expect(mergeDrafts(server({ language: 'uk' }), kept({ language: 'so' }), 'sv').language).toBe('so');
  expect(mergeDrafts(server({ language: 'uk' }), undefined, 'sv').language).toBe('uk');
  expect(mergeDrafts(server(), undefined, 'ar').language).toBe('ar');
});
