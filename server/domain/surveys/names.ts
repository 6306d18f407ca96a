/** The names that a condition may use. */
import type { KnownName, KnownNames } from './conditions.ts';
import { readByConditions } from './fields/masked.ts';
import { codeOf } from './fields/options.ts';
import { type Json, listOf, objectsOf } from './json.ts';

/** Names that a condition may use: every question, and its comment where it has one. */
export function knownNames(questions: readonly Json[]): KnownNames {
  const known = new Map<string, KnownName>();
  for (const question of questions) {
    if (question.type === 'html') continue;
    const isPictureList = question.type === 'imagepicker' && question.multiSelect === true;
    const type = isPictureList ? 'checkbox' : String(question.type);
    known.set(String(question.name), { type, read: readByConditions(question) });
    if (question.showCommentArea === true || question.showOtherItem === true)
      known.set(`${question.name}-Comment`, { type: 'comment' });
  }
  return known;
}

/** Rows and items of a question in lower case: in its own conditions survey-core looks there first. */
export function ownNames(question: Json): ReadonlySet<string> {
  const rows =
    question.type === 'matrix' ? listOf(question.rows).map(codeOf) : objectsOf(question.items).map((item) => item.name);
  return new Set(rows.map((row) => String(row).toLowerCase()));
}
