// A small programme folder to import, with a place for whatever a test wants otherwise.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { ProgrammeInput } from '../../../server/domain/programme/schema.ts';

export const exampleProgramme: ProgrammeInput = {
  ...{ slug: 'example', title: { sv: 'Exempel' }, start: '2023-01-01' },
  sites: [
    { slug: 'ostad', title: 'Östad' },
    { slug: 'alvik', title: 'Älvik' },
  ],
  codes: {
    exitReason: [{ value: 'completed', title: { sv: 'Fullföljt' } }],
    exitStatus: [
      { value: 'employed', title: { sv: 'Anställd' } },
      { value: 'looking', title: { sv: 'Arbetssökande' } },
    ],
    intervention: [{ value: 'practice', title: { sv: 'Praktik' }, jobFocused: true }],
    role: [
      { value: 'region', title: { sv: 'Regionen' } },
      { value: 'coordinator', title: { sv: 'Samordnare' } },
    ],
  },
  fields: [{ name: 'track', title: { sv: 'Spår' }, choices: ['a', 'b'] }],
  waves: [{ slug: 'w1', title: { sv: 'Mättillfälle 1' }, survey: 'collaboration' }],
  goals: [
    {
      ...{ id: 'work', title: { sv: 'I arbete' }, target: { atLeast: 0.5 } },
      indicator: { population: 'exits', measure: 'share', of: "{exitStatus} = 'employed'" },
    },
    {
      ...{ id: 'health', title: { sv: 'Bättre hälsa' }, target: { atLeast: 0.9 } },
      indicator: { population: 'responses', survey: 'exit', measure: 'share', of: "{feelsBetter} = 'yes'" },
    },
    {
      ...{ id: 'progress', title: { sv: 'Progression' }, target: { above: 0 } },
      indicator: { population: 'assessed', measure: 'meanChange', of: ['health', 'jobIdea'] },
    },
    {
      ...{ id: 'kept', title: { sv: 'Behållit' }, target: { atLeast: 0.7 } },
      indicator: { population: 'followUps', measure: 'share', of: "{followUp} anyof ['forward', 'kept']" },
    },
    {
      ...{ id: 'material', title: { sv: 'Material' }, indicator: { measure: 'judged' }, target: { judged: 'yes' } },
      verdict: { status: 'met', motivation: 'Seen at both sites.', by: 'evaluator', date: '2025-06-01' },
    },
  ],
};

export const exampleFiles: Record<string, string> = {
  'enrolments.csv': `enrolment,person,site,gender,birthYear,bornAbroad,referrer,start,end,exitReason,exitStatus,track
e1,p1,ostad,woman,1985,no,benefits office,2023-01-10,2023-09-01,completed,employed,a
e2,p2,ostad,man,1990,yes,,2023-02-10,2023-10-01,completed,looking,b
e3,p3,alvik,woman,,,,2023-03-10,,,,
e4,p1,alvik,woman,1985,no,,2024-03-10,2024-09-10,completed,employed,
`,
  'interventions.csv': `enrolment,type,start,end,hoursPerWeek
e1,practice,2023-02-01,2023-05-01,20
e3,practice,2023-04-01,,
`,
  'activity.csv': `enrolment,date,hoursPerWeek
e1,2023-01-10,0
e1,2023-08-30,"7,5"
`,
  'followups.csv': `enrolment,date,outcome
e1,2024-03-01,kept
e2,2024-04-01,notReached
`,
  'assessments.csv': `enrolment,date,person.health,person.jobIdea,coordinator.jobSearch
e1,2023-01-15,2,3,1
e1,2023-08-15,4,3,
e2,2023-02-15,,1,5
e2,2023-05-15,,2,5
`,
  'responses/exit.csv': `response,version,enrolment,submittedAt,language,mode,feelsBetter,activityHours,whatHelped
r1,1,e1,2023-09-01T10:00:00Z,sv,web,yes,"7,5","Han sa ""bra"",
och lyssnade; |mycket|"
r2,1,e2,2023-10-01,ar,paper,no,,
`,
  'responses/treatment.csv': `response;version;submittedAt;site;gender;ageBand;treatedByCoordinator;grounds
t1;1;2023-09-01;ostad;woman;30;well;none
t2;1;2023-09-02T11:11:11Z;ostad;;;badly;sex|age
`,
  'responses/collaboration.csv': `response,version,wave,submittedAt,role,incomeSupportAndCare,interventionsOffered.jobSearch
c1,1,w1,2023-05-05,coordinator,4,high
c2,1,w1,2023-05-06,region,2,
`,
};

const folders: string[] = [];

/** `files` replace those of the example; null leaves one out. */
export function makeFolder(files: Record<string, string | null> = {}, programme: Partial<ProgrammeInput> = {}): string {
  const folder = mkdtempSync(join(tmpdir(), 'stegvis-folder-'));
  folders.push(folder);
  const all = { 'programme.json': JSON.stringify({ ...exampleProgramme, ...programme }), ...exampleFiles, ...files };
  for (const [file, text] of Object.entries(all)) {
    if (text === null) continue;
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), text);
  }
  return folder;
}

export function removeFolders(): void {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
}
