import type { Limits } from '../access/limits.ts';
import type { Config } from '../config.ts';
import type { Mailer } from '../mail/mailer.ts';
import type { Database } from '../store/database.ts';

/** What handlers need beside the store, made once at start. */
export interface Deps {
  config: Pick<Config, 'baseUrl' | 'secureCookies'>;
  database: Pick<Database, 'kind' | 'healthy'>;
  limits: Limits;
  mailer: Mailer;
  version: string;
  /** For what went wrong without failing the request, such as a mail server that refused. */
  warn(what: string, error: unknown): void;
}
