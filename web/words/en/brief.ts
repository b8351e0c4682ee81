import type { brief as source } from '../vi/brief.ts';

const count = (many: number, one: string) => `${many} ${one}${many === 1 ? '' : 's'}`;

export const brief: typeof source = {
  tab: 'Brief',
  headline: ({ late, elsewhere, due, waiting }) => {
    if (late + due + waiting === 0)
      return 'All is in time: nothing is late, nothing falls due in the next 7 days, no obstacle waits for an answer';
    const held =
      elsewhere === 0
        ? 'with the lead department'
        : elsewhere === late
          ? 'with others'
          : `${elsewhere} of them with others`;
    return [
      late === 0 ? 'Nothing is late' : `${count(late, 'task')} late, ${held}`,
      ...(due > 0 ? [`${due} due in the next 7 days`] : []),
      ...(waiting > 0 ? [`${count(waiting, 'obstacle')} waiting for an answer`] : []),
    ].join('; ');
  },
  asOf: (whose, day) => `${whose.charAt(0).toUpperCase()}${whose.slice(1)}, ${day}.`,
  atStake: (points) => `Their criteria lost ${points} points last year.`,
  stakeOfTask: (points) => `${points} points at stake`,
  pick: 'By department',
  print: 'Print',
  late: (tasks) => `Late: ${count(tasks, 'task')}`,
  lateNone: 'Nothing is late',
  withOwner: (tasks) => `With the lead department (${tasks})`,
  elsewhere: (tasks) => `With others (${tasks})`,
  dueOn: (day) => `due ${day}`,
  since: (day, days) => (days === 0 ? 'since today' : `since ${day} (${count(days, 'day')})`),
  answerBy: (day) => `answer expected by ${day}`,
  pastClock: (day, days) => `answer was due ${day}, ${count(days, 'day')} ago`,
  due: (tasks) => `Due in the next 7 days: ${count(tasks, 'task')}`,
  dueNone: 'Nothing falls due in the next 7 days',
  next: (day) => `Next to fall due, on ${day}:`,
  waiting: (obstacles) => `Obstacles waiting for an answer: ${obstacles}`,
  waitingLead: 'The longest waiting first.',
  waitingNone: 'No obstacle waits for an answer',
  waitsFor: (whom) => `Waits for ${whom.charAt(0).toLowerCase()}${whom.slice(1)}`,
  waitsDays: (days) => (days === 0 ? 'Raised today' : `Waiting ${count(days, 'day')}`),
  clockPast: (days) => `Answer ${count(days, 'day')} late`,
  ofTask: (text) => `Task: ${text}`,
  more: (lines) => `Show ${lines} more`,
};
