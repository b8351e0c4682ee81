import type { FindingSentences } from './finding-words.ts';

const COLUMNS: Record<string, string> = {
  maxPoints: 'điểm tối đa',
  lastPoints: 'điểm năm trước',
  targetPoints: 'mục tiêu',
};
const REASONS: Record<string, string> = {
  no_heading: 'không nằm dưới đề mục nào',
  no_number: 'không có số thứ tự',
  no_points: 'không có điểm tối đa',
  not_understood: 'không xác định được nội dung',
  duplicate_code: 'trùng số thứ tự',
  no_parent: 'không có tiêu chí cấp trên',
  too_deep: 'thuộc cấp thứ tư, trong khi bộ tiêu chí chỉ có ba cấp',
};
const BLANKS: Record<string, string> = { number: 'số', issuedOn: 'ngày ban hành' };
const column = (name: string) => COLUMNS[name] ?? name;

/** Lời của các phát hiện, tiếng Việt. */
export const VIETNAMESE_FINDINGS: FindingSentences = {
  sum_differs: ({ subject, text, points }) => ({
    title: `Mục ${subject}: ${column(text('column'))} ghi ${points('written')}, cộng các mục con được ${points('sum')} (lệch ${points('difference')}).`,
    why: 'Điểm của một mục phải đúng bằng tổng điểm các mục con; lệch một phần trăm điểm cũng làm sai tổng.',
    whatToDo: 'Đối chiếu với văn bản gốc, sửa mục này hoặc mục con bị ghi sai.',
  }),
  total_differs: ({ text, points }) => ({
    title: `Dòng tổng điểm: ${column(text('column'))} ghi ${points('written')}, cộng các lĩnh vực được ${points('sum')} (lệch ${points('difference')}).`,
    why: 'Tổng điểm là căn cứ xếp hạng nên phải khớp với các lĩnh vực.',
    whatToDo: 'Đối chiếu từng lĩnh vực với văn bản gốc để tìm số bị ghi sai.',
  }),
  total_not_hundred: ({ points }) => ({
    title: `Tổng điểm tối đa của các lĩnh vực là ${points('sum')}, không phải 100,00.`,
    why: 'Bộ tiêu chí thường có thang điểm 100, điểm thưởng có thể tính ngoài; tổng khác đi có thể do thiếu dòng hoặc sai số.',
    whatToDo: 'Kiểm tra phụ lục có đủ các dòng hay không; nếu đúng như văn bản thì giữ nguyên.',
  }),
  score_above_max: ({ subject, text, points }) => ({
    title: `Mục ${subject} “${text('title')}”: điểm năm trước ${points('lastPoints')} cao hơn điểm tối đa ${points('maxPoints')}.`,
    why: 'Không tiêu chí nào được chấm quá điểm tối đa.',
    whatToDo: 'Sửa lại điểm đạt được hoặc điểm tối đa theo văn bản gốc.',
  }),
  target_above_max: ({ subject, text, points }) => ({
    title: `Mục ${subject} “${text('title')}”: mục tiêu ${points('targetPoints')} cao hơn điểm tối đa ${points('maxPoints')}.`,
    why: 'Mục tiêu vượt điểm tối đa không thể đạt được.',
    whatToDo: 'Sửa lại mục tiêu hoặc điểm tối đa theo văn bản gốc.',
  }),
  target_below_last: ({ subject, text, points }) => ({
    title: `Mục ${subject} “${text('title')}”: mục tiêu ${points('targetPoints')} thấp hơn điểm năm trước ${points('lastPoints')}.`,
    why: 'Kế hoạch nâng cao chỉ số mà đặt mục tiêu thấp hơn kết quả đã đạt thường là nhầm số.',
    whatToDo: 'Xác nhận lại mục tiêu; nếu chủ ý hạ thì giữ nguyên.',
  }),
  negative_score: ({ subject, text, points }) => ({
    title: `Mục ${subject} “${text('title')}”: ${column(text('column'))} là ${points('points')}, nhỏ hơn 0.`,
    why: 'Chỉ mục điểm trừ mới có điểm âm.',
    whatToDo: 'Sửa lại điểm, hoặc xác định mục này là điểm trừ.',
  }),
  target_equals_max: ({ number }) => ({
    title: `Mục tiêu bằng điểm tối đa ở tất cả ${number('rows')} dòng.`,
    why: `Mục tiêu như vậy không cho biết ưu tiên nào; năm trước có ${number('leavesBelow')} tiêu chí chưa đạt điểm tối đa.`,
    whatToDo: 'Cân nhắc đặt mục tiêu riêng, sát khả năng cho các tiêu chí còn mất điểm.',
  }),
  leaf_without_owner: ({ subject, text, points }) => ({
    title: `Mục ${subject} “${text('title')}” (${points('maxPoints')} điểm) chưa có đơn vị chịu trách nhiệm ở cấp nào.`,
    why: 'Điểm không có đơn vị phụ trách thì không ai theo dõi và giải trình.',
    whatToDo: text('proposed')
      ? `Giao cho một đơn vị; theo phần tổ chức thực hiện, nội dung này thuộc ${text('proposed')}.`
      : 'Giao cho một đơn vị chủ trì trước khi xác nhận kế hoạch.',
  }),
  owner_unknown: ({ text }) => ({
    title: `“${text('name')}” chưa có trong danh sách đơn vị.`,
    why: 'Tiêu chí và nhiệm vụ của đơn vị này sẽ không đến được người thực hiện.',
    whatToDo: 'Thêm đơn vị vào danh sách, hoặc ghép với một đơn vị đã có.',
  }),
  owner_disagrees: ({ subject, text }) => ({
    title: `Mục ${subject} “${text('title')}”: phụ lục giao ${text('inAnnex')}, phần tổ chức thực hiện giao ${text('inSections')}.`,
    why: `Hai phần của cùng một kế hoạch (phụ lục và nội dung ${text('sections')}) giao việc cho hai đơn vị khác nhau.`,
    whatToDo: 'Thống nhất đơn vị chủ trì và đơn vị phối hợp.',
  }),
  survey_owner_disagrees: ({ subject, text, points }) => ({
    title: `Mục ${subject} “${text('title')}” (${points('maxPoints')} điểm) thuộc ${text('inAnnex')}, nhưng việc khảo sát, đo lường sự hài lòng được giao cho ${text('inSections')}.`,
    why: 'Đơn vị chịu điểm khảo sát và đơn vị tổ chức khảo sát khác nhau thì khó chủ động cải thiện.',
    whatToDo: 'Xác định một đơn vị chủ trì, đơn vị còn lại phối hợp.',
  }),
  two_spellings: ({ text }) => ({
    title: `Một đơn vị được viết theo nhiều cách: ${text('spellings')}.`,
    why: 'Tên viết khác nhau dễ bị hiểu thành nhiều đơn vị khi thống kê.',
    whatToDo: `Chọn một cách viết; “${text('commonest')}” được dùng nhiều nhất.`,
  }),
  ocr_slip: ({ text }) => ({
    title: text('right')
      ? `“${text('found')}” có lẽ là “${text('right')}”: ${text('context')}`
      : `“${text('found')}” có lẽ bị sai chữ: ${text('context')}`,
    why: 'Lỗi thường gặp khi quét văn bản hoặc chuyển phông chữ; để lại sẽ in vào mọi báo cáo sau này.',
    whatToDo: text('right')
      ? 'Sửa theo gợi ý nếu đúng.'
      : 'Đối chiếu với văn bản gốc rồi sửa; từ đúng chưa xác định được.',
  }),
  row_joined: ({ subject }) => ({
    title: `Mục ${subject}: một dòng bị ngắt trang đã được nối lại.`,
    why: 'Khi bảng ngắt giữa dòng, phần chữ còn lại rơi sang trang sau.',
    whatToDo: 'Xem lại tên tiêu chí và đơn vị của mục này.',
  }),
  duplicate_code: ({ subject, text }) => ({
    title: `Số thứ tự bị trùng${subject === 'document' ? '' : ` ở mục ${subject}`}: “${text('title')}”.`,
    why: 'Hai dòng cùng số thứ tự thì không thể gán điểm và nhiệm vụ chính xác.',
    whatToDo: 'Đánh lại số thứ tự theo văn bản gốc.',
  }),
  code_gap: ({ text }) => ({
    title: `Thiếu số thứ tự ${text('missing')}.`,
    why: 'Có thể một dòng đã bị bỏ sót khi đọc hoặc khi soạn thảo.',
    whatToDo: 'Tìm dòng còn thiếu trong văn bản gốc; nếu văn bản đánh số như vậy thì giữ nguyên.',
  }),
  parent_missing: ({ subject, text }) => ({
    title:
      subject === 'document'
        ? `Không xác định được mục cấp trên của dòng: “${text('title')}”.`
        : `Mục ${subject} “${text('title')}”: không đọc được mục cấp trên ${text('parent')}.`,
    why: 'Thiếu mục cấp trên thì không cộng được điểm và không biết dòng này thuộc lĩnh vực, tiêu chí nào.',
    whatToDo: 'Đối chiếu với văn bản gốc, bổ sung mục cấp trên (số thứ tự, điểm tối đa) rồi đọc lại tệp.',
  }),
  task_without_deadline: ({ text }) => ({
    title: `Nhiệm vụ chưa có thời hạn: ${text('text')}`,
    why: 'Không có thời hạn thì không thể nhắc việc và đánh giá tiến độ.',
    whatToDo: 'Đặt thời hạn, hoặc ghi là việc thường xuyên.',
  }),
  deadline_not_understood: ({ text }) => ({
    title: `Chưa hiểu thời hạn “${text('words')}”.`,
    why: 'Thời hạn được giữ nguyên văn nhưng chưa thành ngày nên không nhắc được.',
    whatToDo: 'Nhập ngày cụ thể; nguyên văn vẫn được giữ bên cạnh.',
  }),
  deadline_governed: ({ text }) => ({
    title: `Thời hạn “${text('words')}” lấy từ dòng thời gian hoàn thành chung.`,
    why: 'Nhiệm vụ không ghi thời hạn riêng nên áp dụng thời hạn chung của mục.',
    whatToDo: 'Xác nhận, hoặc đặt thời hạn riêng.',
  }),
  deadline_outside_year: ({ text, number }) => ({
    title: `Thời hạn “${text('words')}” nằm ngoài năm ${number('year')} của kế hoạch.`,
    why: 'Thường là quên sửa năm khi dùng lại văn bản cũ.',
    whatToDo: 'Kiểm tra lại năm của thời hạn.',
  }),
  task_without_owner: ({ text }) => ({
    title: `Nhiệm vụ chưa có đơn vị thực hiện: ${text('text')}`,
    why: 'Nhiệm vụ không giao cho ai thì không ai cập nhật tiến độ.',
    whatToDo: 'Chọn đơn vị chủ trì.',
  }),
  task_without_criterion: ({ text }) => ({
    title: `Nhiệm vụ chưa gắn với tiêu chí nào: ${text('text')}`,
    why: 'Không biết nhiệm vụ giúp cải thiện điểm của tiêu chí nào.',
    whatToDo: 'Gắn nhiệm vụ với lĩnh vực hoặc tiêu chí liên quan, nếu có.',
  }),
  lost_points_without_task: ({ subject, text, points }) => ({
    title: `Mục ${subject} “${text('title')}” còn thiếu ${points('lost')} điểm nhưng không có nhiệm vụ riêng.`,
    why: 'Câu chung “xây dựng giải pháp khắc phục” không nói ai làm gì để lấy lại số điểm này. Việc so khớp dựa vào từ ngữ nên có thể bỏ sót nhiệm vụ diễn đạt khác.',
    whatToDo: 'Thêm một nhiệm vụ cụ thể, hoặc gắn với nhiệm vụ đã có.',
  }),
  blank_number: ({ text }) => ({
    title: `Văn bản còn để trống ${text('missing')
      .split('; ')
      .map((name) => BLANKS[name] ?? name)
      .join(' và ')}.`,
    why: 'Có thể đây là bản dự thảo chưa ban hành.',
    whatToDo: 'Bổ sung khi văn bản được ký ban hành.',
  }),
  no_criteria: () => ({
    title: 'Không tìm thấy bảng tiêu chí trong văn bản.',
    why: 'Không có phụ lục thì không có điểm và mục tiêu để theo dõi.',
    whatToDo: 'Kiểm tra tệp có kèm phụ lục hay không; bảng cần có cột số thứ tự, nội dung và điểm tối đa.',
  }),
  unplaced_text: ({ text }) => ({
    title: `Chưa xếp được vào đâu: “${text('text')}”.`,
    why: `Đoạn này ${REASONS[text('reason')] ?? 'không xác định được nội dung'}.`,
    whatToDo: 'Xem lại văn bản gốc; nếu cần, bổ sung bằng tay.',
  }),
};
