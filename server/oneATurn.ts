// Under a crowd the event loop would hand over all requests that have come before it looks at what the database has answered.
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';

/**
 * One request a turn of the event loop: between them the database's replies are taken up, so that a transaction under way, which
 * holds up all others that write, does not wait for requests that have just come.
 */
export function oneATurn(listener: RequestListener): RequestListener {
  const waiting: [IncomingMessage, ServerResponse][] = [];
  const next = () => {
    const request = waiting.shift();
    if (waiting.length > 0) setImmediate(next);
    if (request) listener(...request);
  };
  return (...request) => {
    waiting.push(request);
    if (waiting.length === 1) setImmediate(next);
  };
}
