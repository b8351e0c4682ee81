const IN_VIETNAM = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Asia/Ho_Chi_Minh',
  day: '2-digit',
  month: '2-digit',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});

/** An instant as offices write it, in Vietnam's time: "24/11/2026 07:15". */
export function printMoment(instant: string): string {
  return IN_VIETNAM.format(new Date(instant)).replace(',', '');
}
