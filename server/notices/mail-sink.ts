import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { simpleParser } from 'mailparser';
import { SMTPServer } from 'smtp-server';

export type ReceivedMail = { to: string; messageId: string; subject: string; text: string; html: string };

export type MailSink = {
  url: string;
  received: ReceivedMail[];
  /** Called when a mail's data begins to arrive, before it is accepted. */
  onData: () => void;
  /** Mailboxes the server refuses for good. */
  refused: Set<string>;
  stop(): Promise<void>;
  /** Listens again on the same port. */
  start(): Promise<void>;
};

/** A real SMTP server that keeps what it accepted: for tests and benches. */
export async function openMailSink(): Promise<MailSink> {
  let port = 0;
  let server: SMTPServer;
  const sink: MailSink = {
    url: '',
    received: [],
    onData: () => undefined,
    refused: new Set(),
    stop: () => new Promise((resolve) => server.close(() => resolve())),
    async start() {
      server = listen();
      server.listen(port, '127.0.0.1');
      await once(server.server, 'listening');
      port = (server.server.address() as AddressInfo).port;
      sink.url = `smtp://127.0.0.1:${port}`;
    },
  };

  function listen(): SMTPServer {
    const made = new SMTPServer({
      authOptional: true,
      disabledCommands: ['STARTTLS', 'AUTH'],
      closeTimeout: 200,
      onRcptTo({ address }, _session, done) {
        if (!sink.refused.has(address)) return done();
        done(Object.assign(new Error('no such mailbox'), { responseCode: 550 }));
      },
      async onData(stream, session, done) {
        sink.onData();
        const parsed = await simpleParser(stream).catch(() => undefined);
        if (!parsed) return done(new Error('cut off'));
        sink.received.push({
          to: session.envelope.rcptTo.map(({ address }) => address).join(','),
          messageId: parsed.messageId ?? '',
          subject: parsed.subject ?? '',
          text: parsed.text ?? '',
          html: parsed.html || '',
        });
        done();
      },
    });
    made.on('error', () => undefined);
    return made;
  }

  await sink.start();
  return sink;
}
