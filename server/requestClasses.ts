// Express gives each request and response another prototype when it comes, and code compiled for the ones before does not fit.
import { IncomingMessage, ServerResponse } from 'node:http';
import type { Express } from 'express';

/** For `createServer`: requests and responses that have the app's prototypes from the start. */
export function requestClasses(app: Express) {
  class Request extends IncomingMessage {}
  class Response extends ServerResponse<Request> {}
  Object.setPrototypeOf(Request.prototype, app.request);
  Object.setPrototypeOf(Response.prototype, app.response);
  app.request = Request.prototype as typeof app.request;
  app.response = Response.prototype as typeof app.response;
  return { IncomingMessage: Request, ServerResponse: Response };
}
