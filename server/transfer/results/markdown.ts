// Results for people: all goals in one table, then each goal's groups and remarks.
import type { Figures, GoalResult, ProgrammeResults, Status, SuppressedGoal } from '../../domain/indicators/results.ts';
import type { Measure, Programme, Target } from '../../domain/programme/schema.ts';
import {
  amount,
  baseText,
  groupText,
  intervalText,
  statusWords,
  targetText,
  variableText,
  verdictText,
  warningWords,
} from './words.ts';

type Goal = GoalResult | SuppressedGoal;
type Group = Goal['groups'][number];
const heads = ['Målvärde', 'Resultat', 'Antal', 'Saknas', '95 % intervall', 'Status'];
const hidden = ['', 'dolt', '', '', '', ''];

export function resultsAsMarkdown(programme: Programme, results: ProgrammeResults): string {
  const rows = results.goals.map((goal) => [title(goal), ...cells(programme, goal), verdictText(goal.verdict)]);
  const computed = `Beräknat ${results.computedAt.slice(0, 16).replace('T', ' ')} UTC, visat för ${results.as}.`;
  const parts = [
    `# ${programme.title.sv}`,
    `${computed} ${suppressionText(programme, results)}`.trim(),
    table(['Mål', ...heads, 'Bedömning'], rows),
    ...results.goals.flatMap((goal) => section(programme, goal)),
  ];
  return `${parts.join('\n\n')}\n`;
}

const title = (goal: Goal) => goal.title.sv ?? goal.id;

function suppressionText({ suppression }: Programme, { goals }: ProgrammeResults): string {
  const isHidden = goals.some((goal) => goal.suppressed || goal.groups.some((group) => group.suppressed));
  if (!isHidden) return '';
  return `"dolt": färre än ${suppression.below}, eller en grupp som annars gick att räkna fram.`;
}

/** Only goals that have groups, a warning, a response rate or a motivation. */
function section(programme: Programme, goal: Goal): string[] {
  const remarks = [
    ...(goal.suppressed || !goal.responseRate ? [] : [responseRateText(goal.responseRate)]),
    ...goal.warnings.map((warning) => warningWords[warning]),
    ...(goal.verdict ? [`Bedömning: ${goal.verdict.motivation.replaceAll('\n', ' ')}`] : []),
  ];
  const lists = listsOf(goal.groups).map((groups) => groupTable(programme, goal, groups));
  if (remarks.length === 0 && lists.length === 0) return [];
  return [
    `## ${title(goal)}`,
    ...(remarks.length > 0 ? [remarks.map((each) => `- ${each}`).join('\n')] : []),
    ...lists,
  ];
}

/** Groups of the same variables, in the order they were asked for. */
function listsOf(groups: readonly Group[]): Group[][] {
  const lists = new Map<string, Group[]>();
  for (const group of groups) {
    const variables = Object.keys(group.by).join('*');
    lists.set(variables, [...(lists.get(variables) ?? []), group]);
  }
  return [...lists.values()];
}

function groupTable(programme: Programme, { measure }: Goal, groups: readonly Group[]): string {
  const variables = Object.keys(groups[0]?.by ?? {});
  const isSites = variables.length === 1 && variables[0] === 'site';
  const rated = groups.some((group) => !group.suppressed && group.responseRate);
  const rows = groups.map((group) => [
    groupText(programme, group.by),
    ...cells(programme, { ...group, measure }),
    ...(rated ? [group.suppressed || !group.responseRate ? '' : share(group.responseRate)] : []),
  ]);
  if (isSites) rows.sort((a, b) => (a[0] ?? '').localeCompare(b[0] ?? '', 'sv'));
  const head = variables.map((name) => variableText(programme, name)).join(' och ');
  return table([head, ...heads, ...(rated ? ['Svarsfrekvens'] : [])], rows);
}

type Shown = { measure: Measure } & (
  | { suppressed: true }
  | (Figures & { suppressed: false; target: Target | null; status: Status | null })
);

function cells(programme: Programme, each: Shown): string[] {
  if (each.suppressed) return hidden;
  const { measure, target, value, missing, status } = each;
  return [
    targetText(programme, measure, target),
    value === null ? '–' : amount(measure, value),
    baseText(measure, each),
    missing > 0 ? String(missing) : '',
    intervalText(measure, each),
    status ? statusWords[status] : '',
  ];
}

const share = ({ answered, due }: { answered: number; due: number }) =>
  due === 0 ? '' : `${amount('share', answered / due)} (${answered} av ${due})`;
const responseRateText = (rate: { answered: number; due: number }) => `Svarsfrekvens: ${share(rate)}`;

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const escaped = rows.map((row) => row.map((cell) => cell.replaceAll('|', '\\|')));
  const lines = [head, head.map((_, at) => (at === 0 ? '---' : at >= 2 && at <= 4 ? '---:' : '---')), ...escaped];
  return lines.map((line) => `| ${line.join(' | ')} |`).join('\n');
}
