// The response that is stored: valid answers, and the background that the link may carry.
import { isDeepStrictEqual } from 'node:util';
import type { Answers, Response } from '../../domain/programme/records.ts';
import { dayOf } from '../../domain/schedule/due.ts';
import { splitBackground } from '../../domain/surveys/background.ts';
import { type CompiledSurvey, compileSurvey } from '../../domain/surveys/compile.ts';
import type { SurveyDefinition } from '../../domain/surveys/definition.ts';
import { splitSignatures } from '../../domain/surveys/signatures.ts';
import { validateAnswers } from '../../domain/surveys/validate.ts';
import { problem } from '../../problems.ts';
import { findEnrolment } from '../../store/enrolments.ts';
import { responseKey } from '../../store/responses.ts';
import { sealSignatures } from '../../store/signatures.ts';
import type { Link } from './link.ts';

type Row = Omit<Response, 'response'>;

/** Published versions never change, so each is compiled once; the key is its own JSON object. */
const compiled = new WeakMap<SurveyDefinition, CompiledSurvey>();

function compiledOf(definition: SurveyDefinition): CompiledSurvey {
  const known = compiled.get(definition) ?? compileSurvey(definition);
  compiled.set(definition, known);
  return known;
}

/** @throws Problem 422 with an error a question */
export function validated(definition: SurveyDefinition, answers: unknown): Answers {
  const result = validateAnswers(compiledOf(definition), answers);
  if (result.ok) return result.answers;
  const { errors } = result;
  return problem('not-valid', errors[0]?.detail, { errors });
}

/** An anonymous survey's response carries its link's site and wave, and of the person only what the person answered. */
export async function responseRow(
  { invitation }: Link,
  definition: SurveyDefinition,
  sent: { submissionId: string; answers: unknown; language: string },
): Promise<Row> {
  const { background, answers: own } = splitBackground(definition, validated(definition, sent.answers));
  const { answers, signatures } = splitSignatures(definition, own);
  const key = { survey: definition.name, response: responseKey(sent.submissionId) };
  const { programme, enrolment, site, wave } = invitation;
  const personal = definition.anonymous || enrolment === undefined ? undefined : enrolment;
  const known = personal === undefined ? background : await backgroundOf(programme, personal);
  return {
    survey: definition.name,
    version: definition.version,
    ...(site !== undefined && { site }),
    ...known,
    ...(wave !== undefined && { wave }),
    submittedAt: dayOf(new Date()),
    language: sent.language,
    mode: 'link',
    answers,
    ...(Object.keys(signatures).length > 0 && { signatures: sealSignatures(programme, key, signatures) }),
  };
}

async function backgroundOf(programme: string, key: string): Promise<Partial<Row>> {
  const row = await findEnrolment(programme, key);
  if (!row) return {};
  const { enrolment, site, gender, birthYear, bornAbroad, referrer } = row;
  return {
    enrolment,
    site,
    ...(gender !== undefined && { gender }),
    ...(birthYear !== undefined && { birthYear }),
    ...(bornAbroad !== undefined && { bornAbroad }),
    ...(referrer !== undefined && { referrer }),
  };
}

/** Whether a repeated submission says what was stored; the day may be another, and so may the enrolment's background. */
export function isSameContent(one: Row, other: Row): boolean {
  const said = ({ answers, signatures, language, enrolment, gender, ageBand, bornAbroad, role }: Row) => {
    const own = [answers, signatures, language];
    return enrolment === undefined ? [...own, gender, ageBand, bornAbroad, role] : own;
  };
  return isDeepStrictEqual(said(one), said(other));
}
