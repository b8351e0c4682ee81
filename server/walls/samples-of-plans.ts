import { demoPlanText } from '#catalog/demo-plan.ts';
import { at, atEach, type Samples, send } from './sample.ts';

const DEADLINE = { words: 'trong tháng 12', kind: 'window', from: '2026-12-01', to: '2026-12-31' };
const REPORT = { cutOffDay: 14, dueDay: 20, isDueNextMonth: false };
const REPORTS = { month: REPORT, quarter_1: REPORT, half_year: REPORT, quarter_3: REPORT, year: REPORT };
const WHOM = { holder: 'coordinator', name: null, answerBy: '2026-12-01' };
const DOCUMENT = { number: '12/QĐ-UBND', issuer: 'UBND thành phố', issuedOn: '2026-11-10', subject: '' };

/** Readings, the plan, its criteria and tasks, and what becomes of them. */
export const PLAN_SAMPLES: Samples = {
  'GET /api/readings': {},
  'POST /api/readings': send(() => ({ text: demoPlanText().split('\n').slice(0, 12).join('\n') })),
  'GET /api/readings/{id}': at((of) => ({ id: of.readingId })),
  'PUT /api/readings/{id}': send(
    () => ({ corrections: [], version: 1 }),
    (of) => ({ id: of.readingId }),
  ),
  'POST /api/readings/{id}/confirm': send(
    () => ({ version: 1 }),
    (of) => ({ id: of.readingId }),
  ),
  'DELETE /api/readings/{id}': at((of) => ({ id: of.readingId })),
  'GET /api/plan': {},
  'GET /api/plan/findings': {},
  'GET /api/criteria': {},
  'GET /api/criteria/{code}': at((of) => ({ code: of.code })),
  'PATCH /api/criteria/{code}': send(
    (of) => ({ ownerIds: [of.departmentId], version: 1 }),
    (of) => ({ code: of.code }),
  ),
  'GET /api/gaps': {},
  'GET /api/crosswalks': {},
  'GET /api/crosswalks/{id}': at((of) => ({ id: of.crosswalkId })),
  'PUT /api/crosswalks/{id}': send(
    (of) => ({ entries: [{ from: of.criterionId, to: of.criterionId }], version: 1 }),
    (of) => ({ id: of.crosswalkId }),
    { refused: 'one line does not cover every leaf' },
  ),
  'POST /api/crosswalks/{id}/apply': send(
    () => ({ version: 1 }),
    (of) => ({ id: of.crosswalkId }),
  ),
  'GET /api/annex.xlsx': {},
  'POST /api/annex': { ask: () => ({ bytes: 'không phải sổ tính' }), refused: 'the bytes are no workbook' },
  'POST /api/annex/keep': send((of) => ({
    differences: [
      {
        target: 'criterion',
        subject: of.code,
        property: 'title',
        before: 'Tên trước đó',
        after: 'Tên về sau',
      },
    ],
    planVersion: 1,
  })),
  'GET /api/tasks': {},
  'GET /api/tasks/{id}': atEach((of) => [{ id: of.taskId }, { id: of.othersTaskId }]),
  'POST /api/tasks': send((of) => ({
    text: 'Một nhiệm vụ mới',
    deadline: DEADLINE,
    ownerIds: [of.departmentId],
    criterionIds: [of.criterionId],
    section: 'I',
  })),
  'PATCH /api/tasks/{id}': send(
    (of) => ({
      text: 'Nhiệm vụ viết lại',
      deadline: DEADLINE,
      ownerIds: [of.departmentId],
      criterionIds: [of.criterionId],
      version: 1,
    }),
    (of) => ({ id: of.taskId }),
  ),
  'POST /api/tasks/bulk': send((of) => ({
    tasks: [{ id: of.taskId, version: 1 }],
    change: { leadId: of.departmentId, deadline: DEADLINE },
  })),
  'POST /api/tasks/{id}/progress': send(
    () => ({ status: 'in_progress', percent: 50, note: 'đang làm tiếp', isNothingNew: false, version: 1 }),
    (of) => ({ id: of.taskId }),
  ),
  'GET /api/tasks/{id}/follow-up': atEach((of) => [{ id: of.taskId }, { id: of.othersTaskId }]),
  'POST /api/tasks/{id}/extensions': send(
    (of) => ({ ...DOCUMENT, evidenceId: of.evidenceId, dueOn: '2027-03-31', version: 1 }),
    (of) => ({ id: of.taskId }),
  ),
  'POST /api/tasks/{id}/directives': send(
    (of) => ({
      ...DOCUMENT,
      evidenceId: of.evidenceId,
      receivedOn: '2026-11-11',
      dueOn: '2027-03-31',
      version: 1,
    }),
    (of) => ({ id: of.taskId }),
    { refused: 'the task waits for no directive' },
  ),
  'POST /api/tasks/{id}/documents/{documentId}/withdrawal': send(
    () => ({ reason: 'ghi nhầm số', version: 1 }),
    (of) => ({ id: of.taskId, documentId: of.documentId }),
  ),
  'POST /api/tasks/{id}/custody': send(
    (of) => ({ ...WHOM, departmentId: of.otherDepartmentId, reason: 'chờ phối hợp', version: 1 }),
    (of) => ({ id: of.taskId }),
  ),
  'GET /api/obstacles': {},
  'POST /api/tasks/{id}/obstacles': send(
    (of) => ({ ...WHOM, departmentId: of.otherDepartmentId, text: 'thiếu số liệu', version: 1 }),
    (of) => ({ id: of.taskId }),
  ),
  'POST /api/obstacles/{id}/entries': send(
    () => ({ verb: 'answered', text: 'đã gửi số liệu', whom: null, version: 1 }),
    (of) => ({ id: of.obstacleId }),
  ),
  'POST /api/tasks/{id}/steps': send(
    (of) => ({ text: 'một bước nữa', departmentId: of.departmentId }),
    (of) => ({ id: of.taskId }),
  ),
  'PATCH /api/tasks/{id}/steps/{stepId}': send(
    (of) => ({ text: 'bước đã sửa', departmentId: of.departmentId, isDone: true, version: 1 }),
    (of) => ({ id: of.taskId, stepId: of.stepId }),
  ),
  'DELETE /api/tasks/{id}/steps/{stepId}': at((of) => ({ id: of.taskId, stepId: of.stepId })),
  'GET /api/responsibility': { ask: (of) => ({ query: { department: of.departmentId } }) },
  'GET /api/responsibility.xlsx': { ask: (of) => ({ query: { department: of.departmentId } }) },
  'GET /api/responsibility.docx': { ask: (of) => ({ query: { department: of.departmentId } }) },
  'GET /api/tasks/{id}/responsibility': atEach((of) => [{ id: of.taskId }, { id: of.othersTaskId }]),
  'POST /api/tasks/{id}/explanation': send(
    () => ({ occurrence: '', version: 2, text: 'chậm vì chờ số liệu' }),
    (of) => ({ id: of.taskId }),
    { refused: 'it was decided already' },
  ),
  'POST /api/tasks/{id}/decision': send(
    () => ({ occurrence: '', version: 2, isAccepted: true, reason: 'lý do xác đáng' }),
    (of) => ({ id: of.taskId }),
  ),
  'POST /api/tasks/{id}/verdict': send(
    () => ({ verdict: 'met', reason: '', version: 2 }),
    (of) => ({ id: of.doneTaskId }),
  ),
  'GET /api/work-calendar': {},
  'PUT /api/work-calendar': send(() => ({
    weeklyDaysOff: [7],
    beforeDay: 'strict',
    reports: REPORTS,
    days: [{ day: '2026-12-25', isOff: true, name: 'ngày nghỉ' }],
    version: 1,
  })),
  'GET /quick/{taskId}': atEach((of) => [{ taskId: of.taskId }, { taskId: of.othersTaskId }]),
  'POST /quick/{taskId}': {
    ask: (of) => ({
      params: { taskId: of.taskId },
      form: { say: 'in_progress', version: '1', percent: '60', note: 'trả lời nhanh' },
    }),
  },
  'GET /api/events': {
    ask: (of) => [
      { query: { limit: '500' } },
      ...[of.evidenceId, of.restrictedEvidenceId, of.restrictedRowId].map((subject) => ({
        query: { subject },
      })),
    ],
  },
};
