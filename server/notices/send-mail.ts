import { once } from 'node:events';
import { Readable } from 'node:stream';
import MailComposer from 'nodemailer/lib/mail-composer';
import SmtpConnection from 'nodemailer/lib/smtp-connection';
import type { SendOutcome } from './send-outcome.ts';

/** Where mail goes out: "smtp://user:password@host:587" or "smtps://…", and the address it comes from. */
export type MailSettings = { url: string; from: string };

export type OutgoingMail = { to: string; subject: string; text: string; html: string; messageId: string };

export type Mailer = {
  /**
   * Hands one mail to the server. `beforeHandOver` is waited for when everything but its end has been
   * written: until then the server has accepted nothing, from then on the mail is out. Whoever records
   * the hand-over there can be killed at any moment and will not send the mail a second time.
   */
  send(mail: OutgoingMail, beforeHandOver: () => Promise<void>): Promise<SendOutcome>;
  close(): void;
};

const CONNECT_MS = 10_000;
const SILENCE_MS = 30_000;

type SmtpError = Error & {
  responseCode?: number | undefined;
  command?: string | undefined;
  code?: string | undefined;
  /** Of the socket or the name service, where `code` only says that it was one of them. */
  originalCode?: string | undefined;
};

/** A mailer with one connection, opened when first needed and again after it broke. */
export function openMailer({ url, from }: MailSettings): Mailer {
  const server = new URL(url);
  let connection: SmtpConnection | undefined;

  async function connect(): Promise<SmtpConnection> {
    const opening = new SmtpConnection({
      host: server.hostname,
      port: Number(server.port) || (server.protocol === 'smtps:' ? 465 : 587),
      secure: server.protocol === 'smtps:',
      connectionTimeout: CONNECT_MS,
      greetingTimeout: CONNECT_MS,
      socketTimeout: SILENCE_MS,
    });
    // A connection that breaks between two mails is opened again for the next.
    opening.on('error', () => undefined);
    opening.once('end', () => {
      if (connection === opening) connection = undefined;
    });
    await Promise.race([
      new Promise<void>((resolve, reject) => {
        opening.connect((problem) => (problem ? reject(problem) : resolve()));
      }),
      once(opening, 'error').then(([problem]) => Promise.reject(problem)),
      once(opening, 'end').then(() => Promise.reject(new Error('the connection was closed'))),
    ]);
    if (server.username !== '') {
      const user = decodeURIComponent(server.username);
      const pass = decodeURIComponent(server.password);
      await new Promise<void>((resolve, reject) => {
        opening.login({ user, pass }, (problem) => (problem ? reject(problem) : resolve()));
      });
    }
    connection = opening;
    return opening;
  }

  return {
    async send(mail, beforeHandOver) {
      const bytes = await compose(from, mail);
      const open = connection ?? (await connect().catch((problem: SmtpError) => problem));
      if (open instanceof Error) return { kind: 'try_later', reason: wordOf(open), isServerDown: true };
      let isHandedOver = false;
      async function* heldBack() {
        yield bytes;
        await beforeHandOver();
        isHandedOver = true;
      }
      const message = Readable.from(heldBack(), { objectMode: false });
      const problem = await deliver(open, { from: addressOf(from), to: [mail.to] }, message);
      if (problem === undefined) return { kind: 'sent' };
      // What was begun and not ended can only be given up with its connection.
      open.close();
      connection = undefined;
      return outcomeOf(problem, isHandedOver);
    },
    close() {
      connection?.quit();
      connection = undefined;
    },
  };
}

function deliver(
  connection: SmtpConnection,
  envelope: { from: string; to: string[] },
  message: Readable,
): Promise<SmtpError | undefined> {
  return new Promise((resolve) => {
    const settle = (problem: SmtpError | undefined) => {
      connection.off('error', settle);
      connection.off('end', cutOff);
      resolve(problem);
    };
    const cutOff = () => settle(new Error('the connection was closed'));
    message.once('error', settle);
    connection.on('error', settle);
    connection.on('end', cutOff);
    connection.send(envelope, message, (problem) => settle(problem ?? undefined));
  });
}

function outcomeOf(problem: SmtpError, isHandedOver: boolean): SendOutcome {
  const { responseCode } = problem;
  const reason = wordOf(problem);
  if (responseCode !== undefined && responseCode >= 500) return { kind: 'never', reason };
  if (responseCode !== undefined) return { kind: 'try_later', reason };
  return isHandedOver ? { kind: 'unsure', reason } : { kind: 'try_later', reason, isServerDown: true };
}

/** What the server said, without the addresses and passwords that its longer words may hold. */
function wordOf({ responseCode, code, originalCode, command }: SmtpError): string {
  return [originalCode ?? code ?? 'CONNECTION', command, responseCode]
    .filter((part) => part !== undefined)
    .join(' ');
}

const addressOf = (from: string) => /<([^<>]+)>\s*$/u.exec(from)?.[1] ?? from;

async function compose(from: string, { to, subject, text, html, messageId }: OutgoingMail): Promise<Buffer> {
  const composer = new MailComposer({
    from,
    to: { name: '', address: to },
    subject,
    text,
    html,
    messageId,
    headers: { 'Auto-Submitted': 'auto-generated' },
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return composer.compile().build();
}
