import { countReportingStates } from '#core/plans/reporting-state.ts';
import { planNumber } from '#core/reading/confirm-reading.ts';
import type { DocumentHeader } from '#core/reading/plan-reading.ts';
import { printCompletion } from '#core/reports/completion-sentence.ts';
import { letterheadOf } from '#core/reports/letterhead.ts';
import { responsibilityPaper } from '#core/reports/responsibility-paper.ts';
import type { ResponsibilityList } from '#core/reports/responsibility-words.ts';
import { responsibilityWorkbook } from '#core/reports/responsibility-workbook.ts';
import { sumByDepartment } from '#core/responsibility/responsibility.ts';
import type { ResponsibilityOverview } from '#core/responsibility/responsibility-list.ts';
import { printDay } from '#core/written-day.ts';
import type { Tx } from '#server/db/in-unit.ts';
import { writePaper } from '#server/documents/write-paper.ts';
import { writeWorkbook } from '#server/documents/write-workbook.ts';
import { dayInVietNam } from '#server/http/vietnam-day.ts';
import { type LateWorkScope, listLateWork } from './late-work.ts';
import { findLetterheadFacts } from './store.ts';

const STEADY = ['recurring', 'report_calendar'];

/** The list as its page shows it: lines, sums, and how far the same tasks are carried out. */
export async function findOverview(tx: Tx, scope: LateWorkScope): Promise<ResponsibilityOverview> {
  const { tasks, lines } = await listLateWork(tx, scope);
  const { confirmedAt } = await findLetterheadFacts(tx, scope.plan);
  const counts = countReportingStates(
    tasks.map(({ reportingState, deadline }) => ({
      state: reportingState,
      isRecurring: STEADY.includes(deadline.kind),
    })),
  );
  return {
    asOf: scope.today,
    since: dayInVietNam(new Date(confirmedAt)),
    basis: scope.basis,
    lines,
    departments: sumByDepartment(lines),
    counts,
    completion: printCompletion(counts),
  };
}

/** The list as the bytes of a file to print or to sign, with the name it is saved under. */
export async function writeList(
  tx: Tx,
  scope: LateWorkScope,
  format: 'xlsx' | 'docx',
): Promise<{ bytes: Uint8Array; fileName: string }> {
  const { plan, today, basis, departmentId, actor } = scope;
  const { lines, departments } = await listLateWork(tx, scope);
  const unit = await findLetterheadFacts(tx, plan);
  // An officer sees one department's lines only: the paper must not pass for the whole list.
  const shown = departmentId ?? (actor.role === 'officer' ? actor.departmentId : null);
  const list: ResponsibilityList = {
    unitName: unit.name,
    planName: namePlan(plan.document, plan.year),
    departmentName: departments.find(({ id }) => id === shown)?.name ?? null,
    asOf: today,
    basis,
    lines,
  };
  const fileName = `Danh sách trách nhiệm - ${unit.name} - ${today.split('-').reverse().join('-')}.${format}`;
  if (format === 'xlsx') return { bytes: await writeWorkbook(responsibilityWorkbook(list)), fileName };
  const head = letterheadOf(unit, { place: plan.document.issuedAt, year: Number(today.slice(0, 4)) });
  const signature = { authority: ['TM. ỦY BAN NHÂN DÂN', 'CHỦ TỊCH'], name: null };
  const told = lines.length > 0 ? ['Các cơ quan, đơn vị có tên trong danh sách'] : [];
  const recipients = [`Chủ tịch, các Phó Chủ tịch UBND ${unit.name}`, ...told, 'Lưu: VT'];
  return { bytes: await writePaper(responsibilityPaper(list, head, signature, recipients)), fileName };
}

/** The plan as a paper cites it: "Kế hoạch số 125/KH-UBND ngày 12/02/2026", as far as it is known. */
function namePlan(document: DocumentHeader, year: number): string {
  const number = planNumber(document);
  if (number === null) return ['Kế hoạch', document.subject ?? `năm ${year}`].join(' ');
  const { issuedOn } = document;
  const day = issuedOn === undefined ? '' : ` ngày ${printDay(issuedOn)}`;
  return `Kế hoạch số ${number}${day}`;
}
