import type { CrosswalkRefusal } from '#core/criteria/crosswalk-proposal.ts';
import type { ProblemsOf } from '#server/http/problems.ts';

export type CrosswalkProblem =
  | CrosswalkRefusal
  | { kind: 'crosswalk_applied' }
  | { kind: 'crosswalk_outdated' };

type Side = 'from' | 'to';
const setVi = (side: Side) => (side === 'from' ? 'bộ tiêu chí trước' : 'bộ tiêu chí mới');
const setEn = (side: Side) => (side === 'from' ? 'former set' : 'next set');

export const crosswalkProblems = {
  crosswalk_line_empty: {
    status: 422,
    vi: 'Có dòng đối chiếu không ghi tiêu chí nào. Hãy chọn tiêu chí ở ít nhất một bên.',
    en: 'A line names no criterion. Choose one on at least one side.',
  },
  crosswalk_code_unknown: {
    status: 422,
    vi: ({ side, code }) => `Không có tiêu chí ${code} trong ${setVi(side)}. Hãy tải lại trang rồi chọn lại.`,
    en: ({ side, code }) => `There is no ${code} in the ${setEn(side)}. Reload the page and choose again.`,
  },
  crosswalk_code_twice: {
    status: 422,
    vi: ({ side, code }) =>
      `Tiêu chí ${code} của ${setVi(side)} được ghép hai lần. Mỗi tiêu chí chỉ ghép với một; hãy bỏ bớt một dòng.`,
    en: ({ side, code }) =>
      `${code} of the ${setEn(side)} is matched twice. Each goes with one only; take one of the lines away.`,
  },
  crosswalk_leaf_missing: {
    status: 422,
    vi: ({ side, code }) =>
      `Bảng đối chiếu thiếu tiêu chí ${code} của ${setVi(side)}. Hãy tải lại trang rồi sửa tiếp.`,
    en: ({ side, code }) => `${code} of the ${setEn(side)} is left out. Reload the page and edit again.`,
  },
  crosswalk_applied: {
    status: 409,
    vi: 'Bảng đối chiếu đã được áp dụng nên không sửa hay áp dụng lần nữa. Hãy sửa trực tiếp ở từng tiêu chí.',
    en: 'The crosswalk has been applied and is neither changed nor applied again. Make changes at each criterion.',
  },
  crosswalk_outdated: {
    status: 409,
    vi: 'Bộ tiêu chí này đã được thay bằng bộ mới hơn. Hãy mở bảng đối chiếu mới nhất ở trang Kế hoạch.',
    en: 'This set has been replaced by a newer one. Open the newest crosswalk from the plan page.',
  },
} satisfies ProblemsOf<CrosswalkProblem>;
