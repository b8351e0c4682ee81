import type { UnitChangeRefusal } from '#core/people/unit-changes.ts';
import type { LineFault } from '#core/people/unit-tree.ts';
import { printDay } from '#core/written-day.ts';
import type { ProblemsOf } from '#server/http/problems.ts';

export type UnitRefusal =
  | UnitChangeRefusal
  | { kind: 'unit_already_joined'; name: string }
  | { kind: 'unit_lines_wrong'; field: 'text'; faults: LineFault[] }
  | { kind: 'too_many_lines'; most: number };

export const unitProblems = {
  kind_not_under: {
    status: 409,
    vi: 'Loại đơn vị này không đứng trực tiếp dưới đơn vị cấp trên đó. Hãy chọn loại khác.',
    en: 'A unit of this kind does not stand directly under that one. Choose another kind.',
  },
  unit_name_taken: {
    status: 409,
    vi: ({ name }) => `Đã có đơn vị cùng cấp tên “${name}”. Hãy đặt tên khác.`,
    en: ({ name }) => `A unit beside it is already called "${name}". Choose another name.`,
  },
  code_taken: {
    status: 409,
    vi: ({ code }) => `Mã ${code} đang được đơn vị khác dùng. Hãy kiểm tra lại mã.`,
    en: ({ code }) => `Code ${code} is in use by another unit. Check the code.`,
  },
  not_own_child: {
    status: 404,
    vi: 'Có đơn vị không trực thuộc đơn vị của bạn, nên không ghi được thay đổi. Hãy tải lại trang rồi chọn lại.',
    en: 'One of the units does not stand directly under yours, so nothing was recorded. Reload and choose again.',
  },
  unit_already_ended: {
    status: 409,
    vi: ({ name, day }) => `${name} đã kết thúc từ ngày ${printDay(day)}. Hãy chọn đơn vị kế tục.`,
    en: ({ name, day }) => `${name} ended on ${printDay(day)}. Choose the unit that took over.`,
  },
  no_such_day: {
    status: 400,
    vi: 'Ngày hiệu lực hoặc ngày của quyết định không có trong lịch. Hãy nhập lại.',
    en: 'The day of effect or of the decision is not in the calendar. Enter it again.',
  },
  change_in_future: {
    status: 409,
    vi: 'Ngày hiệu lực hoặc ngày của quyết định ở sau hôm nay. Hãy ghi thay đổi khi đến ngày đó.',
    en: 'The day of effect or of the decision lies ahead. Record the change once it has come.',
  },
  change_before_unit: {
    status: 409,
    vi: ({ name, day }) => `${name} chỉ có từ ngày ${printDay(day)}. Hãy chọn ngày từ ngày đó trở đi.`,
    en: ({ name, day }) => `${name} has existed only since ${printDay(day)}. Choose that day or a later one.`,
  },
  change_before_last: {
    status: 409,
    vi: ({ name, day }) =>
      `${name} đã có thay đổi ghi ngày ${printDay(day)}. Hãy chọn ngày từ ngày đó trở đi.`,
    en: ({ name, day }) =>
      `A change of ${name} is recorded on ${printDay(day)}. Choose that day or a later one.`,
  },
  too_few_merged: {
    status: 400,
    vi: 'Sáp nhập thành đơn vị mới cần ít nhất hai đơn vị. Hãy chọn thêm.',
    en: 'Merging into a new unit takes at least two. Choose more.',
  },
  too_few_successors: {
    status: 400,
    vi: 'Chia tách cần ít nhất hai đơn vị kế tục khác nhau. Hãy thêm đơn vị.',
    en: 'A split needs at least two different successors. Add one.',
  },
  becomes_itself: {
    status: 409,
    vi: ({ name }) => `${name} không thể kế tục chính mình. Hãy chọn đơn vị khác hoặc ghi đơn vị mới.`,
    en: ({ name }) => `${name} cannot take over from itself. Choose another unit or make a new one.`,
  },
  moved_under_itself: {
    status: 409,
    vi: ({ name }) => `Không chuyển được ${name} về dưới chính nó. Hãy chọn đơn vị cấp trên khác.`,
    en: ({ name }) => `${name} cannot be put under itself. Choose another unit above it.`,
  },
  parent_out_of_reach: {
    status: 404,
    vi: 'Đơn vị cấp trên mới phải còn hoạt động và nằm trong đơn vị của bạn. Hãy chọn lại.',
    en: 'The new unit above must be living and stand within yours. Choose again.',
  },
  nothing_changes: {
    status: 409,
    vi: ({ name }) => `${name} đã như vậy rồi. Hãy ghi nội dung mới.`,
    en: ({ name }) => `${name} is that already. Enter what is new.`,
  },
  unit_already_joined: {
    status: 409,
    vi: ({ name }) => `${name} đã có người quản trị. Hãy nhờ người đó mời thêm người.`,
    en: ({ name }) => `${name} already has an administrator. Ask that person to invite others.`,
  },
  unit_lines_wrong: {
    status: 400,
    vi: ({ faults }) =>
      `Chưa thêm đơn vị nào: ${faults.length} dòng cần sửa (${linesOf(faults, 'dòng')}). Hãy sửa rồi dán lại.`,
    en: ({ faults }) =>
      `Nothing was added: ${faults.length} lines need correcting (${linesOf(faults, 'line')}). Correct and paste again.`,
  },
  too_many_lines: {
    status: 400,
    vi: ({ most }) => `Mỗi lần dán tối đa ${most} dòng. Hãy chia làm nhiều lần.`,
    en: ({ most }) => `At most ${most} lines at a time. Paste them in parts.`,
  },
} satisfies ProblemsOf<UnitRefusal>;

function linesOf(faults: readonly LineFault[], word: string): string {
  const shown = faults.slice(0, 5).map(({ line }) => `${word} ${line}`);
  return [...shown, ...(faults.length > shown.length ? ['…'] : [])].join(', ');
}
