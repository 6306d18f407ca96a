/** The four surveys every programme starts from: names and values are fixed outside, quoted wordings are to the letter. */
import { readFileSync } from 'node:fs';
import { Model, type Question } from 'survey-core';
import { expect, test } from 'vitest';
import {
  type AnyDefinition,
  formsOf,
  isCard,
  type QuestionDefinition,
  questionsOf,
  type SurveyForm,
  textIn,
} from '../../../server/domain/surveys/definition.ts';
import { registerSurveyProperties } from '../../../server/domain/surveys/properties.ts';
import { background, indicators, quoted, quotedChoices, table } from './built-in.table.ts';

registerSurveyProperties();

const read = (name: string): AnyDefinition =>
  JSON.parse(readFileSync(new URL(`../../../surveys/${name}/v1.json`, import.meta.url), 'utf8'));
const names = ['progression-card', 'exit', 'treatment', 'collaboration'] as const;
const definitions = Object.fromEntries(names.map((name) => [name, read(name)])) as Record<string, AnyDefinition>;

const card = definitions['progression-card']!;
if (!isCard(card)) throw new Error('The progression card has lost its halves.');
const forms: Record<string, SurveyForm> = {
  person: card.halves.person,
  coordinator: card.halves.coordinator,
  exit: formsOf(definitions.exit!)[0]!,
  treatment: formsOf(definitions.treatment!)[0]!,
  collaboration: formsOf(definitions.collaboration!)[0]!,
};
const eachForm = Object.entries(forms);
const questionOf = (form: string, name: string): QuestionDefinition => {
  const found = questionsOf(forms[form]!).find((question) => question.name === name);
  if (!found) throw new Error(`${form} has no question ${name}`);
  return found;
};
const valuesOf = (items: QuestionDefinition['choices']): (string | number)[] =>
  (items ?? []).map((item) => (typeof item === 'object' ? item.value : item));
const scaleOf = (question: QuestionDefinition): string[] => {
  if (question.type === 'rating') return ['1', '2', '3', '4', '5'];
  const own = valuesOf(question.type === 'matrix' ? question.columns : question.choices).map(String);
  return question.showNoneItem ? [...own, 'none'] : own;
};

/** What each property of a survey file that people read is called; every other string is for machines. */
const readByPeople = new Set(
  'title description text minRateDescription maxRateDescription noneText whoSees information thanks readAloud'.split(
    ' ',
  ),
);
const readByMachines = new Set('type name locale value audience visibleIf inputType'.split(' '));

interface FoundText {
  path: string;
  text: unknown;
}
function textsIn(node: unknown, path: string, found: FoundText[] = []): FoundText[] {
  if (Array.isArray(node)) for (const [index, item] of node.entries()) textsIn(item, `${path}[${index}]`, found);
  else if (typeof node === 'object' && node !== null) {
    for (const [key, value] of Object.entries(node)) visit(key, value, `${path}.${key}`, found);
  }
  return found;
}
function visit(key: string, value: unknown, path: string, found: FoundText[]): void {
  if (readByPeople.has(key)) found.push({ path, text: value });
  else if (key === 'explanations') {
    for (const [of, text] of Object.entries(value as object)) found.push({ path: `${path}.${of}`, text });
  } else if (key === 'faces' || key === 'languages' || key === 'machineTranslated') return;
  else if (typeof value === 'string' && !readByMachines.has(key)) found.push({ path, text: value });
  else textsIn(value, path, found);
}

test.each(Object.entries(definitions))('%s is version 1 under its own name', (name, definition) => {
  expect({ name: definition.name, version: definition.version }).toEqual({ name, version: 1 });
  expect(definition.anonymous).toBe(name === 'treatment' || name === 'collaboration');
});

