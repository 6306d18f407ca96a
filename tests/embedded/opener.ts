// Run as a process of its own: opens the folder and prints the connection string, until it is killed.
import { openEmbedded } from '../../server/embedded/engine.ts';

const [dir = ''] = process.argv.slice(2);
const { uri } = await openEmbedded({ dir });
process.stdout.write(`${uri}\n`);
