import { PDF, type PdfDict } from '@libpdf/core';
import { type CheckedSignature, checkSignedData } from './signed-data.ts';

/** `isWhole`: intact, and nothing was added to the file after it but by signatures that are whole themselves. */
export type FoundSignature = Omit<CheckedSignature, 'isIntact'> & { isWhole: boolean };
export type PdfFacts = { pages: number; signatures: FoundSignature[] };

type Covering = CheckedSignature & { end: number; isFromStart: boolean; isTimestamp: boolean };

/**
 * The digital signatures of a PDF (ISO 32000-2, 12.8): who signed, when, and whether the file is still
 * what was signed. A file of several signatures grows with each, so an earlier one is whole when a later
 * whole one vouches for the rest. Runs in a thread of its own only.
 */
export async function readPdfFacts(bytes: Uint8Array): Promise<PdfFacts> {
  const pdf = await PDF.load(bytes);
  const dictionaries = (pdf.getForm()?.getSignatureFields() ?? []).flatMap((field) => {
    const dictionary = field.getSignatureDict();
    return dictionary ? [dictionary] : [];
  });
  const found = dictionaries.map((dictionary) => checkSignature(dictionary, bytes));
  const latestFirst = found.toSorted((one, other) => other.end - one.end);
  let vouchedTo = bytes.length;
  const wholes = new Set<Covering>();
  for (const signature of latestFirst) {
    const reaches = signature.end >= vouchedTo || isBlank(bytes.subarray(signature.end, vouchedTo));
    if (!signature.isIntact || !signature.isFromStart || !(reaches || wholes.size > 0)) continue;
    wholes.add(signature);
    vouchedTo = signature.end;
  }
  const signatures = found
    .filter(({ isTimestamp }) => !isTimestamp)
    .map((signature) => ({
      signer: signature.signer,
      issuer: signature.issuer,
      signedAt: signature.signedAt,
      isWhole: wholes.has(signature),
    }));
  return { pages: pdf.getPageCount(), signatures };
}

function checkSignature(dictionary: PdfDict, bytes: Uint8Array): Covering {
  const range = (dictionary.getArray('ByteRange')?.toArray() ?? []).map((each) =>
    each.type === 'number' ? each.value : -1,
  );
  const contents = dictionary.getString('Contents')?.bytes ?? new Uint8Array();
  const [from = -1, length = -1, next = -1, rest = -1] = range;
  const gap = next - length;
  const isRange =
    range.length === 4 &&
    [from, length, next, rest].every((each) => Number.isSafeInteger(each) && each >= 0) &&
    next >= length &&
    next + rest <= bytes.length;
  const signed = isRange ? [bytes.subarray(from, from + length), bytes.subarray(next, next + rest)] : [];
  const checked = checkSignedData(contents, signed);
  const written = readPdfTime(dictionary.getString('M')?.asString() ?? '');
  return {
    ...checked,
    signer: checked.signer || (dictionary.getString('Name')?.asString() ?? '').slice(0, 300),
    signedAt: checked.signedAt ?? written,
    // What lies between the two parts must be the signature and nothing else.
    isIntact: checked.isIntact && isRange && isOnlyContents(bytes, length, gap),
    isFromStart: from === 0,
    end: isRange ? next + rest : 0,
    isTimestamp: dictionary.getName('SubFilter')?.value === 'ETSI.RFC3161',
  };
}

/** Whether the gap of a byte range holds one hexadecimal string: "<30820…00>". */
function isOnlyContents(bytes: Uint8Array, at: number, length: number): boolean {
  const gap = Buffer.from(bytes.buffer, bytes.byteOffset + at, length).toString('latin1');
  return /^<[0-9a-f\s]*>$/iu.test(gap);
}

function isBlank(bytes: Uint8Array): boolean {
  return (
    bytes.length < 1024 && bytes.every((byte) => byte === 0 || byte === 10 || byte === 13 || byte === 32)
  );
}

/** A date of PDF: "D:20260115083000+07'00'". */
function readPdfTime(text: string): string | null {
  const match = /^D:(\d{4})(\d{2})(\d{2})(\d{2})(\d{2})(\d{2})(?:Z|([+-])(\d{2})'?(\d{2})?)?/u.exec(text);
  if (!match) return null;
  const [, year, month, day, hour, minute, second, sign, hours = '00', minutes = '00'] = match;
  const zone = sign ? `${sign}${hours}:${minutes}` : 'Z';
  const moment = new Date(`${year}-${month}-${day}T${hour}:${minute}:${second}${zone}`);
  return Number.isNaN(moment.getTime()) ? null : moment.toISOString().replace('.000Z', 'Z');
}
