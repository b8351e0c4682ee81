/**
 * Slips that scanning and old fonts leave in office documents, as data. Source: the samples listed in
 * the domain model, Annex B ("Text"), read from a real ward plan of 2026.
 *
 * A slip is looked for as whole words, whatever its case. `context` must be found around it and
 * `butNot` directly before it, where the wrong words can also be right ones ("những nhiều" is good
 * Vietnamese elsewhere, "vấn đề lãnh đạo" too). Without `right` the true word is not certain: the
 * slip is shown and nobody guesses.
 */
export type OcrSlip = { wrong: string; right?: string; context?: RegExp; butNot?: RegExp };

export const OCR_SLIPS: readonly OcrSlip[] = [
  { wrong: 'nhúng nhể', right: 'nhũng nhiễu' },
  { wrong: 'những nhiều', right: 'nhũng nhiễu', context: /hành vi|tiêu cực|tham nhũng|sách nhiễu/iu },
  { wrong: 'đổi thoại', right: 'đối thoại' },
  { wrong: 'tốt đa', right: 'tối đa' },
  { wrong: 'giám chi', right: 'giảm chi' },
  {
    wrong: 'đề lãnh đạo',
    right: 'để lãnh đạo',
    context: /phê bình|nhắc nhở|xử lý/iu,
    butNot: /(?:vấn|chủ|chuyên|tiêu)\s*$/iu,
  },
  { wrong: 'VBQPP', right: 'VBQPPL' },
  { wrong: 'DDVSN', right: 'ĐVSN' },
  { wrong: 'VHXX', right: 'VHXH' },
  { wrong: 'hiệp quản' },
];

/** A slip of form: the pattern, and how the text is put right where that is certain. */
export type FormSlip = { pattern: RegExp; right: (found: string) => string | undefined };

const KINDS_OF_PAPER = 'QĐ|KH|NQ|CT|BC|TB|NĐ|TT|HD|CV|TTr|CTr|QC';
const ISSUERS = 'UBND|HĐND|BNV|TTg|CP|TU|BCĐ|SNV|BTC|VPCP|BTP';

export const FORM_SLIPS: readonly FormSlip[] = [
  {
    // The hyphen of a document's symbol is lost: "1435/QĐUBND".
    pattern: new RegExp(`(?<![\\p{L}\\p{M}])(?:${KINDS_OF_PAPER})(?:${ISSUERS})(?![\\p{L}\\p{M}])`, 'gu'),
    right: (found) => found.replace(new RegExp(`^(${KINDS_OF_PAPER})(?=(?:${ISSUERS})$)`, 'u'), '$1-'),
  },
  {
    // The dash between two years is lost: "20112020".
    pattern: /(?<!\d)(?:19|20)\d{2}(?:19|20)\d{2}(?!\d)/gu,
    right: (found) =>
      found.slice(0, 4) < found.slice(4) ? `${found.slice(0, 4)}-${found.slice(4)}` : undefined,
  },
  {
    // A capital with its tone came from an old font as a small letter that swallowed the space: "XàHỘI".
    pattern:
      /(?<![\p{L}\p{M}])\p{Lu}+[àáạảãâầấậẩẫăằắặẳẵèéẹẻẽêềếệểễìíịỉĩòóọỏõôồốộổỗơờớợởỡùúụủũưừứựửữỳýỵỷỹđ]\p{Lu}{2,}(?![\p{L}\p{M}])/gu,
    right: (found) => (found === 'XàHỘI' ? 'XÃ HỘI' : undefined),
  },
];
