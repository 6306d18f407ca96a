// The long ones. Prints what was asked and what came of it, and leaves with 1 when anything was lost, altered or doubled.
import { runAttacks } from './attacks.ts';
import { runFaults } from './faults.ts';
import { runKills } from './kills.ts';
import { runWays } from './ways.ts';

const seed = Number(process.env.SEED ?? 20_261_122);
console.log(`seed ${seed} (SEED=… for another)`);

const kills = await runKills({ submissions: 5000, connections: 16, kills: 50, seed });
console.table([kills]);
const isKept =
  kills.acknowledged === kills.submissions && kills.lost === 0 && kills.altered === 0 && kills.duplicates === 0;

const faults = await runFaults(seed);
for (const { message, ...fault } of faults) {
  console.table([fault]);
  console.log(message);
}
const attacks = runAttacks(seed);
console.table(attacks);
const outcomes = [
  await runWays(),
  isKept,
  ...faults.map(({ lost }) => lost === 0),
  ...attacks.map(({ isAsItShould }) => isAsItShould),
];
const passed = outcomes.filter(Boolean).length;
console.log(`${passed} passed, ${outcomes.length - passed} failed`);
process.exitCode = passed === outcomes.length ? 0 : 1;
