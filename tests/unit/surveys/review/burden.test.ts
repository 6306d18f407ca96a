// What a survey asks of whoever answers it.
import { expect, test } from 'vitest';
import { programmeDefinition } from '../../../../server/domain/programme/schema.ts';
import type { AnyDefinition } from '../../../../server/domain/surveys/definition.ts';
import { burdenOf } from '../../../../server/domain/surveys/review/burden.ts';
import { goalsCounting } from '../../../../server/domain/surveys/review/goals.ts';
import { readingOf } from '../../../../server/domain/surveys/review/lix.ts';

test('LIX by hand: words a sentence and, of a hundred, those of more than six letters', () => {
  // 9 words, 2 sentences, 3 long (träffar, samordnaren, arbetar): 9/2 + 300/9 = 37.8
  expect(readingOf(['Du träffar samordnaren. Hon arbetar med dig varje vecka.'])).toEqual({ words: 9, lix: 38 });
  expect(readingOf(['träffar'])).toEqual({ words: 1, lix: 101 });
  expect(readingOf(['Ja', 'Nej'])).toEqual({ words: 2, lix: 1 });
  expect(readingOf(['  …', ''])).toEqual({ words: 0, lix: null });
  // An abbreviation ends no sentence, a bracket or quotation mark goes with its own: 10 words, 3 sentences, 1 long (berätta)
  expect(readingOf(['Vill du berätta, t.ex. om jobb? (Du väljer.) "Ja."'])).toEqual({ words: 10, lix: 13 });
  // Two lines without a full stop: 4 words, 2 sentences
  expect(readingOf(['Om dig\nDin vardag'])).toEqual({ words: 4, lix: 2 });
});

const surveyOf = (...elements: object[]) =>
  ({
    ...{ name: 'own', version: 1, title: { sv: 'Egen' }, whoSees: { sv: '' }, languages: ['sv'] },
    pages: [{ name: 'p', elements }],
  }) as unknown as AnyDefinition;
const words = (count: number) => Array.from({ length: count }, () => 'ord').join(' ');

test('minutes are those of reading and answering; what is asked under a condition is in the longer only', () => {
  const comment = { type: 'comment', name: 'more', title: { sv: words(40) }, visibleIf: "{first} = 'a'" };
  const first = { type: 'radiogroup', name: 'first', title: { sv: words(100) }, choices: ['a', 'b'] };
  const { minutes, questions, conditional } = burdenOf(
    surveyOf(first, { type: 'panel', name: 'g', elements: [comment] }),
  );
  // 100 words at 120 a minute and 5 s: 55 s; with 40 words and 40 s more: 115 s
  expect({ minutes, questions, conditional }).toEqual({
    minutes: { fewest: 1, most: 2 },
    questions: 2,
    conditional: 1,
  });
});

test('formatted text is read as it is seen: each heading, paragraph and point a sentence, no signs of the format as words', () => {
  const html =
    '<h2>Om dig</h2><p>Vi fr&aring;gar&nbsp;om h&#228;lsan.</p><ul><li>Ditt arbete</li><li>Din fritid</li></ul>';
  // 2, 4, 2 and 2 words, none of more than six letters: 10/4 = 2.5
  expect(burdenOf(surveyOf({ type: 'html', name: 'lead', html: { sv: html } })).lix).toBe(3);
});

test('each field is read and answered; so are values without a text and the ends of a scale, but not what is computed', () => {
  const items = Array.from({ length: 8 }, (_, at) => ({ name: `field${at}`, title: { sv: words(10) } }));
  const most = (...elements: object[]) => burdenOf(surveyOf(...elements)).minutes.most;
  // 8 fields of 15 s and 80 words: 160 s
  expect(most({ type: 'multipletext', name: 'm', items })).toBe(3);
  // 2 x 60 words and 5 s: 65 s; 120 words and 5 s more: 130 s
  const plain = { type: 'radiogroup', name: 'r', choices: [words(60), { value: words(60) }] };
  const ends = { minRateDescription: { sv: words(60) }, maxRateDescription: { sv: words(60) } };
  expect([most(plain), most(plain, { type: 'rating', name: 's', rateMax: 5, ...ends })]).toEqual([1, 2]);
  const computed = Array.from({ length: 12 }, (_, at) => ({ type: 'expression', name: `c${at}`, expression: '1' }));
  expect(most(...computed)).toBe(1);
});

test('a question that is long, hard or asks two things is named, the hardest first', () => {
  const text = (name: string, title: string) => ({ type: 'text', name, title: { sv: title } });
  const hard =
    'Vilka arbetsmarknadspolitiska insatser erbjöds deltagarna regelbundet under rehabiliteringsperioden enligt handlingsplanen hos myndigheten?';
  const { hard: found } = burdenOf(
    surveyOf(
      text('easy', 'Hur mår du?'),
      text('two', 'Fick du stöd och/eller hjälp?'),
      text('long', words(31)),
      text('hard', hard),
    ),
  );
  expect(found.map(({ question, isDouble }) => [question, isDouble])).toEqual([
    ['hard', false],
    ['long', false],
    ['two', true],
  ]);
});

test('a goal counts a question by its name, a row of a matrix, or in its condition; of another survey it counts none', () => {
  const share = { population: 'responses' as const, measure: 'share' as const };
  const programme = programmeDefinition.parse({
    ...{ slug: 'p', title: { sv: 'P' }, start: '2024-01-01', sites: [{ slug: 's', title: 'S' }] },
    goals: [
      { id: 'row', title: { sv: 'Rad' }, indicator: { ...share, survey: 'own', of: "{offered.job} = 'yes'" } },
      {
        id: 'where',
        title: { sv: 'Villkor' },
        indicator: { ...share, survey: 'own', of: '{x} = 1', where: "{first} = 'a'" },
      },
      { id: 'other', title: { sv: 'Annan' }, indicator: { ...share, survey: 'exit', of: "{first} = 'a'" } },
    ],
  });
  const definition = surveyOf(
    { type: 'radiogroup', name: 'first', choices: ['a'] },
    { type: 'matrix', name: 'offered', columns: ['yes'], rows: ['job'] },
  );
  expect(goalsCounting(programme, 'own', [definition]).map(({ goal, questions }) => [goal, questions])).toEqual([
    ['row', ['offered']],
    ['where', ['first']],
  ]);
});
