// A goal analysed as a reader sees it: results protected first, as at the door.
import { analyseGoal, type GoalQuestion } from '../../../server/domain/analysis/analyseGoal.ts';
import type { GoalFindings } from '../../../server/domain/analysis/findings.ts';
import { buildTable } from '../../../server/domain/answers/table.ts';
import type { ProgrammeRows } from '../../../server/domain/programme/records.ts';
import type { Programme } from '../../../server/domain/programme/schema.ts';
import { protect } from '../disclosure/protect.ts';
import { count, surveys, today } from '../indicators/builders.ts';

export function analyse(
  programme: Programme,
  rows: ProgrammeRows,
  by = '',
  as: 'evaluator' | 'operator' = 'operator',
  overrides: Partial<GoalQuestion> = {},
): GoalFindings {
  const results = protect(programme, count(programme, rows, by), as);
  const table = buildTable(programme, surveys, rows, today);
  const goal = programme.goals[0]!;
  const names = by === '' ? [] : by.split('*');
  return analyseGoal({ programme, surveys, table, goal, by: names, results, open: as === 'operator', ...overrides });
}
