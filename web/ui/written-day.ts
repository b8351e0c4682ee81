export { printDay, readDay } from '#core/written-day.ts';
