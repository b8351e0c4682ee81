const QUARTERS = ['quý I', 'quý II', 'quý III', 'quý IV'];
const REPORTS: Record<string, string> = {
  quarter_1: 'báo cáo quý I',
  half_year: 'báo cáo 6 tháng',
  quarter_3: 'báo cáo quý III',
  year: 'báo cáo năm',
};
const KEY =
  /^(?<report>report-)?(?<year>\d{4})(?:-(?:(?<period>[a-z]\w+)|(?<letter>[QHW]?)(?<number>\d+)))?$/u;

/**
 * What an occurrence is called after its key, in the words offices use: "2026-11" is "tháng 11", "2026-Q2"
 * "quý II", "2026-H1" "6 tháng đầu năm", "2026-W05" "tuần 5", "2026" "năm 2026", "report-2026-year" "báo
 * cáo năm". A key it does not know is its own name.
 */
export function occurrenceName(key: string): string {
  const { report, year, period, letter, number } = KEY.exec(key)?.groups ?? {};
  if (year === undefined) return key;
  if (period !== undefined) return REPORTS[period] ?? key;
  if (number === undefined) return `năm ${year}`;
  const index = Number(number);
  if (letter === 'Q') return QUARTERS[index - 1] ?? key;
  if (letter === 'H') return `6 tháng ${index === 1 ? 'đầu' : 'cuối'} năm`;
  if (letter === 'W') return `tuần ${index}`;
  return `${report === undefined ? '' : 'báo cáo '}tháng ${index}`;
}
