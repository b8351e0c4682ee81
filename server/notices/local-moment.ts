import type { LocalMoment } from '#core/notices/sending-hours.ts';
import { dayInVietNam, timeInVietNam } from '#server/http/vietnam-day.ts';

/** A moment as a clock in Viet Nam shows it. */
export function localMoment(moment: Date): LocalMoment {
  return { day: dayInVietNam(moment), time: timeInVietNam(moment) };
}
