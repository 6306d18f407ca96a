// The stored rows that data quality is told from. Responses are read in batches, so that memory never holds all of them.

import type { Programme } from '../domain/programme/schema.ts';
import type { Finding, QualityRows } from '../domain/quality/finding.ts';
import { type Groups, groupsOfEnrolment, groupsOfResponse } from '../domain/quality/leftOut.ts';
import type { InvitationSums } from '../domain/quality/protect.ts';
import { backgroundOf, FormTally, type QuestionCount } from '../domain/quality/responses.ts';
import { type AnyDefinition, halfNames, isCard, type SurveyDefinition } from '../domain/surveys/definition.ts';
import { listActivities } from '../store/activities.ts';
import { listAssessments } from '../store/assessments.ts';
import { readMarker } from '../store/changes.ts';
import { connectionNumber } from '../store/database.ts';
import { listEnrolments } from '../store/enrolments.ts';
import { listFollowUps } from '../store/followUps.ts';
import { listInterventions } from '../store/interventions.ts';
import { countInvitations, type InvitationCount } from '../store/invitations.ts';
import { streamResponses } from '../store/responses.ts';
import { keepLatest } from './qualityKept.ts';

export interface SurveyGathered {
  survey: string;
  /** Responses; of a card its halves that are in. */
  size: number;
  questions: QuestionCount[];
  /** Null where no response has enough answers on one scale. */
  same: Finding | null;
}
export interface Gathered {
  rows: QualityRows;
  surveys: SurveyGathered[];
  invitations: InvitationSums[];
}
type Sites = readonly string[] | undefined;
/** Undefined where the enrolment is not known. */
type GroupsOf = (enrolment: string | undefined) => Groups | undefined;

/** The built-in survey that people answer when they leave. */
const exitSurvey = 'exit';

/** As the rows are stored now. @param sites undefined: all */
export async function gatherQuality(
  programme: Programme,
  surveys: readonly AnyDefinition[],
  sites: Sites,
  today: string,
): Promise<Gathered> {
  const { slug, goals } = programme;
  const counts = await countInvitations(slug);
  const expected = {
    cards: goals.some(({ indicator }) => indicator.population === 'assessed'),
    followUps: goals.some(({ indicator }) => indicator.population === 'followUps'),
    exitSurvey: [...goals.map(({ indicator }) => indicator), ...counts].some(({ survey }) => survey === exitSurvey),
  };
  const versions = surveys.map(({ name, version }) => [name, version]);
  const marker = await readMarker(slug);
  const state = JSON.stringify([connectionNumber(), marker, programme, versions, expected, today]);
  const examined = await examinedAs(JSON.stringify([slug, sites]), state, () =>
    examineRows(programme, surveys, sites, { expected, today }),
  );
  const own = counts.filter(({ site }) => !sites || (site !== null && sites.includes(site)));
  return { ...examined, invitations: sumsOf(own) };
}

type Examined = Omit<Gathered, 'invitations'>;
const examinedAs = keepLatest<Examined>();

async function examineRows(
  { slug, ageBands }: Programme,
  surveys: readonly AnyDefinition[],
  sites: Sites,
  { expected, today }: Pick<QualityRows, 'expected' | 'today'>,
): Promise<Examined> {
  const answeredExit = new Set<string>();
  const rows = { ...(await ownRows(slug, sites, expected)), answeredExit, today };
  const known = new Map(rows.enrolments.map((each) => [each.enrolment, groupsOfEnrolment(each, ageBands)]));
  const groupsOf = (enrolment: string | undefined) => known.get(enrolment ?? '');
  const gathered: SurveyGathered[] = [];
  for (const name of new Set(surveys.map((each) => each.name))) {
    const versions = surveys.filter((each) => each.name === name).toSorted((a, b) => a.version - b.version);
    gathered.push(...cardsOf(versions, rows.cards, groupsOf));
    const forms = versions.filter((each) => !isCard(each)) as SurveyDefinition[];
    if (forms.length > 0)
      gathered.push(await responsesOf(slug, forms, sites, name === exitSurvey ? answeredExit : null, groupsOf));
  }
  return { rows, surveys: gathered.filter(({ size }) => size > 0) };
}

/** Also where another site alone has cards or follow-ups: then they are a matter of the programme. */
async function ownRows(slug: string, sites: Sites, expected: QualityRows['expected']) {
  const [all, cards, interventions, activities, followUps] = await Promise.all([
    listEnrolments(slug),
    listAssessments(slug),
    listInterventions(slug),
    listActivities(slug),
    listFollowUps(slug),
  ]);
  const enrolments = all.filter(({ site }) => !sites || sites.includes(site));
  const keys = new Set(enrolments.map(({ enrolment }) => enrolment));
  const own = <Row extends { enrolment: string }>(rows: readonly Row[]) =>
    rows.filter(({ enrolment }) => keys.has(enrolment));
  return {
    ...{ enrolments, cards: own(cards), interventions: own(interventions) },
    ...{ activities: own(activities), followUps: own(followUps) },
    expected: {
      ...expected,
      cards: expected.cards || cards.length > 0,
      followUps: expected.followUps || followUps.length > 0,
    },
  };
}

/** Cards don't name their version: they are read by the newest. */
function cardsOf(
  versions: readonly AnyDefinition[],
  cards: QualityRows['cards'],
  groupsOf: GroupsOf,
): SurveyGathered[] {
  const newest = versions.at(-1);
  if (!newest || !isCard(newest)) return [];
  return halfNames.map((half) => {
    const tally = new FormTally(new Map([[newest.version, newest.halves[half]]]), half);
    for (const card of cards) if (card[half]) tally.add(newest.version, card[half], {}, groupsOf(card.enrolment));
    return { survey: newest.name, size: tally.size, questions: tally.questions, same: null };
  });
}

async function responsesOf(
  slug: string,
  versions: readonly SurveyDefinition[],
  sites: Sites,
  answered: Set<string> | null,
  groupsOf: GroupsOf,
): Promise<SurveyGathered> {
  const survey = versions[0]?.name ?? '';
  const tally = new FormTally(new Map(versions.map((each) => [each.version, each])));
  const same: Finding = {
    ...{ rule: 'sameAnswers', weight: 'doubtful', among: null, survey, groups: [] },
    ...{ count: 0, of: 0, places: [] },
  };
  for await (const rows of streamResponses(slug, survey, sites ? { sites } : {}))
    for (const { version, answers, enrolment, ...row } of rows) {
      if (enrolment !== undefined) answered?.add(enrolment);
      const isSame = tally.add(version, answers, backgroundOf(row), groupsOf(enrolment) ?? groupsOfResponse(row));
      if (isSame === undefined) continue;
      same.of += 1;
      if (!isSame) continue;
      same.count += 1;
      if (enrolment !== undefined) same.places.push({ enrolment });
    }
  return { survey, size: tally.size, questions: tally.questions, same: same.of > 0 ? same : null };
}

function sumsOf(counts: readonly InvitationCount[]): InvitationSums[] {
  const sums = new Map<string, InvitationSums>();
  for (const { survey, created, answered, begun } of counts) {
    const sum = sums.get(survey) ?? { survey, made: 0, answered: 0, begun: 0, parts: [] };
    sums.set(survey, {
      ...{ survey, made: sum.made + created, answered: sum.answered + answered, begun: sum.begun + begun },
      parts: [...sum.parts, answered],
    });
  }
  return [...sums.values()];
}
