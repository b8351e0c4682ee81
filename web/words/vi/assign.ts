/** Giving a new task: from a finding, a lost point, a criterion, or out of nothing. */
export const assign = {
  give: 'Giao việc',
  giveFor: (what: string) => `Giao việc: ${what}`,
  title: 'Giao việc',
  why: 'Nội dung và đơn vị dưới đây là gợi ý; hãy sửa trước khi giao.',
  section: 'Xếp vào mục của kế hoạch',
  kept: 'Đã giao việc.',
  open: 'Mở việc',
  given: 'Đã giao việc:',
};
