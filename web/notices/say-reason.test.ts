import { expect, it } from 'vitest';
import { notices as en } from '#web/words/en/notices.ts';
import { notices as vi } from '#web/words/vi/notices.ts';
import { kindOfReason, type ReasonKind, sayReason } from './say-reason.ts';

const cases: [string, string, ReasonKind][] = [
  ['a mail server that is down', 'ECONNREFUSED CONN', 'unreachable'],
  ['a socket that did not open', 'ESOCKET CONN', 'unreachable'],
  ['a mail server that says nothing', 'ETIMEDOUT CONN', 'timeout'],
  ['a mail server nobody knows', 'EDNS CONN', 'no_such_host'],
  ['a wrong password', 'EAUTH AUTH PLAIN 535', 'mail_sign_in'],
  ['a password wanted', 'EENVELOPE MAIL FROM 530', 'mail_sign_in'],
  ['a wrong password without a number', 'EAUTH AUTH', 'mail_sign_in'],
  ['no such mailbox', 'EENVELOPE RCPT TO 550', 'mail_no_mailbox'],
  ['no such mailbox, the number alone', '550', 'mail_no_mailbox'],
  ['a full mailbox', 'EMESSAGE DATA 552', 'mail_full'],
  ['a mail that looks like spam', 'EMESSAGE DATA 554', 'mail_refused'],
  ['grey listing', 'EENVELOPE RCPT TO 451', 'mail_not_now'],
  ['TLS that failed', 'ETLS STARTTLS', 'certificate'],
  ['a certificate nobody signed', 'DEPTH_ZERO_SELF_SIGNED_CERT CONN', 'certificate'],
  ['a certificate for another name', 'ERR_TLS_CERT_ALTNAME_INVALID', 'certificate'],
  ['a certificate of an unknown authority', 'UNABLE_TO_VERIFY_LEAF_SIGNATURE', 'certificate'],
  ['a connection cut off', 'CONNECTION', 'broken_off'],
  ['a connection reset', 'ECONNRESET', 'broken_off'],
  ['a bridge that is broken', 'HTTP 503', 'receiver_broken'],
  ['a bridge that refuses', 'HTTP 403', 'receiver_refused'],
  ['a bridge that has ended', 'HTTP 410', 'receiver_gone'],
  ['a bridge that moved', 'HTTP 302', 'receiver_moved'],
  ['a bridge that is asked too much', 'HTTP 429', 'receiver_busy'],
  ['a bridge that does not understand', 'HTTP 422', 'receiver_other'],
  ['a bridge that gives up waiting', 'HTTP 408', 'timeout'],
  ['a bridge that says nothing', 'TIMEOUT', 'timeout'],
  ['a bridge of no known name', 'ENOTFOUND', 'no_such_host'],
  ['a day that has passed', 'TOO_LATE', 'too_late'],
  ['a server that stopped in between', 'INTERRUPTED', 'interrupted'],
  ['no mail server', 'NO_MAIL_SERVER', 'no_mail_server'],
  ['a receiver switched off', 'SWITCHED_OFF', 'switched_off'],
  ['an address in the own network', 'outside_url_private', 'inside'],
  ['an address without https', 'outside_url_not_https', 'bad_address'],
  ['a subscription of an unknown browser', 'push_service_unknown', 'push_unusable'],
  ['what nobody thought of', 'EWHATEVER', 'unknown'],
];

it.each(cases)('knows %s', (_, code, kind) => {
  expect(kindOfReason(code)).toBe(kind);
});

it('says no reason where there is none', () => {
  expect(sayReason('', vi.reasons)).toBe('');
});

it('never says of what failed that it was sent, and ends each sentence', () => {
  for (const [, code] of cases) {
    const sentences = [sayReason(code, vi.reasons), sayReason(code, en.reasons)];
    expect(sentences.join(' ')).not.toMatch(/đã gửi|was sent/iu);
    for (const sentence of sentences) expect(sentence).toMatch(/\.$/u);
  }
});
