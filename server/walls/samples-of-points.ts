import { at, atEach, type Samples, send } from './sample.ts';

const COLUMNS = [{ key: 'day', title: 'Ngày ghi', kind: 'date', isRequired: true }];
const REGISTER = {
  title: 'Sổ mới',
  about: '',
  columns: COLUMNS,
  dateColumn: 'day',
  isRestricted: false,
  retentionYears: 5,
};
const METADATA = {};
const link = (targetId: string, target = 'task') => ({ target, targetId, page: null, section: '', note: '' });

/** Registers, rules and points, evidence with its files, and notices of the unit. */
export const POINT_SAMPLES: Samples = {
  'GET /api/registers': {},
  'POST /api/registers': send(() => REGISTER),
  'GET /api/registers/{key}': atEach((of) => [{ key: of.registerKey }, { key: 'discipline' }]),
  'PATCH /api/registers/{key}': send(
    () => REGISTER,
    (of) => ({ key: of.registerKey }),
  ),
  'PUT /api/registers/{key}/rows': send(
    (of) => ({
      rows: [
        {
          id: of.rowId,
          version: 1,
          departmentId: of.departmentId,
          values: { day: '2026-11-03', what: 'đã sửa' },
        },
      ],
      reason: 'bổ sung số liệu',
    }),
    (of) => ({ key: of.registerKey }),
  ),
  'POST /api/registers/{key}/snapshots': send(
    () => ({ period: '2026-09' }),
    (of) => ({ key: of.registerKey }),
  ),
  'POST /api/registers/{key}/end': send(
    () => ({}),
    (of) => ({ key: of.registerKey }),
  ),
  'GET /api/registers/{key}/export.xlsx': atEach((of) => [{ key: of.registerKey }, { key: 'discipline' }]),
  'GET /api/registers/{key}/export.csv': atEach((of) => [{ key: of.registerKey }, { key: 'discipline' }]),
  'POST /api/registers/{key}/import': {
    ask: (of) => ({ params: { key: of.registerKey }, bytes: 'Ngày ghi\n2026-11-04\n' }),
  },
  'GET /api/registers/{key}/rows/{id}/history': atEach((of) => [
    { key: of.registerKey, id: of.rowId },
    { key: 'discipline', id: of.restrictedRowId },
  ]),
  'GET /api/scores': {},
  'GET /api/scores/{code}': at((of) => ({ code: of.code })),
  'GET /api/scores/{code}/rows': at((of) => ({ code: of.code })),
  'PUT /api/scores/{code}/entry': send(
    () => ({ quantities: {}, points: null, isNotApplicable: true, version: 1, reason: 'không phát sinh' }),
    (of) => ({ code: of.code }),
  ),
  'GET /api/rules': {},
  'POST /api/rules/{code}/preview': send(
    (of) => ({ rule: JSON.parse(of.rule) }),
    (of) => ({ code: of.code }),
  ),
  'PUT /api/rules/{code}': send(
    (of) => ({ rule: JSON.parse(of.rule), reason: 'đổi cách chấm', version: 1 }),
    (of) => ({ code: of.code }),
  ),
  'GET /api/evidence': {
    ask: (of) => [{}, { query: { row: of.rowId } }, { query: { row: of.restrictedRowId } }],
  },
  'POST /api/evidence': send((of) => ({
    kind: 'nothing_arose',
    uploadId: null,
    title: 'Không phát sinh',
    text: 'trong kỳ không phát sinh',
    metadata: METADATA,
    isFreeOfSecrets: true,
    replaces: null,
    departmentId: of.departmentId,
    links: [link(of.taskId)],
  })),
  'GET /api/evidence/completeness': {},
  'GET /api/evidence/{id}': atEach((of) => [
    { id: of.evidenceId },
    { id: of.othersEvidenceId },
    { id: of.restrictedEvidenceId },
  ]),
  'PATCH /api/evidence/{id}': send(
    () => ({ title: 'Tên khác đi', text: '', metadata: METADATA, effectiveOn: null, version: 1 }),
    (of) => ({ id: of.evidenceId }),
  ),
  'DELETE /api/evidence/{id}': { ask: (of) => ({ params: { id: of.evidenceId }, query: { version: '1' } }) },
  'POST /api/evidence/{id}/links': send(
    (of) => link(of.doneTaskId),
    (of) => ({ id: of.evidenceId }),
  ),
  'PATCH /api/evidence/{id}/links/{linkId}': send(
    () => ({ page: 2, section: 'mục hai', note: '' }),
    (of) => ({ id: of.evidenceId, linkId: of.linkId }),
  ),
  'DELETE /api/evidence/{id}/links/{linkId}': at((of) => ({ id: of.evidenceId, linkId: of.linkId })),
  'POST /api/evidence/{id}/decision': send(
    () => ({ status: 'accepted', reason: '', version: 1 }),
    (of) => ({ id: of.evidenceId }),
  ),
  'GET /api/evidence/{id}/file': atEach((of) => [
    { id: of.evidenceId },
    { id: of.othersEvidenceId },
    { id: of.restrictedEvidenceId },
  ]),
  'GET /api/criteria/{code}/evidence': at((of) => ({ code: of.code })),
  'GET /api/dossier.zip': {},
  'POST /api/uploads': send(() => ({ fileName: 'tệp.txt', size: 4 })),
  'GET /api/uploads/{id}': { ask: (of, role) => ({ params: { id: of.uploadId[role] } }) },
  'PUT /api/uploads/{id}/bytes': {
    ask: (of, role) => ({ params: { id: of.uploadId[role] }, query: { from: '0' }, bytes: 'chu' }),
  },
  'POST /api/uploads/{id}/finish': {
    ask: (of, role) => ({ params: { id: of.uploadId[role] } }),
    refused: 'not all of it has come',
  },
  'DELETE /api/uploads/{id}': { ask: (of, role) => ({ params: { id: of.uploadId[role] } }) },
  'GET /api/notice-settings': {},
  'PUT /api/notice-settings': send((of) => ({ ...JSON.parse(of.noticeRules), version: 1 })),
  'GET /api/contacts': {},
  'PUT /api/contacts/{userId}': send(
    () => ({ mail: 'moi@hosen.vn', isHead: true, version: 1 }),
    (of) => ({ userId: of.userId }),
  ),
  'GET /api/deliveries': {},
  'POST /api/deliveries/{id}/again': at((of) => ({ id: of.deliveryId })),
  'GET /api/webhooks': {},
  'POST /api/webhooks': send(() => ({ name: 'cầu nối khác', url: 'https://hook.example/x', isOn: true })),
  'PUT /api/webhooks/{id}': send(
    () => ({ name: 'cầu nối sửa', url: 'https://hook.example/x', isOn: true, version: 1 }),
    (of) => ({ id: of.webhookId }),
  ),
  'DELETE /api/webhooks/{id}': at((of) => ({ id: of.webhookId })),
  'POST /api/webhooks/{id}/test': at((of) => ({ id: of.webhookId })),
};
