import { doubtful } from './doubtful.ts';
import { enrolmentsByKey, type Finding, findingOf, type QualityRows } from './finding.ts';
import { impossible } from './impossible.ts';
import { missing } from './missing.ts';

const rules = [...impossible, ...doubtful, ...missing];

/** What every rule about people finds, also nothing, in the order of the rules. */
export function examinePeople(rows: QualityRows): Finding[] {
  const byKey = enrolmentsByKey(rows);
  return rules.map((rule) => findingOf(rule, rows, byKey));
}
