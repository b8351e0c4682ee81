import { describe, expect, it } from 'vitest';
import type { ReceivedFile, UploadState } from '#core/evidence/evidence.ts';
import { ApiProblem } from '#web/request.ts';
import { CHUNK, pauseAfter, sendFile, type Wire } from './send-file.ts';

const problem = (kind: string, status = 0) => new ApiProblem(status, { kind, vi: kind, en: kind });
const MIB = 1024 * 1024;

/** A server that keeps count; `faults` are what its answers to the pieces are, in turn; "ok" keeps the piece. */
function wireWith(faults: (ApiProblem | 'ok' | 'lost answer')[]) {
  const log: string[] = [];
  let upload: UploadState = { id: 'u', fileName: '', size: 0, received: 0 };
  const wire: Wire = {
    begin: async (input) => {
      upload = { ...upload, ...input };
      return upload;
    },
    find: async () => {
      log.push('ask');
      return upload;
    },
    put: async (state, bytes, onSent) => {
      log.push(`put ${state.received / MIB}+${bytes.size / MIB}`);
      onSent(bytes.size);
      const fault = faults.shift() ?? 'ok';
      if (fault instanceof ApiProblem) throw fault;
      upload = { ...upload, received: state.received + bytes.size };
      if (fault === 'lost answer') throw problem('no_network');
      return upload;
    },
    finish: async () => {
      log.push('finish');
      return { uploadId: 'u' } as ReceivedFile;
    },
    drop: async () => {
      log.push('drop');
    },
    pause: async (milliseconds) => {
      log.push(`wait ${milliseconds}`);
    },
  };
  return { wire, log };
}

const file = (mib: number) => new File([new Uint8Array(mib * MIB)], 'kế hoạch.pdf');

describe('sending a file', () => {
  it.each([
    ['a small file goes in one piece', 3, [], ['put 0+3', 'finish']],
    ['a large one goes in pieces of 8 MiB', 20, [], ['put 0+8', 'put 8+8', 'put 16+4', 'finish']],
    [
      'a piece that never arrived is sent again',
      10,
      ['ok', problem('no_network')],
      ['put 0+8', 'put 8+2', 'wait 500', 'ask', 'put 8+2', 'finish'],
    ],
    [
      'a piece that arrived although its answer was lost is not sent again',
      10,
      ['lost answer'],
      ['put 0+8', 'wait 500', 'ask', 'put 8+2', 'finish'],
    ],
    [
      'bytes at the wrong place are asked about',
      3,
      [problem('upload_offset', 409)],
      ['put 0+3', 'wait 500', 'ask', 'put 0+3', 'finish'],
    ],
  ] as const)('%s', async (_, mib, faults, expected) => {
    const { wire, log } = wireWith([...faults]);
    await sendFile(file(mib), { wire });
    expect(log).toEqual(expected);
  });

  it('goes on with an upload that was given up', async () => {
    const { wire, log } = wireWith([]);
    await wire.begin({ fileName: 'a', size: 10 * MIB });
    await sendFile(file(10), { wire, resume: 'u' });
    expect(log).toEqual(['ask', 'put 0+8', 'put 8+2', 'finish']);
  });

  it('drops what was sent when it is stopped, and says so', async () => {
    const { wire, log } = wireWith([]);
    const stop = new AbortController();
    const sent = sendFile(file(20), { wire, signal: stop.signal, onProgress: () => stop.abort() });
    await expect(sent).rejects.toMatchObject({ kind: 'upload_stopped' });
    expect(log).toEqual(['put 0+8', 'drop']);
  });

  it('ends with the refusal when the server will not have the file', async () => {
    const { wire, log } = wireWith([problem('file_too_large', 413)]);
    await expect(sendFile(file(3), { wire })).rejects.toMatchObject({ kind: 'file_too_large' });
    expect(log).toEqual(['put 0+3']);
  });

  it('gives up after six failures in a row', async () => {
    const { wire, log } = wireWith(Array.from({ length: 9 }, () => problem('no_network')));
    await expect(sendFile(file(3), { wire })).rejects.toMatchObject({ kind: 'no_network' });
    expect(log.filter((each) => each.startsWith('put'))).toHaveLength(7);
  });

  it('tells how far it is, up to the whole', async () => {
    const shares: number[] = [];
    const { wire } = wireWith([]);
    await sendFile(file(16), { wire, onProgress: (share) => shares.push(share) });
    expect(shares).toEqual([0.5, 1, 1]);
    expect(CHUNK).toBe(8 * MIB);
  });
});

describe('what to do after a refusal', () => {
  it.each([
    ['a broken network is waited for', problem('no_network'), 0, 500],
    ['longer each time', problem('no_network'), 3, 4000],
    ['but not for ever', problem('no_network'), 6, undefined],
    ['a proxy that is busy is waited for', problem('answer_not_understood', 502), 0, 500],
    ['a refusal is final', problem('file_refused', 422), 0, undefined],
    ['a bug is not hidden', new Error('x'), 0, undefined],
  ])('%s', (_, reason, failures, expected) => {
    expect(pauseAfter(reason, failures)).toBe(expected);
  });
});
