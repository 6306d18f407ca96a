/** What is fixed outside about the built-in surveys: wordings quoted in reports, question names and their values. */

export const indicators = {
  jobSearch: 'Jobbsökningsbeteende',
  labourMarketKnowledge: 'Kunskap om arbetsmarknaden',
  concentration: 'Koncentrationsförmåga/instruktionsförståelse',
  beliefInJob: 'Individens tro på att få ett jobb',
  purposefulness: 'Målmedvetenhet',
  contact: 'Förmåga att skapa kontakt',
  cooperation: 'Samarbetsförmåga',
  network: 'Stöd från nätverk',
  everydayLife: 'Hantering av vardagen',
  healthCoping: 'Hälsa och hantering av hälsa',
};
export const quoted: Record<string, Record<string, string>> = {
  person: {
    health: 'Hur skulle du uppskatta din (fysiska och psykiska) hälsa för att kunna utföra ett arbete?',
    knowWhatToDo: 'Vet du vad du ska göra för att förbättra dina möjligheter att få ett jobb?',
    jobIdea: 'Har du en idé om vilket arbete du gärna vill ha?',
    canManageJob: 'Tror du att du klarar av ett arbete?',
  },
  coordinator: indicators,
  exit: {},
  treatment: {
    treatedByCoordinator: 'Hur har du blivit bemött av din samordnare?',
    treatedByReferrer:
      'Hur har du blivit bemött av din handläggare inom socialtjänsten/Försäkringskassan/annan handläggare inom arbetsmarknadsenheten (AME) eller liknande?',
    grounds: 'Om du blivit dåligt bemött, tror du att det beror på något eller några av följande alternativ?',
  },
  collaboration: {
    incomeSupportAndCare:
      'Hur bra fungerar samverkan mellan enheten som arbetar med försörjningsstöd och vård idag enligt dig?',
    labourMarketAndCare: 'Hur bra fungerar samverkan mellan arbetsmarknadsenhet och vård idag enligt dig?',
    interventionsOffered:
      'I vilken utsträckning bedömer du att deltagarna erbjuds insatser kopplat till de olika indikatorerna?',
  },
};
export const quotedChoices: [form: string, question: string, texts: string[]][] = [
  ['treatment', 'treatedByCoordinator', ['Bra', 'Varken eller', 'Dåligt']],
  ['treatment', 'treatedByReferrer', ['Bra', 'Varken eller', 'Dåligt']],
  [
    'treatment',
    'grounds',
    ['Kön, könsidentitet eller könsuttryck', 'Etnicitet', 'Funktionsnedsättning', 'Ålder', 'Nej'],
  ],
  [
    'collaboration',
    'interventionsOffered',
    ['I mycket hög utsträckning', 'I hög utsträckning', 'Ibland', 'I låg utsträckning', 'Inte alls'],
  ],
];

const yesNoOrNoAnswer = ['yes', 'no', 'unknown'];
export const background = {
  gender: ['woman', 'man', 'other', 'unknown'],
  ageBand: ['16', '19', '25', '30', '45'],
  bornAbroad: yesNoOrNoAnswer,
};
const oneToFive = ['1', '2', '3', '4', '5'];
const ratings = (list: string[]) => Object.fromEntries(list.map((name) => [name, oneToFive]));
export const table: Record<string, Record<string, string[] | 'number' | 'text'>> = {
  person: ratings(
    'health knowWhatToDo jobIdea canManageJob jobSearch everydayLife network contact cooperation'.split(' '),
  ),
  coordinator: ratings([...Object.keys(indicators), 'coordinatorBelief']),
  exit: {
    feelsBetter: ['yes', 'no'],
    nextStep: ['work', 'studies', 'jobseeker', 'workTraining', 'other', 'none'],
    activityHours: 'number',
    gotSupport: ['yes', 'partly', 'no'],
    coordinatorBelieved: ['yes', 'partly', 'no'],
    whatHelped: 'text',
  },
  treatment: {
    treatedByCoordinator: ['well', 'neither', 'badly'],
    treatedByReferrer: ['well', 'neither', 'badly'],
    grounds: ['sex', 'ethnicity', 'disability', 'age', 'none'],
    comment: 'text',
    ...background,
  },
  collaboration: {
    role: ['region', 'municipalManager', 'coordinator'],
    incomeSupportAndCare: oneToFive,
    labourMarketAndCare: oneToFive,
    interventionsOffered: ['veryHigh', 'high', 'sometimes', 'low', 'notAtAll'],
    comment: 'text',
    ...background,
  },
};
