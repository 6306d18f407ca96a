// Responses of thirty questions, the same for the same number: ratings, single and multiple choices, some left out.
import type { Programme } from '../../../server/domain/programme/schema.ts';
import { programmeDefinition } from '../../../server/domain/programme/schema.ts';
import type { AnyDefinition, QuestionDefinition } from '../../../server/domain/surveys/definition.ts';
import { nativeDb } from '../../../server/store/native.ts';

export const questionCount = 30;
const ratings = 20;
const single = 8;
const sites = Array.from({ length: 14 }, (_, at) => `site-${at}`);
const text = { sv: 'Text' };
const choices = ['a', 'b', 'c', 'd'].map((value) => ({ value, text }));

const nameOf = (at: number) => `q${String(at + 1).padStart(2, '0')}`;

const questions: QuestionDefinition[] = Array.from({ length: questionCount }, (_, at) => {
  const name = nameOf(at);
  if (at < ratings) return { type: 'rating', name, title: text, rateMin: 1, rateMax: 5 };
  return { type: at < ratings + single ? 'radiogroup' : 'checkbox', name, title: text, choices };
});

export const thirtyQuestions: AnyDefinition = {
  ...{ name: 'thirty', version: 1, anonymous: false, locale: 'sv', title: text, audience: 'participant' },
  ...{ languages: ['sv'], machineTranslated: [], whoSees: text, information: text, thanks: text },
  pages: [{ name: 'page', elements: questions }],
} as AnyDefinition;

/** A goal with a filter of its own; asked with two breakdowns. */
export const measured = { of: '{q01} >= 4', where: '{q21} = "b"' };
export const programme: Programme = programmeDefinition.parse({
  ...{ slug: 'counting', title: text, start: '2020-01-01' },
  sites: sites.map((slug) => ({ slug, title: slug })),
  goals: [
    {
      ...{ id: 'goal', title: text, target: { atLeast: 0.5 } },
      indicator: { population: 'responses', survey: 'thirty', measure: 'share', ...measured },
    },
  ],
});

/** Numbers that look drawn at random and follow from `number` alone (a xorshift after Marsaglia 2003). */
function drawing(number: number): (below: number) => number {
  let state = (number + 1) * 2_654_435_761;
  return (below) => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) % below;
  };
}

export function responseOf(number: number) {
  const draw = drawing(number);
  const answers: Record<string, unknown> = {};
  for (let at = 0; at < questionCount; at++) {
    if (draw(20) === 0) continue;
    if (at < ratings) answers[nameOf(at)] = 1 + draw(5);
    else if (at < ratings + single) answers[nameOf(at)] = 'abcd'[draw(4)];
    else answers[nameOf(at)] = ['a', 'b', 'c', 'd'].slice(0, 1 + draw(3));
  }
  return {
    ...{ _id: `r${number}`, response: `r${number}`, programme: programme.slug, survey: 'thirty', version: 1 },
    ...{ submittedAt: `20${20 + draw(5)}-0${1 + draw(9)}-1${draw(10)}`, site: sites[draw(sites.length)] },
    ...{ gender: draw(2) ? 'woman' : 'man', ageBand: [16, 19, 25, 30, 45][draw(5)], language: 'sv', answers },
  };
}

const chunk = 5000;

/** Stores responses `from` to `to` - 1, as one change of the programme a batch. */
export async function store(from: number, to: number): Promise<void> {
  const db = nativeDb();
  for (let start = from; start < to; start += chunk) {
    const rows = Math.min(chunk, to - start);
    const lane = { $inc: { seq: 1, rows }, $setOnInsert: { programme: programme.slug, lane: 0 } };
    const changes = db.collection<{ _id: string; seq: number }>('changes');
    const taken = await changes.findOneAndUpdate({ _id: programme.slug }, lane, {
      ...{ upsert: true, returnDocument: 'after' },
    });
    const change = { lane: 0, seq: taken?.seq ?? 1 };
    const documents = Array.from({ length: rows }, (_, at) => ({ ...responseOf(start + at), change }));
    await db.collection<{ _id: string }>('responses').insertMany(documents);
  }
}
