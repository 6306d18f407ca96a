// Findings with the numbers that are told of them, see Standing.
import type { Finding } from './finding.ts';
import type { InvitationSums } from './protect.ts';
import type { QuestionCount } from './responses.ts';
import type { Standing } from './standing.ts';

export function steadyFinding(finding: Finding, standing: Standing): Finding {
  const name = `${finding.rule} ${finding.survey ?? ''}`;
  const count = standing.tell(`${name} count`, finding.count);
  return { ...finding, count, of: standing.tell(`${name} of`, finding.of) };
}

export function steadyQuestion(survey: string, counted: QuestionCount, standing: Standing): QuestionCount {
  const name = `${survey} ${counted.half ?? ''} ${counted.question}`;
  const unanswered = standing.tell(`${name} unanswered`, counted.unanswered);
  return { ...counted, unanswered, asked: standing.tell(`${name} asked`, counted.asked) };
}

export function steadyInvitations(sums: InvitationSums, standing: Standing): InvitationSums {
  const answered = standing.tell(`${sums.survey} answered`, sums.answered);
  return { ...sums, answered, begun: standing.tell(`${sums.survey} begun`, sums.begun) };
}
