import type { DocumentRefusal } from '#core/reading/document-refusal.ts';

const deepest = 256;
const lessThan = 0x3c;
const greaterThan = 0x3e;

/**
 * Walks the tags of an XML part once, without building anything: refuses DOCTYPE and ENTITY (entity
 * bombs, outside references) and nesting deeper than any office program writes. UTF-16 is refused as
 * damaged: no office program writes it, and it would hide both from this walk.
 */
export function checkXml(bytes: Uint8Array): DocumentRefusal | undefined {
  if (bytes[0] === 0xff || bytes[0] === 0xfe || bytes[0] === 0 || bytes[1] === 0) return { kind: 'damaged' };
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let depth = 0;
  for (let at = buffer.indexOf(lessThan); at >= 0; at = buffer.indexOf(lessThan, at)) {
    const next = buffer[at + 1];
    if (next === 0x21) {
      const end = skipDeclaration(buffer, at);
      if (end === undefined) return { kind: 'forbidden_xml', reason: 'doctype' };
      at = end;
    } else if (next === 0x3f) {
      at = after(buffer, '?>', at);
    } else if (next === 0x2f) {
      depth -= 1;
      at = after(buffer, '>', at);
    } else {
      const end = endOfTag(buffer, at);
      if (buffer[end - 1] !== 0x2f) depth += 1;
      if (depth > deepest) return { kind: 'forbidden_xml', reason: 'nesting' };
      at = end + 1;
    }
  }
  return undefined;
}

function skipDeclaration(buffer: Buffer, at: number): number | undefined {
  if (buffer.subarray(at, at + 4).equals(Buffer.from('<!--'))) return after(buffer, '-->', at + 4);
  if (buffer.subarray(at, at + 9).equals(Buffer.from('<![CDATA['))) return after(buffer, ']]>', at + 9);
  return undefined;
}

function after(buffer: Buffer, mark: string, from: number): number {
  const found = buffer.indexOf(mark, from);
  return found < 0 ? buffer.length : found + mark.length;
}

/** The ">" that ends a tag: one inside a quoted value does not. */
function endOfTag(buffer: Buffer, from: number): number {
  let quote = 0;
  for (let at = from + 1; at < buffer.length; at++) {
    const byte = buffer[at];
    if (quote !== 0) {
      if (byte === quote) quote = 0;
    } else if (byte === 0x22 || byte === 0x27) quote = byte;
    else if (byte === greaterThan) return at;
  }
  return buffer.length;
}
