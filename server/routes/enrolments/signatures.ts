// What a person has signed in surveys answered by name.
import type { EnrolmentPage } from '../../contract/enrolment.ts';
import { isCard, type QuestionDefinition, questionsOf, type Text } from '../../domain/surveys/definition.ts';
import { listResponsesOf } from '../../store/responses.ts';
import { openSignatures } from '../../store/signatures.ts';
import { findSurveyVersion } from '../../store/surveys.ts';

const byLanguage = (text: Text | undefined): Record<string, string> =>
  typeof text === 'string' ? { sv: text } : { ...text };

export async function signaturesOf(programme: string, enrolment: string): Promise<EnrolmentPage['signatures']> {
  const found: EnrolmentPage['signatures'] = [];
  for (const row of await listResponsesOf(programme, enrolment)) {
    const { survey, version, submittedAt } = row;
    const questions = await signedQuestions(programme, survey, version);
    if (questions.length === 0) continue;
    const pictures = openSignatures(programme, row);
    for (const { name, title, description } of questions)
      if (row.answers[name] !== undefined)
        found.push({
          ...{ survey, version, date: submittedAt.slice(0, 10) },
          ...{ title: byLanguage(title), text: byLanguage(description), picture: pictures[name] ?? null },
        });
  }
  return found.toSorted((one, other) => one.date.localeCompare(other.date));
}

async function signedQuestions(programme: string, survey: string, version: number): Promise<QuestionDefinition[]> {
  const definition = (await findSurveyVersion(programme, survey, version))?.definition;
  if (!definition || isCard(definition)) return [];
  return questionsOf(definition).filter(({ type }) => type === 'signaturepad');
}
