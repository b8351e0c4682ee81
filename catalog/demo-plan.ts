import { arrangeTree, BY_CODE, leavesOf } from '#core/criteria/tree.ts';
import { decimalPoints, type Hundredths } from '#core/points.ts';
import { prepareTree, rollUp } from '#core/scoring/roll-up.ts';
import { HANOI_2025_WARD, LEAD_KINDS } from './hanoi-2025-ward.ts';

/**
 * A plan of a ward that does not exist, for demonstrations and tests: phường Hồ Sen, thành phố Hà Nội,
 * 2026. The words are our own; the criteria are those of the catalogue. It reads without an error of
 * sums, and leaves a few findings to learn from: owners missing and disagreeing, a slip of scanning,
 * two spellings of a department, a task without a day, points lost without a task.
 */
export function demoPlanText(): string {
  return [OPENING, ...annexLines(), ''].join('\n');
}

/** What each leaf lost last year, and how much of it the ward does not expect to win back. */
const LOSSES: Record<string, readonly [lost: Hundredths, keepsLosing?: Hundredths]> = {
  'I.1.1': [10],
  'I.5': [100, 50],
  'I.7': [3],
  'III.5': [30],
  'V.5': [25],
  'V.8': [60, 10],
  'V.9.4': [40, 15],
  'VI.1.1': [25],
  'VII.2.2': [15],
  'VII.3.2': [30, 10],
  'VII.5.3': [11, 5],
  'VIII.2': [20],
  'VIII.3.1': [12, 5],
  'VIII.3.2': [55, 30],
  'VIII.3.3': [48, 25],
  'IX.1': [250, 100],
};

/** Survey items lose a little everywhere: 0,04 of half a point, 0,08 of a whole one. */
function lossOf(code: string, scoredBy: string, maxPoints: Hundredths): readonly [Hundredths, Hundredths] {
  const [lost, keepsLosing = 0] = LOSSES[code] ?? [scoredBy === 'survey' ? (maxPoints * 8) / 100 : 0, 0];
  return [lost, keepsLosing];
}

function annexLines(): string[] {
  const tree = arrangeTree(HANOI_2025_WARD, BY_CODE);
  const prepared = prepareTree(tree.parentOf);
  const leaves = new Set(leavesOf(tree));
  const roll = (pointsOf: (row: (typeof HANOI_2025_WARD)[number]) => Hundredths) =>
    rollUp(
      prepared,
      Int32Array.from(HANOI_2025_WARD, (row, position) => (leaves.has(position) ? pointsOf(row) : 0)),
    );
  const max = roll((row) => row.maxPoints);
  const last = roll((row) => row.maxPoints - lossOf(row.code, row.scoredBy, row.maxPoints)[0]);
  const target = roll((row) => row.maxPoints - lossOf(row.code, row.scoredBy, row.maxPoints)[1]);
  const line = (number: string, title: string, points: readonly Hundredths[], owner: string) =>
    [number, title, ...points.map((each) => decimalPoints(each).replace('.', ',')), owner].join('\t');
  const totals = [max, last, target].map((points) =>
    prepared.roots.reduce((sum, root) => sum + points[root]!, 0),
  );
  return [
    'STT\tNội dung tiêu chí\tĐiểm tối đa\tĐiểm năm 2025\tMục tiêu năm 2026\tPhân công trách nhiệm',
    ...HANOI_2025_WARD.map((row, position) => {
      const number = row.code.includes('.') ? row.code.slice(row.code.indexOf('.') + 1) : row.code;
      const points = [max[position]!, last[position]!, target[position]!];
      return line(number, row.title, points, row.lead ? `${LEAD_KINDS[row.lead]} phường` : '');
    }),
    line('', 'Tổng điểm', totals, ''),
  ];
}

