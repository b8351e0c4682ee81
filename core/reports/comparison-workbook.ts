import type { LossCause } from '#core/assessments/assessment-words.ts';
import type { PointColumn } from '#core/assessments/columns.ts';
import type { Comparison, ComparisonLine } from '#core/assessments/comparison.ts';
import type { Round } from '#core/assessments/stages.ts';
import { printDay } from '#core/written-day.ts';
import { type ScoreLine, type ScoreValue, scoreWorkbook } from './score-sheet.ts';
import type { Workbook } from './workbook.ts';

const COLUMNS: Record<PointColumn, string> = {
  self: 'Tự chấm',
  review: 'Đơn vị nộp',
  appraisal_1: 'Thẩm định lần 1',
  appraisal_2: 'Thẩm định lần 2',
  council: 'Hội đồng',
  final: 'Kết quả',
};
const ROUND_WORDS: Record<Round, string> = { ...COLUMNS, appeal: 'Xem xét kiến nghị' };
const CAUSES: Record<LossCause, string> = {
  no_proof: 'Không có minh chứng',
  wrong_proof: 'Minh chứng không đúng',
  late: 'Chậm hạn',
  wrong_number: 'Số liệu không đúng',
  not_met: 'Chưa đạt yêu cầu',
  wrong_rule: 'Áp dụng sai quy tắc',
  granted: 'Chấp nhận giải trình',
  other: 'Lý do khác',
};

const points = (value: number | null | undefined): ScoreValue => (value == null ? null : { points: value });

/** The rounds of a unit side by side as a printable workbook, with a sheet of every reason. */
export function comparisonWorkbook(comparison: Comparison): Workbook {
  const { campaign, unit, shown, lines, totals, submitted } = comparison;
  const at = shown.indexOf('appraisal_1');
  const before = at < 0 ? shown : shown.slice(0, at + 1);
  const after = at < 0 ? [] : shown.slice(at + 1);
  const hasAnswers = at >= 0;
  const row = ({ columns }: Pick<ComparisonLine, 'columns'>, asked: ScoreValue): ScoreValue[] => [
    ...before.map((column) => points(columns[column])),
    ...(hasAnswers ? [asked] : []),
    ...after.map((column) => points(columns[column])),
  ];
  const body = lines.map(
    (line): ScoreLine => ({
      values: [
        line.code,
        line.title,
        points(line.maxPoints),
        points(line.lastPoints),
        ...row(line, askedOf(line)),
      ],
      isBold: !line.isLeaf,
    }),
  );
  const sum: ScoreLine = {
    values: ['', 'Tổng cộng', points(totals.maxPoints), points(totals.lastPoints), ...row(totals, null)],
    isBold: true,
  };
  const pointColumns = (columns: readonly PointColumn[]) =>
    columns.map((column) => ({ heading: COLUMNS[column], width: 11 }));
  const reasons = lines.flatMap(({ code, given }) =>
    given.flatMap(({ round, reasons: said, by, at: when }) =>
      said.map(
        (reason): ScoreLine => ({
          values: [
            code,
            ROUND_WORDS[round],
            { points: reason.points },
            CAUSES[reason.cause],
            reason.text,
            by,
            printDay(when.slice(0, 10)),
          ],
          isBold: false,
        }),
      ),
    ),
  );
  return scoreWorkbook(
    {
      title: `So sánh điểm qua các bước: ${unit.name}`,
      lead: [
        campaign.title,
        submitted ? `nộp ngày ${printDay(submitted.at.slice(0, 10))}` : 'chưa nộp hồ sơ',
      ].join(', '),
      author: unit.name,
    },
    [
      {
        name: 'So sánh',
        columns: [
          { heading: 'Mã', width: 9 },
          { heading: 'Tiêu chí', width: 46 },
          { heading: 'Điểm tối đa', width: 9 },
          { heading: 'Năm trước', width: 9 },
          ...pointColumns(before),
          ...(hasAnswers ? [{ heading: 'Giải trình', width: 14 }] : []),
          ...pointColumns(after),
        ],
        lines: [...body, sum],
      },
      {
        name: 'Lý do',
        columns: [
          { heading: 'Mã', width: 9 },
          { heading: 'Bước', width: 18 },
          { heading: 'Điểm trừ', width: 10 },
          { heading: 'Nguyên nhân', width: 24 },
          { heading: 'Nội dung', width: 56 },
          { heading: 'Người cho điểm', width: 22 },
          { heading: 'Ngày', width: 12 },
        ],
        lines: reasons,
      },
    ],
  );
}

function askedOf({ explanation }: ComparisonLine): ScoreValue {
  if (explanation === null) return null;
  return explanation.askedPoints === null ? 'Có giải trình' : { points: explanation.askedPoints };
}
