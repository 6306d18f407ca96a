// Every refusal and failure a client can meet, with MongoDB's own code and name.
import type { Doc } from './bson/codec.ts';

const names: Record<number, string> = {
  1: 'InternalError',
  2: 'BadValue',
  9: 'FailedToParse',
  13: 'Unauthorized',
  14: 'TypeMismatch',
  15: 'Overflow',
  16: 'InvalidLength',
  22: 'InvalidBSON',
  24: 'LockTimeout',
  26: 'NamespaceNotFound',
  27: 'IndexNotFound',
  28: 'PathNotViable',
  40: 'ConflictingUpdateOperators',
  43: 'CursorNotFound',
  48: 'NamespaceExists',
  50: 'MaxTimeMSExpired',
  52: 'DollarPrefixedFieldName',
  53: 'InvalidIdField',
  54: 'NotSingleValueField',
  56: 'EmptyFieldName',
  59: 'CommandNotFound',
  66: 'ImmutableField',
  67: 'CannotCreateIndex',
  72: 'InvalidOptions',
  73: 'InvalidNamespace',
  85: 'IndexOptionsConflict',
  86: 'IndexKeySpecsConflict',
  112: 'WriteConflict',
  168: 'InvalidPipelineOperator',
  171: 'CannotIndexParallelArrays',
  175: 'QueryPlanKilled',
  197: 'InvalidIndexSpecificationOption',
  225: 'TransactionTooOld',
  239: 'SnapshotTooOld',
  246: 'SnapshotUnavailable',
  251: 'NoSuchTransaction',
  256: 'TransactionCommitted',
  263: 'OperationNotSupportedInTransaction',
  292: 'QueryExceededMemoryLimitNoDiskUseAllowed',
  301: 'DataCorruptionDetected',
  10334: 'BSONObjectTooLarge',
  11000: 'DuplicateKey',
  14031: 'OutOfDiskSpace',
};

export interface ErrorDetails {
  keyPattern?: Doc;
  keyValue?: Doc;
  labels?: string[];
}

export class CommandError extends Error {
  readonly code: number;
  readonly details: ErrorDetails;

  constructor(code: number, message: string, details: ErrorDetails = {}) {
    super(message);
    this.code = code;
    this.details = details;
  }
}

/** Error fields as a write error or a command reply carries them. */
export function errorFields(error: CommandError): Doc {
  const fields: Doc = new Map();
  fields.set('code', error.code);
  fields.set('codeName', names[error.code] ?? `Location${error.code}`);
  fields.set('errmsg', error.message);
  if (error.details.keyPattern) fields.set('keyPattern', error.details.keyPattern);
  if (error.details.keyValue) fields.set('keyValue', error.details.keyValue);
  return fields;
}
