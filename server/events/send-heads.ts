import type { Deps } from '#server/deps.ts';
import { dayInVietNam } from '#server/http/vietnam-day.ts';
import type { Queue } from '#server/jobs/queue.ts';
import { type OutgoingMail, openMailer } from '#server/notices/send-mail.ts';
import type { SendOutcome } from '#server/notices/send-outcome.ts';
import { sendWebhook } from '#server/notices/send-webhook.ts';
import type { Settings } from '#server/settings.ts';
import { listHeads } from './keep-heads-outside.ts';

type SendDeps = Pick<Deps, 'database' | 'log' | 'now' | 'outside'>;
type Heads = Awaited<ReturnType<typeof listHeads>>;

const BY_MAIL = 'log.heads_by_mail';
const BY_WEBHOOK = 'log.heads_by_webhook';
/** In office hours: a ward's server may be switched off at night. */
const EVERY_DAY = '0 9 * * *';
const RULES = { retries: 12, firstDelaySeconds: 60, mostDelaySeconds: 3600 };

/** Starts sending the heads of all units every day at nine, beside the file in the data folder, to whoever the operator named. */
export async function startSendingHeads(
  deps: SendDeps,
  queue: Queue,
  { mail, webhook, webhookSecret }: Settings['logHeads'],
): Promise<void> {
  if (mail !== undefined && deps.outside.mail === undefined)
    deps.log.warn('PARINDEX_LOG_MAIL is set, but no mail can be sent: set PARINDEX_SMTP and PARINDEX_URL');
  if (mail !== undefined && deps.outside.mail !== undefined) {
    await queue.work(BY_MAIL, RULES, async () => settle(deps, await mailHeads(deps, mail)));
    await queue.repeat(BY_MAIL, EVERY_DAY);
  }
  if (webhook !== undefined && webhookSecret === undefined)
    deps.log.warn('PARINDEX_LOG_WEBHOOK is set without PARINDEX_LOG_WEBHOOK_SECRET: nothing is posted');
  if (webhook !== undefined && webhookSecret !== undefined) {
    const receiver = { url: webhook, secret: webhookSecret };
    await queue.work(BY_WEBHOOK, RULES, async () => settle(deps, await postHeads(deps, receiver)));
    await queue.repeat(BY_WEBHOOK, EVERY_DAY);
  }
}

/** What may still arrive is thrown, so that the queue tries again; the rest is for the operator to read. */
function settle({ log }: SendDeps, outcome: SendOutcome): void {
  if (outcome.kind === 'sent') return;
  if (outcome.kind === 'try_later')
    throw new Error(`the heads of the log did not get out: ${outcome.reason}`);
  log.error({ reason: outcome.reason }, 'the heads of the log may not have got out');
}

/** Sends one mail with the heads of all units to an address outside. */
export async function mailHeads(deps: SendDeps, to: string): Promise<SendOutcome> {
  const settings = deps.outside.mail;
  if (!settings) return { kind: 'never', reason: 'NO_MAIL_SERVER' };
  const mailer = openMailer(settings);
  const outcome = await mailer.send(
    writeHeadMail(to, await listHeads(deps), deps.now()),
    async () => undefined,
  );
  mailer.close();
  return outcome;
}

/** Posts the heads of all units, signed, to an address outside. */
export async function postHeads(
  deps: SendDeps,
  { url, secret }: { url: string; secret: string },
): Promise<SendOutcome> {
  const at = deps.now();
  return sendWebhook({
    url,
    secret,
    id: `log-heads-${dayInVietNam(at)}`,
    at,
    body: JSON.stringify({ kind: 'log_heads', at: at.toISOString(), heads: await listHeads(deps) }),
    allowedHosts: deps.outside.allowedHosts,
  });
}

/** The mail as it goes out: for a reader first, then one line of JSON a unit, which `verify --heads` reads. */
function writeHeadMail(to: string, heads: Heads, at: Date): OutgoingMail {
  const day = dayInVietNam(at);
  const [year, month, dayOfMonth] = day.split('-');
  const printed = `${dayOfMonth}/${month}/${year}`;
  const named = heads.map(({ unitName, seq, hash }) => `${unitName}: ${seq}:${hash}`);
  const lines = heads.map(({ unitName: _unitName, ...head }) => JSON.stringify(head));
  const text = [
    `Mốc nhật ký của parindex, ${printed}. Hãy giữ thư này: nhờ nó, bất kỳ ai cũng kiểm được rằng không dòng nào của nhật ký đến mốc này bị sửa, xóa, chèn hay cắt.`,
    'Cách kiểm: lưu các dòng bắt đầu bằng "{" thành tệp moc.jsonl rồi chạy "parindex verify --heads moc.jsonl"; hoặc tải nhật ký và tệp kiểm tra ở trang Nhật ký, chạy "node verify-log.mjs log.jsonl --head SỐ:MÃ".',
    `Heads of the parindex log, ${day}. Keep this mail: with it anybody can check that no line up to here was changed, deleted, inserted or cut.`,
    'To check: save the lines that begin with "{" as heads.jsonl and run "parindex verify --heads heads.jsonl"; or download the log and its verifier from the History page and run "node verify-log.mjs log.jsonl --head SEQ:HASH".',
    named.join('\n'),
    lines.join('\n'),
  ].join('\n\n');
  const html = `<pre>${text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</pre>`;
  return {
    to,
    subject: `parindex: mốc nhật ký ${printed}`,
    text,
    html,
    messageId: `<log-heads-${at.getTime()}@parindex.invalid>`,
  };
}
