// A programme's rows in memory, brought up to date by reading what was written since, and no more.

import { KeptResponses } from '../domain/answers/kept.ts';
import type { Question } from '../domain/answers/questions.ts';
import type { KeptRows } from '../domain/answers/table.ts';
import type { ProgrammeRows } from '../domain/programme/records.ts';
import { streamActivities } from './activities.ts';
import { isComplete, streamAssessments } from './assessments.ts';
import { type ChangeMarker, readMarker, writtenSince } from './changes.ts';
import { keyOf } from './collection.ts';
import { streamEnrolments } from './enrolments.ts';
import { streamFollowUps } from './followUps.ts';
import { gatherResponses } from './gatheredResponses.ts';
import { streamInterventions } from './interventions.ts';
import { streamResponses } from './responses.ts';
import type { Streaming } from './rowCollection.ts';

/** The questions kept of each survey, by its name and theirs. */
export type KeptQuestions = ReadonlyMap<string, ReadonlyMap<string, Question>>;
type Events = Omit<ProgrammeRows, 'responses'>;

/** What one row outside the responses is reckoned at: a JavaScript object with a handful of texts. */
const bytesOfRow = 500;
const carried = ['response', 'survey', 'version', 'enrolment', 'wave', 'submittedAt', 'site', 'gender', 'birthYear'];
const circumstances = ['ageBand', 'bornAbroad', 'referrer', 'role', 'language', 'mode'];
const plainName = /^[A-Za-z_][\w-]*$/;

/** One collection of rows by their keys. */
class KeptEvents<Row extends object> {
  #rows = new Map<string, Row>();

  constructor(
    readonly name: string,
    private readonly stream: (programme: string, how: Streaming) => AsyncIterable<Row[]>,
    private readonly key: (row: Row) => string,
  ) {}

  get rows(): Row[] {
    return [...this.#rows.values()];
  }

  get size(): number {
    return this.#rows.size;
  }

  async load(programme: string): Promise<void> {
    this.#rows = new Map();
    await this.takeUp(programme, {});
  }

  async takeUp(programme: string, written: object): Promise<void> {
    for await (const rows of this.stream(programme, { written }))
      for (const row of rows) this.#rows.set(this.key(row), row);
  }
}

export class KeptProgramme {
  #marker: ChangeMarker = { seqs: {}, rows: 0, removals: {} };
  #isLoaded = false;
  #responses = new Map<string, KeptResponses>();
  readonly #enrolments = new KeptEvents('enrolments', streamEnrolments, (row) => row.enrolment);
  readonly #assessments = new KeptEvents('assessments', streamAssessments, (row) => keyOf(row.enrolment, row.date));
  readonly #interventions = new KeptEvents('interventions', streamInterventions, (row) =>
    keyOf(row.enrolment, row.type, row.start),
  );
  readonly #activities = new KeptEvents('activities', streamActivities, (row) => keyOf(row.enrolment, row.date));
  readonly #followUps = new KeptEvents('followUps', streamFollowUps, (row) => keyOf(row.enrolment, row.date));

  constructor(
    readonly programme: string,
    readonly questions: KeptQuestions,
    /** Responses are gathered by the database, and gathered again after each change. */
    readonly isGathered = false,
  ) {}

  /** Of the responses' columns, and of the other rows about. */
  get bytes(): number {
    const events = this.#events().reduce((sum, each) => sum + each.size * bytesOfRow, 0);
    return [...this.#responses.values()].reduce((sum, each) => sum + each.bytes, events);
  }

  get rows(): KeptRows {
    const events: Events = {
      enrolments: this.#enrolments.rows,
      assessments: this.#assessments.rows.filter(isComplete),
      interventions: this.#interventions.rows,
      activities: this.#activities.rows,
      followUps: this.#followUps.rows,
    };
    return { ...events, responses: this.#responses };
  }

  /** @returns whether anything had changed */
  async bringUpToDate(): Promise<boolean> {
    // Read before the rows: what is written meanwhile is then taken up once more, never missed.
    const now = await readMarker(this.programme);
    const before = this.#marker;
    const written = this.#isLoaded ? writtenSince(before, now) : {};
    if (!written) return false;
    for (const each of this.#events())
      await (this.#mustReload(each.name, now) ? each.load(this.programme) : each.takeUp(this.programme, written));
    if (this.isGathered || this.#mustReload('responses', now)) await this.#loadResponses();
    else for (const [survey, kept] of this.#responses) await this.#readResponses(survey, kept, written);
    this.#marker = now;
    this.#isLoaded = true;
    return true;
  }

  #events() {
    return [this.#enrolments, this.#assessments, this.#interventions, this.#activities, this.#followUps];
  }

  /** Of what was removed nothing is left to be read: so all is read again. */
  #mustReload(collection: string, now: ChangeMarker): boolean {
    return !this.#isLoaded || (now.removals[collection] ?? 0) !== (this.#marker.removals[collection] ?? 0);
  }

  async #loadResponses(): Promise<void> {
    this.#responses = new Map();
    for (const [survey, questions] of this.questions) {
      const kept = new KeptResponses(questions);
      await this.#fill(survey, kept, questions);
      this.#responses.set(survey, kept);
    }
  }

  async #fill(survey: string, kept: KeptResponses, questions: ReadonlyMap<string, Question>): Promise<void> {
    if (this.isGathered) {
      const asked = [...new Set([...questions.values()].map(({ question }) => question))];
      for await (const groups of gatherResponses(this.programme, survey, asked)) kept.addGathered(groups);
      return;
    }
    for await (const rows of streamResponses(this.programme, survey, { fields: fieldsOf(questions) })) kept.add(rows);
  }

  async #readResponses(survey: string, kept: KeptResponses, written: object): Promise<void> {
    const fields = fieldsOf(this.questions.get(survey) ?? new Map());
    for await (const rows of streamResponses(this.programme, survey, { fields, written })) kept.takeUp(rows);
  }
}

/** Only what is kept; all answers where a question's name could not stand in a path. */
function fieldsOf(questions: ReadonlyMap<string, Question>): string[] {
  const names = [...new Set([...questions.values()].map(({ question }) => question))];
  const answers = names.every((name) => plainName.test(name)) ? names.map((name) => `answers.${name}`) : ['answers'];
  return [...carried, ...circumstances, ...answers];
}
