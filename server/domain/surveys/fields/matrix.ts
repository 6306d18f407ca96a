/** matrix (one code a row) and multipletext (one text an item): an answer is an object of rows. */
import type { Answer } from '../../programme/records.ts';
import type { ExpressionPlace } from '../conditions.ts';
import { isBlank, isJsonObject, type Json, objectsOf, shown } from '../json.ts';
import { offerCode, readCode } from './choice.ts';
import type { FieldRules, Read, Rule } from './field.ts';
import { compileItems, isOffered } from './options.ts';
import { textInput } from './text.ts';
import { compileValidators } from './validators.ts';

function readRows(rows: ReadonlyMap<string, Read>): Read {
  const known = [...rows.keys()].slice(0, 12).join(', ');
  return (raw, at, report) => {
    if (isBlank(raw)) return undefined;
    if (!isJsonObject(raw)) {
      report.add(at, 'wrong-type', `answer with an object of rows: ${known}`);
      return undefined;
    }
    const stranger = Object.keys(raw).find((row) => !rows.has(row));
    if (stranger !== undefined) {
      report.add(at, 'unknown-question', `has no row "${shown(stranger)}"; the rows are ${known}`);
      return undefined;
    }
    const clean: Record<string, Answer> = {};
    for (const [row, read] of rows) {
      const value = Object.hasOwn(raw, row) ? read(raw[row], `${at}.${row}`, report) : undefined;
      if (value !== undefined) clean[row] = value;
    }
    return Object.keys(clean).length > 0 ? clean : undefined;
  };
}

const cell = (value: Answer | undefined, row: string): Answer | undefined =>
  (isJsonObject(value) ? value[row] : undefined) as Answer | undefined;

export function matrix(question: Json, place: ExpressionPlace): FieldRules {
  const columns = compileItems(question.columns, question.columnsVisibleIf, place);
  const rows = [...compileItems(question.rows, question.rowsVisibleIf, place).values()];
  const readCell = readCode(columns);
  const offerCell = offerCode(columns);
  const offered: Rule = (value, at, scope, report) => {
    for (const row of rows) {
      const given = cell(value, String(row.code));
      if (given === undefined) continue;
      const place = `${at}.${row.code}`;
      if (!isOffered(row, scope))
        report.add(place, 'hidden-question', 'this row is not asked after the other answers; leave it out');
      else offerCell(given, place, scope, report);
    }
  };
  const everyRow: Rule = (value, at, scope, report) => {
    for (const row of rows)
      if (cell(value, String(row.code)) === undefined && isOffered(row, scope))
        report.add(`${at}.${row.code}`, 'required', 'answer every row');
  };
  const unique: Rule = (value, at, _scope, report) => {
    const given = isJsonObject(value) ? Object.values(value) : [];
    if (new Set(given).size < given.length) report.add(at, 'duplicate', 'give each row another answer');
  };
  const rules = [
    ...(question.eachRowRequired === true ? [everyRow] : []),
    ...(question.eachRowUnique === true ? [unique] : []),
  ];
  return { read: readRows(new Map(rows.map((row) => [String(row.code), readCell]))), offered, rules };
}

export function multipleText(question: Json, place: ExpressionPlace, surveyLimit: unknown): FieldRules {
  const reads = new Map<string, Read>();
  const rules: Rule[] = [];
  for (const item of objectsOf(question.items)) {
    const name = String(item.name);
    const input = textInput(item, surveyLimit);
    reads.set(name, input.read);
    const own = [...input.rules, ...compileValidators(item.validators, place)];
    rules.push((value, at, scope, report) => {
      const given = cell(value, name);
      if (given === undefined && item.isRequired === true) report.add(`${at}.${name}`, 'required', 'answer this line');
      if (given !== undefined) for (const rule of own) rule(given, `${at}.${name}`, scope, report);
    });
  }
  return { read: readRows(reads), rules };
}
