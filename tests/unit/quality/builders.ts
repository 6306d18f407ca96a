import { examinePeople } from '../../../server/domain/quality/examine.ts';
import type { Finding, QualityRows } from '../../../server/domain/quality/finding.ts';

export const rowsWith = (rows: Partial<QualityRows> = {}): QualityRows => ({
  ...{ enrolments: [], cards: [], interventions: [], activities: [], followUps: [] },
  ...{ answeredExit: new Set<string>(), today: '2025-06-30' },
  expected: { cards: true, followUps: true, exitSurvey: true },
  ...rows,
});

export function find(rule: string, rows: Partial<QualityRows>): Finding {
  const finding = examinePeople(rowsWith(rows)).find((each) => each.rule === rule);
  if (!finding) throw new Error(`there is no rule ${rule}`);
  return finding;
}

/** What one rule found, as `count of of: places`. */
export function told(rule: string, rows: Partial<QualityRows>): string {
  const { count, of, places } = find(rule, rows);
  return `${count} of ${of}: ${places.map(({ enrolment, date }) => [enrolment, date].filter(Boolean).join(' ')).join(', ')}`;
}
