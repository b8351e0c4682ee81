import { describe, expect, it } from 'vitest';
import type { Completeness, Evidence, EvidenceLink, ReceivedFile } from '#core/evidence/evidence.ts';
import { vi } from '#web/words/vi.ts';
import { readEvidenceAddress } from './evidence-search.ts';
import { filterEvidence } from './filter-evidence.ts';
import { printAnchor, printIdentity, printSize, proposeTitle, signatureState } from './print-evidence.ts';
import { sumByField } from './sum-completeness.ts';
import { nextToSend, type QueuedFile, type QueueStep, stepQueue } from './upload-queue.ts';

const NOTHING = {
  codeNumber: '',
  codeNotation: '',
  issuedDate: null,
  organName: '',
  typeName: '',
  subject: '',
  fullName: '',
  position: '',
  pageAmount: null,
};
const PLAN = {
  ...NOTHING,
  codeNumber: '05',
  codeNotation: 'KH-UBND',
  issuedDate: '2026-01-15',
  organName: 'UBND phường Hồ Sen',
  typeName: 'Kế hoạch',
  subject: 'Cải cách hành chính năm 2026',
};
const link = (target: EvidenceLink['target'], targetTitle: string): EvidenceLink => ({
  id: 'l',
  target,
  targetId: targetTitle,
  targetTitle,
  page: null,
  section: '',
  note: '',
});
const piece = (id: string, changes: Partial<Evidence>): Evidence => ({
  id,
  year: 2026,
  kind: 'document',
  title: id,
  text: '',
  file: null,
  metadata: NOTHING,
  signatures: [],
  effectiveOn: null,
  status: 'waiting',
  decision: null,
  links: [],
  earlier: [],
  departmentId: null,
  addedBy: '',
  addedAt: '',
  version: 1,
  ...changes,
});

describe('an anchor in words', () => {
  it.each([
    ['page and section', 4, 'mục II.2', 'trang 4, mục II.2'],
    ['a page alone', 4, '', 'trang 4'],
    ['a section alone', null, 'Điều 3', 'Điều 3'],
    ['nothing said', null, '', 'chưa ghi trang, mục'],
  ])('%s', (_, page, section, expected) => {
    expect(printAnchor({ page, section }, vi.evidence)).toBe(expected);
  });
});

describe('a document in words', () => {
  it.each([
    ['everything known', PLAN, 'Kế hoạch 05/KH-UBND ngày 15/01/2026 của UBND phường Hồ Sen'],
    ['nothing known', NOTHING, ''],
    ['only the number', { ...NOTHING, codeNumber: '05' }, '05'],
  ])('%s', (_, metadata, expected) => {
    expect(printIdentity(metadata, vi.evidence)).toBe(expected);
  });

  it.each([
    ['its citation and subject', PLAN, 'Kế hoạch 05/KH-UBND: Cải cách hành chính năm 2026'],
    ['the name of the file where nothing was read', NOTHING, 'ảnh trụ sở'],
    ['the name of the file where only a type was read', { ...NOTHING, typeName: 'Báo cáo' }, 'ảnh trụ sở'],
  ])('is called by %s', (_, metadata, expected) => {
    expect(proposeTitle(metadata, 'ảnh trụ sở.jpg', vi.evidence)).toBe(expected);
  });

  it.each([
    ['bytes', 0, '0 B'],
    ['kilobytes whole', 2048, '2 KB'],
    ['megabytes with a decimal comma', 3.4 * 1024 * 1024, '3,4 MB'],
    ['gigabytes at most', 3000 * 1024 ** 3, '3.000 GB'],
  ])('has a size in %s', (_, bytes, expected) => {
    expect(printSize(bytes, 'vi')).toBe(expected);
  });

  it.each([
    ['no signature', [], 'no'],
    ['all whole', [{ isWhole: true }, { isWhole: true }], 'yes'],
    ['one broken', [{ isWhole: true }, { isWhole: false }], 'broken'],
  ])('is signed: %s', (_, signatures, expected) => {
    expect(signatureState(signatures)).toBe(expected);
  });
});

