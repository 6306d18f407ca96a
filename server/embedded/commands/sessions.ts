// The end of transactions and of sessions.
import { Binary } from '../bson/codec.ts';
import { CommandError } from '../errors.ts';
import { ticketOf } from '../transactions.ts';
import { type Call, type Handler, ok } from './call.ts';

function ticket(call: Call) {
  const found = ticketOf(call.body);
  if (!found || call.get('autocommit') !== false)
    throw new CommandError(251, `${call.name} must be run within a transaction`);
  return found;
}

export const commitTransaction: Handler = async (call) => {
  call.allow('recoveryToken');
  await call.engine.transactions.commit(ticket(call), call.connection);
  return ok();
};

export const abortTransaction: Handler = (call) => {
  call.allow('recoveryToken');
  call.engine.transactions.abort(ticket(call), call.connection);
  return ok();
};

export const endSessions: Handler = (call) => {
  call.allow();
  for (const session of call.list('endSessions')) {
    const id = session instanceof Map ? session.get('id') : undefined;
    if (!(id instanceof Binary)) continue;
    call.engine.transactions.endSession(id.bytes);
    call.engine.snapshots.endSession(id.bytes);
  }
  return ok();
};
