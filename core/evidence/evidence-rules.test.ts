import { describe, expect, it } from 'vitest';
import { completenessOf } from './completeness.ts';
import { documentMetadataSchema, type NewEvidence } from './evidence.ts';
import type { EvidenceKind, EvidenceStatus } from './evidence-words.ts';
import { findLikeness } from './find-likeness.ts';
import {
  refuseChange,
  refuseDecision,
  refuseNewEvidence,
  refuseRemoval,
  warnOfEvidence,
} from './refuse-evidence.ts';

const metadata = documentMetadataSchema.parse({});
const plan = { ...metadata, codeNumber: '05', codeNotation: 'KH-UBND', organName: 'UBND phường Hồ Sen' };

describe('what looks like the same document', () => {
  const received = { sha256: 'a', metadata: { ...plan, issuedDate: '2026-01-15' } };
  it.each([
    ['the same bytes', { sha256: 'a', metadata }, ['same_file']],
    ['the same number, notation and issuer', { sha256: 'b', metadata: plan }, ['same_number']],
    [
      'the same however the issuer and the number are written',
      { sha256: 'b', metadata: { ...plan, codeNumber: '5', organName: 'Uỷ ban nhân dân Phường Hồ Sen' } },
      ['same_number'],
    ],
    ['another notation', { sha256: 'b', metadata: { ...plan, codeNotation: 'BC-UBND' } }, []],
    ['another issuer', { sha256: 'b', metadata: { ...plan, organName: 'Sở Nội vụ' } }, []],
    ['the same number of another year', { sha256: 'b', metadata: { ...plan, issuedDate: '2025-01-15' } }, []],
    ['nothing known of either', { sha256: 'b', metadata }, []],
  ])('%s', (_, other, expected) => {
    const kept = [{ id: 'id', title: 'Kế hoạch', ...other }];
    expect(findLikeness(received, kept).map(({ because }) => because)).toEqual(expected);
  });
});

describe('how well a leaf is proved', () => {
  type Linked = [EvidenceKind, EvidenceStatus][];
  const cases: [string, { asked?: number; points?: number | null; scoredBy?: 'survey' }, Linked, string][] = [
    ['points with nothing behind them', {}, [], 'needs_explanation'],
    ['points nobody asked a paper for, with nothing behind them', { asked: 0 }, [], 'needs_explanation'],
    ['an explanation stands in', {}, [['explanation', 'waiting']], 'explained'],
    ['a returned explanation does not', {}, [['explanation', 'returned']], 'needs_explanation'],
    ['one paper of two', { asked: 2 }, [['document', 'waiting']], 'partial'],
    [
      'as many as asked for',
      { asked: 2 },
      [
        ['document', 'accepted'],
        ['nothing_arose', 'waiting'],
      ],
      'full',
    ],
    ['one, where none is asked for by name', { asked: 0 }, [['document', 'waiting']], 'full'],
    [
      'enough, but one was returned',
      {},
      [
        ['document', 'waiting'],
        ['document', 'returned'],
      ],
      'partial',
    ],
    ['only a returned one', {}, [['document', 'returned']], 'needs_explanation'],
    ['no points yet', { points: null }, [], 'nothing_claimed'],
    ['nothing reached', { points: 0 }, [], 'nothing_claimed'],
    ['a penalty', { points: -50 }, [], 'nothing_claimed'],
    ['a survey is not the unit’s to prove', { scoredBy: 'survey' }, [], 'nothing_claimed'],
  ];
  it.each(cases)('%s', (_, { asked = 1, points = 50, scoredBy = 'self' as const }, linked, expected) => {
    const leaf = { criterionId: 'c', code: 'I.1', asked, points, scoredBy };
    const papers = linked.map(([kind, status]) => ({ kind, status }));
    expect(completenessOf(leaf, papers).state).toBe(expected);
  });
  it('counts papers, not explanations', () => {
    const leaf = { criterionId: 'c', code: 'I.1', asked: 3, points: 50, scoredBy: 'self' as const };
    const papers = [
      { kind: 'document', status: 'accepted' },
      { kind: 'document', status: 'returned' },
      { kind: 'explanation', status: 'accepted' },
    ] as const;
    expect(completenessOf(leaf, papers)).toMatchObject({
      asked: 3,
      given: 2,
      accepted: 1,
      returned: 1,
      isExplained: true,
    });
  });
});

