// Mail that was not sent because no SMTP_URL is set; sealed, since it holds names, addresses and links.
import { randomUUID } from 'node:crypto';
import { collection, required } from './collection.ts';
import { keyedHash, openSecret, sealSecret } from './sealing.ts';

export interface Mail {
  to: string;
  subject: string;
  text: string;
  language: string;
}
export type KeptMail = Mail & { id: string; at: string };
interface Stored {
  _id: string;
  at: string;
  /** A keyed hash of the address: by it the mails to somebody are found, and by nobody without the key. */
  to: string;
  sealed: string;
}
const outbox = collection<Stored>('outbox', { at: required(String), to: required(String), sealed: required(String) }, [
  [{ at: -1 }],
  [{ to: 1 }],
]);
const hashOf = (address: string) => keyedHash(`outbox ${address}`);

export async function keepMail(mail: Mail): Promise<void> {
  const _id = randomUUID();
  const { to, subject, text, language } = mail;
  const sealed = sealSecret({ to, subject, text, language }, _id);
  await outbox.insertMany([{ _id, at: new Date().toISOString(), to: hashOf(to), sealed }]);
}

/** Newest first. */
export async function listMails(limit = 200): Promise<KeptMail[]> {
  const stored = await outbox.find().sort({ at: -1 }).limit(limit).lean<Stored[]>();
  return stored.map(({ _id, at, sealed }) => ({ ...(openSecret(sealed, _id) as Mail), id: _id, at }));
}

export async function dropMailsTo(address: string): Promise<void> {
  await outbox.deleteMany({ to: hashOf(address) });
}
