import type { Hundredths } from '#core/points.ts';

/**
 * The criteria of the PAR-Index of a ward or commune of Hà Nội, in the order of the annex: 9 fields,
 * 48 criteria, 73 components; 95 leaves, 100,00 points. Source: the annex of a ward's published plan
 * for 2026 under Quyết định số 5666/QĐ-UBND ngày 17/11/2025 of UBND thành phố Hà Nội ("năm 2025 và các
 * năm tiếp theo"). The annex of the decision itself has not been seen, so the rules of scoring are
 * not here. Slips of scanning in the plan are corrected; in III.4.2 a word could not be read with
 * certainty ("cơ quan Hiệp quản") and is left out.
 */
export const HANOI_2025_WARD_SOURCE = {
  decision: 'Quyết định số 5666/QĐ-UBND',
  issuedOn: '2025-11-17',
  issuer: 'UBND thành phố Hà Nội',
} as const;

/** Which kind of department a ward usually puts in charge; where a row names none, the row above it decides. */
export const LEAD_KINDS = {
  culture: 'Phòng Văn hóa - Xã hội',
  office: 'Văn phòng HĐND và UBND',
  economy: 'Phòng Kinh tế, Hạ tầng và Đô thị',
  all: 'Các phòng, ban, đơn vị sự nghiệp',
} as const;

export type CatalogueCriterion = {
  code: string;
  title: string;
  maxPoints: Hundredths;
  scoredBy: 'self' | 'survey' | 'bonus' | 'penalty';
  /** Proposed lead; of the six survey leaves under IV.4 and VII.5 the plan names none at any level. */
  lead?: keyof typeof LEAD_KINDS;
};

