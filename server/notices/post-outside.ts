import { lookup } from 'node:dns/promises';
import { once } from 'node:events';
import { request as httpRequest, type OutgoingHttpHeaders } from 'node:http';
import { request as httpsRequest } from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import { bareHost, isAllowedHost, isOutsideAddress, refuseOutsideUrl } from './outside-address.ts';
import type { SendOutcome } from './send-outcome.ts';

export type OutsidePost = {
  url: string;
  headers: OutgoingHttpHeaders;
  body: Buffer;
  /** Hosts the operator allowed by name, as `readAllowedHosts` gives them. */
  allowedHosts: readonly string[];
  /** Statuses by which this receiver says that it has ended. */
  goneStatuses: readonly number[];
};

type Address = { address: string; family: number };

export type Network = {
  /** All addresses of a name. Asked once for each post. */
  resolve: (host: string) => Promise<Address[]>;
  /** Milliseconds for everything: name, connection, body, answer. */
  patience: number;
};

export const INTERNET: Network = { resolve: (host) => lookup(host, { all: true }), patience: 10_000 };

/** No more of an answer is read: its status has said everything. In bytes. */
const ANSWER_LIMIT = 8 * 1024;

const WORTH_ANOTHER_TRY = [408, 409, 425, 429];

type Exchange = { status: number } | { problem: NodeJS.ErrnoException; isConnected: boolean };

/**
 * Posts to an address that somebody else chose. The name is looked up once and the connection goes to the
 * addresses that were looked at; redirects are not followed. An unanswered post may have arrived and is
 * still worth another try, so the receiver must know it again. The outcome never holds the address.
 */
export async function postOutside(post: OutsidePost, network: Network): Promise<SendOutcome> {
  const refusal = refuseOutsideUrl(post.url, post.allowedHosts);
  if (refusal) return { kind: 'never', reason: refusal.kind };
  const url = new URL(post.url);
  const signal = AbortSignal.timeout(network.patience);
  const addresses = await findAddresses(url, network, signal);
  if (addresses instanceof Error || addresses.length === 0)
    return { kind: 'try_later', reason: wordOf(addresses), isServerDown: true };
  if (!isAllowedHost(url, post.allowedHosts) && !addresses.every(({ address }) => isOutsideAddress(address)))
    return { kind: 'never', reason: 'outside_url_private' };
  const exchange = await deliver(url, post, addresses, signal);
  if ('status' in exchange) return outcomeOf(exchange.status, post.goneStatuses);
  const reason = wordOf(exchange.problem);
  return { kind: 'try_later', reason, ...(!exchange.isConnected && { isServerDown: true }) };
}

async function findAddresses(
  url: URL,
  { resolve }: Network,
  signal: AbortSignal,
): Promise<Address[] | NodeJS.ErrnoException> {
  const host = bareHost(url);
  const family = isIP(host);
  if (family !== 0) return [{ address: host, family }];
  const timedOut = once(signal, 'abort').then(() => signal.reason);
  return Promise.race([resolve(host).catch((problem: NodeJS.ErrnoException) => problem), timedOut]);
}

function deliver(
  url: URL,
  { headers, body }: OutsidePost,
  addresses: Address[],
  signal: AbortSignal,
): Promise<Exchange> {
  const pinned: LookupFunction = (_host, { all }, done) => {
    if (all) done(null, addresses);
    else done(null, addresses[0]!.address, addresses[0]!.family);
  };
  return new Promise((resolve) => {
    const request = (url.protocol === 'https:' ? httpsRequest : httpRequest)(url, {
      method: 'POST',
      headers: { 'user-agent': 'parindex', ...headers, 'content-length': body.length },
      lookup: pinned,
      signal,
      agent: false,
      maxHeaderSize: ANSWER_LIMIT,
    });
    let status: number | undefined;
    let problem: NodeJS.ErrnoException | undefined;
    let isConnected = false;
    request.once('socket', (socket) => {
      socket.once('connect', () => {
        isConnected = true;
      });
    });
    request.once('response', (response) => {
      status = response.statusCode;
      let read = 0;
      response.on('data', (piece: Buffer) => {
        read += piece.length;
        if (read > ANSWER_LIMIT) request.destroy();
      });
      // The status has been told: what happens to the rest of the answer changes nothing.
      response.on('error', () => undefined);
    });
    request.on('error', (met) => {
      problem ??= met;
    });
    request.once('close', () => {
      if (status !== undefined) resolve({ status });
      else resolve({ problem: problem ?? new Error('the connection was closed'), isConnected });
    });
    request.end(body);
  });
}

function outcomeOf(status: number, goneStatuses: readonly number[]): SendOutcome {
  const reason = `HTTP ${status}`;
  if (status >= 200 && status < 300) return { kind: 'sent' };
  if (status >= 500 || WORTH_ANOTHER_TRY.includes(status)) return { kind: 'try_later', reason };
  return { kind: 'never', reason, ...(goneStatuses.includes(status) && { isGone: true }) };
}

/** What went wrong, without the address: its path may be a secret. */
function wordOf(problem: NodeJS.ErrnoException | Address[]): string {
  if (!(problem instanceof Error)) return 'ENOTFOUND';
  return problem.name === 'TimeoutError' || problem.name === 'AbortError'
    ? 'TIMEOUT'
    : (problem.code ?? 'CONNECTION');
}
