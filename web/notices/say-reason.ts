import type { NoticeWords } from '#web/words/vi/notices.ts';

export type ReasonKind = keyof NoticeWords['reasons'];

const BY_WORD: Readonly<Record<string, ReasonKind>> = {
  NO_MAIL_SERVER: 'no_mail_server',
  SWITCHED_OFF: 'switched_off',
  TOO_LATE: 'too_late',
  INTERRUPTED: 'interrupted',
  TIMEOUT: 'timeout',
  ETIMEDOUT: 'timeout',
  ECONNREFUSED: 'unreachable',
  EHOSTUNREACH: 'unreachable',
  ENETUNREACH: 'unreachable',
  ECONNECTION: 'unreachable',
  ESOCKET: 'unreachable',
  ENOTFOUND: 'no_such_host',
  EAI_AGAIN: 'no_such_host',
  EDNS: 'no_such_host',
  ECONNRESET: 'broken_off',
  EPIPE: 'broken_off',
  CONNECTION: 'broken_off',
  EPROTOCOL: 'broken_off',
  ETLS: 'certificate',
  EAUTH: 'mail_sign_in',
  outside_url_private: 'inside',
  outside_url_unreadable: 'bad_address',
  outside_url_not_https: 'bad_address',
  outside_url_with_password: 'bad_address',
  push_service_unknown: 'push_unusable',
  push_keys_unusable: 'push_unusable',
};

/** Answers of a mail server by RFC 5321 and 4954. */
const BY_SMTP: Readonly<Record<number, ReasonKind>> = {
  530: 'mail_sign_in',
  534: 'mail_sign_in',
  535: 'mail_sign_in',
  550: 'mail_no_mailbox',
  551: 'mail_no_mailbox',
  553: 'mail_no_mailbox',
  452: 'mail_full',
  552: 'mail_full',
};

const BY_HTTP: Readonly<Record<number, ReasonKind>> = {
  401: 'receiver_refused',
  403: 'receiver_refused',
  404: 'receiver_gone',
  408: 'timeout',
  410: 'receiver_gone',
  429: 'receiver_busy',
};

/** What kind of reason a code of a delivery is: "ECONNREFUSED CONN", "EENVELOPE RCPT TO 550", "HTTP 503". */
export function kindOfReason(code: string): ReasonKind {
  const [word = '', ...rest] = code.split(' ');
  const number = Number(rest.at(-1) ?? word);
  if (word === 'HTTP') return BY_HTTP[number] ?? kindOfStatus(number);
  // What the mail server answered says more than at which step it did.
  if (number >= 400 && number < 600)
    return BY_SMTP[number] ?? (number < 500 ? 'mail_not_now' : 'mail_refused');
  if (/CERT|TLS|SELF_SIGNED|UNABLE_TO_VERIFY/u.test(word)) return 'certificate';
  return BY_WORD[word] ?? 'unknown';
}

function kindOfStatus(status: number): ReasonKind {
  if (status >= 500) return 'receiver_broken';
  return status >= 300 && status < 400 ? 'receiver_moved' : 'receiver_other';
}

/** Why something has not gone out, as a sentence; nothing where nothing went wrong. */
export function sayReason(code: string, words: NoticeWords['reasons']): string {
  return code === '' ? '' : words[kindOfReason(code)](code);
}
