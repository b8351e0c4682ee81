/**
 * One element of DER or BER (X.690): `bytes` with its tag and length, `content` without. `children` are
 * read of constructed elements only.
 */
export type DerElement = { tag: number; bytes: Uint8Array; content: Uint8Array; children: DerElement[] };

const MOST_DEPTH = 40;

/** Reads the first element of the bytes; undefined when they are none, so that nobody trusts half of one. */
export function readDer(bytes: Uint8Array, depth = 0): DerElement | undefined {
  const tag = bytes[0];
  const first = bytes[1];
  if (tag === undefined || first === undefined || (tag & 0x1f) === 0x1f || depth > MOST_DEPTH)
    return undefined;
  const isConstructed = (tag & 0x20) !== 0;
  if (first === 0x80) return isConstructed ? readOpen(bytes, tag, depth) : undefined;
  const lengthBytes = first < 0x80 ? 0 : first & 0x7f;
  if (lengthBytes > 4) return undefined;
  let length = first < 0x80 ? first : 0;
  for (const byte of bytes.subarray(2, 2 + lengthBytes)) length = length * 256 + byte;
  const start = 2 + lengthBytes;
  if (start + length > bytes.length) return undefined;
  const content = bytes.subarray(start, start + length);
  const children = isConstructed ? readAll(content, depth + 1) : [];
  return children && { tag, bytes: bytes.subarray(0, start + length), content, children };
}

function readAll(content: Uint8Array, depth: number): DerElement[] | undefined {
  const children: DerElement[] = [];
  for (let at = 0; at < content.length; ) {
    const child = readDer(content.subarray(at), depth);
    if (!child) return undefined;
    children.push(child);
    at += child.bytes.length;
  }
  return children;
}

/** An element of unknown length, closed by two zero bytes, as some signing programs still write. */
function readOpen(bytes: Uint8Array, tag: number, depth: number): DerElement | undefined {
  const children: DerElement[] = [];
  let at = 2;
  while (bytes[at] !== 0 || bytes[at + 1] !== 0) {
    const child = readDer(bytes.subarray(at), depth + 1);
    if (!child) return undefined;
    children.push(child);
    at += child.bytes.length;
  }
  return { tag, bytes: bytes.subarray(0, at + 2), content: bytes.subarray(2, at), children };
}

/** An object identifier in figures: "1.2.840.113549.1.7.2"; "" for anything else. */
export function readOid(element: DerElement | undefined): string {
  if (element?.tag !== 0x06) return '';
  const parts: number[] = [];
  let value = 0;
  for (const byte of element.content) {
    value = value * 128 + (byte & 0x7f);
    if (byte & 0x80) continue;
    parts.push(value);
    value = 0;
  }
  const [first = 0, ...rest] = parts;
  const root = Math.min(2, Math.floor(first / 40));
  return [root, first - root * 40, ...rest].join('.');
}
