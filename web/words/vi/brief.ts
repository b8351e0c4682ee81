/** The parts of a sentence that has some, with its first letter large. */
function sentenceOf(parts: readonly (string | false)[]): string {
  const text = parts.filter((part) => part !== false).join('; ');
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** The leader's page: what is late and who holds it, what turns late, what waits for an answer, who is silent. */
export const brief = {
  tab: 'Điều hành',
  headline: (is: { late: number; elsewhere: number; due: number; waiting: number }) =>
    is.late + is.due + is.waiting === 0
      ? 'Mọi việc đúng hạn: không có việc quá hạn, không có việc đến hạn trong 7 ngày tới, không có vướng mắc chờ trả lời'
      : sentenceOf([
          is.late === 0
            ? 'không có việc nào quá hạn'
            : is.elsewhere === 0
              ? `${is.late} nhiệm vụ quá hạn, đều do đơn vị chủ trì giữ`
              : is.elsewhere === is.late
                ? `${is.late} nhiệm vụ quá hạn, đều do nơi khác giữ`
                : `${is.late} nhiệm vụ quá hạn, trong đó ${is.elsewhere}\u00a0do nơi khác giữ`,
          is.due > 0 && `${is.due}\u00a0việc đến hạn trong 7 ngày tới`,
          is.waiting > 0 && `${is.waiting}\u00a0vướng mắc chờ trả lời`,
        ]),
  asOf: (whose: string, day: string) => `${sentenceOf([whose])}, ngày ${day}.`,
  atStake: (points: string) => `Các tiêu chí liên quan năm trước mất ${points} điểm.`,
  stakeOfTask: (points: string) => `liên quan ${points} điểm`,
  pick: 'Xem theo đơn vị',
  print: 'In',
  late: (tasks: number) => `Quá hạn: ${tasks} nhiệm vụ`,
  lateNone: 'Không có nhiệm vụ nào quá hạn',
  withOwner: (tasks: number) => `Do đơn vị chủ trì giữ (${tasks})`,
  elsewhere: (tasks: number) => `Do nơi khác giữ (${tasks})`,
  dueOn: (day: string) => `hạn ${day}`,
  since: (day: string, days: number) => (days === 0 ? 'giữ từ hôm nay' : `giữ từ ${day} (${days} ngày)`),
  answerBy: (day: string) => `cần trả lời chậm nhất ngày ${day}`,
  pastClock: (day: string, days: number) => `hạn trả lời ${day}, quá ${days} ngày`,
  due: (tasks: number) => `Đến hạn trong 7 ngày tới: ${tasks} việc`,
  dueNone: 'Không có việc nào đến hạn trong 7 ngày tới',
  next: (day: string) => `Việc đến hạn gần nhất, ngày ${day}:`,
  waiting: (obstacles: number) => `Vướng mắc chờ trả lời: ${obstacles}`,
  waitingLead: 'Vướng mắc chờ lâu nhất đứng trước.',
  waitingNone: 'Không có vướng mắc nào chờ trả lời',
  waitsFor: (whom: string) => `Chờ ${whom.charAt(0).toLowerCase()}${whom.slice(1)}`,
  waitsDays: (days: number) => (days === 0 ? 'Mới báo hôm nay' : `Chờ ${days} ngày`),
  clockPast: (days: number) => `Quá hạn trả lời ${days} ngày`,
  ofTask: (text: string) => `Nhiệm vụ: ${text}`,
  more: (lines: number) => `Xem thêm ${lines} việc`,
};
