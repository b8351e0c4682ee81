import type { Results } from '#core/ranking/results.ts';
import { type ScoreLine, type ScoreValue, scoreWorkbook } from './score-sheet.ts';
import type { Workbook } from './workbook.ts';

const points = (value: number | null | undefined): ScoreValue => (value == null ? null : { points: value });

/** Units with their places, sums and fields as a printable workbook; without a publication it says that it is provisional. */
export function resultsWorkbook({
  campaign,
  fields,
  units,
  isProvisional,
  publications,
  lastYear,
}: Results): Workbook {
  const [published] = publications;
  const number = published?.decision.number ?? '';
  const lead = isProvisional
    ? 'Kết quả tạm thời, chưa công bố'
    : number === ''
      ? `Công bố lần ${published?.number ?? 1}`
      : `Công bố theo Quyết định số ${number}`;
  return scoreWorkbook({ title: `Kết quả đánh giá: ${campaign.title}`, lead, author: campaign.title }, [
    {
      name: 'Kết quả',
      columns: [
        { heading: 'Xếp hạng', width: 9 },
        { heading: 'Đơn vị', width: 34 },
        { heading: 'Tổng điểm', width: 11 },
        ...(lastYear === null
          ? []
          : [
              { heading: `Năm ${lastYear}`, width: 11 },
              { heading: 'Thay đổi', width: 11 },
            ]),
        ...fields.map(({ code }) => ({ heading: code, width: 9 })),
      ],
      lines: units.map((unit): ScoreLine => {
        const change = unit.lastPoints === null ? null : unit.points - unit.lastPoints;
        return {
          values: [
            { count: unit.place },
            unit.name,
            points(unit.points),
            ...(lastYear === null ? [] : [points(unit.lastPoints), points(change)]),
            ...fields.map(({ code }) => points(unit.fields[code])),
          ],
          isBold: false,
        };
      }),
    },
  ]);
}
