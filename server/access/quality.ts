// How good a programme's data are, as one viewer may see it: coordinators what their own sites' rows say, all others counts.

import type { Programme } from '../domain/programme/schema.ts';
import { examinePeople } from '../domain/quality/examine.ts';
import type { Finding } from '../domain/quality/finding.ts';
import {
  openFinding,
  openInvitations,
  openQuestion,
  protectFinding,
  protectInvitations,
  protectQuestion,
  type ShownFinding,
  type ShownInvitations,
  type ShownQuestion,
} from '../domain/quality/protect.ts';
import { dayOf } from '../domain/schedule/due.ts';
import type { AnyDefinition } from '../domain/surveys/definition.ts';
import { listPersons } from '../store/persons.ts';
import { definitionsOf, type Reply, sitesOf } from './analysis.ts';
import { type Gathered, gatherQuality, type SurveyGathered } from './qualityRows.ts';
import type { ResultsViewer } from './results.ts';

interface ShownPlace {
  enrolment: string;
  date: string | null;
  name: string;
}
export interface QualityReply extends Reply {
  below: number;
  seesIndividuals: boolean;
  enrolments: number | null;
  findings: (Omit<ShownFinding, 'places'> & { places: ShownPlace[] })[];
  questions: ShownQuestion[];
  invitations: ShownInvitations[];
  surveys: { survey: string; title: Record<string, string> }[];
}

/** @throws Problem not-found */
export async function getQuality(slug: string, viewer: ResultsViewer): Promise<QualityReply> {
  const { programme, surveys } = await definitionsOf(slug);
  const now = new Date();
  const gathered = await gatherQuality(slug, surveys, sitesOf(viewer), dayOf(now));
  const { below } = programme.suppression;
  const isOpen = viewer.kind !== 'evaluator';
  const { enrolments } = gathered.rows;
  const shown = showing(programme, surveys, gathered, isOpen);
  const findings = [...examinePeople(gathered.rows), ...gathered.surveys.flatMap(({ same }) => same ?? [])];
  const isFew = enrolments.length > 0 && enrolments.length < below;
  return {
    ...{ programme: slug, computedAt: now.toISOString(), below, seesIndividuals: isOpen },
    as: viewer.kind === 'coordinator' ? `coordinator:${viewer.sites.join('+')}` : viewer.kind,
    enrolments: isFew && !isOpen ? null : enrolments.length,
    findings: await withNames(slug, gathered, findings.map(shown.finding)),
    questions: gathered.surveys.flatMap(shown.questions),
    invitations: gathered.invitations.map(shown.invitations),
    surveys: titlesOf(surveys, gathered),
  };
}

/** As the newest version has them. */
function titlesOf(surveys: readonly AnyDefinition[], { surveys: gathered, invitations }: Gathered) {
  const named = new Set([...gathered, ...invitations].map(({ survey }) => survey));
  const newestLast = surveys.filter(({ name }) => named.has(name)).toSorted((a, b) => a.version - b.version);
  const titles = newestLast.map(
    ({ name, title }) => [name, typeof title === 'string' ? { sv: title } : title] as const,
  );
  return [...new Map(titles)].map(([survey, title]) => ({ survey, title: { ...title } }));
}

/** Answers to an anonymous survey are protected from everybody. */
function showing(
  { suppression: { below } }: Programme,
  surveys: readonly AnyDefinition[],
  { rows }: Gathered,
  isOpen: boolean,
) {
  const anonymous = new Set(surveys.filter((each) => each.anonymous).map(({ name }) => name));
  const isOpenFor = (survey: string | null) => isOpen && !anonymous.has(survey ?? '');
  const exits = rows.enrolments.filter((each) => each.end !== undefined).length;
  const totals = { enrolments: rows.enrolments.length, exits };
  return {
    finding: (each: Finding) => (isOpenFor(each.survey) ? openFinding(each) : protectFinding(each, totals, below)),
    questions: ({ survey, questions, size }: SurveyGathered) =>
      questions.map((each) =>
        isOpenFor(survey) ? openQuestion(survey, each) : protectQuestion(survey, each, size, below),
      ),
    invitations: (sums: Gathered['invitations'][number]) =>
      isOpenFor(sums.survey) ? openInvitations(sums) : protectInvitations(sums, below),
  };
}

async function withNames(
  slug: string,
  { rows }: Gathered,
  findings: readonly ShownFinding[],
): Promise<QualityReply['findings']> {
  const wanted = new Set(findings.flatMap(({ places }) => places.map(({ enrolment }) => enrolment)));
  const found = rows.enrolments.filter(({ enrolment }) => wanted.has(enrolment));
  const persons = await listPersons(slug, [...new Set(found.map(({ person }) => person))]);
  const names = new Map(found.map(({ enrolment, person }) => [enrolment, persons.get(person)?.name ?? '']));
  return findings.map((finding) => ({
    ...finding,
    places: finding.places.map(({ enrolment, date = null }) => ({
      ...{ enrolment, date },
      name: names.get(enrolment) ?? '',
    })),
  }));
}
