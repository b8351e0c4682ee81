import type { SetChange } from '#core/criteria/crosswalk.ts';

type Filter = SetChange | 'unchanged' | 'carried';

const changes: Record<Filter, string> = {
  removed: 'Bị bỏ',
  added: 'Mới thêm',
  reweighted: 'Đổi điểm tối đa',
  moved: 'Đổi vị trí',
  reworded: 'Đổi câu chữ',
  unchanged: 'Giữ nguyên',
  carried: 'Có dữ liệu',
};

/** Sentences of crosswalk. */
export const crosswalk = {
  changes,
  tab: 'Đối chiếu bộ tiêu chí',
  finding: (alone: number, changed: number) =>
    alone > 0
      ? `Bộ tiêu chí đã thay: ${changed} tiêu chí có thay đổi, ${alone} chưa ghép với tiêu chí nào`
      : `Bộ tiêu chí đã thay: ${changed} tiêu chí có thay đổi, tất cả đã ghép`,
  lead: 'Kiểm tra từng dòng rồi áp dụng để chuyển dữ liệu sang bộ tiêu chí mới và tính lại điểm cả năm. Kết quả theo bộ trước được giữ nguyên.',
  appliedFinding: (before: string, after: string) =>
    `Đã thay bộ tiêu chí: ${before} điểm theo bộ trước, ${after} điểm theo bộ mới`,
  appliedLead: (who: string, when: string) =>
    `${who} áp dụng ngày ${when}. Bảng này chỉ để xem; sửa tiếp ở từng tiêu chí.`,
  outdatedFinding: 'Bộ tiêu chí này đã được thay bằng bộ mới hơn',
  outdatedLead: 'Dữ liệu chưa chuyển được chuyển cùng bảng đối chiếu mới nhất. Bảng này chỉ để xem.',
  noPoints: 'chưa có',
  backToPlan: 'Kế hoạch',
  results: 'Hai bộ tiêu chí',
  figure: 'Số liệu',
  confirmed: (when: string) => `xác nhận ngày ${when}`,
  former: 'Bộ trước',
  next: 'Bộ mới',
  leaves: 'Mục chấm điểm',
  maximum: 'Tổng tối đa',
  points: 'Điểm',
  difference: 'Chênh lệch',
  filterBy: 'Lọc theo thay đổi',
  all: 'Tất cả',
  search: 'Lọc theo mã, nội dung (không cần dấu)',
  none: 'Không có dòng nào khớp với bộ lọc',
  noneWhy: 'Bỏ bớt bộ lọc để xem các dòng khác.',
  columns: {
    from: 'Tiêu chí ở bộ trước',
    change: 'Thay đổi',
    to: 'Tiêu chí ở bộ mới',
    carries: 'Dữ liệu chuyển sang',
    act: 'Ghép lại',
  },
  ends: 'Không có tiêu chí tiếp nối',
  begins: 'Tiêu chí mới, không tiếp nối tiêu chí nào',
  likeness: (percent: number) => `câu chữ giống ${percent} %`,
  byHand: 'ghép bằng tay',
  ofMax: (points: string, max: string) => `${points} / ${max} điểm`,
  maxOnly: (max: string) => `tối đa ${max} điểm`,
  carries: {
    entry: 'số đã nhập',
    rule: 'quy tắc',
    evidence: (count: number) => `${count} minh chứng`,
    nothing: 'chưa có dữ liệu riêng',
    stays: (what: string) => `Ở lại bộ trước: ${what}`,
  },
  change: 'Đổi',
  changeOf: (code: string, side: 'from' | 'to') =>
    `Đổi tiêu chí ghép với ${code} của ${side === 'from' ? 'bộ trước' : 'bộ mới'}`,
  choice: {
    to: (code: string) => `${code} tiếp nối thành tiêu chí nào ở bộ mới?`,
    from: (code: string) => `${code} tiếp nối từ tiêu chí nào ở bộ trước?`,
    search: 'Gõ mã hoặc nội dung',
    hint: 'Gõ mã hoặc nội dung, không cần dấu',
    noOne: 'Không ghép với tiêu chí nào',
    free: 'chưa ghép',
    taken: (code: string) => `đang ghép với ${code}`,
    current: 'đang chọn',
    found: (count: number) => `${count} tiêu chí`,
    nothing: 'Không có tiêu chí nào khớp',
  },
  changed: (from: string, to: string | null) =>
    to === null ? `${from} không ghép với tiêu chí nào.` : `Đã ghép ${from} với ${to}.`,
  undone: 'Đã trở lại như trước.',
  review: 'Cần xem lại sau khi áp dụng',
  reviewDone: 'Cần xem lại',
  toCheck:
    'Quy tắc tính bằng điểm, nay điểm tối đa hoặc cách chấm đã khác. Quy tắc chuyển sang ở dạng dự thảo:',
  left: 'Số đã nhập không hợp với tiêu chí mới nên không chuyển sang:',
  leftPoints: (points: string) => `${points} điểm`,
  leftQuantities: (count: number) => `${count} số liệu`,
  apply: 'Áp dụng',
  applyTitle: 'Áp dụng bộ tiêu chí mới?',
  applyIntro: 'Chuyển sang bộ tiêu chí mới:',
  applyEntries: (count: number) => `số đã nhập của ${count} tiêu chí`,
  applyRules: (count: number) => `quy tắc của ${count} tiêu chí`,
  applyEvidence: (count: number) => `${count} liên kết minh chứng, giữ nguyên trang và mục`,
  applyNothing: 'Chưa có dữ liệu nào cần chuyển; điểm vẫn được tính lại.',
  applyAlone: (count: number) =>
    `${count} tiêu chí bị bỏ đang có dữ liệu; dữ liệu đó ở lại bộ trước, không mất nhưng không tính vào điểm mới.`,
  applyRegisters: 'Sổ theo dõi thuộc về đơn vị nên không phải chuyển.',
  applyOnce: 'Chỉ áp dụng được một lần. Kết quả theo bộ trước được giữ nguyên.',
  applied: 'Đã áp dụng bộ tiêu chí mới và tính lại điểm.',
  notice: 'Bộ tiêu chí đã thay, dữ liệu chưa chuyển sang',
  noticeWhy:
    'Số đã nhập, quy tắc riêng và minh chứng còn ở bộ trước cho đến khi bảng đối chiếu được áp dụng.',
  noticeOpen: 'Mở bảng đối chiếu',
  noticeApplied: 'Kế hoạch này thay một kế hoạch trước trong năm.',
  noticeResults: 'Xem kết quả của hai bộ tiêu chí',
};
