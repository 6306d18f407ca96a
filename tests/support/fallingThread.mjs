// Put before the product with --import: ends every thread of its own process when the process is sent SIGUSR2.
import { syncBuiltinESMExports } from 'node:module';
import threads, { isMainThread } from 'node:worker_threads';

if (isMainThread) {
  const running = [];
  threads.Worker = class extends threads.Worker {
    constructor(...given) {
      super(...given);
      running.push(this);
    }
  };
  syncBuiltinESMExports();
  process.on('SIGUSR2', () => {
    for (const worker of running) void worker.terminate();
  });
}