describe('the list of evidence', () => {
  const all = [
    piece('plan', { metadata: PLAN, links: [link('criterion', 'VII.2.2 Văn bản điện tử')] }),
    piece('photo', { status: 'accepted' }),
    piece('words', { kind: 'explanation', links: [link('task', 'Rà soát thủ tục')] }),
    piece('signed', {
      signatures: [{ signer: '', issuer: '', signedAt: null, isWhole: false }],
      links: [link('criterion', 'VI.1 Ngân sách')],
    }),
  ];
  it.each([
    ['an empty address asks for all', {}, ['plan', 'photo', 'words', 'signed']],
    ['words without diacritics', { q: 'cai cach hanh chinh' }, ['plan']],
    ['a number', { q: '05/KH' }, ['plan']],
    ['a status', { status: 'accepted' }, ['photo']],
    ['a kind', { kind: 'explanation' }, ['words']],
    ['what misses a link', { link: 'none' }, ['photo']],
    ['what proves tasks', { link: 'task' }, ['words']],
    ['broken signatures', { signed: 'broken' }, ['signed']],
    ['a field, not the one whose code begins alike', { field: 'VI' }, ['signed']],
    ['two filters at once', { status: 'waiting', field: 'VII' }, ['plan']],
    ['a filter nobody knows is left out', { status: 'lost' }, ['plan', 'photo', 'words', 'signed']],
  ])('%s', (_, address, expected) => {
    expect(filterEvidence(all, readEvidenceAddress(address)).map((each) => each.id)).toEqual(expected);
  });
});

describe('completeness by field', () => {
  it('counts leaves with points by how well they are proved', () => {
    const leaf = (code: string, state: Completeness['state']) => ({ code, state }) as Completeness;
    expect(
      sumByField([
        leaf('I.1.1', 'full'),
        leaf('I.1.2', 'needs_explanation'),
        leaf('I.2', 'nothing_claimed'),
        leaf('II.1', 'explained'),
        leaf('II.2', 'partial'),
      ]),
    ).toEqual([
      { field: 'I', claimed: 2, full: 1, partial: 0, explained: 0, needs: 1 },
      { field: 'II', claimed: 2, full: 0, partial: 1, explained: 1, needs: 0 },
    ]);
  });
});

describe('the queue of files', () => {
  const chosen: QueueStep = {
    kind: 'chosen',
    files: [
      { key: 'a', fileName: 'a.pdf', size: 1 },
      { key: 'b', fileName: 'b.pdf', size: 2 },
    ],
  };
  const received = { uploadId: 'u' } as ReceivedFile;
  const stages = (queue: readonly QueuedFile[]) => queue.map((each) => each.stage).join(' ');
  const CASES: [string, QueueStep[], string, string | undefined][] = [
    ['both wait, the first goes first', [chosen], 'waiting waiting', 'a'],
    ['one at a time', [chosen, { kind: 'started', key: 'a' }], 'sending waiting', undefined],
    [
      'all sent means being read',
      [chosen, { kind: 'progressed', key: 'a', share: 1 }],
      'reading waiting',
      undefined,
    ],
    [
      'when one is read the next goes',
      [chosen, { kind: 'received', key: 'a', received }],
      'ready waiting',
      'b',
    ],
    [
      'a failed one does not hold the others',
      [chosen, { kind: 'failed', key: 'a', problem: 1 }],
      'failed waiting',
      'b',
    ],
    [
      'asked again it waits for its turn',
      [chosen, { kind: 'failed', key: 'a', problem: 1 }, { kind: 'asked_again', key: 'a' }],
      'waiting waiting',
      'a',
    ],
    [
      'a step about one that was removed changes nothing',
      [chosen, { kind: 'removed', key: 'a' }, { kind: 'progressed', key: 'a', share: 0.5 }],
      'waiting',
      'b',
    ],
    ['what is saved stays to be seen', [chosen, { kind: 'saved', key: 'a' }], 'saved waiting', 'b'],
  ];
  it.each(CASES)('%s', (_, steps, expected, next) => {
    const queue = steps.reduce<QueuedFile[]>(stepQueue, []);
    expect(stages(queue)).toBe(expected);
    expect(nextToSend(queue)?.key).toBe(next);
  });

  it('keeps the id of an upload that failed, to go on from it', () => {
    const steps: QueueStep[] = [
      chosen,
      { kind: 'begun', key: 'a', uploadId: 'u' },
      { kind: 'failed', key: 'a', problem: 1 },
      { kind: 'asked_again', key: 'a' },
    ];
    expect(steps.reduce<QueuedFile[]>(stepQueue, [])[0]?.uploadId).toBe('u');
  });
});
