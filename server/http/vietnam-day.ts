const vietnamDay = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Ho_Chi_Minh' });

/** The day it is in Viet Nam at a moment: "2026-11-23". */
export function dayInVietNam(moment: Date): string {
  return vietnamDay.format(moment);
}

const vietnamTime = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Asia/Ho_Chi_Minh',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});

/** The time it is in Viet Nam at a moment: "08:05". */
export function timeInVietNam(moment: Date): string {
  return vietnamTime.format(moment);
}
