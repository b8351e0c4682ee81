import type { LocalMoment } from '#core/notices/sending-hours.ts';
import { dayInVietNam } from '#server/http/vietnam-day.ts';

const clock = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Asia/Ho_Chi_Minh',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});

/** A moment as a clock in Viet Nam shows it. */
export function localMoment(moment: Date): LocalMoment {
  return { day: dayInVietNam(moment), time: clock.format(moment) };
}
