// What an edit costs in a long questionnaire: 300 questions beside 10, in one browser, taking turns.
import { type Figure, inTurns, median, ratio, type Scale } from '../measure.ts';
import { openDesk, type Writer } from './writer.ts';

const acts = [
  ['key', 'a letter in a title'],
  ['add', 'a question added'],
  ['move', 'a question moved'],
  ['undo', 'a step undone'],
  ['rest', 'the rest after an edit: kept, checked, shown on the phone'],
] as const satisfies readonly (readonly [keyof Writer, string])[];

export async function* designer({ rounds }: Scale): AsyncIterable<Figure> {
  const desk = await openDesk();
  try {
    const small = await desk.writer(10);
    const large = await desk.writer(300);
    for (const [act, what] of acts) {
      const measured = await inTurns(rounds, { small: () => small[act](), large: () => large[act]() });
      const value = ratio(measured.large, measured.small);
      yield { key: `${act}Ratio`, what: `${what}, 300 questions ÷ 10`, value, unit: '×', goal: { atMost: 2 } };
      yield { what: `${what}, with 300 questions`, value: median(measured.large), unit: 'ms' };
    }
    const drawn = await inTurns(rounds, { large: () => large.keyToScreen() });
    yield {
      what: 'from key to screen, with 300 questions',
      value: median(drawn.large),
      unit: 'ms',
      goal: { atMost: 50 },
    };
  } finally {
    await desk.close();
  }
}
