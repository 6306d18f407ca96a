// Two surveys alike but for their length: ten questions a page, of the kinds that programmes ask most.
const text = (words: string) => ({ sv: words, en: `${words} (English)` });
const choices = ['a', 'b', 'c', 'd'].map((value) => ({ value, text: text(`Svar ${value}`) }));
const perPage = 10;

function question(number: number): object {
  const head = { name: `question${number}`, title: text(`Fråga ${number}: hur har det gått sedan sist?`) };
  const before = number > 1 ? { visibleIf: `{question${number - 1}} notempty` } : {};
  if (number % 5 === 0) return { type: 'comment', ...head, maxLength: 2000 };
  if (number % 3 === 0) return { type: 'text', ...head, inputType: 'number', min: 0, max: 40 };
  return { type: 'radiogroup', ...head, choices, ...(number % 7 === 0 && before) };
}

export function surveyOf(name: string, count: number): object {
  const pages = Array.from({ length: Math.ceil(count / perPage) }, (_, at) => ({
    name: `page${at + 1}`,
    title: text(`Del ${at + 1}`),
    elements: Array.from({ length: Math.min(perPage, count - at * perPage) }, (_, nth) =>
      question(at * perPage + nth + 1),
    ),
  }));
  return {
    ...{ name, version: 1, anonymous: true, locale: 'sv', audience: 'participant' },
    ...{ languages: ['sv', 'en'], machineTranslated: [], title: text(`Enkät med ${count} frågor`) },
    ...{ whoSees: text('Ingen'), information: text('Mätning'), thanks: text('Tack'), pages },
  };
}
