import { expect, it } from 'vitest';
import { readMail } from './written-mail.ts';

it.each([
  ['an address', ' Can.Bo@hanoi.gov.vn ', 'can.bo@hanoi.gov.vn'],
  ['nothing is no address', '  ', null],
  ['a name alone', 'can.bo', undefined],
  ['no point in the host', 'can.bo@hanoi', undefined],
  ['a point at the end', 'can.bo@hanoi.', undefined],
  ['two addresses', 'a@b.vn, c@d.vn', undefined],
  ['an address with its name', 'Cán bộ <a@b.vn>', undefined],
])('reads %s', (_, typed, mail) => {
  expect(readMail(typed)).toBe(mail);
});
