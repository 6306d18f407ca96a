// What the names in a goal's expressions are called: by the survey's questions, the programme's codes, our own words.
import type { Programme } from '../../domain/programme/schema.ts';
import { codesOverVersions } from '../../domain/surveys/codesOverVersions.ts';
import type { AnyDefinition } from '../../domain/surveys/definition.ts';
import { listQuestions, type Question } from '../../domain/surveys/questions.ts';
import type { Vocabulary } from './condition.ts';
import type { FigureWords } from './figures.ts';
import { fill, type Language, reportTexts, titleIn } from './text/languages.ts';
import type { ReportText } from './text/sv.ts';

const backgrounds = ['gender', 'ageBand', 'bornAbroad', 'site', 'referrer', 'role'];

/** @param definitions of the survey counted, the newest last */
export function vocabulary(
  programme: Programme,
  definitions: readonly AnyDefinition[],
  language: Language,
  words: FigureWords,
): Vocabulary {
  const text = reportTexts[language];
  const questions = byName(definitions);
  const own = ownNames(text);
  const codes: Record<string, Programme['codes']['exitStatus']> = {
    exitStatus: programme.codes.exitStatus,
    exitReason: programme.codes.exitReason,
    interventions: programme.codes.intervention,
  };
  const outcomes: Record<string, string> = { forward: text.forward, kept: text.kept, back: text.back };
  return {
    name(name) {
      const { question, row, moment } = split(name, questions);
      if (!question) return own[name] ?? words.variable(name);
      const title = row?.title ?? question.title;
      const quoted = fill(text.quoted, { text: titleIn(title, language) });
      return moment ? fill(text[moment], { name: quoted }) : quoted;
    },
    value(name, value) {
      if (typeof value === 'boolean') return value ? text.yes : text.no;
      const choice = split(name, questions).question?.codes.find((each) => String(each.code) === String(value));
      // A number on a scale is said as it is: its explanation is too long for a sentence.
      if (choice && typeof value === 'string') return fill(text.quoted, { text: titleIn(choice.title, language) });
      const code = codes[name]?.find((each) => each.value === String(value));
      if (code) return titleIn(code.title, language).toLowerCase();
      if (name === 'followUp') return outcomes[String(value)] ?? String(value);
      if (backgrounds.includes(name)) return words.group({ [name]: value });
      return typeof value === 'number' ? words.precise('count', value) : value;
    },
  };
}

/** As the newest version says, with what only older ones offered. Of a card's halves also with the half before it; a name alone is the person's where it can be. */
function byName(definitions: readonly AnyDefinition[]): Map<string, Question> {
  const questions = new Map<string, Question>();
  const put = (name: string, each: Question) => {
    const { codes = [], rows = [] } = questions.get(name) ?? {};
    const merged = { codes: codesOverVersions([each.codes, codes]), rows: codesOverVersions([each.rows, rows]) };
    questions.set(name, { ...each, ...merged });
  };
  for (const definition of definitions) {
    const all = listQuestions(definition);
    const plain = new Map(all.toReversed().map((each) => [each.name, each]));
    for (const each of all) if (each.half) put(`${each.half}.${each.name}`, each);
    for (const [name, each] of plain) put(name, each);
  }
  return questions;
}

const moments = ['first', 'last', 'change'] as const;

/** `interventionsOffered.network.last` in its parts: the question, the row of a matrix, and first, last or change. */
function split(name: string, questions: ReadonlyMap<string, Question>) {
  const end = name.slice(name.lastIndexOf('.') + 1);
  const moment = name.includes('.') ? moments.find((each) => each === end) : undefined;
  const bare = moment ? name.slice(0, -moment.length - 1) : name;
  const question = questions.get(bare);
  if (question) return { question, row: undefined, moment };
  const at = bare.lastIndexOf('.');
  const matrix = questions.get(bare.slice(0, Math.max(at, 0)));
  return { question: matrix, row: matrix?.rows.find((each) => String(each.code) === bare.slice(at + 1)), moment };
}

const ownNames = (text: ReportText): Record<string, string> => ({
  exitStatus: text.nameExitStatus,
  exitReason: text.nameExitReason,
  interventions: text.nameInterventions,
  jobFocused: text.nameJobFocused,
  followUp: text.nameFollowUp,
  'activity.first': text.nameActivityFirst,
  'activity.last': text.nameActivityLast,
  'activityBand.first': text.nameActivityBandFirst,
  'activityBand.last': text.nameActivityBandLast,
  age: text.nameAge,
  birthYear: text.nameBirthYear,
  start: text.nameStart,
  end: text.nameEnd,
  days: text.nameDays,
  cards: text.nameCards,
  language: text.nameLanguage,
  mode: text.nameMode,
  wave: text.nameWave,
});