describe('what is refused', () => {
  const link = { target: 'criterion' as const, targetId: 'c', page: null, section: '', note: '' };
  const input: NewEvidence = {
    kind: 'document',
    uploadId: 'u',
    title: 'Kế hoạch',
    text: '',
    metadata,
    effectiveOn: null,
    isFreeOfSecrets: true,
    replaces: null,
    departmentId: null,
    links: [link],
  };
  const statement = { kind: 'nothing_arose' as const, uploadId: null, text: 'Không phát sinh.' };
  it.each([
    ['a document in order is kept', {}, undefined],
    ['a statement in order is kept', statement, undefined],
    ['no word on secrets', { isFreeOfSecrets: false }, 'secrets_not_denied'],
    ['a document without its file', { uploadId: null }, 'file_needed'],
    ['a statement with a file', { ...statement, uploadId: 'u' }, 'file_not_expected'],
    ['a statement without words', { ...statement, text: '' }, 'text_needed'],
    ['a statement about nothing', { ...statement, links: [] }, 'link_needed'],
    ['the same leaf twice', { links: [link, link] }, 'linked_already'],
    ['a day on no day of the calendar', { effectiveOn: '2026-02-30' }, 'day_unknown'],
    ['a date of issue likewise', { metadata: { ...metadata, issuedDate: '2026-13-01' } }, 'day_unknown'],
  ])('new: %s', (_, change, expected) => {
    expect(refuseNewEvidence({ ...input, ...change })?.kind).toBe(expected);
  });

  const standing = { kind: 'document' as const, status: 'waiting' as const, isReplaced: false };
  it.each([
    ['what waits may be changed', {}, undefined, undefined],
    [
      'what was returned is mended, not removed',
      { status: 'returned' as const },
      undefined,
      'evidence_decided',
    ],
    ['what was accepted stands', { status: 'accepted' as const }, 'evidence_decided', 'evidence_decided'],
    ['what was replaced stands', { isReplaced: true }, 'evidence_replaced', 'evidence_replaced'],
  ])('later: %s', (_, change, changing, removing) => {
    expect(refuseChange({ ...standing, ...change }, input)?.kind).toBe(changing);
    expect(refuseRemoval({ ...standing, ...change })?.kind).toBe(removing);
  });

  it.each([
    ['another person accepts', 'accepted' as const, '', ['adder'], undefined],
    ['whoever added it does not', 'accepted' as const, '', ['adder', 'me'], 'own_evidence'],
    ['a return says why', 'returned' as const, '', ['adder'], 'reason_needed'],
    ['a return that says why', 'returned' as const, 'Thiếu trang ký', ['adder'], undefined],
  ])('decision: %s', (_, status, reason, contributors, expected) => {
    expect(refuseDecision({ isReplaced: false }, { status, reason }, contributors, 'me')?.kind).toBe(
      expected,
    );
  });
});

describe('what a person should look at', () => {
  const signature = { signer: '', issuer: '', signedAt: null, isWhole: true };
  it.each([
    ['nothing', {}, []],
    ['in force only after the year', { effectiveOn: '2027-01-01' }, ['effective_after_year']],
    ['the last day counts', { effectiveOn: '2026-12-31' }, []],
    ['issued after the year', { metadata: { ...metadata, issuedDate: '2027-01-05' } }, ['issued_after_year']],
    ['a broken signature', { signatures: [{ ...signature, isWhole: false }] }, ['signature_broken']],
    ['a whole one', { signatures: [signature] }, []],
  ])('%s', (_, change, expected) => {
    expect(warnOfEvidence({ effectiveOn: null, metadata, signatures: [], ...change }, 2026)).toEqual(
      expected,
    );
  });
});
