import type { Condition, Quantity } from '#core/registers/quantity.ts';
import type { Rule, Score, SimpleScore } from '#core/scoring/rule.ts';

/** A draft as it is written here; source and draft mark are the same for all and added by draft-rules.ts. */
export type DraftRule = Pick<Rule, 'score' | 'quantities' | 'words' | 'evidence' | 'scoredBy'> &
  Partial<Pick<Rule, 'zeroDenominator'>>;

type From = { register: string; where?: Condition[]; window?: Quantity['window']; unit?: string };
const rowsOf = (
  key: string,
  title: string,
  { register, where = [], window = 'calendar', unit }: From,
): Quantity => ({
  key,
  title,
  source: 'count',
  register,
  where,
  window,
  ...(unit ? { unit } : {}),
});
const sumOf = (key: string, title: string, column: string, from: From): Quantity => ({
  ...rowsOf(key, title, from),
  source: 'sum',
  column,
});
const typed = (key: string, title: string): Quantity => ({
  key,
  title,
  source: 'typed',
  where: [],
  window: 'calendar',
});
const is = (column: string, value: string | number | boolean): Condition => ({ test: 'is', column, value });
const oneOf = (column: string, ...values: string[]): Condition => ({ test: 'one_of', column, values });
const filled = (column: string): Condition => ({ test: 'filled', column });
const reaches = (column: string, other: string): Condition => ({ test: 'not_under', column, other });
const onTime = (column: string, due: string): Condition => ({ test: 'on_time', column, due });
const late = (column: string, due: string): Condition => ({ test: 'late', column, due });
const fallenDue = (column: string, due: string): Condition => ({ test: 'fallen_due', column, due });

const draft = (
  score: Score,
  quantities: Quantity[],
  words: string,
  evidence: string[],
  also: Partial<DraftRule> = {},
): DraftRule => ({ score, quantities, words, evidence, scoredBy: 'self', ...also });

const RATIO: SimpleScore = { family: 'ratio' };
const withFloor = (floor: number): SimpleScore => ({ family: 'ratio', floor });
const deduct = (step: number): SimpleScore => ({ family: 'deduction', step });
const target = (share: number): SimpleScore => ({ family: 'target', target: share });
const ANY_FAULT: SimpleScore = { family: 'any_fault' };

const yesNo = (question: string, words: string, evidence: string[]): DraftRule =>
  draft({ family: 'yes_no' }, [typed('yes', question)], words, evidence);

const TASKS = 'plan_tasks';
const REPORTS = 'reports';
const FINDINGS = 'findings';
const TASKS_DUE: Condition = oneOf('timeliness', 'done', 'overdue');
const MONEY = ['regular_spending', 'investment', 'budget'];

/** Item of the survey of society (ĐTXHH): five levels, 100, 75, 50, 25 and 0 % of the maximum. */
const LEVELS: readonly (readonly [key: string, title: string, weight: number])[] = [
  ['very_satisfied', 'Rất hài lòng', 10_000],
  ['satisfied', 'Hài lòng', 7500],
  ['neutral', 'Bình thường', 5000],
  ['dissatisfied', 'Không hài lòng', 2500],
  ['very_dissatisfied', 'Rất không hài lòng', 0],
];
const asked = (code: string): From => ({
  register: 'surveys',
  where: [is('origin', 'city'), is('item', code)],
  unit: 'phiếu',
});
const survey = (code: string, isReverse = false): DraftRule =>
  draft(
    {
      family: 'survey',
      options: LEVELS.map(([key, title, weight]) => ({ key, title, weight })),
      isReverse,
    },
    LEVELS.map(([key, title]) => sumOf(key, title, key, asked(code))),
    isReverse
      ? 'Điểm trung bình của các phiếu, năm mức 0, 25, 50, 75, 100 % điểm tối đa theo thứ tự ngược: câu hỏi về điều không mong muốn.'
      : 'Điểm trung bình của các phiếu, năm mức 100, 75, 50, 25, 0 % điểm tối đa.',
    ['Kết quả điều tra xã hội học do Thành phố công bố'],
    { scoredBy: 'survey' },
  );
const published = (code: string, title: string, words: string, evidence: string[]): DraftRule =>
  draft(
    { family: 'index', full: 100 },
    [
      {
        key: 'x',
        title,
        unit: '%',
        source: 'latest',
        register: 'surveys',
        column: 'result',
        where: [is('origin', 'city'), is('item', code)],
        window: 'calendar',
      },
    ],
    words,
    evidence,
    { scoredBy: 'outside' },
  );

/** A recommendation settled, and the money that goes with it: half the points each. */
const settled = (kinds: string[], words: string): DraftRule => {
  const where = [oneOf('kind', ...kinds), oneOf('field', ...MONEY)];
  const done = { register: FINDINGS, where: [...where, filled('done_on')], unit: 'kiến nghị' };
  return draft(
    {
      family: 'parts',
      parts: [
        { key: 'items', title: 'Kiến nghị đã thực hiện', maxPoints: 25, score: RATIO },
        { key: 'money', title: 'Số tiền đã xử lý', maxPoints: 25, score: RATIO },
      ],
    },
    [
      rowsOf('items_b', 'kiến nghị đã thực hiện', done),
      rowsOf('items_a', 'kiến nghị phải thực hiện', { register: FINDINGS, where, unit: 'kiến nghị' }),
      sumOf('money_b', 'số tiền đã xử lý', 'amount_paid', { register: FINDINGS, where, unit: 'triệu đồng' }),
      sumOf('money_a', 'số tiền phải xử lý', 'amount_due', { register: FINDINGS, where, unit: 'triệu đồng' }),
    ],
    words,
    ['Kết luận', 'Chứng từ nộp, văn bản xác nhận đã thực hiện'],
  );
};

