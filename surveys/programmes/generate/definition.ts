// programme.json as this generator writes it: the parts of the format that the demonstration programmes use.

export interface Text {
  sv: string;
  en: string;
}

export type Target =
  | { atLeast: number }
  | { atMost: number }
  | { above: number }
  | { aboveWave: string }
  | { judged: string };

export interface Indicator {
  population?: 'enrolments' | 'exits' | 'responses' | 'assessed' | 'followUps';
  survey?: string;
  wave?: string;
  measure: 'count' | 'people' | 'share' | 'mean' | 'meanChange' | 'shareOfSites' | 'judged';
  of?: string | readonly string[];
  where?: string;
  reach?: { measure: 'share'; of: string; target: Target };
}

export interface Goal {
  id: string;
  title: Text;
  description?: Text;
  indicator: Indicator;
  target?: Target;
  siteTargets?: Record<string, Target>;
  groupTargets?: { by: Record<string, string>; target: Target }[];
  verdict?: { status: 'met' | 'near' | 'notMet'; motivation: string; by: string; date: string };
}

export interface Code {
  value: string;
  title: Text;
  jobFocused?: true;
}

export interface Definition {
  slug: string;
  title: Text;
  start: string;
  end: string;
  sites: { slug: string; title: string }[];
  codes: Record<'exitReason' | 'exitStatus' | 'intervention' | 'role' | 'referrer', Code[]>;
  activityBands: number[];
  ageBands: number[];
  waves: { slug: string; title: Text; survey: string; opens: string; closes: string }[];
  suppression: { below: number };
  goals: Goal[];
}

export const text = (sv: string, en: string): Text => ({ sv, en });
export const code = (value: string, sv: string, en: string): Code => ({ value, title: text(sv, en) });
export const jobFocusedCode = (value: string, sv: string, en: string): Code => ({
  ...code(value, sv, en),
  jobFocused: true,
});

/** `{name} anyof ['a', 'b']` */
export function anyOf(name: string, values: readonly string[]): string {
  return `{${name}} anyof [${values.map((value) => `'${value}'`).join(', ')}]`;
}
