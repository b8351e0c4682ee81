import iconv from 'iconv-lite';
import { judgeVietnamese } from './vietnamese-syllable.ts';

/** Ways of writing Vietnamese before Unicode, kept in the font: the letters look like Western ones without it. */
export type LegacyTable = 'tcvn3' | 'vni';

const acute = '\u0301';
const grave = '\u0300';
const hook = '\u0309';
const tilde = '\u0303';
const below = '\u0323';
const circumflex = '\u0302';
const breve = '\u0306';

const vniMarks: Record<string, string> = {
  ù: acute,
  ø: grave,
  û: hook,
  õ: tilde,
  ï: below,
  â: circumflex,
  á: circumflex + acute,
  à: circumflex + grave,
  å: circumflex + hook,
  ã: circumflex + tilde,
  ä: circumflex + below,
  ê: breve,
  é: breve + acute,
  è: breve + grave,
  ú: breve + hook,
  ü: breve + tilde,
  ë: breve + below,
};
const vniLetters: Record<string, string> = {
  ñ: 'đ',
  ô: 'ơ',
  ö: 'ư',
  í: 'í',
  ì: 'ì',
  æ: 'ỉ',
  ó: 'ĩ',
  ò: 'ị',
  î: 'ỵ',
};
const vniPair = /([aeouyôö])([ùøûõïâáàåãäêéèúüë])/gi;
const vniSingle = /[ñôöíìæóòî]/gi;

/**
 * The Unicode text of a run typed with a legacy font. `text` holds the font's codes as Latin-1
 * characters, as office files and wrongly decoded texts do; what is outside Latin-1 stays.
 */
export function fromLegacy(text: string, table: LegacyTable): string {
  return (table === 'tcvn3' ? fromTcvn3(text) : fromVni(text)).normalize('NFC');
}

function fromTcvn3(text: string): string {
  return text.replace(/[\u00a1-\u00ff]+/g, (run) => iconv.decode(Buffer.from(run, 'latin1'), 'tcvn'));
}

function fromVni(text: string): string {
  const letter = (char: string) => {
    const found = vniLetters[char.toLowerCase()];
    if (!found) return char;
    return char === char.toLowerCase() ? found : found.toUpperCase();
  };
  // Pairs first, with the base kept apart, so that "ô" of a pair is not taken for a letter of its own.
  let out = '';
  let last = 0;
  for (const pair of text.matchAll(vniPair)) {
    out += text.slice(last, pair.index).replace(vniSingle, letter);
    out += (letter(pair[1] ?? '') + vniMarks[(pair[2] ?? '').toLowerCase()]).normalize('NFC');
    last = pair.index + pair[0].length;
  }
  return out + text.slice(last).replace(vniSingle, letter);
}

/** The legacy table a font stands for, and whether the font draws every letter as a capital (".VnTimeH"). */
export function legacyFont(name: string | undefined): { table: LegacyTable; isCapital: boolean } | undefined {
  if (!name) return undefined;
  if (/^\.vn/i.test(name)) return { table: 'tcvn3', isCapital: /H$/.test(name) };
  if (/^vni[- ]/i.test(name)) return { table: 'vni', isCapital: false };
  return undefined;
}

/** The table a Unicode text was wrongly read past, when converting makes it plainly more Vietnamese. */
export function detectLegacy(text: string): LegacyTable | undefined {
  if (!/[\u00a1-\u00ff]/.test(text)) return undefined;
  const asIs = judgeVietnamese(text);
  if (asIs.words < 3 || asIs.share > 0.8) return undefined;
  const [best] = (['tcvn3', 'vni'] as const)
    .map((table) => ({ table, share: judgeVietnamese(fromLegacy(text, table)).share }))
    .sort((one, other) => other.share - one.share);
  return best && best.share > 0.7 && best.share > asIs.share + 0.2 ? best.table : undefined;
}

/** Converts a text line by line; a line that converting would make worse is already Unicode and stays. */
export function convertLegacyLines(lines: string[], table: LegacyTable): { lines: string[]; count: number } {
  let count = 0;
  const converted = lines.map((line) => {
    const better = fromLegacy(line, table);
    if (better === line || judgeVietnamese(better).share < judgeVietnamese(line).share) return line;
    count += 1;
    return better;
  });
  return { lines: converted, count };
}
