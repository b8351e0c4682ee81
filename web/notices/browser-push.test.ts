import { expect, it } from 'vitest';
import { type BrowserFacts, pushStateOf } from './browser-push.ts';

const ABLE: BrowserFacts = {
  isSecure: true,
  hasWorkers: true,
  hasPush: true,
  permission: 'granted',
  isSubscribed: true,
};

it.each<[string, Partial<BrowserFacts>, string]>([
  ['one that was switched on is told', {}, 'on'],
  ['one nobody was asked on is off', { permission: 'default', isSubscribed: false }, 'off'],
  ['one switched on by somebody else is off', { isSubscribed: false }, 'off'],
  ['one whose permission was taken back to asking is off', { permission: 'default' }, 'off'],
  ['a refusal is said', { permission: 'denied', isSubscribed: false }, 'denied'],
  ['an iPhone has no push', { hasPush: false }, 'unable'],
  ['an old browser has no workers', { hasWorkers: false }, 'unable'],
  ['one without notifications', { permission: undefined }, 'unable'],
  ['http hides all else', { isSecure: false, hasWorkers: false, hasPush: false }, 'insecure'],
])('a browser: %s', (_, facts, state) => {
  expect(pushStateOf({ ...ABLE, ...facts })).toBe(state);
});
