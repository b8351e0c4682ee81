import type { AnnexRow, AnnexRowInput } from '#core/criteria/annex-row.ts';
import type { GapLedger } from '#core/outlook/gaps.ts';
import type { Department, DepartmentInput } from '#core/people/department.ts';
import type {
  AcceptanceInput,
  Invitation,
  InvitationInput,
  JoinInput,
  Me,
  Member,
  MemberInput,
  SetupInput,
  Unit,
} from '#core/people/member.ts';
import type { Role } from '#core/people/roles.ts';
import type { CriterionPage, EventEntry, LoggedEvent, Plan } from '#core/plans/plan.ts';
import type { Progress, ProgressInput, Task, TaskInput } from '#core/plans/task.ts';
import type { Draft } from '#core/reading/draft.ts';
import type { Correction, Finding, Unplaced } from '#core/reading/plan-reading.ts';
import { request, upload } from './request.ts';

export { ApiProblem } from './request.ts';

/** A reading that waits for a person's word, as the list shows it. */
export type OpenReading = { id: string; fileName: string; createdAt: string; status: Draft['status'] };

/** One value that differs between the kept annex and a workbook. */
export type AnnexDifference = {
  target: 'criterion' | 'task';
  subject: string;
  property: 'title' | 'maxPoints' | 'lastPoints' | 'targetPoints' | 'units' | 'text' | 'deadline';
  before: unknown;
  after: unknown;
};

export type AnnexComparison = {
  fileName: string;
  differences: AnnexDifference[];
  unplaced: Unplaced[];
  basedOnVersion: number | null;
  /** The version of the plan the file was exported from; absent when the file carries no trace of it. */
  exportedVersion?: number | null;
  missing: AnnexSubject[];
  added: AnnexSubject[];
};
export type AnnexSubject = { target: 'criterion' | 'task'; subject: string };

export type TaskDetail = { task: Task; progress: Progress[]; events: EventEntry[] };
export type InvitationMade = { invitation: Invitation; link: string };
export type InvitationSeen = { personName: string; role: Role; unitName: string };
export type NewTaskInput = Omit<TaskInput, 'version'> & { section: string };

const segment = encodeURIComponent;

/** Every call the pages make, in the order of the server's table of contents. */
/** Which part of the history: days are of Viet Nam, "2026-11-23". */
type EventsWanted = {
  noun?: string | undefined;
  subject?: string | undefined;
  actor?: string | undefined;
  from?: string | undefined;
  to?: string | undefined;
  before?: string | undefined;
  limit?: number;
};

export const api = {
  findSetup: () => request<{ needsSetup: boolean }>('GET', '/api/setup'),
  setUp: (input: SetupInput) => request<Me>('POST', '/api/setup', input),
  signIn: (input: { username: string; password: string }) => request<Me>('POST', '/api/session', input),
  signOut: () => request<void>('DELETE', '/api/session'),
  findInvitation: (token: string) =>
    request<InvitationSeen>('GET', `/api/invitations/acceptance?token=${segment(token)}`),
  acceptInvitation: (input: AcceptanceInput) => request<Me>('POST', '/api/invitations/acceptance', input),

  joinInvitation: (input: JoinInput) => request<Me>('POST', '/api/invitations/join', input),
  switchUnit: (unitId: string) => request<Me>('PUT', '/api/session/unit', { unitId }),

  findMe: () => request<Me>('GET', '/api/me'),
  renameUnit: (input: { name: string; cityName: string | null }) =>
    request<Unit>('PATCH', '/api/unit', input),

  listDepartments: () => request<Department[]>('GET', '/api/departments'),
  addDepartment: (input: DepartmentInput) => request<Department>('POST', '/api/departments', input),
  changeDepartment: (id: string, input: DepartmentInput & { version: number }) =>
    request<Department>('PATCH', `/api/departments/${segment(id)}`, input),
  endDepartment: (id: string, version: number) =>
    request<Department>('POST', `/api/departments/${segment(id)}/end`, { version }),

  listMembers: () => request<Member[]>('GET', '/api/members'),
  changeMember: (userId: string, input: MemberInput) =>
    request<Member>('PATCH', `/api/members/${segment(userId)}`, input),
  listInvitations: () => request<Invitation[]>('GET', '/api/invitations'),
  invite: (input: InvitationInput) => request<InvitationMade>('POST', '/api/invitations', input),
  revokeInvitation: (id: string) => request<Invitation>('POST', `/api/invitations/${segment(id)}/revoke`, {}),

  readFile: (file: File, onProgress?: (share: number) => void) =>
    upload<Draft>('/api/readings', file, onProgress),
  readText: (text: string) => request<Draft>('POST', '/api/readings', { text }),
  listReadings: () => request<OpenReading[]>('GET', '/api/readings'),
  findReading: (id: string) => request<Draft>('GET', `/api/readings/${segment(id)}`),
  correctReading: (id: string, input: { corrections: Correction[]; version: number }) =>
    request<Draft>('PUT', `/api/readings/${segment(id)}`, input),
  confirmReading: (id: string, version: number) =>
    request<Plan>('POST', `/api/readings/${segment(id)}/confirm`, { version }),
  discardReading: (id: string) => request<void>('DELETE', `/api/readings/${segment(id)}`),

  findPlan: () => request<Plan>('GET', '/api/plan'),
  listFindings: () => request<Finding[]>('GET', '/api/plan/findings'),

  listCriteria: () => request<AnnexRow[]>('GET', '/api/criteria'),
  findCriterion: (code: string) => request<CriterionPage>('GET', `/api/criteria/${segment(code)}`),
  changeCriterion: (code: string, input: AnnexRowInput) =>
    request<AnnexRow>('PATCH', `/api/criteria/${segment(code)}`, input),
  findGaps: () => request<GapLedger>('GET', '/api/gaps'),

  listTasks: () => request<Task[]>('GET', '/api/tasks'),
  findTask: (id: string) => request<TaskDetail>('GET', `/api/tasks/${segment(id)}`),
  recordProgress: (id: string, input: ProgressInput) =>
    request<Task>('POST', `/api/tasks/${segment(id)}/progress`, input),
  changeTask: (id: string, input: TaskInput) => request<Task>('PATCH', `/api/tasks/${segment(id)}`, input),
  addTask: (input: NewTaskInput) => request<Task>('POST', '/api/tasks', input),

  /** The address itself: the browser saves the file under the name the server gives. */
  annexWorkbook: '/api/annex.xlsx',
  compareAnnex: (file: File, onProgress?: (share: number) => void) =>
    upload<AnnexComparison>('/api/annex', file, onProgress),
  keepAnnex: (differences: AnnexDifference[], planVersion: number) =>
    request<Plan>('POST', '/api/annex/keep', { differences, planVersion }),

  listEvents: (wanted: EventsWanted) => {
    const query = new URLSearchParams();
    for (const [name, value] of Object.entries(wanted))
      if (value !== undefined) query.set(name, String(value));
    return request<LoggedEvent[]>('GET', `/api/events?${query}`);
  },
  /** The addresses themselves: the browser saves the files. */
  logFile: ({ from, to }: Pick<EventsWanted, 'from' | 'to'>) =>
    `/api/events/log.jsonl?${new URLSearchParams({ ...(from && { from }), ...(to && { to }) })}`,
  logVerifier: '/api/events/verify-log.mjs',
};