test.each(eachForm)('%s loads in survey-core without errors and keeps our own properties', (_name, form) => {
  registerSurveyProperties();
  const model = new Model(form);
  expect(model.jsonErrors ?? []).toEqual([]);
  const { audience, languages, machineTranslated, information, thanks } = model;
  expect({ audience, languages, machineTranslated, information, thanks }).toEqual({
    audience: form.audience,
    languages: form.languages,
    machineTranslated: form.machineTranslated,
    information: textIn(form.information, 'sv'),
    thanks: textIn(form.thanks, 'sv'),
  });
  for (const written of questionsOf(form)) {
    const { explanations, faces, draft, background: lifted } = model.getQuestionByName(written.name) as Question;
    expect({ explanations, faces }).toEqual({ explanations: written.explanations, faces: written.faces });
    expect([draft, lifted]).toEqual([written.draft ?? false, written.background ?? false]);
  }
});

test.each(eachForm)('%s asks for exactly the names and values that are fixed outside', (name, form) => {
  const shape = questionsOf(form).map((question) => {
    if (question.type === 'comment') return [question.name, 'text'];
    if (question.inputType === 'number') return [question.name, 'number'];
    return [question.name, scaleOf(question)];
  });
  expect(Object.fromEntries(shape)).toEqual(table[name]);
  expect(shape).toHaveLength(Object.keys(table[name]!).length);
});

test('age bands are numbers, as everywhere else', () => {
  expect(valuesOf(questionOf('treatment', 'ageBand').choices)).toEqual([16, 19, 25, 30, 45]);
});

test('the matrix of interventions has the ten indicators of the card as rows, without the belief of the coordinator', () => {
  const { rows } = questionOf('collaboration', 'interventionsOffered');
  const asMap = (rows ?? []).map((row) => (typeof row === 'object' ? [row.value, textIn(row.text, 'sv')] : [row]));
  expect(Object.fromEntries(asMap)).toEqual(indicators);
});

test.each(eachForm)(
  '%s holds quoted wordings to the letter, and marks every other question as a draft',
  (name, form) => {
    for (const question of questionsOf(form)) {
      const wording = quoted[name]![question.name];
      if (wording) expect(textIn(question.title, 'sv')).toBe(wording);
      expect(question.draft === true, `${question.name} is a draft`).toBe(wording === undefined);
    }
  },
);

test.each(quotedChoices)('%s.%s has the quoted choices to the letter', (form, name, texts) => {
  const question = questionOf(form, name);
  const items = question.type === 'matrix' ? question.columns : question.choices;
  const shown = (items ?? []).map((item) => (typeof item === 'object' ? textIn(item.text, 'sv') : item));
  if (question.showNoneItem) shown.push(textIn(question.noneText, 'sv'));
  expect(shown).toEqual(texts);
});

const participantLanguages = ['sv', 'en', 'ar', 'uk', 'so', 'ti'];
test.each(eachForm)('%s claims its languages and says which ones nobody has checked', (_name, form) => {
  const participant = form.audience === 'participant';
  expect(form.languages).toEqual(participant ? participantLanguages : ['sv', 'en']);
  expect(form.machineTranslated).toEqual(participant ? participantLanguages.slice(2) : []);
});

const script: Record<string, RegExp> = {
  ar: /\p{Script=Arabic}/u,
  uk: /\p{Script=Cyrillic}/u,
  ti: /\p{Script=Ethiopic}/u,
};
test.each(eachForm)('%s lacks no text in any language it claims', (name, form) => {
  const found = textsIn(form, name);
  expect(found.length).toBeGreaterThan(40);
  for (const { path, text } of found) {
    expect(Object.keys(text as object).sort(), path).toEqual([...form.languages].sort());
    for (const [language, wording] of Object.entries(text as Record<string, string>)) {
      expect(wording.trim(), `${path} in ${language}`).toMatch(script[language] ?? /\p{Script=Latin}/u);
      expect(wording, `${path} in ${language} is calm`).not.toMatch(/[!！]/);
    }
  }
  const items = questionsOf(form).flatMap(({ choices = [], columns = [], rows = [] }) => [
    ...choices,
    ...columns,
    ...rows,
  ]);
  const ends = questionsOf(form).filter(({ type }) => type === 'rating');
  expect(form.pages.filter((page) => !page.title)).toEqual([]);
  expect(items.filter((item) => typeof item !== 'object' || !item.text)).toEqual([]);
  expect(ends.filter((rating) => !rating.minRateDescription || !rating.maxRateDescription)).toEqual([]);
});

