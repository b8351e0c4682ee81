import { describe, expect, it } from 'vitest';
import { isServerPage, ownAddress } from './return-address.ts';

const TASK = '/quick/0192f0c1-2345-7abc-8def-0123456789ab';

describe('the address to return to after signing in', () => {
  it.each([
    ['a page of the application', '/tasks?status=stuck#top'],
    ['a quick update with its answer', `${TASK}?say=done`],
    ['another host only as a parameter', '/tasks?q=https://elsewhere.example'],
    ['slashes in percent, which stay a path here', '/%2F%2Felsewhere.example'],
    ['a path with dots inside', '/tasks/../my-work'],
    ['Vietnamese words', '/tasks?q=thường xuyên'],
  ])('is kept when it is our own: %s', (_, address) => {
    expect(ownAddress(address)).toBe(address);
  });

  it.each([
    ['another site', 'https://elsewhere.example/quick/1'],
    ['another site without its scheme', '//elsewhere.example'],
    ['three slashes', '///elsewhere.example'],
    ['a backslash for the second slash', '/\\elsewhere.example'],
    ['a backslash for the first', '\\/elsewhere.example'],
    ['a backslash further on', '/quick/\\elsewhere.example'],
    ['a tab between the slashes, which browsers drop', '/\t/elsewhere.example'],
    ['a line break between the slashes', '/\n/elsewhere.example'],
    ['a NUL', '/\0/elsewhere.example'],
    ['dots that leave two slashes', '/.//elsewhere.example'],
    ['a way up that leaves two slashes', '/quick/..//elsewhere.example'],
    ['dots in percent that leave two slashes', '/%2e//elsewhere.example'],
    ['a script', 'javascript:alert(1)'],
    ['a script behind a space', ' javascript:alert(1)'],
    ['data', 'data:text/html,x'],
    ['a user name before a host', '//us@elsewhere.example'],
    ['a relative path', 'quick/1'],
    ['an empty text', ''],
    ['nothing', undefined],
    ['a list', ['/tasks']],
  ])('is refused when it leads elsewhere: %s', (_, address) => {
    expect(ownAddress(address)).toBeUndefined();
  });
});

describe('a page of the server', () => {
  it.each([
    ['a quick update', TASK, true],
    ['one behind dots', `/tasks/..${TASK}`, true],
    ['the tasks', '/tasks', false],
    ['a task of that name', '/tasks/quick/1', false],
    ['a name that only begins like it', '/quickly/1', false],
    ['a parameter that looks like it', `/tasks?q=${TASK}`, false],
  ])('is told from the application: %s', (_, address, isIt) => {
    expect(isServerPage(address)).toBe(isIt);
  });
});