export const HANOI_2025_WARD: readonly CatalogueCriterion[] = [
  { code: 'I', maxPoints: 1250, scoredBy: 'self', title: 'CÔNG TÁC CHỈ ĐẠO ĐIỀU HÀNH CCHC' },
  {
    code: 'I.1',
    maxPoints: 200,
    scoredBy: 'self',
    lead: 'culture',
    title: 'Triển khai Kế hoạch CCHC của đơn vị',
  },
  { code: 'I.1.1', maxPoints: 100, scoredBy: 'self', title: 'Kế hoạch CCHC' },
  {
    code: 'I.1.2',
    maxPoints: 100,
    scoredBy: 'self',
    title: 'Kế hoạch khắc phục các Chỉ số PARINDEX, SIPAS, PAPI của Thành phố',
  },
  { code: 'I.2', maxPoints: 100, scoredBy: 'self', lead: 'culture', title: 'Báo cáo nhiệm vụ CCHC' },
  { code: 'I.3', maxPoints: 100, scoredBy: 'self', lead: 'culture', title: 'Kiểm tra CCHC' },
  { code: 'I.3.1', maxPoints: 50, scoredBy: 'self', title: 'Xử lý các vấn đề phát hiện qua kiểm tra' },
  {
    code: 'I.3.2',
    maxPoints: 50,
    scoredBy: 'self',
    title: 'Phối hợp cung cấp thông tin, nội dung kiểm tra theo yêu cầu Thành phố',
  },
  { code: 'I.4', maxPoints: 300, scoredBy: 'self', lead: 'culture', title: 'Tuyên truyền CCHC' },
  { code: 'I.4.1', maxPoints: 100, scoredBy: 'self', title: 'Mức độ hoàn thành kế hoạch tuyên truyền CCHC' },
  { code: 'I.4.2', maxPoints: 100, scoredBy: 'self', title: 'Mức độ đa dạng trong tuyên truyền CCHC' },
  {
    code: 'I.4.3',
    maxPoints: 100,
    scoredBy: 'self',
    title: 'Chỉ tiêu đăng bài trên Trang tin CCHC của Thành phố',
  },
  {
    code: 'I.5',
    maxPoints: 150,
    scoredBy: 'self',
    lead: 'all',
    title: 'Đổi mới, sáng tạo trong triển khai nhiệm vụ CCHC',
  },
  {
    code: 'I.6',
    maxPoints: 100,
    scoredBy: 'self',
    lead: 'office',
    title: 'Đối thoại của lãnh đạo với người dân, doanh nghiệp',
  },
  {
    code: 'I.7',
    maxPoints: 50,
    scoredBy: 'self',
    lead: 'office',
    title:
      'Thực hiện các nhiệm vụ, quy định về kiểm tra, giải quyết khiếu nại, tố cáo, tiếp công dân, phản ánh kiến nghị theo chức năng, nhiệm vụ của cơ quan, đơn vị',
  },
  {
    code: 'I.8',
    maxPoints: 50,
    scoredBy: 'self',
    lead: 'office',
    title: 'Thực hiện các nhiệm vụ Thành phố giao (Kế hoạch, Kết luận hoặc văn bản khác)',
  },
  { code: 'I.9', maxPoints: 200, scoredBy: 'survey', title: 'Tiêu chí ĐTXHH' },
  {
    code: 'I.9.1',
    maxPoints: 50,
    scoredBy: 'survey',
    lead: 'culture',
    title: 'Văn bản chỉ đạo, điều hành CCHC đầy đủ, kịp thời, phục vụ tốt nhiệm vụ chuyên môn',
  },
  {
    code: 'I.9.2',
    maxPoints: 50,
    scoredBy: 'survey',
    lead: 'culture',
    title: 'Hiệu quả công tác tuyên truyền, phổ biến, giáo dục pháp luật và CCHC đến người dân, tổ chức',
  },
  {
    code: 'I.9.3',
    maxPoints: 50,
    scoredBy: 'survey',
    lead: 'culture',
    title: 'Công tác chỉ đạo, đôn đốc, thực hiện các nhiệm vụ CCHC của Lãnh đạo xã',
  },
  {
    code: 'I.9.4',
    maxPoints: 50,
    scoredBy: 'survey',
    lead: 'office',
    title:
      'Kết quả thực hiện công tác tiếp công dân; tiếp nhận và giải quyết các phản ánh kiến nghị, đơn thư khiếu nại, tố cáo',
  },
  { code: 'II', maxPoints: 800, scoredBy: 'self', title: 'TỔ CHỨC THỰC HIỆN VĂN BẢN QUY PHẠM PHÁP LUẬT' },
  {
    code: 'II.1',
    maxPoints: 200,
    scoredBy: 'self',
    lead: 'office',
    title: 'Đổi mới công tác xây dựng và thực thi pháp luật',
  },
  { code: 'II.1.1', maxPoints: 100, scoredBy: 'self', title: 'Công tác xây dựng pháp luật' },
  { code: 'II.1.2', maxPoints: 100, scoredBy: 'self', title: 'Công tác thực thi pháp luật' },
  {
    code: 'II.2',
    maxPoints: 300,
    scoredBy: 'self',
    lead: 'office',
    title: 'Rà soát, kiểm tra, xử lý VBQPPL sai quy định',
  },
  { code: 'II.2.1', maxPoints: 200, scoredBy: 'self', title: 'Rà soát VBQPPL' },
  { code: 'II.2.2', maxPoints: 100, scoredBy: 'self', title: 'Tự kiểm tra việc thực hiện VBQPPL' },
  {
    code: 'II.3',
    maxPoints: 100,
    scoredBy: 'self',
    lead: 'office',
    title: 'Thực hiện công tác phổ biến tuyên truyền giáo dục pháp luật',
  },
  { code: 'II.4', maxPoints: 200, scoredBy: 'survey', lead: 'office', title: 'Tiêu chí ĐTXHH' },
  {
    code: 'II.4.1',
    maxPoints: 50,
    scoredBy: 'survey',
    title: 'Mức độ kịp thời, đầy đủ trong tổ chức, triển khai thực hiện VBQPPL tại địa phương',
  },
  {
    code: 'II.4.2',
    maxPoints: 50,
    scoredBy: 'survey',
    title: 'Hiệu quả tổ chức thực hiện VBQPPL tại địa phương',
  },
  {
    code: 'II.4.3',
    maxPoints: 50,
    scoredBy: 'survey',
    title: 'Sự phối hợp và năng lực của đội ngũ cán bộ trong thực hiện VBQPPL',
  },
  {
    code: 'II.4.4',
    maxPoints: 50,
    scoredBy: 'survey',
    title:
      'Tính kịp thời trong phát hiện và xử lý các bất cập, vướng mắc trong quá trình tổ chức thực hiện VBQPPL tại địa phương',
  },
  {
    code: 'III',
    maxPoints: 1100,
    scoredBy: 'self',
    lead: 'office',
    title: 'CẢI CÁCH THỦ TỤC HÀNH CHÍNH VÀ THỰC HIỆN CƠ CHẾ MỘT CỬA, MỘT CỬA LIÊN THÔNG',
  },
  {
    code: 'III.1',
    maxPoints: 50,
    scoredBy: 'self',
    title: 'Rà soát, kiến nghị đề xuất tái cấu trúc và đơn giản hóa TTHC',
  },
  {
    code: 'III.2',
    maxPoints: 200,
    scoredBy: 'self',
    title: 'Thực hiện quy trình giải quyết TTHC nội bộ và nhiệm vụ chuyên môn của các cơ quan, đơn vị',
  },
  { code: 'III.3', maxPoints: 100, scoredBy: 'self', title: 'Công khai TTHC' },
  {
    code: 'III.4',
    maxPoints: 150,
    scoredBy: 'self',
    title: 'Thực hiện cơ chế một cửa, cơ chế một cửa liên thông',
  },
  {
    code: 'III.4.1',
    maxPoints: 50,
    scoredBy: 'self',
    title: 'Tổ chức và hoạt động tại Điểm (Trung tâm) Phục vụ Hành chính công',
  },
  {
    code: 'III.4.2',
    maxPoints: 100,
    scoredBy: 'self',
    title: 'Đề xuất, phối hợp với các cơ quan trên địa bàn nâng cao chất lượng cung cấp dịch vụ công',
  },
  { code: 'III.5', maxPoints: 300, scoredBy: 'self', title: 'Kết quả giải quyết hồ sơ TTHC' },
  {
    code: 'III.6',
    maxPoints: 100,
    scoredBy: 'self',
    title:
      'Tiếp nhận, xử lý phản ánh, kiến nghị (PAKN) của cá nhân, tổ chức đối với TTHC thuộc thẩm quyền giải quyết',
  },
  {
    code: 'III.6.1',
    maxPoints: 50,
    scoredBy: 'self',
    title: 'Xử lý PAKN của cá nhân, tổ chức đối với TTHC thuộc thẩm quyền giải quyết',
  },
  {
    code: 'III.6.2',
    maxPoints: 50,
    scoredBy: 'self',
    title: 'Công khai kết quả trả lời PAKN của cá nhân, tổ chức đối với quy định TTHC thuộc thẩm quyền',
  },
  { code: 'III.7', maxPoints: 200, scoredBy: 'survey', title: 'Tiêu chí ĐTXHH' },
  {
    code: 'III.7.1',
    maxPoints: 50,
    scoredBy: 'survey',
    title:
      'Kết quả thực hiện việc phân cấp, ủy quyền trong giải quyết TTHC của xã/phường (Thành phố phân cấp, ủy quyền)',
  },
  {
    code: 'III.7.2',
    maxPoints: 50,
    scoredBy: 'survey',
    title: 'Tính rõ ràng, đơn giản, thống nhất, không chồng chéo giữa các TTHC do xã, phường thực hiện',
  },
  {
    code: 'III.7.3',
    maxPoints: 50,
    scoredBy: 'survey',
    title: 'Kết quả giải quyết TTHC đúng hạn, chính xác, đầy đủ',
  },
  {
    code: 'III.7.4',
    maxPoints: 50,
    scoredBy: 'survey',
    title: 'Hiệu quả thực hiện dịch vụ công trực tuyến toàn trình xã, phường',
  },
  { code: 'IV', maxPoints: 800, scoredBy: 'self', title: 'CẢI CÁCH TỔ CHỨC BỘ MÁY' },
  {
    code: 'IV.1',
    maxPoints: 200,
    scoredBy: 'self',
    lead: 'culture',
    title: 'Sắp xếp, kiện toàn tổ chức bộ máy của các cơ quan, đơn vị',
  },
  {
    code: 'IV.1.1',
    maxPoints: 100,
    scoredBy: 'self',
    title:
      'Ban hành và tổ chức thực hiện quy định chức năng, nhiệm vụ, quyền hạn và cơ cấu tổ chức của các phòng chuyên môn, đơn vị SNCL',
  },
  {
    code: 'IV.1.2',
    maxPoints: 100,
    scoredBy: 'self',
    title:
      'Thực hiện quy định về cơ cấu số lượng lãnh đạo tại các phòng chuyên môn, đơn vị SNCL theo các tiêu chí',
  },
  {
    code: 'IV.2',
    maxPoints: 200,
    scoredBy: 'self',
    lead: 'culture',
    title: 'Thực hiện quy định về sử dụng biên chế (công chức, viên chức) được cấp có thẩm quyền giao',
  },
  { code: 'IV.3', maxPoints: 200, scoredBy: 'self', lead: 'economy', title: 'Thực hiện phân cấp, ủy quyền' },
  {
    code: 'IV.3.1',
    maxPoints: 100,
    scoredBy: 'self',
    title: 'Thực hiện phân cấp, ủy quyền trong quản lý nhà nước thuộc thẩm quyền của cấp xã',
  },
  {
    code: 'IV.3.2',
    maxPoints: 100,
    scoredBy: 'self',
    title: 'Kiểm tra và xử lý các vấn đề về phân cấp, ủy quyền phát hiện qua kiểm tra',
  },
  { code: 'IV.4', maxPoints: 200, scoredBy: 'survey', title: 'Tiêu chí ĐTXHH' },
  {
    code: 'IV.4.1',
    maxPoints: 50,
    scoredBy: 'survey',
    title: 'Tính hợp lý, tinh gọn trong việc sắp xếp, kiện toàn tổ chức bộ máy mới của xã/phường',
  },
  {
    code: 'IV.4.2',
    maxPoints: 100,
    scoredBy: 'survey',
    title: 'Kết quả thực hiện chức năng, nhiệm vụ và quy chế làm việc của UBND xã/phường',
  },
  {
    code: 'IV.4.3',
    maxPoints: 50,
    scoredBy: 'survey',
    title: 'Hiệu quả trong việc thực hiện Quy trình giải quyết công việc nội bộ (ngoài TTHC) của xã/phường',
  },
  { code: 'V', maxPoints: 1200, scoredBy: 'self', lead: 'culture', title: 'CẢI CÁCH CHẾ ĐỘ CÔNG VỤ' },
  {
    code: 'V.1',
    maxPoints: 200,
    scoredBy: 'self',
    title: 'Thực hiện cơ cấu công chức, viên chức theo vị trí việc làm',
  },
  {
    code: 'V.1.1',
    maxPoints: 100,
    scoredBy: 'self',
    title:
      'Cập nhật, hoàn thiện quy định về vị trí việc làm của cơ quan, tổ chức thuộc phạm vi quản lý theo hướng dẫn của cấp có thẩm quyền',
  },
  {
    code: 'V.1.2',
    maxPoints: 50,
    scoredBy: 'self',
    title: 'Tỷ lệ công chức được bố trí theo đúng vị trí việc làm được phê duyệt',
  },
  {
    code: 'V.1.3',
    maxPoints: 50,
    scoredBy: 'self',
    title: 'Tỷ lệ đơn vị sự nghiệp thuộc cấp xã bố trí viên chức theo đúng vị trí việc làm được phê duyệt',
  },
  { code: 'V.2', maxPoints: 100, scoredBy: 'self', title: 'Tuyển dụng và sử dụng công chức, viên chức' },
  {
    code: 'V.2.1',
    maxPoints: 50,
    scoredBy: 'self',
    title: 'Thực hiện quy định về tuyển dụng (tiếp nhận) công chức, viên chức theo quy định',
  },
  { code: 'V.2.2', maxPoints: 50, scoredBy: 'self', title: 'Tỷ lệ đạt chuẩn của cán bộ, công chức' },
  {
    code: 'V.3',
    maxPoints: 100,
    scoredBy: 'self',
    title: 'Thực hiện quy định về bổ nhiệm, điều động, luân chuyển',
  },
  {
    code: 'V.4',
    maxPoints: 100,
    scoredBy: 'self',
    title:
      'Thực hiện quy định về chuyển đổi vị trí công tác (định kỳ chuyển đổi vị trí công tác phục vụ phòng chống tham nhũng)',
  },
  {
    code: 'V.5',
    maxPoints: 50,
    scoredBy: 'self',
    title: 'Chấp hành kỷ luật, kỷ cương hành chính của cán bộ, công chức, viên chức',
  },
  {
    code: 'V.6',
    maxPoints: 100,
    scoredBy: 'self',
    title: 'Thực hiện các chỉ tiêu, nhiệm vụ đào tạo, bồi dưỡng cán bộ, công chức, viên chức',
  },
  {
    code: 'V.6.1',
    maxPoints: 50,
    scoredBy: 'self',
    title: 'Mức độ thực hiện các chỉ tiêu, nhiệm vụ đào tạo, bồi dưỡng cán bộ, công chức, viên chức',
  },
  { code: 'V.6.2', maxPoints: 50, scoredBy: 'self', title: 'Tổ chức đào tạo, bồi dưỡng chuyên ngành' },
  {
    code: 'V.7',
    maxPoints: 50,
    scoredBy: 'self',
    title:
      'Thực hiện kế hoạch công tác tháng, quý, năm và đánh giá, phân loại công chức, viên chức hàng tháng, hàng năm',
  },
  {
    code: 'V.8',
    maxPoints: 200,
    scoredBy: 'self',
    title: 'Triển khai và duy trì cơ sở dữ liệu quốc gia về cán bộ, công chức, viên chức trên địa bàn',
  },
  { code: 'V.9', maxPoints: 300, scoredBy: 'survey', title: 'Tiêu chí ĐTXHH' },
  {
    code: 'V.9.1',
    maxPoints: 50,
    scoredBy: 'survey',
    title:
      'Công tác tuyển dụng, bổ nhiệm, luân chuyển và phân công nhiệm vụ đối với cán bộ, công chức, viên chức',
  },
  {
    code: 'V.9.2',
    maxPoints: 50,
    scoredBy: 'survey',
    title: 'Tinh thần trách nhiệm, thái độ của cán bộ, công chức, viên chức',
  },
  {
    code: 'V.9.3',
    maxPoints: 50,
    scoredBy: 'survey',
    title: 'Trình độ, năng lực của đội ngũ lãnh đạo cán bộ, công chức, viên chức đáp ứng yêu cầu',
  },
  {
    code: 'V.9.4',
    maxPoints: 100,
    scoredBy: 'survey',
    title: 'Tình trạng cán bộ, công chức, viên chức nhũng nhiễu trong thực thi nhiệm vụ',
  },
  {
    code: 'V.9.5',
    maxPoints: 50,
    scoredBy: 'survey',
    title: 'Thực hiện Quy tắc ứng xử của cán bộ, công chức, viên chức, tại cơ quan và nơi công cộng',
  },
  { code: 'VI', maxPoints: 1150, scoredBy: 'self', lead: 'economy', title: 'CẢI CÁCH TÀI CHÍNH CÔNG' },
  {
    code: 'VI.1',
    maxPoints: 250,
    scoredBy: 'self',
    title: 'Tổ chức thực hiện công tác tài chính - ngân sách',
  },
  { code: 'VI.1.1', maxPoints: 50, scoredBy: 'self', title: 'Thực hiện giải ngân kế hoạch đầu tư công' },
  {
    code: 'VI.1.2',
    maxPoints: 50,
    scoredBy: 'self',
    title: 'Thực hiện quy định về việc sử dụng kinh phí chi thường xuyên nguồn từ ngân sách nhà nước',
  },
  {
    code: 'VI.1.3',
    maxPoints: 50,
    scoredBy: 'self',
    title: 'Thực hiện quy định về sử dụng kinh phí chi đầu tư',
  },
  {
    code: 'VI.1.4',
    maxPoints: 50,
    scoredBy: 'self',
    title: 'Thực hiện các kiến nghị sau thanh tra về tài chính, ngân sách nhà nước',
  },
  {
    code: 'VI.1.5',
    maxPoints: 50,
    scoredBy: 'self',
    title: 'Thực hiện các kiến nghị sau kiểm tra, kiểm toán nhà nước về tài chính, ngân sách',
  },
  {
    code: 'VI.2',
    maxPoints: 100,
    scoredBy: 'self',
    title: 'Lập dự toán, chấp hành dự toán và quyết toán ngân sách',
  },
  {
    code: 'VI.2.1',
    maxPoints: 50,
    scoredBy: 'self',
    title: 'Xây dựng và báo cáo dự toán, chấp hành, quyết toán ngân sách',
  },
  {
    code: 'VI.2.2',
    maxPoints: 50,
    scoredBy: 'self',
    title:
      'Thực hiện công khai dự toán ngân sách được cấp có thẩm quyền giao, quyết toán ngân sách được cấp có thẩm quyền phê duyệt và gửi báo cáo theo quy định',
  },
  { code: 'VI.3', maxPoints: 200, scoredBy: 'self', title: 'Công tác quản lý, sử dụng tài sản công' },
  {
    code: 'VI.3.1',
    maxPoints: 100,
    scoredBy: 'self',
    title: 'Ban hành quy chế quản lý, sử dụng tài sản công của các cơ quan, đơn vị thuộc phạm vi quản lý',
  },
  {
    code: 'VI.3.2',
    maxPoints: 100,
    scoredBy: 'self',
    title: 'Thực hiện các quy định về quản lý, sử dụng tài sản công',
  },
  {
    code: 'VI.4',
    maxPoints: 300,
    scoredBy: 'self',
    title: 'Thực hiện cơ chế tự chủ tài chính tại các đơn vị sự nghiệp công lập (SNCL)',
  },
  {
    code: 'VI.4.1',
    maxPoints: 100,
    scoredBy: 'self',
    title: 'Số đơn vị SNCL tăng mức độ tự chủ kinh phí chi thường xuyên trong năm theo kế hoạch',
  },
  {
    code: 'VI.4.2',
    maxPoints: 100,
    scoredBy: 'self',
    title:
      'Thực hiện quy định về sử dụng các nguồn tài chính và phân phối kết quả tài chính tại các đơn vị SNCL',
  },
  {
    code: 'VI.4.3',
    maxPoints: 100,
    scoredBy: 'self',
    title: 'Tỷ lệ giảm chi trực tiếp ngân sách cho đơn vị sự nghiệp theo yêu cầu của Thành phố',
  },
  { code: 'VI.5', maxPoints: 300, scoredBy: 'survey', title: 'Tiêu chí ĐTXHH' },
  {
    code: 'VI.5.1',
    maxPoints: 100,
    scoredBy: 'survey',
    title: 'Bố trí đầy đủ nguồn lực (nhân lực, tài chính...) cho công tác CCHC của xã',
  },
  {
    code: 'VI.5.2',
    maxPoints: 100,
    scoredBy: 'survey',
    title:
      'Việc thực hiện tiết kiệm, chống lãng phí trong quản lý, sử dụng kinh phí, tài sản công của xã và các đơn vị trực thuộc',
  },
  {
    code: 'VI.5.3',
    maxPoints: 100,
    scoredBy: 'survey',
    title:
      'Tính hiệu quả trong việc thực hiện chế độ tự chủ về biên chế, tài chính đối với đơn vị sự nghiệp thuộc xã',
  },
  { code: 'VII', maxPoints: 1250, scoredBy: 'self', title: 'CHUYỂN ĐỔI SỐ TRONG CÁC CƠ QUAN NHÀ NƯỚC' },
  {
    code: 'VII.1',
    maxPoints: 200,
    scoredBy: 'self',
    lead: 'culture',
    title: 'Xây dựng và triển khai Kế hoạch, văn bản thúc đẩy khoa học công nghệ, chuyển đổi số năm',
  },
  {
    code: 'VII.2',
    maxPoints: 300,
    scoredBy: 'self',
    lead: 'office',
    title: 'Triển khai các ứng dụng, dịch vụ trong nội bộ cơ quan nhà nước',
  },
  {
    code: 'VII.2.1',
    maxPoints: 100,
    scoredBy: 'self',
    title:
      'Tỷ lệ xử lý văn bản, hồ sơ công việc trên môi trường mạng (trừ hồ sơ công việc thuộc phạm vi bí mật nhà nước)',
  },
  {
    code: 'VII.2.2',
    maxPoints: 100,
    scoredBy: 'self',
    title:
      'Tỷ lệ văn bản (trừ văn bản mật theo quy định) trao đổi giữa cơ quan Nhà nước được thực hiện dưới dạng điện tử, được ký số toàn trình bởi chữ ký số chuyên dùng',
  },
  {
    code: 'VII.2.3',
    maxPoints: 100,
    scoredBy: 'self',
    title:
      'Tỷ lệ báo cáo (không bao gồm nội dung mật) của UBND cấp xã được cập nhật trên Hệ thống thông tin báo cáo Thành phố, kết nối với Hệ thống thông tin báo cáo Chính phủ phục vụ hiệu quả hoạt động quản lý, chỉ đạo, điều hành',
  },
  {
    code: 'VII.3',
    maxPoints: 400,
    scoredBy: 'self',
    lead: 'office',
    title: 'Phát triển ứng dụng, dịch vụ phục vụ người dân, tổ chức',
  },
  {
    code: 'VII.3.1',
    maxPoints: 100,
    scoredBy: 'self',
    lead: 'office',
    title: 'Triển khai số hóa hồ sơ, kết quả giải quyết TTHC',
  },
  {
    code: 'VII.3.2',
    maxPoints: 150,
    scoredBy: 'self',
    lead: 'office',
    title: 'Tỷ lệ hồ sơ DVC trực tuyến toàn trình',
  },
  {
    code: 'VII.3.3',
    maxPoints: 150,
    scoredBy: 'self',
    lead: 'office',
    title:
      'Tỷ lệ giao dịch thanh toán trực tuyến trên Cổng Dịch vụ công Quốc gia, Cổng Dịch vụ công Thành phố trên tổng số giao dịch thanh toán của dịch vụ công',
  },
  {
    code: 'VII.4',
    maxPoints: 50,
    scoredBy: 'self',
    lead: 'culture',
    title: 'Đảm bảo hạ tầng CNTT phục vụ người dân, doanh nghiệp',
  },
  { code: 'VII.5', maxPoints: 300, scoredBy: 'survey', title: 'Tiêu chí ĐTXHH' },
  {
    code: 'VII.5.1',
    maxPoints: 100,
    scoredBy: 'survey',
    title: 'Mức độ ứng dụng công nghệ thông tin trong triển khai, thực hiện công việc',
  },
  {
    code: 'VII.5.2',
    maxPoints: 100,
    scoredBy: 'survey',
    title: 'Nhận thức và thái độ của cán bộ, công chức về đổi mới sáng tạo và chuyển đổi số',
  },
  {
    code: 'VII.5.3',
    maxPoints: 100,
    scoredBy: 'survey',
    title:
      'Hiệu quả công tác chuyển đổi số của xã/phường (hạ tầng số, nhân lực số, dữ liệu số, dịch vụ số...)',
  },
  {
    code: 'VIII',
    maxPoints: 1950,
    scoredBy: 'self',
    lead: 'economy',
    title: 'TÁC ĐỘNG CỦA CCHC ĐẾN NGƯỜI DÂN, TỔ CHỨC VÀ PHÁT TRIỂN KINH TẾ - XÃ HỘI',
  },
  {
    code: 'VIII.1',
    maxPoints: 500,
    scoredBy: 'self',
    title: 'Hoàn thành các nhiệm vụ, chỉ tiêu kinh tế - xã hội Thành phố giao',
  },
  {
    code: 'VIII.2',
    maxPoints: 150,
    scoredBy: 'self',
    title:
      'Kết quả thực hiện thu ngân sách theo chỉ tiêu Thành phố giao (Khai thác và phát triển nguồn thu ngân sách trên địa bàn)',
  },
  { code: 'VIII.3', maxPoints: 1300, scoredBy: 'survey', title: 'Tiêu chí ĐTXHH' },
  {
    code: 'VIII.3.1',
    maxPoints: 100,
    scoredBy: 'survey',
    title:
      'Chỉ số đánh giá chất lượng phục vụ người dân, doanh nghiệp trong thực hiện thủ tục hành chính, dịch vụ công theo thời gian thực trên môi trường điện tử',
  },
  {
    code: 'VIII.3.2',
    maxPoints: 300,
    scoredBy: 'survey',
    title: 'Kết quả thực hiện một số nội dung thuộc Chỉ số PAPI',
  },
  {
    code: 'VIII.3.3',
    maxPoints: 900,
    scoredBy: 'survey',
    title: 'Kết quả thực hiện một số nội dung thuộc Chỉ số SIPAS',
  },
  {
    code: 'IX',
    maxPoints: 500,
    scoredBy: 'self',
    lead: 'all',
    title: 'ĐIỂM THƯỞNG, ĐIỂM TRỪ TRONG CÔNG TÁC CCHC',
  },
  {
    code: 'IX.1',
    maxPoints: 500,
    scoredBy: 'bonus',
    title:
      'Điểm thưởng trong triển khai công tác CCHC (Việc đổi mới sáng tạo, Phát triển khoa học, công nghệ, Chuyển đổi số mang tính đột phá, có ảnh hưởng sâu rộng, có tính nổi bật và mang lại hiệu quả, có thể nhân rộng ra nhiều cơ quan, đơn vị; các nhiệm vụ CCHC của đơn vị góp phần cải thiện các Chỉ số PARINDEX, SIPAS, PAPI do Trung ương đánh giá Hà Nội...)',
  },
  {
    code: 'IX.2',
    maxPoints: 0,
    scoredBy: 'penalty',
    title:
      'Điểm trừ CCHC (Để lãnh đạo Thành phố phê bình, nhắc nhở, trật tự an toàn xã hội, môi trường, giao thông, an sinh xã hội, hành vi nhũng nhiễu tiêu cực của cán bộ, công chức, viên chức... ảnh hưởng tới uy tín, hình ảnh của Thành phố)',
  },
];
