import type { DocumentRefusal } from '#core/reading/document-refusal.ts';

const deepest = 256;
const neverClosed =
  /^(area|base|br|col|embed|hr|img|input|link|meta|param|source|track|wbr|p|li|td|th|tr|option|dt|dd)$/;

/**
 * Refuses pages nested deeper than any office program writes, before a tree is built. Tags that may stay
 * open without nesting are not counted.
 */
export function checkHtmlDepth(bytes: Uint8Array): DocumentRefusal | undefined {
  let depth = 0;
  const source = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
  for (const [, slash, name = ''] of source.replaceAll('\0', '').matchAll(/<(\/?)([a-z][a-z0-9]*)/gi)) {
    if (neverClosed.test(name.toLowerCase())) continue;
    depth = slash ? Math.max(0, depth - 1) : depth + 1;
    if (depth > deepest) return { kind: 'forbidden_xml', reason: 'nesting' };
  }
  return undefined;
}
