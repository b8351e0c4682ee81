const vietnamDay = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Ho_Chi_Minh' });

/** The day it is in Viet Nam at a moment: "2026-11-23". */
export function dayInVietNam(moment: Date): string {
  return vietnamDay.format(moment);
}

const vietnamTime = new Intl.DateTimeFormat('vi-VN', {
  timeZone: 'Asia/Ho_Chi_Minh',
  hour: '2-digit',
  minute: '2-digit',
});

/** The time it is in Viet Nam at a moment: "08:05". */
export function timeInVietNam(moment: Date): string {
  return vietnamTime.format(moment);
}