const SURVEYED = [
  'I.9.1',
  'I.9.2',
  'I.9.3',
  'I.9.4',
  'II.4.1',
  'II.4.2',
  'II.4.3',
  'II.4.4',
  'III.7.1',
  'III.7.2',
  'III.7.3',
  'III.7.4',
  'IV.4.1',
  'IV.4.2',
  'IV.4.3',
  'V.9.1',
  'V.9.2',
  'V.9.3',
  'V.9.5',
  'VI.5.1',
  'VI.5.2',
  'VI.5.3',
  'VII.5.1',
  'VII.5.2',
  'VII.5.3',
];

/**
 * How each leaf of the criteria of Hà Nội's wards is proposed to be scored and measured. The annex of
 * Quyết định số 5666/QĐ-UBND with the real rules has not been seen: every rule here follows the usual
 * drafting of such sets and the points wards lost in 2025, and is a draft until somebody has compared
 * it with the decision.
 */
export const HANOI_2025_RULES: Readonly<Record<string, DraftRule>> = {
  'I.1.1': draft(
    RATIO,
    [
      rowsOf('b', 'nhiệm vụ hoàn thành', {
        register: TASKS,
        where: [is('status', 'done')],
        unit: 'nhiệm vụ',
      }),
      rowsOf('a', 'nhiệm vụ hoàn thành hoặc quá hạn', {
        register: TASKS,
        where: [TASKS_DUE],
        unit: 'nhiệm vụ',
      }),
    ],
    'Số nhiệm vụ hoàn thành chia cho số nhiệm vụ hoàn thành hoặc đã quá hạn, nhân điểm tối đa; nhiệm vụ chưa đến hạn và nhiệm vụ thường xuyên chưa kết thúc không tính.',
    ['Kế hoạch CCHC năm', 'Báo cáo kết quả thực hiện kế hoạch'],
  ),
  'I.1.2': yesNo(
    'đã ban hành kế hoạch khắc phục đúng hạn, đủ nội dung',
    'Có kế hoạch khắc phục các chỉ số đúng hạn, đủ nội dung: điểm tối đa; không: 0 điểm.',
    ['Kế hoạch khắc phục, nâng cao chỉ số'],
  ),
  'I.2': draft(
    deduct(25),
    [
      rowsOf('n', 'báo cáo gửi chậm hoặc chưa gửi khi đã quá hạn', {
        register: REPORTS,
        where: [late('sent_on', 'due_on')],
        window: 'report',
        unit: 'báo cáo',
      }),
    ],
    'Mỗi báo cáo chậm hoặc thiếu trừ 0,25 điểm. Kỳ tính từ 15/12 năm trước đến 14/12.',
    ['Báo cáo đã gửi', 'Biên nhận trên trục liên thông'],
  ),
  'I.3.1': draft(
    RATIO,
    [
      rowsOf('b', 'vấn đề đã xử lý', {
        register: FINDINGS,
        where: [is('kind', 'reform'), filled('done_on')],
        unit: 'vấn đề',
      }),
      rowsOf('a', 'vấn đề phát hiện', { register: FINDINGS, where: [is('kind', 'reform')], unit: 'vấn đề' }),
    ],
    'Số vấn đề đã xử lý chia cho số vấn đề phát hiện qua kiểm tra, nhân điểm tối đa.',
    ['Kết luận kiểm tra', 'Báo cáo khắc phục'],
  ),
  'I.3.2': draft(
    deduct(25),
    [
      rowsOf('n', 'lần cung cấp chậm hoặc chưa cung cấp khi đã quá hạn', {
        register: 'city_tasks',
        where: [is('kind', 'inspection_info'), late('done_on', 'due_on')],
        unit: 'lần',
      }),
    ],
    'Mỗi lần không cung cấp hoặc cung cấp chậm trừ 0,25 điểm.',
    ['Công văn cung cấp thông tin'],
  ),
  'I.4.1': draft(
    RATIO,
    [
      rowsOf('b', 'việc đã làm', { register: 'publicity', where: [filled('done_on')], unit: 'việc' }),
      rowsOf('a', 'việc đã làm hoặc đến hạn', {
        register: 'publicity',
        where: [fallenDue('done_on', 'due_on')],
        unit: 'việc',
      }),
    ],
    'Số việc đã làm chia cho số việc của kế hoạch tuyên truyền đã đến hạn, nhân điểm tối đa.',
    ['Kế hoạch tuyên truyền', 'Báo cáo kết quả'],
  ),
  'I.4.2': draft(
    { family: 'count', unit: 25 },
    [
      {
        ...rowsOf('n', 'hình thức đã dùng', {
          register: 'publicity',
          where: [filled('done_on')],
          unit: 'hình thức',
        }),
        source: 'distinct',
        column: 'form',
      },
    ],
    'Mỗi hình thức tuyên truyền đã thực hiện 0,25 điểm, không quá điểm tối đa.',
    ['Ảnh, liên kết của từng hình thức'],
  ),
  'I.4.3': draft(
    target(10_000),
    [
      rowsOf('b', 'tin bài đã đăng', {
        register: 'publicity',
        where: [is('form', 'city_news'), filled('posted_on')],
        unit: 'tin bài',
      }),
      typed('a', 'chỉ tiêu tin bài Thành phố giao'),
    ],
    'Số tin bài được đăng chia cho chỉ tiêu, nhân điểm tối đa, không quá điểm tối đa.',
    ['Văn bản giao chỉ tiêu', 'Liên kết tin bài đã đăng'],
  ),
  'I.5': draft(
    { family: 'count', unit: 50 },
    [
      rowsOf('n', 'sáng kiến được công nhận', {
        register: 'initiatives',
        where: [filled('recognised_on')],
        unit: 'sáng kiến',
      }),
    ],
    'Mỗi sáng kiến, mô hình mới được công nhận 0,50 điểm, không quá điểm tối đa.',
    ['Quyết định công nhận sáng kiến'],
  ),
  'I.6': draft(
    { family: 'count', unit: 50 },
    [
      rowsOf('n', 'cuộc đối thoại có thông báo kết luận', {
        register: 'dialogues',
        where: [is('kind', 'dialogue'), filled('conclusion')],
        unit: 'cuộc',
      }),
    ],
    'Mỗi cuộc đối thoại có thông báo kết luận 0,50 điểm; từ hai cuộc đạt điểm tối đa.',
    ['Giấy mời, biên bản', 'Thông báo kết luận'],
  ),
  'I.7': draft(
    withFloor(8000),
    [
      rowsOf('b', 'đơn giải quyết đúng hạn', {
        register: 'petitions',
        where: [is('is_ours', true), onTime('done_on', 'due_on')],
        unit: 'đơn',
      }),
      rowsOf('a', 'đơn thuộc thẩm quyền đã giải quyết hoặc đến hạn', {
        register: 'petitions',
        where: [is('is_ours', true), fallenDue('done_on', 'due_on')],
        unit: 'đơn',
      }),
    ],
    'Số đơn giải quyết đúng hạn chia cho số đơn thuộc thẩm quyền đã đến hạn, nhân điểm tối đa; dưới 80 % được 0 điểm.',
    ['Sổ theo dõi đơn thư', 'Báo cáo tiếp công dân, giải quyết đơn thư'],
  ),
  'I.8': draft(
    RATIO,
    [
      rowsOf('b', 'nhiệm vụ hoàn thành đúng hạn', {
        register: 'city_tasks',
        where: [onTime('done_on', 'due_on')],
        unit: 'nhiệm vụ',
      }),
      rowsOf('a', 'nhiệm vụ đã hoàn thành hoặc đến hạn', {
        register: 'city_tasks',
        where: [fallenDue('done_on', 'due_on')],
        unit: 'nhiệm vụ',
      }),
    ],
    'Số nhiệm vụ hoàn thành đúng hạn chia cho số nhiệm vụ Thành phố giao đã đến hạn, nhân điểm tối đa.',
    ['Danh mục nhiệm vụ có ngày hoàn thành'],
  ),
  'II.1.1': yesNo(
    'đã thực hiện nhiệm vụ đổi mới xây dựng pháp luật',
    'Thực hiện đủ nhiệm vụ được giao về xây dựng pháp luật: điểm tối đa; không: 0 điểm.',
    ['Văn bản tham gia, góp ý'],
  ),
  'II.1.2': yesNo(
    'đã ban hành và báo cáo kế hoạch theo dõi thi hành pháp luật',
    'Có kế hoạch theo dõi thi hành pháp luật và báo cáo kết quả: điểm tối đa; không: 0 điểm.',
    ['Kế hoạch theo dõi thi hành pháp luật', 'Báo cáo kết quả'],
  ),
  'II.2.1': draft(
    RATIO,
    [
      rowsOf('b', 'văn bản đã xử lý', {
        register: 'legal_work',
        where: [is('kind', 'review'), is('needs_handling', true), filled('done_on')],
        unit: 'văn bản',
      }),
      rowsOf('a', 'văn bản phải xử lý', {
        register: 'legal_work',
        where: [is('kind', 'review'), is('needs_handling', true)],
        unit: 'văn bản',
      }),
    ],
    'Số văn bản đã xử lý chia cho số văn bản phải xử lý sau rà soát, nhân điểm tối đa.',
    ['Danh mục văn bản rà soát', 'Văn bản xử lý'],
  ),
  'II.2.2': draft(
    RATIO,
    [
      rowsOf('b', 'sai phạm đã xử lý', {
        register: 'legal_work',
        where: [is('kind', 'self_check'), is('needs_handling', true), filled('done_on')],
        unit: 'sai phạm',
      }),
      rowsOf('a', 'sai phạm qua tự kiểm tra', {
        register: 'legal_work',
        where: [is('kind', 'self_check'), is('needs_handling', true)],
        unit: 'sai phạm',
      }),
    ],
    'Số sai phạm đã xử lý chia cho số sai phạm qua tự kiểm tra, nhân điểm tối đa; không có sai phạm đạt điểm tối đa.',
    ['Báo cáo tự kiểm tra'],
  ),
  'II.3': draft(
    RATIO,
    [
      rowsOf('b', 'việc phổ biến pháp luật đã làm', {
        register: 'legal_work',
        where: [is('kind', 'education'), filled('done_on')],
        unit: 'việc',
      }),
      rowsOf('a', 'việc đã làm hoặc đến hạn', {
        register: 'legal_work',
        where: [is('kind', 'education'), fallenDue('done_on', 'due_on')],
        unit: 'việc',
      }),
    ],
    'Số việc đã làm chia cho số việc của kế hoạch phổ biến, giáo dục pháp luật đã đến hạn, nhân điểm tối đa.',
    ['Kế hoạch phổ biến, giáo dục pháp luật', 'Báo cáo kết quả'],
  ),
  'III.1': draft(
    { family: 'count', unit: 25 },
    [
      rowsOf('n', 'phương án đơn giản hóa đã kiến nghị', {
        register: 'procedures',
        where: [is('kind', 'simplify'), filled('sent_on')],
        unit: 'phương án',
      }),
    ],
    'Mỗi phương án đơn giản hóa, tái cấu trúc TTHC đã kiến nghị 0,25 điểm, không quá điểm tối đa.',
    ['Văn bản kiến nghị'],
  ),
  'III.2': draft(
    RATIO,
    [
      sumOf('b', 'TTHC có quy trình nội bộ', 'with_process', {
        register: 'procedures',
        where: [is('kind', 'inventory')],
        unit: 'TTHC',
      }),
      sumOf('a', 'TTHC thuộc thẩm quyền', 'total', {
        register: 'procedures',
        where: [is('kind', 'inventory')],
        unit: 'TTHC',
      }),
    ],
    'Số TTHC có quy trình nội bộ chia cho tổng số TTHC thuộc thẩm quyền, nhân điểm tối đa.',
    ['Quyết định ban hành quy trình nội bộ'],
  ),
  'III.3': draft(
    deduct(25),
    [
      sumOf('n', 'TTHC công khai thiếu hoặc chậm', 'unpublished', {
        register: 'procedures',
        where: [is('kind', 'inventory')],
        unit: 'TTHC',
      }),
    ],
    'Mỗi TTHC công khai thiếu hoặc chậm trừ 0,25 điểm.',
    ['Ảnh niêm yết', 'Liên kết trang công khai'],
  ),
  'III.4.1': yesNo(
    'Điểm phục vụ hành chính công được tổ chức đúng quy định',
    'Điểm phục vụ hành chính công tổ chức và hoạt động đúng quy định: điểm tối đa; không: 0 điểm.',
    ['Quyết định thành lập, phân công', 'Ảnh cơ sở vật chất'],
  ),
  'III.4.2': yesNo(
    'đã có đề xuất, phối hợp đem lại kết quả',
    'Có đề xuất, phối hợp nâng cao chất lượng dịch vụ công với kết quả cụ thể: điểm tối đa; không: 0 điểm.',
    ['Công văn đề xuất, phối hợp'],
  ),
  'III.5': draft(
    withFloor(9500),
    [
      sumOf('b', 'hồ sơ giải quyết trước và đúng hạn', 'on_time', {
        register: 'procedure_files',
        unit: 'hồ sơ',
      }),
      sumOf('a', 'hồ sơ đã giải quyết', 'resolved', { register: 'procedure_files', unit: 'hồ sơ' }),
    ],
    'Số hồ sơ giải quyết trước và đúng hạn chia cho số hồ sơ đã giải quyết, nhân điểm tối đa; dưới 95 % được 0 điểm.',
    ['Bảng số liệu xuất từ hệ thống giải quyết TTHC'],
  ),
  'III.6.1': draft(
    RATIO,
    [
      rowsOf('b', 'phản ánh trả lời đúng hạn', {
        register: 'feedback',
        where: [onTime('answered_on', 'due_on')],
        unit: 'phản ánh',
      }),
      rowsOf('a', 'phản ánh đã trả lời hoặc đến hạn', {
        register: 'feedback',
        where: [fallenDue('answered_on', 'due_on')],
        unit: 'phản ánh',
      }),
    ],
    'Số phản ánh, kiến nghị trả lời đúng hạn chia cho số đã đến hạn, nhân điểm tối đa.',
    ['Sổ theo dõi phản ánh, kiến nghị'],
  ),
  'III.6.2': draft(
    RATIO,
    [
      rowsOf('b', 'kết quả trả lời đã công khai', {
        register: 'feedback',
        where: [filled('answered_on'), filled('published_on')],
        unit: 'phản ánh',
      }),
      rowsOf('a', 'phản ánh đã trả lời', {
        register: 'feedback',
        where: [filled('answered_on')],
        unit: 'phản ánh',
      }),
    ],
    'Số kết quả trả lời được công khai chia cho số phản ánh đã trả lời, nhân điểm tối đa.',
    ['Liên kết trang công khai'],
  ),
  'IV.1.1': yesNo(
    'đã ban hành đủ quy định chức năng, nhiệm vụ',
    'Ban hành đủ quy định chức năng, nhiệm vụ, cơ cấu tổ chức của các phòng, đơn vị: điểm tối đa; không: 0 điểm.',
    ['Quyết định quy định chức năng, nhiệm vụ'],
  ),
  'IV.1.2': draft(
    { family: 'formula', branches: [{ points: 'max(0, max - (units - within) * 0.5)' }] },
    [
      rowsOf('within', 'đơn vị không vượt cấp phó được giao', {
        register: 'staffing',
        where: [reaches('deputies_allowed', 'deputies')],
        unit: 'đơn vị',
      }),
      rowsOf('units', 'phòng, đơn vị', { register: 'staffing', unit: 'đơn vị' }),
    ],
    'Mỗi phòng, đơn vị vượt số lượng cấp phó trừ 0,50 điểm.',
    ['Danh sách lãnh đạo các phòng, đơn vị'],
  ),
  'IV.2': draft(
    { family: 'formula', branches: [{ when: 'present <= quota', points: 'max' }, { points: '0' }] },
    [
      sumOf('present', 'biên chế có mặt', 'present', { register: 'staffing', unit: 'người' }),
      sumOf('quota', 'biên chế được giao', 'quota', { register: 'staffing', unit: 'người' }),
    ],
    'Số có mặt không vượt biên chế được giao: điểm tối đa; vượt: 0 điểm.',
    ['Quyết định giao biên chế', 'Báo cáo sử dụng biên chế'],
  ),
  'IV.3.1': draft(
    RATIO,
    [
      rowsOf('b', 'nội dung thực hiện đúng', {
        register: 'delegation',
        where: [is('is_carried_out', true)],
        unit: 'nội dung',
      }),
      rowsOf('a', 'nội dung được phân cấp, ủy quyền', { register: 'delegation', unit: 'nội dung' }),
    ],
    'Số nội dung thực hiện đúng chia cho số nội dung được phân cấp, ủy quyền, nhân điểm tối đa.',
    ['Quyết định phân cấp, ủy quyền'],
  ),
  'IV.3.2': draft(
    RATIO,
    [
      rowsOf('b', 'sai phạm đã xử lý', {
        register: 'delegation',
        where: [is('has_fault', true), filled('handled_on')],
        unit: 'sai phạm',
      }),
      rowsOf('a', 'sai phạm phát hiện', {
        register: 'delegation',
        where: [is('has_fault', true)],
        unit: 'sai phạm',
      }),
    ],
    'Số sai phạm đã xử lý chia cho số phát hiện qua kiểm tra, nhân điểm tối đa; không có sai phạm đạt điểm tối đa.',
    ['Kết luận kiểm tra'],
  ),
  'V.1.1': yesNo(
    'đề án vị trí việc làm đã cập nhật theo hướng dẫn',
    'Đề án vị trí việc làm được cập nhật, phê duyệt: điểm tối đa; không: 0 điểm.',
    ['Đề án vị trí việc làm', 'Quyết định phê duyệt'],
  ),
  'V.1.2': draft(
    RATIO,
    [
      sumOf('b', 'công chức bố trí đúng vị trí việc làm', 'placed', {
        register: 'staffing',
        where: [is('kind', 'office')],
        unit: 'người',
      }),
      sumOf('a', 'công chức có mặt', 'present', {
        register: 'staffing',
        where: [is('kind', 'office')],
        unit: 'người',
      }),
    ],
    'Số công chức bố trí đúng vị trí việc làm chia cho số có mặt, nhân điểm tối đa.',
    ['Danh sách bố trí theo vị trí việc làm'],
  ),
  'V.1.3': draft(
    RATIO,
    [
      rowsOf('b', 'đơn vị sự nghiệp bố trí đúng', {
        register: 'staffing',
        where: [is('kind', 'service'), reaches('placed', 'present')],
        unit: 'đơn vị',
      }),
      rowsOf('a', 'đơn vị sự nghiệp', {
        register: 'staffing',
        where: [is('kind', 'service')],
        unit: 'đơn vị',
      }),
    ],
    'Số đơn vị sự nghiệp bố trí đúng vị trí việc làm chia cho số đơn vị, nhân điểm tối đa.',
    ['Danh sách bố trí theo vị trí việc làm'],
  ),
  'V.2.1': draft(
    ANY_FAULT,
    [
      rowsOf('n', 'vi phạm về tuyển dụng', {
        register: 'appointments',
        where: [is('kind', 'recruitment'), is('has_breach', true)],
        unit: 'trường hợp',
      }),
    ],
    'Có vi phạm quy định về tuyển dụng: 0 điểm; không: điểm tối đa.',
    ['Hồ sơ tuyển dụng, tiếp nhận'],
  ),
  'V.2.2': draft(
    RATIO,
    [
      sumOf('b', 'cán bộ, công chức đạt chuẩn', 'qualified', {
        register: 'staffing',
        where: [is('kind', 'office')],
        unit: 'người',
      }),
      sumOf('a', 'cán bộ, công chức có mặt', 'present', {
        register: 'staffing',
        where: [is('kind', 'office')],
        unit: 'người',
      }),
    ],
    'Số cán bộ, công chức đạt chuẩn chia cho số có mặt, nhân điểm tối đa.',
    ['Danh sách trình độ, tiêu chuẩn'],
  ),
  'V.3': draft(
    ANY_FAULT,
    [
      rowsOf('n', 'vi phạm về bổ nhiệm, điều động, luân chuyển', {
        register: 'appointments',
        where: [oneOf('kind', 'appointment', 'transfer'), is('has_breach', true)],
        unit: 'trường hợp',
      }),
    ],
    'Có vi phạm quy định về bổ nhiệm, điều động, luân chuyển: 0 điểm; không: điểm tối đa.',
    ['Quyết định bổ nhiệm, điều động'],
  ),
  'V.4': draft(
    RATIO,
    [
      rowsOf('b', 'trường hợp đã chuyển đổi', {
        register: 'appointments',
        where: [is('kind', 'rotation'), filled('done_on')],
        unit: 'trường hợp',
      }),
      rowsOf('a', 'trường hợp phải chuyển đổi', {
        register: 'appointments',
        where: [is('kind', 'rotation')],
        unit: 'trường hợp',
      }),
    ],
    'Số trường hợp đã chuyển đổi vị trí công tác chia cho số phải chuyển đổi theo kế hoạch, nhân điểm tối đa.',
    ['Kế hoạch chuyển đổi vị trí công tác', 'Quyết định chuyển đổi'],
  ),
  'V.5': draft(
    ANY_FAULT,
    [rowsOf('n', 'trường hợp bị kỷ luật', { register: 'discipline', unit: 'trường hợp' })],
    'Có cán bộ, công chức, viên chức bị kỷ luật trong năm: 0 điểm; không: điểm tối đa.',
    ['Báo cáo chấp hành kỷ luật, kỷ cương'],
  ),
  'V.6.1': draft(
    target(10_000),
    [
      sumOf('b', 'lượt người đã bồi dưỡng', 'trained', { register: 'training', unit: 'người' }),
      sumOf('a', 'chỉ tiêu bồi dưỡng', 'target', { register: 'training', unit: 'người' }),
    ],
    'Số người đã bồi dưỡng chia cho chỉ tiêu, nhân điểm tối đa, không quá điểm tối đa.',
    ['Kế hoạch đào tạo, bồi dưỡng', 'Báo cáo kết quả'],
  ),
  'V.6.2': draft(
    { family: 'yes_no' },
    [
      rowsOf('yes', 'lớp bồi dưỡng chuyên ngành đã tổ chức', {
        register: 'training',
        where: [is('kind', 'specialised'), filled('done_on')],
        unit: 'lớp',
      }),
    ],
    'Có tổ chức bồi dưỡng chuyên ngành: điểm tối đa; không: 0 điểm.',
    ['Kế hoạch, danh sách lớp'],
  ),
  'V.7': draft(
    RATIO,
    [
      {
        ...rowsOf('b', 'tháng đã đánh giá đủ', {
          register: 'monthly_ratings',
          where: [is('is_complete', true)],
          unit: 'tháng',
        }),
        source: 'distinct',
        column: 'month',
      },
      { ...typed('a', 'tháng trong năm'), source: 'constant', constant: '12' },
    ],
    'Số tháng đã đánh giá, xếp loại đủ chia cho 12, nhân điểm tối đa.',
    ['Thông báo kết quả đánh giá hằng tháng'],
  ),
  'V.8': draft(
    RATIO,
    [
      rowsOf('b', 'hồ sơ đủ và đã xác thực', {
        register: 'staff_records',
        where: [is('is_complete', true), is('is_verified', true)],
        unit: 'hồ sơ',
      }),
      rowsOf('a', 'hồ sơ phải có', { register: 'staff_records', unit: 'hồ sơ' }),
    ],
    'Số hồ sơ đúng, đủ, đã xác thực chia cho số hồ sơ phải có, nhân điểm tối đa.',
    ['Ảnh thống kê cơ sở dữ liệu, có ngày chụp'],
  ),
  'VI.1.1': draft(
    withFloor(8000),
    [
      sumOf('b', 'vốn đã giải ngân', 'reached', {
        register: 'finance',
        where: [is('kind', 'project')],
        unit: 'triệu đồng',
      }),
      sumOf('a', 'kế hoạch vốn', 'planned', {
        register: 'finance',
        where: [is('kind', 'project')],
        unit: 'triệu đồng',
      }),
    ],
    'Vốn đã giải ngân chia cho kế hoạch vốn, nhân điểm tối đa; dưới 80 % được 0 điểm.',
    ['Bảng đối chiếu của Kho bạc Nhà nước'],
  ),
  'VI.1.2': draft(
    ANY_FAULT,
    [
      rowsOf('n', 'vi phạm về chi thường xuyên', {
        register: FINDINGS,
        where: [is('field', 'regular_spending')],
        unit: 'vi phạm',
      }),
    ],
    'Có kết luận về vi phạm trong sử dụng kinh phí chi thường xuyên: 0 điểm; không: điểm tối đa.',
    ['Kết luận thanh tra, kiểm toán hoặc xác nhận không phát sinh'],
  ),
  'VI.1.3': draft(
    ANY_FAULT,
    [
      rowsOf('n', 'vi phạm về chi đầu tư', {
        register: FINDINGS,
        where: [is('field', 'investment')],
        unit: 'vi phạm',
      }),
    ],
    'Có kết luận về vi phạm trong sử dụng kinh phí chi đầu tư: 0 điểm; không: điểm tối đa.',
    ['Kết luận thanh tra, kiểm toán hoặc xác nhận không phát sinh'],
  ),
  'VI.1.4': settled(
    ['inspection'],
    'Tỷ lệ kiến nghị sau thanh tra đã thực hiện và tỷ lệ số tiền đã xử lý, mỗi phần một nửa số điểm.',
  ),
  'VI.1.5': settled(
    ['audit', 'check'],
    'Tỷ lệ kiến nghị sau kiểm tra, kiểm toán đã thực hiện và tỷ lệ số tiền đã xử lý, mỗi phần một nửa số điểm.',
  ),
  'VI.2.1': draft(
    deduct(25),
    [
      rowsOf('n', 'báo cáo ngân sách gửi chậm hoặc chưa gửi khi đã quá hạn', {
        register: REPORTS,
        where: [is('kind', 'budget'), late('sent_on', 'due_on')],
        unit: 'báo cáo',
      }),
    ],
    'Mỗi báo cáo dự toán, chấp hành, quyết toán gửi chậm trừ 0,25 điểm.',
    ['Báo cáo ngân sách đã gửi'],
  ),
  'VI.2.2': draft(
    { family: 'formula', branches: [{ when: 'due > 0 && done >= due', points: 'max' }, { points: '0' }] },
    [
      rowsOf('done', 'lần công khai đúng hạn', {
        register: 'finance',
        where: [is('kind', 'disclosure'), onTime('done_on', 'due_on')],
        unit: 'lần',
      }),
      rowsOf('due', 'lần phải công khai', {
        register: 'finance',
        where: [is('kind', 'disclosure'), fallenDue('done_on', 'due_on')],
        unit: 'lần',
      }),
    ],
    'Công khai dự toán, quyết toán đủ và đúng hạn: điểm tối đa; thiếu hoặc chậm: 0 điểm.',
    ['Quyết định công khai ngân sách'],
  ),
  'VI.3.1': draft(
    RATIO,
    [
      rowsOf('b', 'đơn vị đã ban hành quy chế', {
        register: 'assets',
        where: [is('kind', 'rules'), filled('issued_on')],
        unit: 'đơn vị',
      }),
      rowsOf('a', 'đơn vị phải ban hành quy chế', {
        register: 'assets',
        where: [is('kind', 'rules')],
        unit: 'đơn vị',
      }),
    ],
    'Số đơn vị đã ban hành quy chế tài sản công chia cho số đơn vị, nhân điểm tối đa.',
    ['Quy chế quản lý, sử dụng tài sản công'],
  ),
  'VI.3.2': draft(
    deduct(50),
    [
      rowsOf('n', 'vi phạm về tài sản công', {
        register: 'assets',
        where: [is('kind', 'asset_breach')],
        unit: 'vi phạm',
      }),
    ],
    'Mỗi vi phạm về quản lý, sử dụng tài sản công trừ 0,50 điểm.',
    ['Báo cáo quản lý, sử dụng tài sản công'],
  ),
  'VI.4.1': draft(
    RATIO,
    [
      rowsOf('b', 'đơn vị đạt mức tự chủ theo kế hoạch', {
        register: 'assets',
        where: [is('kind', 'autonomy'), reaches('reached', 'required')],
        unit: 'đơn vị',
      }),
      rowsOf('a', 'đơn vị phải tăng mức tự chủ', {
        register: 'assets',
        where: [is('kind', 'autonomy')],
        unit: 'đơn vị',
      }),
    ],
    'Số đơn vị đạt mức tự chủ chia cho số đơn vị phải tăng theo kế hoạch, nhân điểm tối đa.',
    ['Quyết định giao tự chủ'],
  ),
  'VI.4.2': draft(
    deduct(50),
    [
      rowsOf('n', 'vi phạm về nguồn tài chính', {
        register: 'assets',
        where: [is('kind', 'finance_breach')],
        unit: 'vi phạm',
      }),
    ],
    'Mỗi vi phạm về sử dụng nguồn tài chính, phân phối kết quả tài chính trừ 0,50 điểm.',
    ['Báo cáo quyết toán của đơn vị sự nghiệp'],
  ),
  'VI.4.3': draft(
    target(10_000),
    [
      sumOf('b', 'tỷ lệ giảm chi đạt được', 'reached', {
        register: 'assets',
        where: [is('kind', 'spending_cut')],
        unit: '%',
      }),
      sumOf('a', 'tỷ lệ giảm chi yêu cầu', 'required', {
        register: 'assets',
        where: [is('kind', 'spending_cut')],
        unit: '%',
      }),
    ],
    'Tỷ lệ giảm chi trực tiếp ngân sách đạt được chia cho yêu cầu, nhân điểm tối đa, không quá điểm tối đa.',
    ['Bảng tính giảm chi ngân sách'],
  ),
  'VII.1': draft(
    {
      family: 'parts',
      parts: [
        { key: 'plan', title: 'Ban hành kế hoạch đúng hạn', maxPoints: 50, score: { family: 'yes_no' } },
        { key: 'work', title: 'Mức độ hoàn thành nhiệm vụ', maxPoints: 150, score: RATIO },
      ],
    },
    [
      typed('plan_yes', 'đã ban hành kế hoạch chuyển đổi số đúng hạn'),
      rowsOf('work_b', 'nhiệm vụ chuyển đổi số hoàn thành', {
        register: TASKS,
        where: [is('section', '2.5'), is('status', 'done')],
        unit: 'nhiệm vụ',
      }),
      rowsOf('work_a', 'nhiệm vụ chuyển đổi số hoàn thành hoặc quá hạn', {
        register: TASKS,
        where: [is('section', '2.5'), TASKS_DUE],
        unit: 'nhiệm vụ',
      }),
    ],
    'Ban hành kế hoạch đúng hạn 0,50 điểm; tỷ lệ nhiệm vụ hoàn thành nhân 1,50 điểm.',
    ['Kế hoạch chuyển đổi số', 'Báo cáo kết quả'],
  ),
  'VII.2.1': draft(
    RATIO,
    [
      sumOf('b', 'hồ sơ công việc xử lý trên môi trường mạng', 'files_online', {
        register: 'e_documents',
        unit: 'hồ sơ',
      }),
      sumOf('a', 'hồ sơ công việc', 'files', { register: 'e_documents', unit: 'hồ sơ' }),
    ],
    'Số hồ sơ công việc xử lý trên môi trường mạng chia cho tổng số, nhân điểm tối đa.',
    ['Thống kê của phần mềm quản lý văn bản'],
  ),
  'VII.2.2': draft(
    RATIO,
    [
      sumOf('b', 'văn bản ký số đầy đủ', 'signed', { register: 'e_documents', unit: 'văn bản' }),
      sumOf('a', 'văn bản đi', 'outgoing', { register: 'e_documents', unit: 'văn bản' }),
    ],
    'Số văn bản điện tử ký số đầy đủ chia cho số văn bản đi, nhân điểm tối đa.',
    ['Thống kê của phần mềm quản lý văn bản'],
  ),
  'VII.2.3': draft(
    RATIO,
    [
      rowsOf('b', 'báo cáo đã cập nhật trên hệ thống', {
        register: REPORTS,
        where: [is('must_be_on_system', true), is('is_on_system', true)],
        unit: 'báo cáo',
      }),
      rowsOf('a', 'báo cáo phải cập nhật trên hệ thống', {
        register: REPORTS,
        where: [is('must_be_on_system', true)],
        unit: 'báo cáo',
      }),
    ],
    'Số báo cáo đã cập nhật chia cho số báo cáo phải cập nhật trên Hệ thống thông tin báo cáo Thành phố, nhân điểm tối đa.',
    ['Ảnh hệ thống thông tin báo cáo, có ngày chụp'],
  ),
  'VII.3.1': draft(
    {
      family: 'parts',
      parts: [
        { key: 'files', title: 'Số hóa hồ sơ', maxPoints: 50, score: target(8000) },
        { key: 'results', title: 'Kết quả điện tử', maxPoints: 50, score: target(8000) },
      ],
    },
    [
      sumOf('files_b', 'hồ sơ được số hóa', 'digitised', { register: 'procedure_files', unit: 'hồ sơ' }),
      sumOf('files_a', 'hồ sơ tiếp nhận', 'received', { register: 'procedure_files', unit: 'hồ sơ' }),
      sumOf('results_b', 'kết quả điện tử', 'e_results', { register: 'procedure_files', unit: 'kết quả' }),
      sumOf('results_a', 'hồ sơ đã giải quyết', 'resolved', { register: 'procedure_files', unit: 'hồ sơ' }),
    ],
    'Tỷ lệ số hóa hồ sơ và tỷ lệ kết quả điện tử, so với mục tiêu 80 %, mỗi phần một nửa số điểm.',
    ['Bảng số liệu của bộ chỉ số phục vụ người dân, doanh nghiệp'],
  ),
  'VII.3.2': draft(
    target(7000),
    [
      sumOf('b', 'hồ sơ nộp trực tuyến toàn trình', 'full_online', {
        register: 'procedure_files',
        unit: 'hồ sơ',
      }),
      sumOf('a', 'hồ sơ của TTHC toàn trình', 'full_online_total', {
        register: 'procedure_files',
        unit: 'hồ sơ',
      }),
    ],
    'Tỷ lệ hồ sơ trực tuyến toàn trình so với mục tiêu 70 %, nhân điểm tối đa, không quá điểm tối đa.',
    ['Bảng số liệu của bộ chỉ số phục vụ người dân, doanh nghiệp'],
  ),
  'VII.3.3': draft(
    target(6000),
    [
      sumOf('b', 'giao dịch thanh toán trực tuyến', 'payments_online', {
        register: 'procedure_files',
        unit: 'giao dịch',
      }),
      sumOf('a', 'giao dịch thanh toán', 'payments', { register: 'procedure_files', unit: 'giao dịch' }),
    ],
    'Tỷ lệ giao dịch thanh toán trực tuyến so với mục tiêu 60 %, nhân điểm tối đa, không quá điểm tối đa.',
    ['Bảng số liệu của bộ chỉ số phục vụ người dân, doanh nghiệp'],
  ),
  'VII.4': yesNo(
    'hạ tầng và điểm hỗ trợ người dân đã đạt yêu cầu',
    'Hạ tầng công nghệ thông tin và điểm hỗ trợ người dân, doanh nghiệp đạt yêu cầu: điểm tối đa; không: 0 điểm.',
    ['Ảnh, biên bản nghiệm thu hạ tầng'],
  ),
  'VIII.1': draft(
    RATIO,
    [
      rowsOf('b', 'chỉ tiêu đạt', {
        register: 'finance',
        where: [is('kind', 'target'), reaches('reached', 'planned')],
        unit: 'chỉ tiêu',
      }),
      rowsOf('a', 'chỉ tiêu được giao', {
        register: 'finance',
        where: [is('kind', 'target')],
        unit: 'chỉ tiêu',
      }),
    ],
    'Số chỉ tiêu kinh tế - xã hội đạt chia cho số chỉ tiêu được giao, nhân điểm tối đa.',
    ['Báo cáo kinh tế - xã hội'],
  ),
  'VIII.2': draft(
    {
      family: 'steps',
      of: 'share',
      steps: [
        { from: 10_000, points: 150 },
        { from: 9000, points: 100 },
        { from: 8000, points: 50 },
      ],
    },
    [
      sumOf('b', 'thu ngân sách lũy kế', 'reached', {
        register: 'finance',
        where: [is('kind', 'revenue')],
        unit: 'triệu đồng',
      }),
      sumOf('a', 'dự toán thu', 'planned', {
        register: 'finance',
        where: [is('kind', 'revenue')],
        unit: 'triệu đồng',
      }),
    ],
    'Thu đạt từ 100 % dự toán: 1,50 điểm; từ 90 %: 1,00 điểm; từ 80 %: 0,50 điểm; dưới 80 %: 0 điểm.',
    ['Số liệu của cơ quan thuế, Kho bạc Nhà nước'],
  ),
  'VIII.3.1': published(
    'VIII.3.1',
    'điểm của bộ chỉ số phục vụ người dân, doanh nghiệp',
    'Điểm của bộ chỉ số theo Quyết định số 766/QĐ-TTg chia 100, nhân điểm tối đa.',
    ['Ảnh Cổng Dịch vụ công quốc gia, có ngày chụp'],
  ),
  'VIII.3.2': published(
    'VIII.3.2',
    'kết quả các nội dung PAPI',
    'Kết quả các nội dung thuộc Chỉ số PAPI chia 100, nhân điểm tối đa.',
    ['Kết quả do Thành phố công bố'],
  ),
  'VIII.3.3': published('VIII.3.3', 'chỉ số hài lòng SIPAS', 'Chỉ số hài lòng chia 100, nhân điểm tối đa.', [
    'Kết quả do Thành phố công bố',
  ]),
  'IX.1': draft(
    { family: 'bonus' },
    [
      sumOf('n', 'điểm thưởng được duyệt', 'points', {
        register: 'city_verdicts',
        where: [is('kind', 'bonus'), is('state', 'approved')],
        unit: 'điểm',
      }),
    ],
    'Tổng điểm các đề nghị được duyệt, không quá 5,00 điểm.',
    ['Văn bản khen, nhân rộng', 'Quyết định công nhận điểm thưởng'],
    { scoredBy: 'appraiser' },
  ),
  'IX.2': draft(
    { family: 'penalty' },
    [
      sumOf('n', 'điểm trừ', 'points', {
        register: 'city_verdicts',
        where: [is('kind', 'penalty')],
        unit: 'điểm',
      }),
    ],
    'Trừ tổng số điểm của các lần bị phê bình, nhắc nhở.',
    ['Văn bản phê bình, nhắc nhở hoặc xác nhận không phát sinh'],
    { scoredBy: 'appraiser' },
  ),
  'V.9.4': survey('V.9.4', true),
  ...Object.fromEntries(SURVEYED.map((code) => [code, survey(code)])),
};
