// What the participant page is told: the survey, who sees the answers, and the draft.
import type { RespondPage } from '../../contract/respond.ts';
import type { Programme } from '../../domain/programme/schema.ts';
import { withoutDeclarations } from '../../domain/surveys/comparability/published.ts';
import type { SurveyDefinition, Text } from '../../domain/surveys/definition.ts';
import { burdenOf } from '../../domain/surveys/review/burden.ts';
import { problem } from '../../problems.ts';
import { findEnrolment } from '../../store/enrolments.ts';
import { findPerson } from '../../store/persons.ts';
import { findProgramme } from '../../store/programmes.ts';
import { type Link, openDraft } from './link.ts';

const inLanguages = (text: Text): Record<string, string> => (typeof text === 'string' ? { sv: text } : { ...text });

/** Published versions never change: each is reckoned once. */
const minutes = new WeakMap<SurveyDefinition, number>();
function minutesOf(definition: SurveyDefinition): number {
  const known = minutes.get(definition) ?? burdenOf(definition).minutes.most;
  minutes.set(definition, known);
  return known;
}

/** What every respondent is told of a survey. */
export function presentSurvey(programme: { slug: string; title: Text }, definition: SurveyDefinition) {
  return {
    survey: definition.name,
    version: definition.version,
    programme: { slug: programme.slug, title: inLanguages(programme.title) },
    definition: { ...withoutDeclarations(definition) },
    languages: [...definition.languages],
    machineTranslated: [...(definition.machineTranslated ?? [])],
    minutes: minutesOf(definition),
    anonymous: definition.anonymous,
    whoSees: inLanguages(definition.whoSees),
    information: inLanguages(definition.information),
  };
}

export async function respondPageOf(link: Link, definition: SurveyDefinition): Promise<RespondPage> {
  const { invitation } = link;
  const programme = await programmeOf(link);
  const draft = openDraft(link);
  const site = programme.sites.find((each) => each.slug === invitation.site);
  const own = await languageOf(link);
  return {
    ...presentSurvey(programme, definition),
    site: site ?? null,
    language: own !== undefined && definition.languages.includes(own) ? own : 'sv',
    draft: draft
      ? { ...draft, revision: invitation.draft?.revision ?? 0 }
      : { revision: 0, submissionId: null, answers: {}, language: null },
  };
}

async function programmeOf({ invitation, around }: Link): Promise<Programme> {
  const programme = around?.programme ?? (await findProgramme(invitation.programme));
  return programme?.definition ?? problem('unknown-link', 'its programme is not there any more');
}

/** Known only for a personal link. */
async function languageOf({ invitation: { programme, enrolment: key } }: Link): Promise<string | undefined> {
  if (key === undefined) return undefined;
  const enrolment = await findEnrolment(programme, key);
  return enrolment && (await findPerson(programme, enrolment.person))?.language;
}
