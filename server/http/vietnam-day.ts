const vietnamDay = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Ho_Chi_Minh' });

/** The day it is in Viet Nam at a moment: "2026-11-23". */
export function dayInVietNam(moment: Date): string {
  return vietnamDay.format(moment);
}
