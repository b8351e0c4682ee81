export type WantedRange = { from: number; to: number };

/**
 * The part of a file of `size` bytes that a Range header asks for (RFC 9110, 14.2); both ends count.
 * Undefined means the whole file: no header, another unit, several parts, or not understood.
 */
export function readByteRange(
  header: string | undefined,
  size: number,
): WantedRange | 'unsatisfiable' | undefined {
  const [, first = '', last = ''] = /^bytes=(\d{0,15})-(\d{0,15})$/u.exec((header ?? '').trim()) ?? [];
  if (first === '' && last === '') return undefined;
  if (first === '') {
    const suffix = Math.min(Number(last), size);
    return suffix === 0 ? 'unsatisfiable' : { from: size - suffix, to: size - 1 };
  }
  const from = Number(first);
  if (last !== '' && Number(last) < from) return undefined;
  if (from >= size) return 'unsatisfiable';
  return { from, to: last === '' ? size - 1 : Math.min(Number(last), size - 1) };
}

/** A disposition that names the file for old readers in ASCII and for all others in UTF-8 (RFC 6266). */
export function dispositionOf(way: 'inline' | 'attachment', fileName: string): string {
  const plain = fileName
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replaceAll('đ', 'd')
    .replaceAll('Đ', 'D')
    .replace(/[^\w. ()-]/gu, '_');
  const whole = encodeURIComponent(fileName).replace(
    /['()*!]/gu,
    (letter) => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `${way}; filename="${plain}"; filename*=UTF-8''${whole}`;
}
