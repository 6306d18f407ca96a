// Sends mail where SMTP_URL says, else keeps it in the outbox.
import { createTransport } from 'nodemailer';
import type { Config } from '../config.ts';
import { keepMail } from '../store/outbox.ts';
import type { Letter } from './letters.ts';

export interface Mailer {
  /** Mail is kept here instead of being sent. */
  keeps: boolean;
  /** @throws when the mail server does not take it */
  send(letter: Letter): Promise<void>;
  close(): void;
}

export function createMailer(config: Pick<Config, 'smtpUrl' | 'baseUrl'>): Mailer {
  if (config.smtpUrl === undefined) return { keeps: true, send: keepMail, close: () => {} };
  const transport = createTransport({
    url: config.smtpUrl,
    pool: true,
    connectionTimeout: 10_000,
    greetingTimeout: 10_000,
    socketTimeout: 20_000,
  });
  const from = { name: 'Stegvis', address: `no-reply@${new URL(config.baseUrl).hostname}` };
  return {
    keeps: false,
    send: async ({ to, subject, text, html }) => void (await transport.sendMail({ from, to, subject, text, html })),
    close: () => transport.close(),
  };
}
