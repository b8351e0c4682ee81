import iconv from 'iconv-lite';
import { fromLegacy } from './legacy-text.ts';
import { judgeVietnamese } from './vietnamese-syllable.ts';

/** `isLegacy` when the bytes were written with a font of before Unicode (TCVN3, VNI). */
export type DecodedText = { text: string; isLegacy: boolean };

/**
 * The text of a plain file: UTF-8 or UTF-16 by mark or by shape, else the one of windows-1258, TCVN3
 * (ABC) and VNI that reads most like Vietnamese. Undefined when the bytes are no text at all.
 */
export function decodeText(bytes: Uint8Array): DecodedText | undefined {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const utf16 = utf16Order(buffer);
  if (utf16) return textual(iconv.decode(buffer, utf16), false);
  if (buffer.includes(0)) return undefined;
  // A file cut within its last letter is still UTF-8: that letter is not counted.
  const utf8 = new TextDecoder('utf-8').decode(buffer);
  const broken = utf8.slice(0, -1).split('\ufffd').length - 1;
  if (broken === 0) return textual(utf8, false);
  const latin = buffer.toString('latin1');
  const [best] = [
    { text: iconv.decode(buffer, 'windows-1258').normalize('NFC'), isLegacy: false },
    { text: fromLegacy(latin, 'tcvn3'), isLegacy: true },
    { text: fromLegacy(latin, 'vni'), isLegacy: true },
    { text: utf8, isLegacy: false },
  ]
    .map((candidate) => ({ ...candidate, share: judgeVietnamese(candidate.text).share }))
    .sort((one, other) => other.share - one.share);
  return best && best.share > 0.4 ? textual(best.text, best.isLegacy) : undefined;
}

function textual(text: string, isLegacy: boolean): DecodedText | undefined {
  // Control characters other than tab, line and page breaks mark binary data.
  const controls = [...text.slice(0, 20_000)].filter(isControl).length;
  return controls > 5 + text.length / 1000 ? undefined : { text, isLegacy };
}

function isControl(char: string): boolean {
  const code = char.charCodeAt(0);
  return code < 9 || (code > 13 && code < 32) || code === 0xfffd;
}

function utf16Order(buffer: Buffer): 'utf-16le' | 'utf-16be' | undefined {
  if (buffer[0] === 0xff && buffer[1] === 0xfe) return 'utf-16le';
  if (buffer[0] === 0xfe && buffer[1] === 0xff) return 'utf-16be';
  const sample = buffer.subarray(0, 2000);
  let even = 0;
  let odd = 0;
  for (let at = 0; at + 1 < sample.length; at += 2) {
    if (sample[at] === 0) even += 1;
    if (sample[at + 1] === 0) odd += 1;
  }
  const pairs = sample.length / 2;
  if (odd > pairs * 0.3 && even < pairs * 0.02) return 'utf-16le';
  if (even > pairs * 0.3 && odd < pairs * 0.02) return 'utf-16be';
  return undefined;
}
