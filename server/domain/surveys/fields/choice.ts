/** rating, radiogroup, dropdown, boolean: one code. checkbox, tagbox, ranking, imagepicker: several. */
import type { Answer } from '../../programme/records.ts';
import type { Scope } from '../conditions.ts';
import { isBlank, type Json, shown } from '../json.ts';
import type { AnswerErrorCode, Report } from '../outcome.ts';
import type { FieldRules, Read, Rule } from './field.ts';
import { type Code, isOffered, listed, type Options } from './options.ts';

/** Exact codes: 2 is not '2', 'Yes' is not 'yes'. */
export function readCode(options: Options, unlisted: AnswerErrorCode = 'not-a-choice'): Read {
  const expected = `answer with one of ${listed(options)}`;
  return (raw, at, report) => {
    if (isBlank(raw)) return undefined;
    if (typeof raw !== 'string' && typeof raw !== 'number') {
      report.add(at, 'wrong-type', expected);
      return undefined;
    }
    if (options.has(raw)) return raw;
    report.add(at, unlisted, `"${shown(raw)}" is not on the list; ${expected}`);
    return undefined;
  };
}

export function offerCode(options: Options): Rule {
  return (value, at, scope, report) => {
    if (typeof value === 'string' || typeof value === 'number') checkOffered(options, value, at, scope, report);
  };
}

function checkOffered(options: Options, code: Code, at: string, scope: Scope, report: Report): void {
  const option = options.get(code);
  if (option && !isOffered(option, scope))
    report.add(at, 'not-a-choice', `"${shown(code)}" is not on offer after the other answers; leave it out`);
}

export function singleChoice(options: Options, unlisted?: AnswerErrorCode): FieldRules {
  return { read: readCode(options, unlisted), offered: offerCode(options), rules: [] };
}

export function booleanChoice(question: Json): FieldRules {
  const values: unknown[] = [question.valueTrue ?? true, question.valueFalse ?? false];
  const read: Read = (raw, at, report) => {
    if (isBlank(raw)) return undefined;
    if (values.includes(raw)) return raw as Answer;
    const code = values.some((value) => typeof value === typeof raw) ? 'not-a-choice' : 'wrong-type';
    report.add(at, code, `answer with ${values.map((value) => JSON.stringify(value)).join(' or ')}`);
    return undefined;
  };
  return { read, rules: [] };
}

function readCodes(options: Options): Read {
  const expected = `answer with a list of codes from ${listed(options)}`;
  return (raw, at, report) => {
    if (isBlank(raw)) return undefined;
    if (!Array.isArray(raw)) {
      report.add(at, 'wrong-type', expected);
      return undefined;
    }
    if (raw.length > options.size) {
      report.add(at, 'too-many', `name each of the ${options.size} choices at most once`);
      return undefined;
    }
    return raw.every((code) => isGoodCode(code, options, at, report)) && isFreeOfRepeats(raw, at, report)
      ? raw.slice()
      : undefined;
  };
}

function isGoodCode(code: unknown, options: Options, at: string, report: Report): code is string {
  if (typeof code !== 'string') {
    report.add(at, 'wrong-type', 'each entry of the list is the text code of a choice');
    return false;
  }
  if (options.has(code)) return true;
  report.add(at, 'not-a-choice', `"${shown(code)}" is not on the list; choose from ${listed(options)}`);
  return false;
}

function isFreeOfRepeats(codes: readonly string[], at: string, report: Report): boolean {
  if (new Set(codes).size === codes.length) return true;
  report.add(at, 'duplicate', 'name each choice once');
  return false;
}

const codesIn = (value: Answer | undefined): string[] =>
  Array.isArray(value) ? value.filter((code) => typeof code === 'string') : [];

function offerCodes(options: Options): Rule {
  return (value, at, scope, report) => {
    const codes = codesIn(value);
    for (const code of codes) checkOffered(options, code, at, scope, report);
    if (codes.length > 1 && codes.some((code) => options.get(code)?.exclusive))
      report.add(at, 'exclusive', 'a choice such as "none" stands alone; leave it or the others out');
  };
}

/** Too few is judged like a missing answer; survey-core counts an unanswered question as zero choices. */
function countChoices(question: Json): Rule {
  const least = typeof question.minSelectedChoices === 'number' ? question.minSelectedChoices : 0;
  const most = typeof question.maxSelectedChoices === 'number' ? question.maxSelectedChoices : 0;
  const alone = new Set(['none', 'refused', 'dontknow']);
  return (value, at, _scope, report) => {
    const codes = codesIn(value);
    const isNone = codes.length === 1 && alone.has(codes[0] ?? '');
    if (codes.length < least && !isNone) report.add(at, 'too-few', `choose at least ${least}`);
    if (most > 0 && codes.length > most) report.add(at, 'too-many', `choose at most ${most}`);
  };
}

export function multipleChoice(question: Json, options: Options): FieldRules {
  return { read: readCodes(options), offered: offerCodes(options), rules: [countChoices(question)] };
}

/** Without selectToRankEnabled every choice on offer has a place. */
export function ranking(question: Json, options: Options): FieldRules {
  const all: Rule = (value, at, scope, report) => {
    if (!Array.isArray(value)) return;
    const offered = [...options.values()].filter((option) => isOffered(option, scope)).length;
    if (value.length < offered) report.add(at, 'incomplete', `give all ${offered} choices a place`);
  };
  const read = readCodes(options);
  const offerEach = offerCodes(options);
  if (question.selectToRankEnabled === true) return { read, offered: offerEach, rules: [countChoices(question)] };
  const offered: Rule = (value, at, scope, report) => {
    offerEach(value, at, scope, report);
    all(value, at, scope, report);
  };
  return { read, offered, rules: [] };
}