test('the title of the card stands in every language of its halves', () => {
  expect(Object.keys(card.title)).toEqual(participantLanguages);
});

test.each(eachForm)('%s shows each of its languages in survey-core, and Swedish when none is chosen', (_name, form) => {
  const model = new Model(form);
  const titleShown = () => questionsOf(form).map(({ name }) => (model.getQuestionByName(name) as Question).title);
  const titleWritten = (language: string) => questionsOf(form).map((question) => textIn(question.title, language));
  expect(titleShown()).toEqual(titleWritten('sv'));
  for (const language of form.languages) {
    model.locale = language;
    expect(titleShown()).toEqual(titleWritten(language));
    expect(model.whoSees).toBe(textIn(form.whoSees, language));
  }
});

const scales = eachForm.flatMap(([form, { pages }]) =>
  pages
    .flatMap((page) => page.elements)
    .filter((question) => Array.isArray(table[form]![question.name]) && !question.background)
    .map((question) => [`${form}.${question.name}`, question] as const),
);
test.each(scales)('%s explains each of its values in words of its own and gives it a picture', (_name, question) => {
  expect(Object.keys(question.explanations ?? {}).sort()).toEqual(scaleOf(question).sort());
  // a grid of ten rows has no room for pictures
  if (question.type !== 'matrix') {
    expect(Object.keys(question.faces ?? {}).sort()).toEqual(scaleOf(question).sort());
    expect(new Set(Object.values(question.faces ?? {})).size).toBe(scaleOf(question).length);
  }
});

test.each(eachForm)('no explanation in %s is used twice in any language', (_name, form) => {
  const explanations = questionsOf(form).flatMap((question) => Object.values(question.explanations ?? {}));
  for (const language of form.languages) {
    const texts = explanations.map((text) => text[language]);
    expect(texts.filter((text, index) => texts.indexOf(text) !== index)).toEqual([]);
  }
});

test.each(eachForm)('%s may be skipped through without a single answer', (_name, form) => {
  const model = new Model(form);
  expect(model.validate(true, false)).toBe(true);
  expect(questionsOf(form).filter((question) => question.isRequired)).toEqual([]);
});

test('interventions offered are asked of coordinators alone', () => {
  const model = new Model(forms.collaboration);
  const asked = (role?: string) => {
    model.data = role ? { role } : {};
    return (model.getQuestionByName('interventionsOffered') as Question).isVisible;
  };
  expect([asked('coordinator'), asked('region'), asked('municipalManager'), asked()]).toEqual([
    true,
    false,
    false,
    false,
  ]);
});

test('exit keeps its own values none and other, and refuses hours outside 0 to 80', () => {
  const model = new Model(forms.exit);
  for (const nextStep of table.exit!.nextStep as string[]) {
    model.data = { nextStep, activityHours: 0 };
    model.clearIncorrectValues(true);
    expect([model.data, model.validate(true, false)]).toEqual([{ nextStep, activityHours: 0 }, true]);
  }
  for (const activityHours of [-1, 81]) {
    model.data = { activityHours };
    expect(model.validate(true, false)).toBe(false);
  }
});

test('what is asked for the background is marked so that it can be lifted out of the answers', () => {
  const marked = (form: string) => questionsOf(forms[form]!).filter((question) => question.background);
  expect(marked('treatment').map(({ name }) => name)).toEqual(Object.keys(background));
  expect(marked('collaboration').map(({ name }) => name)).toEqual(['role', ...Object.keys(background)]);
  expect([...marked('exit'), ...marked('person'), ...marked('coordinator')]).toEqual([]);
});

test("a programme's own survey loads the same way and may require an answer", () => {
  const own = {
    ...forms.exit!,
    name: 'studies',
    pages: [
      {
        name: 'route',
        elements: [{ type: 'text', name: 'route', title: { sv: 'Väg', en: 'Route' }, isRequired: true }],
      },
    ],
  };
  const model = new Model(own);
  expect(model.jsonErrors ?? []).toEqual([]);
  expect(model.validate(true, false)).toBe(false);
  model.data = { route: 'vocational' };
  expect(model.validate(true, false)).toBe(true);
});
