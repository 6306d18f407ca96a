/** What a list of surveys shows of a draft, also while it has errors: read without judging it. */
import { layOut } from './check/elements.ts';
import { Problems } from './check/problem.ts';
import { halfNames } from './definition.ts';
import { isBlank, isJsonObject, type Json } from './json.ts';

export interface Head {
  /** Undefined where none is written, or none that can be read. */
  title: Record<string, string> | undefined;
  anonymous: boolean;
  kind: 'survey' | 'card';
  /** Questions whose wording is a draft of ours. */
  draftTexts: number;
}

export function headOf(json: unknown): Head {
  if (!isJsonObject(json)) return { title: undefined, anonymous: false, kind: 'survey', draftTexts: 0 };
  const halves = isJsonObject(json.halves) ? json.halves : undefined;
  const forms = halves ? halfNames.map((half) => halves[half]).filter(isJsonObject) : [json];
  const questions = forms.flatMap((form) => layOut(form, '', new Problems()).questions);
  return {
    title: titleOf(json),
    anonymous: json.anonymous === true,
    kind: 'halves' in json ? 'card' : 'survey',
    draftTexts: questions.filter(({ json: each, within }) => within === undefined && each.draft === true).length,
  };
}

export function headOfSource(source: string): Head {
  try {
    return headOf(JSON.parse(source));
  } catch {
    return headOf(undefined);
  }
}

function titleOf({ title }: Json): Record<string, string> | undefined {
  const texts = isJsonObject(title) ? title : { sv: title };
  const written = Object.entries(texts).filter((each): each is [string, string] => typeof each[1] === 'string');
  return written.every(([, text]) => isBlank(text)) ? undefined : Object.fromEntries(written);
}
