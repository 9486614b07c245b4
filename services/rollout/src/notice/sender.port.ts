import { createTransport } from 'nodemailer';

/** A message on its way. `id` is the notice's: the same message sent twice has the same id, by which mail servers know it. */
export interface Message {
  id: string;
  to: string;
  subject: string;
  text: string;
}

/** Raised when the receiver's address can never be reached: sending again does not help. */
export class AddressRefused extends Error {}

/** How messages leave: by mail, or by SMS where a gateway is configured. */
export interface Sender {
  channel: 'email' | 'sms';
  send(message: Message): Promise<void>;
}

const refusedForEver = /^5\d\d$/;
const timeouts = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 20_000 };

/** Sends mail over SMTP (`smtp://user:password@host:port`); a permanent refusal of the receiver throws AddressRefused. */
export function mailOver(url: string, from: string): Sender {
  const transport = createTransport({ url, ...timeouts });
  const domain = from.split('@').at(-1)!.replace(/>$/, '');
  return {
    channel: 'email',
    send: async ({ id, to, subject, text }) => {
      try {
        await transport.sendMail({ from, to, subject, text, messageId: `<${id}@${domain}>` });
      } catch (error) {
        const { responseCode, command } = error as { responseCode?: number; command?: string };
        if (command === 'RCPT TO' && refusedForEver.test(String(responseCode))) throw new AddressRefused();
        throw error;
      }
    },
  };
}

/** Sends SMS over a gateway that takes `{ id, to, text }` as JSON with a bearer token; 400 and 422 throw AddressRefused. */
export function smsOver(url: string, token: string): Sender {
  return {
    channel: 'sms',
    send: async ({ id, to, subject, text }) => {
      const response = await fetch(url, {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization: `Bearer ${token}`, 'idempotency-key': id },
        body: JSON.stringify({ id, to, text: `${subject}\n${text}` }),
        signal: AbortSignal.timeout(timeouts.socketTimeout),
      });
      if (response.status === 400 || response.status === 422) throw new AddressRefused();
      if (!response.ok) throw new Error(`The SMS gateway answered ${response.status}`);
    },
  };
}

/** The ways that are configured: SMTP_URL with MAIL_FROM, SMS_URL with SMS_TOKEN. None: notices stay in the outbox. */
export function sendersFromEnvironment(env: NodeJS.ProcessEnv = process.env): Sender[] {
  const { SMTP_URL, MAIL_FROM, SMS_URL, SMS_TOKEN } = env;
  if (SMTP_URL && !MAIL_FROM) throw new Error('With SMTP_URL, MAIL_FROM must say who mails come from.');
  if (SMS_URL && !SMS_TOKEN) throw new Error('With SMS_URL, SMS_TOKEN must be given.');
  return [...(SMTP_URL ? [mailOver(SMTP_URL, MAIL_FROM!)] : []), ...(SMS_URL ? [smsOver(SMS_URL, SMS_TOKEN!)] : [])];
}