const OPENING = `ỦY BAN NHÂN DÂN
PHƯỜNG HỒ SEN

Số: /KH-UBND

Hồ Sen, ngày tháng năm 2026

KẾ HOẠCH

Nâng cao Chỉ số cải cách hành chính (PAR-Index) năm 2026 của phường Hồ Sen

Căn cứ kết quả Chỉ số cải cách hành chính năm 2025 do UBND thành phố Hà Nội công bố, UBND phường Hồ Sen ban hành kế hoạch với các nội dung sau:

I. MỤC ĐÍCH, YÊU CẦU

1. Mục đích

- Đưa tổng điểm của phường từ 91,46 lên trên 97 điểm.
- Giảm số tiêu chí bị trừ điểm, trước hết là tiêu chí do phường chủ động được.

2. Yêu cầu

- Mỗi tiêu chí còn mất điểm có một đơn vị chủ trì, một việc cụ thể và một thời hạn.
- Kết quả thực hiện được cập nhật hằng tháng, có tài liệu kiểm chứng kèm theo.

II. NỘI DUNG

1. Các chỉ tiêu cụ thể năm 2026 (phụ lục kèm theo).

2. Nội dung thực hiện

2.1. Công tác chỉ đạo, điều hành CCHC; Cải cách tổ chức bộ máy; Cải cách chế độ công vụ

- Ban hành Kế hoạch CCHC của phường và phân công từng nhiệm vụ (hoàn thành trong quý I/2026).

- Vận động công chức đề xuất sáng kiến đổi mới, sáng tạo trong triển khai nhiệm vụ CCHC; đề nghị Thành phố công nhận ít nhất 02 sáng kiến (hoàn thành trước tháng 10/2026).

- Bổ sung, chuẩn hóa hồ sơ trên cơ sở dữ liệu quốc gia về cán bộ, công chức, viên chức (hoàn thành trong quý II và quý III/2026).

- Nhắc nhở việc chấp hành kỷ luật, kỷ cương hành chính trong họp giao ban (Thời gian hoàn thành: thường xuyên, liên tục).

- Cử công chức tham gia các lớp bồi dưỡng (Thời gian hoàn thành: theo yêu cầu của Sở Nội vụ).

- Tổng hợp tình hình sử dụng biên chế (hoàn thành theo tiến độ báo cáo định kỳ về công tác CCHC).

2.2. Tổ chức thực hiện văn bản quy phạm pháp luật

- Rà soát văn bản quy phạm pháp luật còn hiệu lực và xử lý văn bản không còn phù hợp (hoàn thành trong quý III/2026).

- Giới thiệu văn bản mới đến từng tổ dân phố.

2.3. Cải cách TTHC và thực hiện cơ chế một cửa, một cửa liên thông

- Theo dõi hằng ngày hồ sơ sắp đến hạn; hồ sơ quá hạn phải có thư xin lỗi (Thời gian hoàn thành: thường xuyên, liên tục).

- Tổ chức đối thoại TTHC định kỳ 06 tháng đầu năm và lần 2 kết thúc trước tháng 11/2026.

2.4. Cải cách tài chính công

- Lập tiến độ giải ngân kế hoạch đầu tư công theo từng tháng (hoàn thành trong quý I/2026).

- Đối với những tiêu chí chưa đạt điểm tốt đa, xây dựng giải pháp khắc phục (hoàn thành trong quý II/2026).

2.5. Chuyển đổi số trong cơ quan nhà nước

- Hướng dẫn người dân nộp hồ sơ trực tuyến toàn trình tại Điểm Phục vụ hành chính công (Thời gian hoàn thành: thường xuyên, liên tục).

- Kiểm tra việc ký số toàn trình văn bản đi của các đơn vị (hoàn thành trong quý II/2026).

2.6. Tác động của CCHC đến người dân, tổ chức và các chỉ tiêu phát triển kinh tế xã hội của phường

- Rà soát, khai thác nguồn thu ngân sách trên địa bàn (hoàn thành trước ngày 31/12/2026).

III. TỔ CHỨC THỰC HIỆN

1. Phòng Văn hóa - Xã hội

- Là cơ quan đầu mối tham mưu UBND phường thực hiện nội dung 2.1 và một phần nhiệm vụ ở 2.5 mục 2, phần II trong Kế hoạch này.

- Xây dựng kế hoạch và tổ chức khảo sát, đo lường sự hài lòng của người dân, tổ chức đối với sự phục vụ hành chính của phường.

2. Các phòng chuyên môn

- Văn phòng HĐND - UBND phường là cơ quan đầu mối tham mưu UBND phường thực hiện các nội dung 2.2, 2.3 và một phần nhiệm vụ ở 2.5 mục 2, phần II trong Kế hoạch này.

- Phòng Kinh tế, Hạ tầng và Đô thị phường là cơ quan đầu mối tham mưu UBND phường thực hiện nội dung 2.4 và 2.6 mục 2, phần II trong Kế hoạch này.

- Phối hợp với phòng Văn hóa - Xã hội trong điều tra xã hội học.

Các đơn vị thực hiện Kế hoạch này; vướng mắc báo cáo UBND phường xem xét, giải quyết./.

Nơi nhận:

- Sở Nội vụ Hà Nội;
- Chủ tịch UBND phường;
- Các phòng, ban, đơn vị sự nghiệp thuộc phường;
- Lưu: VT, VHXH.

TM. ỦY BAN NHÂN DÂN
CHỦ TỊCH

PHỤ LỤC CÁC CHỈ TIÊU CỤ THỂ NĂM 2026
(Kèm theo Kế hoạch số /KH-UBND ngày tháng năm 2026 của UBND phường Hồ Sen)
`;
