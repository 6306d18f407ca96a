// A small survey to start writing from.
export function starterSource(name: string): string {
  const yesNo = [
    { value: 'yes', text: { sv: 'Ja', en: 'Yes' } },
    { value: 'no', text: { sv: 'Nej', en: 'No' } },
  ];
  const question = {
    type: 'radiogroup',
    name: 'firstQuestion',
    title: { sv: 'Skriv den första frågan här', en: 'Write the first question here' },
    draft: true,
    choices: yesNo,
  };
  const survey = {
    name,
    version: 1,
    anonymous: true,
    locale: 'sv',
    title: { sv: 'Ny enkät', en: 'New survey' },
    audience: 'participant',
    languages: ['sv', 'en'],
    machineTranslated: [],
    whoSees: {
      sv: 'Det är frivilligt att svara. Skriv här vem som ser svaren.',
      en: 'Answering is voluntary. Write here who sees the answers.',
    },
    information: {
      sv: 'Skriv här vad svaren används till, med vilket stöd i lag och hur länge de sparas.',
      en: 'Write here what the answers are used for, on which legal basis and how long they are kept.',
    },
    thanks: { sv: 'Tack för dina svar.', en: 'Thank you for your answers.' },
    pages: [{ name: 'first', elements: [question] }],
  };
  return JSON.stringify(survey, null, 2);
}
