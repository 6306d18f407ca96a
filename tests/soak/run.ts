// The long ones. Prints what was asked, what came of it, and leaves with 1 when anything was lost or doubled.
import { runKills } from './kills.ts';

const seed = Number(process.env.SEED ?? 20_261_122);
console.log(`seed ${seed}`);
const outcome = await runKills({
  submissions: 1000,
  connections: 16,
  kills: 5,
  seed,
});
console.table([outcome]);
const failed = outcome.lost !== 0 || outcome.duplicates !== 0 || outcome.acknowledged !== outcome.submissions;
console.log(failed ? '0 passed, 1 failed' : '1 passed, 0 failed');
process.exitCode = failed ? 1 : 0;
