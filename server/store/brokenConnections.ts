// The driver (7.8, 7.9) puts a question to a connection whose socket broke a moment ago, before it has heard of that, and then
// waits for ever for the socket to take it. Here the waiting ends as for any broken connection: the question fails, or is asked again.
import { createRequire } from 'node:module';

interface DriverConnection {
  socket: NodeJS.EventEmitter;
  error: Error | null;
  onClose(): void;
}

const fromHere = createRequire(import.meta.url);
const ofMongoose = createRequire(fromHere.resolve('mongoose'));
const { Connection }: { Connection: { prototype: DriverConnection } } = ofMongoose('mongodb/lib/cmap/connection.js');
let isMended = false;

/** For every connection made from now on in this process. @throws when the driver is one that this was not written for */
export function endWaitingOnBrokenConnections(): void {
  if (isMended) return;
  const { onClose } = Connection.prototype;
  if (typeof onClose !== 'function') throw new Error('the MongoDB driver has changed: see store/brokenConnections.ts');
  Connection.prototype.onClose = function (this: DriverConnection) {
    onClose.call(this);
    this.socket.emit('error', this.error); // who waits for the socket listens for this, and the connection itself always does
  };
  isMended = true;
}
