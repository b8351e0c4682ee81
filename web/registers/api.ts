import type { EventEntry } from '#core/plans/plan.ts';
import type {
  Register,
  RegisterPage,
  RegisterSummary,
  RowInput,
  RowsInput,
  RowsKept,
  Snapshot,
} from '#core/registers/register.ts';
import { request, upload } from '#web/request.ts';

/** A register of the unit's own, as it is defined or changed. */
export type RegisterDraft = Pick<
  Register,
  'title' | 'about' | 'columns' | 'dateColumn' | 'isRestricted' | 'retentionYears'
>;
/** What a file of rows was read as; nothing is kept yet. A fault names its row and column, both counted from 0. */
export type RowsRead = {
  rows: RowInput[];
  faults: { row: number; column: string; written?: string; vi: string; en: string }[];
  /** Headings of the file that no column answers to. */
  unknownHeadings: string[];
};

const segment = encodeURIComponent;
const ofYear = (year: number | undefined) => (year === undefined ? '' : `?year=${year}`);

/** Every call of the register pages. */
export const registersApi = {
  list: () => request<RegisterSummary[]>('GET', '/api/registers'),
  find: (key: string, year?: number) =>
    request<RegisterPage>('GET', `/api/registers/${segment(key)}${ofYear(year)}`),
  define: (input: RegisterDraft) => request<RegisterSummary>('POST', '/api/registers', input),
  redefine: (key: string, input: RegisterDraft) =>
    request<RegisterSummary>('PATCH', `/api/registers/${segment(key)}`, input),
  end: (key: string) => request<void>('POST', `/api/registers/${segment(key)}/end`, {}),
  keepRows: (key: string, input: RowsInput) =>
    request<RowsKept>('PUT', `/api/registers/${segment(key)}/rows`, input),
  listHistory: (key: string, id: string) =>
    request<EventEntry[]>('GET', `/api/registers/${segment(key)}/rows/${segment(id)}/history`),
  takeSnapshot: (key: string, period: string) =>
    request<Snapshot>('POST', `/api/registers/${segment(key)}/snapshots`, { period }),
  readFile: (key: string, file: File, onProgress?: (share: number) => void) =>
    upload<RowsRead>(`/api/registers/${segment(key)}/import`, file, onProgress),
  /** Addresses: the browser saves the file under the name the server gives. */
  workbook: (key: string, year?: number) => `/api/registers/${segment(key)}/export.xlsx${ofYear(year)}`,
  csv: (key: string, year?: number) => `/api/registers/${segment(key)}/export.csv${ofYear(year)}`,
};
