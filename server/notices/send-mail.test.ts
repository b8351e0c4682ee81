import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { type MailSink, openMailSink } from './mail-sink.ts';
import { type Mailer, openMailer } from './send-mail.ts';

let sink: MailSink;
let mailer: Mailer;
beforeEach(async () => {
  sink = await openMailSink();
  mailer = openMailer({ url: sink.url, from: 'Theo dõi CCHC <parindex@example.vn>' });
});
afterEach(async () => {
  mailer.close();
  await sink.stop();
});

const mail = (to: string, change = {}) => ({
  to,
  subject: 'Việc tuần này: 3 nhiệm vụ đến hạn',
  text: 'Kính gửi đồng chí',
  html: '<p>Kính gửi đồng chí</p>',
  messageId: `<${to}@parindex>`,
  ...change,
});
const atOnce = async () => undefined;

it('delivers mails one after another over one connection, with Vietnamese intact', async () => {
  for (const to of ['a@phuong.vn', 'b@phuong.vn']) {
    expect(await mailer.send(mail(to), atOnce)).toEqual({ kind: 'sent' });
  }
  expect(sink.received.map(({ to, messageId, subject }) => [to, messageId, subject])).toEqual([
    ['a@phuong.vn', '<a@phuong.vn@parindex>', 'Việc tuần này: 3 nhiệm vụ đến hạn'],
    ['b@phuong.vn', '<b@phuong.vn@parindex>', 'Việc tuần này: 3 nhiệm vụ đến hạn'],
  ]);
  expect(sink.received[0]?.html).toContain('Kính gửi đồng chí');
});

it('has given nothing to the server until the hand-over is recorded', async () => {
  let begun = false;
  sink.onData = () => {
    begun = true;
  };
  let acceptedBefore = -1;
  const outcome = await mailer.send(mail('a@phuong.vn'), async () => {
    for (let waited = 0; !begun && waited < 100; waited += 1) await pause(10);
    await pause(50);
    acceptedBefore = sink.received.length;
  });
  expect([begun, acceptedBefore, outcome.kind, sink.received.length]).toEqual([true, 0, 'sent', 1]);
});

it('takes the mail back when the hand-over could not be recorded, and goes on with the next', async () => {
  const failing = mailer.send(mail('a@phuong.vn'), () => Promise.reject(new Error('no database')));
  expect(await failing).toMatchObject({ kind: 'try_later' });
  expect(await mailer.send(mail('b@phuong.vn'), atOnce)).toEqual({ kind: 'sent' });
  expect(sink.received.map(({ to }) => to)).toEqual(['b@phuong.vn']);
});

it('gives up a mailbox the server does not know, and never calls it handed over', async () => {
  sink.refused.add('nobody@phuong.vn');
  let isHandedOver = false;
  const outcome = await mailer.send(mail('nobody@phuong.vn'), async () => {
    isHandedOver = true;
  });
  expect(outcome.kind).toBe('never');
  expect(isHandedOver).toBe(false);
  expect(await mailer.send(mail('a@phuong.vn'), atOnce)).toEqual({ kind: 'sent' });
});

it('says that the server is down, and delivers once it is back', async () => {
  await sink.stop();
  expect(await mailer.send(mail('a@phuong.vn'), atOnce)).toMatchObject({
    kind: 'try_later',
    reason: 'ECONNREFUSED CONN',
    isServerDown: true,
  });
  await sink.start();
  expect(await mailer.send(mail('a@phuong.vn'), atOnce)).toEqual({ kind: 'sent' });
  expect(sink.received).toHaveLength(1);
});

it('lets no line break of an address or a subject become a header', async () => {
  const hostile = mail('a@phuong.vn', { subject: 'Nhắc việc\r\nBcc: thief@example.com\r\n\r\nx' });
  expect((await mailer.send(hostile, atOnce)).kind).toBe('sent');
  expect(sink.received[0]?.to).toBe('a@phuong.vn');
  expect(sink.received[0]?.subject).toContain('Nhắc việc');
  const outcome = await mailer.send(mail('a@phuong.vn>\r\nRCPT TO:<thief@example.com'), atOnce);
  expect(outcome.kind).not.toBe('sent');
  expect(sink.received.flatMap(({ to }) => to)).toEqual(['a@phuong.vn']);
});
