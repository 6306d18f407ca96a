// Whether a failure means that the database cannot be reached, rather than that something is wrong with a statement.
const names = new Set([
  'MongoNetworkError',
  'MongoNetworkTimeoutError',
  'MongoServerSelectionError',
  'MongooseServerSelectionError',
  'MongoNotConnectedError',
  'MongoTopologyClosedError',
  'MongoPoolClearedError',
  'MongoPoolClosedError',
  'PoolClearedOnNetworkError',
  'MongoWaitQueueTimeoutError',
  'MongoOperationTimeoutError',
]);
/** Shutting down, not primary, its disk full, held by another's transaction for too long, and the like: another moment will do. */
const codes = new Set([6, 7, 24, 89, 91, 112, 189, 9001, 10107, 11600, 11602, 13435, 13436, 14031]);

export function isDatabaseAway(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if (names.has(error.name)) return true;
  if ('code' in error && typeof error.code === 'number' && codes.has(error.code)) return true;
  // The driver lets some failures of its socket through as they are.
  if ('syscall' in error && ['connect', 'read', 'write'].includes(String(error.syscall))) return true;
  // A bulk write wraps what happened to its connection in an error of its own.
  return /buffering timed out|client was closed|not connected|connection .+ (closed|timed out)/i.test(error.message);
}
