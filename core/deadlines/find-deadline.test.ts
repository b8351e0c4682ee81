import { describe, expect, it } from 'vitest';
import { findDeadline } from './find-deadline.ts';

describe('the deadline of a task is found where it stands', () => {
  it.each([
    [
      'in brackets at the end',
      'Xây dựng giải pháp giữ vững chỉ số (hoàn thành trong quý II/2026).',
      'hoàn thành trong quý II/2026',
      'Xây dựng giải pháp giữ vững chỉ số',
    ],
    [
      'in brackets with a label and a full stop inside',
      'Theo dõi kế hoạch nâng cao các chỉ số PAR INDEX, SIPAS, PAPI (Thời gian hoàn thành: theo yêu cầu của Thành phố.)',
      'Thời gian hoàn thành: theo yêu cầu của Thành phố',
      'Theo dõi kế hoạch nâng cao các chỉ số PAR INDEX, SIPAS, PAPI',
    ],
    [
      'brackets win over a rhythm in the sentence',
      'Báo cáo công tác cán bộ hằng tháng (hoàn thành theo tiến độ báo cáo định kỳ về công tác CCHC).',
      'hoàn thành theo tiến độ báo cáo định kỳ về công tác CCHC',
      'Báo cáo công tác cán bộ hằng tháng',
    ],
    [
      'behind a label',
      'Rà soát quy chế làm việc. Thời hạn hoàn thành: trước ngày 30/6/2026.',
      'Thời hạn hoàn thành: trước ngày 30/6/2026',
      'Rà soát quy chế làm việc',
    ],
    [
      'in a closing clause',
      'Lập danh mục vị trí việc làm, hoàn thành trước ngày 30/6/2026.',
      'hoàn thành trước ngày 30/6/2026',
      'Lập danh mục vị trí việc làm',
    ],
  ])('%s', (_sentence, text, words, rest) => {
    expect(findDeadline(text)).toEqual({ words, rest });
  });

  it.each([
    [
      'two dates inside the sentence',
      'Tổ chức đối thoại TTHC định kỳ 06 tháng đầu năm và lần 2 kết thúc trước tháng 11/2026.',
      'định kỳ 06 tháng đầu năm và lần 2 kết thúc trước tháng 11/2026',
    ],
    ['a leading rhythm', 'Thường xuyên cập nhật thông tin trên trang thông tin điện tử.', 'Thường xuyên'],
    ['a leading period', 'Định kỳ báo cáo kết quả về UBND phường.', 'Định kỳ'],
    ['a rhythm in the sentence', 'Báo cáo kết quả giải ngân hằng tháng về UBND phường', 'hằng tháng'],
    ['a report in its rhythm', 'Thực hiện báo cáo định kỳ về chuyển đổi số', 'báo cáo định kỳ'],
    ['a month of a year', 'Tổ chức hội nghị trong tháng 9/2026 tại phường', 'trong tháng 9/2026'],
    [
      'a limit that cannot be dated',
      'Trình phương án phải xong trước kỳ họp HĐND, bảo đảm chất lượng',
      'xong trước kỳ họp HĐND',
    ],
    ['the year of a plan is none', 'Triển khai kế hoạch CCHC năm 2026 của UBND phường', ''],
    ['a year that goes on is none', 'Giữ vững các tiêu chí trong năm 2026 và các năm tiếp theo.', ''],
    ['the date of a resolution is none', 'Thực hiện Nghị quyết số 17/NQ-CP ngày 07/3/2019 của Chính phủ', ''],
    ['the number of a decree is none', 'Thực hiện Nghị định số 60/2021/NĐ-CP của Chính phủ', ''],
    [
      'a demand without a time is none',
      'Thực hiện các nhiệm vụ theo yêu cầu của UBND Thành phố để cải thiện chỉ số',
      '',
    ],
    ['regular expenditure is none', 'Quản lý kinh phí chi thường xuyên nguồn ngân sách', ''],
    [
      'brackets that explain are none',
      'Xử lý hồ sơ trên môi trường điện tử (trừ hồ sơ thuộc phạm vi bí mật nhà nước)',
      '',
    ],
    ['a share is none', 'Hoàn thành và vượt 100% chỉ tiêu HĐND phường giao', ''],
  ])('%s', (_sentence, text, words) => {
    expect(findDeadline(text)).toEqual({ words, rest: text });
  });
});
