import { describe, expect, it } from 'vitest';
import { isOutsideAddress, readAllowedHosts, refuseOutsideUrl } from './outside-address.ts';

const allowed = readAllowedHosts(' Bridge.lan:8080,10.0.0.7\n[fd00::7]:9000 cau-noi ');

it.each([
  ['takes an address on the internet', 'https://hooks.example.vn/zalo?k=1', undefined],
  ['takes another port of it', 'https://hooks.example.vn:8443/', undefined],
  ['takes a name in Vietnamese', 'https://cầu-nối.example.vn/', undefined],
  ['takes an allowed host by http', 'http://bridge.lan:8080/in', undefined],
  ['takes an allowed address at its usual port', 'http://10.0.0.7/in', undefined],
  ['takes an allowed IPv6 address', 'https://[fd00::7]:9000/', undefined],
  ['takes an allowed name without a dot', 'https://cau-noi/', undefined],
  ['refuses another port of an allowed host', 'http://bridge.lan:8081/', 'outside_url_not_https'],
  ['refuses another port where none was named', 'https://10.0.0.7:5432/', 'outside_url_private'],
  ['refuses words', 'zalo', 'outside_url_unreadable'],
  ['refuses http', 'http://hooks.example.vn/', 'outside_url_not_https'],
  ['refuses a file', 'file:///etc/passwd', 'outside_url_not_https'],
  ['refuses another protocol of an allowed host', 'gopher://bridge.lan:8080/', 'outside_url_not_https'],
  [
    'refuses a password, which a log would show',
    'https://a:b@hooks.example.vn/',
    'outside_url_with_password',
  ],
  ['refuses a password also of an allowed host', 'http://a:b@bridge.lan:8080/', 'outside_url_with_password'],
  ['refuses this machine by name', 'https://localhost/', 'outside_url_private'],
  ['refuses this machine by a longer name', 'https://a.localhost./', 'outside_url_private'],
  ['refuses names of the own network', 'https://may-chu/', 'outside_url_private'],
  ['refuses names of a cloud', 'https://metadata.google.internal/', 'outside_url_private'],
  ['refuses this machine by number', 'https://127.0.0.1/', 'outside_url_private'],
  ['refuses it in short', 'https://127.1/', 'outside_url_private'],
  ['refuses it as one number', 'https://2130706433/', 'outside_url_private'],
  ['refuses it in hexadecimal and octal', 'https://0x7f.0.0.01/', 'outside_url_private'],
  ['refuses it in wide digits', 'https://127。0。0。1/', 'outside_url_private'],
  ['refuses IPv4 in IPv6', 'https://[::ffff:127.0.0.1]/', 'outside_url_private'],
])('%s', (_, url, kind) => {
  expect(refuseOutsideUrl(url, allowed)?.kind).toBe(kind);
});

describe('an address', () => {
  it.each([
    '8.8.8.8',
    '100.63.255.255',
    '172.15.0.1',
    '172.32.0.1',
    '192.167.0.1',
    '223.255.255.255',
    '2400:cb00::1',
    '2a00::1',
  ])('%s lies outside', (address) => expect(isOutsideAddress(address)).toBe(true));

  it.each([
    ['nothing', ''],
    ['a name', 'localhost'],
    ['any', '0.0.0.0'],
    ['private A', '10.255.0.1'],
    ['private B', '172.31.255.255'],
    ['private C', '192.168.1.1'],
    ['the provider', '100.64.0.1'],
    ['Alibaba', '100.100.100.200'],
    ['Oracle', '192.0.0.192'],
    ['Azure', '168.63.129.16'],
    ['metadata', '169.254.169.254'],
    ['documentation', '203.0.113.7'],
    ['benchmarks', '198.19.0.1'],
    ['multicast', '224.0.0.1'],
    ['broadcast', '255.255.255.255'],
    ['IPv6 any', '::'],
    ['IPv6 this machine', '::1'],
    ['IPv4-mapped', '::ffff:8.8.8.8'],
    ['IPv4-mapped in hexadecimal', '::ffff:7f00:1'],
    ['IPv4-compatible', '::127.0.0.1'],
    ['NAT64', '64:ff9b::7f00:1'],
    ['NAT64 of one’s own', '64:ff9b:1::1'],
    ['6to4', '2002:7f00:1::1'],
    ['Teredo', '2001:0:7f00:1::1'],
    ['IPv6 documentation', '2001:db8::1'],
    ['newer IPv6 documentation', '3fff::1'],
    ['IPv6 private', 'fd00:ec2::254'],
    ['link-local', 'fe80::1'],
    ['link-local with its zone', 'fe80::1%eth0'],
    ['an outside one with a zone', '2400:cb00::1%eth0'],
    ['IPv6 multicast', 'ff02::1'],
    ['segment routing', '5f00::1'],
  ])('of %s does not', (_, address) => expect(isOutsideAddress(address)).toBe(false));
});
