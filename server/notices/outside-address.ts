import { BlockList, isIP } from 'node:net';

/** Why nothing may be sent to an address that somebody typed. */
export type OutsideRefusal =
  | { kind: 'outside_url_unreadable'; field: 'url' }
  | { kind: 'outside_url_not_https'; field: 'url' }
  | { kind: 'outside_url_with_password'; field: 'url' }
  | { kind: 'outside_url_private'; field: 'url'; host: string };

/**
 * Reads PARINDEX_WEBHOOK_HOSTS: "bridge.lan:8080, 10.0.0.7". An entry without a port stands for the usual
 * ports of http and https.
 */
export function readAllowedHosts(said: string | undefined): string[] {
  return (said ?? '')
    .toLowerCase()
    .split(/[\s,]+/u)
    .filter(Boolean);
}

/**
 * Says why an address may not be sent to, before any name is looked up. The hosts the operator allowed by
 * name may be asked over http and may lie within the own network; all others must be https and outside.
 */
export function refuseOutsideUrl(typed: string, allowedHosts: readonly string[]): OutsideRefusal | undefined {
  if (!URL.canParse(typed)) return { kind: 'outside_url_unreadable', field: 'url' };
  const url = new URL(typed);
  if (url.protocol !== 'https:' && url.protocol !== 'http:')
    return { kind: 'outside_url_not_https', field: 'url' };
  if (url.username !== '' || url.password !== '') return { kind: 'outside_url_with_password', field: 'url' };
  if (isAllowedHost(url, allowedHosts)) return undefined;
  if (url.protocol !== 'https:') return { kind: 'outside_url_not_https', field: 'url' };
  const host = bareHost(url);
  const isOutside = isIP(host) ? isOutsideAddress(host) : !isInsideName(host);
  return isOutside ? undefined : { kind: 'outside_url_private', field: 'url', host };
}

/** Whether the operator opened this address: by name and port, or by name alone where the port is the usual one. */
export function isAllowedHost(url: URL, allowedHosts: readonly string[]): boolean {
  const port = url.port || (url.protocol === 'https:' ? '443' : '80');
  return (
    allowedHosts.includes(`${url.hostname}:${port}`) ||
    (url.port === '' && allowedHosts.includes(url.hostname))
  );
}

/** The host as it is looked up: IPv6 without brackets, a name without the dot of the root. */
export const bareHost = ({ hostname }: URL) => hostname.replace(/^\[|\]$|\.$/gu, '');

/** Names that only a network of one's own answers (RFC 6761, 6762, 8375, and ".internal" kept by ICANN). */
const isInsideName = (host: string) =>
  !host.includes('.') || /\.(localhost|local|internal|lan|home\.arpa)$/u.test(host);

/** Of IPv4 everything is outside but what the IANA registry of special addresses and clouds keep (RFC 6890). */
const insideIpv4 = new BlockList();
for (const [net, prefix] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
  // Asked by machines in Azure for what concerns themselves.
  ['168.63.129.16', 32],
] as const) {
  insideIpv4.addSubnet(net, prefix, 'ipv4');
}

/** Of IPv6 nothing is outside but this: an IPv4 address written as IPv6 lies elsewhere, and so do NAT64 and all local ones. */
const globalIpv6 = new BlockList();
globalIpv6.addSubnet('2000::', 3, 'ipv6');

/** Within it: protocols of the IETF (Teredo among them), documentation, 6to4, which reaches IPv4 addresses. */
const insideIpv6 = new BlockList();
insideIpv6.addSubnet('2001::', 23, 'ipv6');
insideIpv6.addSubnet('2001:db8::', 32, 'ipv6');
insideIpv6.addSubnet('2002::', 16, 'ipv6');
insideIpv6.addSubnet('3fff::', 20, 'ipv6');

/** Whether an IP address belongs to the internet at large, and not to this machine, its network or its cloud. */
export function isOutsideAddress(address: string): boolean {
  const family = isIP(address);
  if (family === 4) return !insideIpv4.check(address, 'ipv4');
  if (family === 0 || address.includes('%')) return false;
  return globalIpv6.check(address, 'ipv6') && !insideIpv6.check(address, 'ipv6');
}
