// How good a programme's data are, as one viewer may see it: coordinators what their own sites' rows say, all others counts.

import { isDeepStrictEqual } from 'node:util';
import type { Programme } from '../domain/programme/schema.ts';
import { examinePeople } from '../domain/quality/examine.ts';
import type { Finding } from '../domain/quality/finding.ts';
import {
  type InvitationSums,
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
import { Standing } from '../domain/quality/standing.ts';
import { steadyFinding, steadyInvitations, steadyQuestion } from '../domain/quality/steady.ts';
import { dayOf } from '../domain/schedule/due.ts';
import type { AnyDefinition } from '../domain/surveys/definition.ts';
import { listPersons } from '../store/persons.ts';
import { findStanding, saveStanding } from '../store/qualityStandings.ts';
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
  const gathered = await gatherQuality(programme, surveys, sitesOf(viewer), dayOf(now));
  const { below } = programme.suppression;
  const isOpen = viewer.kind !== 'evaluator';
  const as = viewer.kind === 'coordinator' ? `coordinator:${viewer.sites.join('+')}` : viewer.kind;
  const before = await findStanding(slug, as);
  const standing = new Standing(before, below);
  const shown = showing(programme, surveys, gathered, isOpen, standing);
  const findings = [...examinePeople(gathered.rows), ...gathered.surveys.flatMap(({ same }) => same ?? [])];
  const reply = {
    ...{ programme: slug, computedAt: now.toISOString(), as, below, seesIndividuals: isOpen },
    enrolments: shown.enrolments,
    findings: await withNames(slug, gathered, findings.map(shown.finding)),
    questions: gathered.surveys.flatMap(shown.questions),
    invitations: gathered.invitations.map(shown.invitations),
    surveys: titlesOf(surveys, gathered),
  };
  if (!isDeepStrictEqual(before, standing.numbers)) await saveStanding(slug, as, standing.numbers);
  return reply;
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
  standing: Standing,
) {
  const anonymous = new Set(surveys.filter((each) => each.anonymous).map(({ name }) => name));
  const isOpenFor = (survey: string | null) => isOpen && !anonymous.has(survey ?? '');
  const exits = rows.enrolments.filter((each) => each.end !== undefined).length;
  const all = rows.enrolments.length;
  const totals = isOpen
    ? { enrolments: all, exits }
    : { enrolments: standing.tell('enrolments', all), exits: standing.tell('exits', exits) };
  const isHidden = !isOpen && totals.enrolments > 0 && totals.enrolments < below;
  return {
    enrolments: isHidden ? null : totals.enrolments,
    finding: (each: Finding) =>
      isOpenFor(each.survey) ? openFinding(each) : protectFinding(steadyFinding(each, standing), totals, below),
    questions: ({ survey, questions, size }: SurveyGathered) =>
      questions.map((each) => {
        if (isOpenFor(survey)) return openQuestion(survey, each);
        const steady = steadyQuestion(survey, each, standing);
        return protectQuestion(survey, steady, each.asked === size ? steady.asked : size, below);
      }),
    invitations: (sums: InvitationSums) =>
      isOpenFor(sums.survey) ? openInvitations(sums) : protectInvitations(steadyInvitations(sums, standing), below),
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
