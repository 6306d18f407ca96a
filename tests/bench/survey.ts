// A survey of twenty questions of the common kinds, one of them asked only after a certain answer, and answers to it.
import type { QuestionDefinition, SurveyDefinition } from '../../server/domain/surveys/definition.ts';

const text = (sv: string) => ({ sv });
const choices = (...values: string[]) => values.map((value) => ({ value, text: text(`Svar ${value}`) }));
const title = (name: string) => text(`Frågan om ${name}`);

const ratings = ['health', 'sleep', 'energy', 'hope', 'work', 'studies', 'network', 'contact', 'support'];
const single = ['status', 'housing', 'transport', 'childcare', 'plan'];
const several = ['helped', 'hindered'];
const texts = ['best', 'worst'];

const questions: QuestionDefinition[] = [
  ...ratings.map((name) => ({ type: 'rating', name, title: title(name), rateMin: 1, rateMax: 5, isRequired: true })),
  ...single.map((name) => ({ type: 'radiogroup', name, title: title(name), choices: choices('a', 'b', 'c', 'd') })),
  ...several.map((name) => ({ type: 'checkbox', name, title: title(name), choices: choices('a', 'b', 'c', 'd', 'e') })),
  { type: 'text', name: 'hours', title: title('hours'), inputType: 'number', min: 0, max: 60 },
  { type: 'comment', name: 'reason', title: title('reason'), visibleIf: "{status} = 'd'", maxLength: 500 },
  ...texts.map((name) => ({ type: 'comment', name, title: title(name), maxLength: 1000 })),
];

const perPage = 5;

export const twentyQuestions: SurveyDefinition = {
  ...{ name: 'twenty', version: 1, anonymous: false, locale: 'sv', title: text('Tjugo frågor') },
  ...{ audience: 'participant', languages: ['sv'], machineTranslated: [] },
  ...{ whoSees: text('Den som mäter.'), information: text('Uppdiktade svar.'), thanks: text('Tack.') },
  pages: Array.from({ length: questions.length / perPage }, (_, page) => ({
    name: `page${page + 1}`,
    elements: questions.slice(page * perPage, (page + 1) * perPage),
  })),
};

const pick = <Value>(list: readonly Value[], number: number) => list[number % list.length] as Value;
const sentence = 'Samordnaren lyssnade och vi gick igenom vad som var möjligt. ';

/** Valid answers, different for each number: all twenty questions where the conditional one is asked, else nineteen. */
export function answersOf(number: number): Record<string, string | number | string[]> {
  const status = pick(['a', 'b', 'c', 'd'], number);
  return {
    ...Object.fromEntries(ratings.map((name, at) => [name, 1 + ((number + at) % 5)])),
    ...Object.fromEntries(single.map((name, at) => [name, pick(['a', 'b', 'c', 'd'], number + at)])),
    helped: pick([['a'], ['a', 'c'], ['b', 'd', 'e']], number),
    hindered: pick([['e'], ['b', 'c']], number),
    hours: number % 40,
    ...(status === 'd' && { reason: sentence }),
    best: sentence.repeat(1 + (number % 3)),
    worst: `${sentence}${number}`,
  };
}
