import { tidyText } from '#core/vietnamese.ts';

/** The words of a deadline found in a task, and the task's text without them where they stood apart. */
export type FoundDeadline = { words: string; rest: string };

const LABEL = String.raw`(?:thời gian|thời hạn|tiến độ)(?:\s+(?:hoàn thành|thực hiện|báo cáo|xong))?\s*:`;
const TIME = String.raw`(?:quý\s*(?:[IViv]+|[1-4])(?![\p{L}\p{N}])|(?<!\d\s?)tháng\s*\d|ngày\s*\d|\d{1,2}\/\d{1,2}|0?[369]\s*tháng\s+(?:đầu|cuối)\s+năm|cuối\s+năm|năm\s*\d{4})`;
const LIMIT = '(?:trước|trong|chậm nhất|muộn nhất|hết|đến hết|vào|xong)';

const ENDING_BRACKET = /\s*\(([^()]*(?:\([^()]*\)[^()]*)*)\)?[\s.;,]*$/u;
const BRACKET_SMELL = new RegExp(
  String.raw`hoàn thành|thời gian|thời hạn|tiến độ|thường xuyên|liên tục|h[ằà]ng (?:tuần|tháng|quý|năm)|định kỳ|theo yêu cầu|chậm nhất|^(?:${LIMIT}\s+)?${TIME}`,
  'iu',
);
const LABELLED = new RegExp(String.raw`[\s.;,–-]*(${LABEL}\s*[^()]+?)[\s.;]*$`, 'iu');
const COMPLETION = new RegExp(
  String.raw`[,;.]\s*((?:phải\s+)?(?:hoàn thành|xong|kết thúc|thực hiện)\s+(?:xong\s+)?(?:${LIMIT}\s+).+?)[\s.;]*$`,
  'iu',
);
/** Months and quarters in running text are a deadline only with a word of limit or a year of their own. */
const INSIDE =
  /(?:định kỳ\s+)?(?:hoàn thành\s+|kết thúc\s+|xong\s+)?(?:(?:trước|chậm nhất|muộn nhất|đến hết|hết|xong trong|hoàn thành trong|trong)\s+(?:(?:là|vào|hết|đến|thời điểm)\s+)*(?:quý\s*(?:[IViv]+|[1-4])(?![\p{L}\p{N}])|tháng\s*\d{1,2}|ngày\s*\d{1,2}|\d{1,2}\/\d{1,2})|quý\s*(?:[IViv]+|[1-4])\s*(?:\/|năm)\s*\d{4}|(?:trong\s+)?0?[369]\s*tháng\s+(?:đầu|cuối)\s+năm|tháng\s*\d{1,2}\s*(?:\/|năm)\s*\d{4})/iu;
const LEADING =
  /^(thường xuyên(?:,\s*liên tục)?|định kỳ(?:\s+h[ằà]ng\s+(?:tuần|tháng|quý|năm))?|h[ằà]ng\s+(?:tuần|tháng|quý|năm))(?=[\s,])/iu;
const RHYTHM =
  /(?:định kỳ\s+)?h[ằà]ng\s+(?:ngày|tuần|tháng|quý|năm)|thường xuyên,\s*liên tục|báo cáo\s+định kỳ|định kỳ\s+(?:báo cáo|mỗi)[^,;.]*/iu;
const TIME_BY_REQUEST =
  /(?:thời gian|thời hạn|tiến độ|hoàn thành)\s+theo\s+(?:yêu cầu|chỉ đạo)(?:\s+của)?\s+[^,;.()]+/iu;
const UNDATED_COMPLETION = /(?:hoàn thành|xong|kết thúc)\s+(?:trước|trong thời gian|chậm nhất)\s+[^,;.()]+/iu;
const CITED_DAY = /(?:số|Số)\s+\S+\s+ngày\s*\d{1,2}[/.]\d{1,2}[/.]\d{4}/gu;

/**
 * Finds the deadline of a task: in brackets at its end, behind "Thời gian hoàn thành:", in a closing
 * "hoàn thành trước …", inside the sentence ("… định kỳ 06 tháng đầu năm và lần 2 kết thúc trước tháng
 * 11/2026"), or as a rhythm the sentence opens with ("Thường xuyên cập nhật …"). Brackets and labels are
 * taken out of `rest`; words inside the sentence stay there. The date of a cited document and the year
 * in a title are none. Returns empty words when nothing smells of a deadline.
 */
export function findDeadline(taskText: string): FoundDeadline {
  const text = tidyText(taskText);
  return inBrackets(text) ?? behindLabel(text) ?? { words: insideSentence(text) ?? '', rest: text };
}

function inBrackets(text: string): FoundDeadline | undefined {
  const match = ENDING_BRACKET.exec(text);
  const words = match?.[1] === undefined ? '' : trimEnds(match[1]);
  if (!match || !BRACKET_SMELL.test(words)) return undefined;
  return { words, rest: text.slice(0, match.index).trim() };
}

function behindLabel(text: string): FoundDeadline | undefined {
  const match = LABELLED.exec(text) ?? COMPLETION.exec(text);
  const words = match?.[1];
  if (!match || words === undefined) return undefined;
  return { words: trimEnds(words), rest: text.slice(0, match.index).trim() };
}

function insideSentence(text: string): string | undefined {
  const masked = text.replace(CITED_DAY, (cited) => ' '.repeat(cited.length));
  const date = INSIDE.exec(masked);
  if (date) return trimEnds(text.slice(date.index, endOfDates(masked, date.index + date[0].length)));
  const rhythm = LEADING.exec(text)?.[1] ?? RHYTHM.exec(text)?.[0];
  return rhythm ?? TIME_BY_REQUEST.exec(text)?.[0]?.trim() ?? UNDATED_COMPLETION.exec(text)?.[0]?.trim();
}

/** From the first date to the last one of the same sentence, with what the last one ends in ("/2026"). */
function endOfDates(text: string, from: number): number {
  const sentenceEnd = from + (/;|\.(?=\s|$)/u.exec(text.slice(from))?.index ?? text.length - from);
  const limit = new RegExp(
    String.raw`${TIME}[\d/.]*(?:\s*(?:và|,|-|–|đến)\s*(?:quý\s*)?(?:[IV]+|\d{1,2})(?=[\s/.,;)]|$))*(?:\s*(?:\/|năm|tháng)\s*\d+)*`,
    'giu',
  );
  let end = from;
  for (const match of text.slice(0, sentenceEnd).matchAll(limit))
    end = Math.max(end, match.index + match[0].length);
  return end;
}

function trimEnds(words: string): string {
  return words.replace(/^[\s.;,]+|[\s.;,]+$/gu, '');
}
