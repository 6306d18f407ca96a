// Damage to a data file: what was done, how often, and what came of it.
import { type DamageOutcome, type Outcome, runDamage } from './damage.ts';

export interface FaultRow {
  fault: string;
  tries: number;
  /** Read as exactly what was stored. */
  intact: number;
  /** Refused by the one line. */
  refused: number;
  /** Read as something else, or ended the process that read it. */
  lost: number;
  message: string;
}

const row = (fault: string, { same, refused, wrong, crashed }: Record<Outcome, number>, message: string): FaultRow => ({
  fault,
  tries: same + refused + wrong + crashed,
  intact: same,
  refused,
  lost: wrong + crashed,
  message,
});

const withoutFolder = ({ shown }: DamageOutcome) => shown.replace(/\S*(?=database\.mdb)/, '');

export async function runFaults(seed: number): Promise<FaultRow[]> {
  const outcome = await runDamage({ flips: 400, cuts: 40, documents: 1500, seed });
  const message = withoutFolder(outcome);
  return [row('one bit turned over', outcome.flips, message), row('end cut off', outcome.cuts, message)];
}
