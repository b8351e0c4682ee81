import { createECDH } from 'node:crypto';
import { at, type Samples, send } from './sample.ts';

const PASSWORD = 'mật khẩu dài hơn mười bốn';

/** Accounts, members, departments, and what a person sets for themselves. */
export const PEOPLE_SAMPLES: Samples = {
  'POST /api/session': send(() => ({ username: 'không có', password: PASSWORD }), undefined, {
    refused: 'nobody has that name',
  }),
  'DELETE /api/session': {},
  'GET /api/me': {},
  'PATCH /api/unit': send(() => ({ name: 'phường đổi tên', cityName: null }), undefined, {
    refused: 'the unit above says what it is called',
  }),
  'PUT /api/session/unit': send((of) => ({ unitId: of.unitId })),
  'GET /api/setup': {},
  'POST /api/setup': send(
    () => ({
      token: 'x',
      unitName: 'phường mới',
      personName: 'Người mới',
      username: 'nguoi.moi',
      password: PASSWORD,
    }),
    undefined,
    { refused: 'the installation is set up' },
  ),
  'GET /api/departments': {},
  'POST /api/departments': send(() => ({ name: 'Phòng mới lập', kind: 'office' })),
  'PATCH /api/departments/{id}': send(
    () => ({ name: 'Phòng đổi tên', kind: 'office', spellings: [], version: 1 }),
    (of) => ({ id: of.departmentId }),
  ),
  'POST /api/departments/{id}/end': send(
    () => ({ version: 1 }),
    (of) => ({ id: of.departmentId }),
    { refused: 'the department has work' },
  ),
  'GET /api/members': {},
  'PATCH /api/members/{userId}': send(
    (of) => ({
      role: 'officer',
      departmentId: of.departmentId,
      positionTitle: null,
      isEnded: false,
      version: 1,
    }),
    (of) => ({ userId: of.userId }),
  ),
  'GET /api/invitations': {},
  'POST /api/invitations': send((of) => ({
    personName: 'Người được mời',
    role: 'officer',
    departmentId: of.departmentId,
  })),
  'POST /api/invitations/{id}/revoke': at((of) => ({ id: of.invitationId })),
  'GET /api/invitations/acceptance': {
    ask: () => ({ query: { token: 'x' } }),
    refused: 'nobody was given that token',
  },
  'POST /api/invitations/acceptance': send(
    () => ({ token: 'x', username: 'nguoi.moi', password: PASSWORD }),
    undefined,
    { refused: 'nobody was given that token' },
  ),
  'POST /api/invitations/join': send(
    () => ({ token: 'mã mời không ai được nhận', username: 'không có', password: PASSWORD }),
    undefined,
    { refused: 'nobody has that name' },
  ),
  'GET /api/contact': {},
  'PUT /api/contact': send(() => ({ mail: 'khac@hosen.vn', isMailOn: true, isPushOn: true, version: 1 })),
  'POST /api/contact/test': {},
  'POST /api/push-subscriptions': send(() => ({
    endpoint: 'https://fcm.googleapis.com/fcm/send/moi',
    keys: { p256dh: createECDH('prime256v1').generateKeys('base64url'), auth: 'A'.repeat(22) },
  })),
  'POST /api/push-subscriptions/forget': send(() => ({
    endpoint: 'https://fcm.googleapis.com/fcm/send/officer',
  })),
  'POST /api/calendar-feed': {},
  'DELETE /api/calendar-feed': {},
  'GET /calendar/{file}': at((of) => ({ file: `${of.calendarToken}.ics` })),
  'GET /api/notices': {},
  'POST /api/notices/read': send((of) => ({ upTo: of.noticeId })),
  'GET /api/changes': {},
};
