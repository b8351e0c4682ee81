import { listArchive } from '#server/documents/guard-archive.ts';
import { inflateEntry } from '#server/documents/inflate-entry.ts';

/** What an answer says, whatever it comes as: packed files are unpacked, of a stream the beginning is read. */
export async function readAnswer(response: Response): Promise<string> {
  const headers = [...response.headers].map(([name, value]) => `${name}: ${decoded(value)}`).join('\n');
  if (response.headers.get('content-type')?.startsWith('text/event-stream')) {
    const reader = response.body!.getReader();
    const { value } = await reader.read();
    await reader.cancel();
    return headers + new TextDecoder().decode(value);
  }
  return `${headers}\n${await textOf(new Uint8Array(await response.arrayBuffer()))}`;
}

async function textOf(bytes: Uint8Array): Promise<string> {
  const isArchive = bytes[0] === 0x50 && bytes[1] === 0x4b;
  const entries = isArchive ? await listArchive(bytes) : [];
  if ('kind' in entries || entries.length === 0) return new TextDecoder().decode(bytes);
  const texts = [];
  for (const entry of entries) {
    const inflated = await inflateEntry(bytes, entry, true);
    texts.push(entry.name, 'bytes' in inflated ? await textOf(inflated.bytes) : '');
  }
  return texts.join('\n');
}

function decoded(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    return value;
  }
}
