/** Every text that people read is there in Swedish, and in each language that the survey says it has. */
import { Serializer } from 'survey-core';
import { isBlank, isJsonObject, type Json, listOf } from '../json.ts';
import type { Layout } from './elements.ts';
import { join, objectsAt, type Problems } from './problem.ts';

interface Reader {
  languages: readonly string[];
  problems: Problems;
}

export function checkTexts(form: Json, path: string, layout: Layout, problems: Problems): void {
  const languages = listOf(form.languages).filter((each) => typeof each === 'string');
  if (!languages.includes('sv'))
    problems.error(join(path, 'languages'), 'missing-swedish', 'languages is a list with "sv" in it');
  const { machineTranslated: drafts = [] } = form;
  if (!Array.isArray(drafts) || drafts.some((each) => typeof each !== 'string'))
    problems.error(
      join(path, 'machineTranslated'),
      'wrong-shape',
      'machineTranslated lists those of the languages that nobody has checked; leave it out when there are none',
    );
  const reader = { languages, problems };
  for (const name of ['title', 'whoSees', 'information', 'thanks']) need(form[name], join(path, name), reader);
  checkLocalizable('survey', form, path, reader);
  for (const group of layout.groups) checkLocalizable('panel', group.json, group.path, reader);
  for (const { json, type, path: at } of layout.questions) {
    if (type !== 'html') need(json.title, join(at, 'title'), reader);
    checkLocalizable(type, json, at, reader);
    checkItems(json, at, reader);
    if (isJsonObject(json.explanations))
      for (const [code, text] of Object.entries(json.explanations))
        checkText(text, join(join(at, 'explanations'), code), reader);
  }
}

function need(text: unknown, path: string, reader: Reader): void {
  if (isBlank(text)) reader.problems.error(path, 'missing-swedish', 'write this text in Swedish: { "sv": "..." }');
  else checkText(text, path, reader);
}

function checkLocalizable(type: string, json: Json, path: string, reader: Reader): void {
  for (const [name, value] of Object.entries(json))
    if (!isBlank(value) && Serializer.findProperty(type, name)?.isLocalizable)
      checkText(value, join(path, name), reader);
}

function checkItems(json: Json, path: string, reader: Reader): void {
  for (const list of ['choices', 'rateValues', 'columns', 'rows', 'items'])
    for (const item of objectsAt(json[list], join(path, list)))
      for (const name of ['text', 'title'])
        if (item.json[name] !== undefined) checkText(item.json[name], join(item.path, name), reader);
}

function checkText(text: unknown, path: string, { languages, problems }: Reader): void {
  if (typeof text === 'string') {
    problems.warning(path, 'one-language', 'shown the same in every language: write { "sv": "...", "en": "..." }');
    return;
  }
  if (!isJsonObject(text)) {
    problems.error(path, 'missing-swedish', 'write this text as { "sv": "..." }');
    return;
  }
  if (isBlank(text.sv)) problems.error(path, 'missing-swedish', 'the Swedish text ("sv") is missing');
  const missing = languages.filter((language) => language !== 'sv' && isBlank(text[language]));
  if (missing.length > 0) problems.warning(path, 'missing-language', `not translated: ${missing.join(', ')}`, missing);
}
