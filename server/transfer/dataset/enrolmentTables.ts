// Enrolments, and what was registered about them: one row each. Loaded as a whole, since each row takes its background along.
import { type Enrolment, followUpOutcomes } from '../../domain/programme/records.ts';
import { listActivities } from '../../store/activities.ts';
import { listEnrolments } from '../../store/enrolments.ts';
import { listFollowUps } from '../../store/followUps.ts';
import { listInterventions } from '../../store/interventions.ts';
import { listed, worded } from '../codebook.ts';
import { fullBackground, shortBackground } from './background.ts';
import { isOwnSite, type Source } from './source.ts';
import { type Cell, codeVariable, dayVariable, numberVariable, type Table, type Variable } from './variable.ts';

const batchSize = 1000;

/** In code-unit order of the keys, in which nothing is said about the order of storage. */
export async function ownEnrolments(source: Source): Promise<Map<string, Enrolment>> {
  const own = (await listEnrolments(source.programme.slug)).filter((each) => isOwnSite(source, each));
  return new Map(inOrder(own, ({ enrolment }) => enrolment).map((each) => [each.enrolment, each]));
}

export function inOrder<Row>(rows: readonly Row[], key: (row: Row) => string): Row[] {
  const keyed = rows.map((row) => [key(row), row] as const);
  return keyed.sort(([a], [b]) => (a < b ? -1 : Number(a > b))).map(([, row]) => row);
}

/** Rows about enrolments, in batches; each enrolment is said to be seen before its row is handed out. */
export async function* batches<Row extends { enrolment: string }>(
  source: Source,
  rows: readonly Row[],
  cells: (row: Row) => Cell[],
): AsyncIterable<Cell[][]> {
  for (let at = 0; at < rows.length; at += batchSize) {
    const batch = rows.slice(at, at + batchSize);
    await source.seen(batch.map((each) => each.enrolment));
    yield batch.map(cells);
  }
}

export function enrolmentTable(source: Source): Table {
  const { variables, cells } = fullBackground(source);
  return {
    ...{ name: 'enrolments', label: { sv: 'Inskrivningar', en: 'Enrolments' }, variables },
    async *rows() {
      yield* batches(source, [...(await ownEnrolments(source)).values()], cells);
    },
  };
}

/** @param list all rows of the programme; those of other sites' enrolments fall away */
function registered<Row extends { enrolment: string }>(
  source: Source,
  about: Pick<Table, 'name' | 'label'> & { variables: Variable[] },
  list: (programme: string) => Promise<Row[]>,
  cells: (row: Row) => [when: string, ...Cell[]],
): Table {
  const background = shortBackground(source);
  return {
    ...about,
    variables: [...background.variables, ...about.variables],
    async *rows() {
      const enrolments = await ownEnrolments(source);
      const own = (await list(source.programme.slug)).filter((each) => enrolments.has(each.enrolment));
      const sorted = inOrder(own, (row) => `${row.enrolment}\0${cells(row)[0]}`);
      yield* batches(source, sorted, (row) => {
        const enrolment = enrolments.get(row.enrolment);
        return [...(enrolment ? background.cells(enrolment) : []), ...cells(row)];
      });
    },
  };
}

const hours = numberVariable('hoursPerWeek', { sv: 'Timmar per vecka', en: 'Hours a week' });
const date = dayVariable('date', { sv: 'Datum', en: 'Date' });

export function registeredTables(source: Source): Table[] {
  const types = listed(source.programme.codes.intervention);
  const outcome = { sv: 'Uppföljning', en: 'Follow-up' };
  return [
    registered(
      source,
      { name: 'activity', label: { sv: 'Aktivitet', en: 'Activity' }, variables: [date, hours] },
      listActivities,
      (row) => [row.date, row.hoursPerWeek],
    ),
    registered(
      source,
      {
        ...{ name: 'interventions', label: { sv: 'Insatser', en: 'Interventions' } },
        variables: [
          ...[dayVariable('start', { sv: 'Från', en: 'From' }), dayVariable('end', { sv: 'Till', en: 'To' })],
          ...[codeVariable('type', { sv: 'Insats', en: 'Intervention' }, types), hours],
        ],
      },
      listInterventions,
      (row) => [row.start, row.end, row.type, row.hoursPerWeek],
    ),
    registered(
      source,
      {
        ...{ name: 'follow-ups', label: { sv: 'Uppföljningar', en: 'Follow-ups' } },
        variables: [date, codeVariable('outcome', outcome, worded(followUpOutcomes))],
      },
      listFollowUps,
      (row) => [row.date, row.outcome],
    ),
  ];
}
