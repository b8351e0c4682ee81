import { decimalPoints, printPoints, sumPoints } from '#core/points.ts';
import { explainDocumentRefusal } from '#core/reading/document-refusal.ts';
import { findingSentence } from '#core/reading/finding-sentences.ts';
import type { PlanReading } from '#core/reading/plan-reading.ts';
import { printReading } from '#core/reading/print-reading.ts';
import { readPlan } from '#core/reading/read-plan.ts';
import { readDocument } from '#server/documents/read-document.ts';
import { openFile } from './open-file.ts';
import { done, type Given, type Outcome, refused } from './outcome.ts';

const SEVERITY_WORDS = { error: 'Lỗi', warning: 'Cần xem', note: 'Lưu ý' } as const;

/** Reads and checks a file; needs no database and keeps nothing. */
export async function read(given: Given): Promise<Outcome> {
  const file = await openFile(given.operands[0]!);
  if ('kind' in file) return refused(file, given);
  const source = await readDocument(file.bytes, file.fileName);
  if (!('blocks' in source)) {
    const { vi, en } = explainDocumentRefusal(source);
    return refused({ kind: source.kind, vi, en }, given);
  }
  const reading = readPlan(source);
  return done(printReading(reading), summarise(reading), given);
}

function summarise(reading: PlanReading): string {
  const { document, criteria, tasks, units, findings, unplaced } = reading;
  const fields = criteria.filter((row) => row.level === 1);
  const sum = (pick: (row: (typeof fields)[number]) => number | undefined) =>
    printPoints(sumPoints(fields.map((row) => pick(row) ?? 0)));
  const count = (level: number) => criteria.filter((row) => row.level === level).length;
  return [
    [document.kind, document.subject].filter(Boolean).join(' ') || 'Không rõ tên kế hoạch',
    `Đơn vị: ${document.unitName ?? 'không rõ'}; năm: ${document.year ?? 'không rõ'}`,
    `Phụ lục: ${criteria.length} dòng (${count(1)} lĩnh vực, ${count(2)} tiêu chí, ${count(3)} tiêu chí thành phần), ${criteria.filter((row) => row.isLeaf).length} dòng chấm điểm`,
    `Tổng điểm: tối đa ${sum((row) => row.maxPoints)}; năm trước ${sum((row) => row.lastPoints)}; mục tiêu ${sum((row) => row.targetPoints)}`,
    ...fields.map(
      (row) => `  ${row.code.padEnd(5)} ${decimalPoints(row.maxPoints).padStart(6)}  ${row.title}`,
    ),
    `Nhiệm vụ: ${tasks.length}; đơn vị: ${units.map((unit) => unit.name).join('; ') || 'không có'}`,
    `Phát hiện khi soát: ${findings.length}; nội dung chưa xếp được: ${unplaced.length}`,
    ...findings.map(
      (finding) => `  ${SEVERITY_WORDS[finding.severity]}: ${findingSentence(finding, 'vi').title}`,
    ),
  ].join('\n');
}
