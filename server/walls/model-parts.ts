import type { Role } from '#core/people/roles.ts';
import type { Row } from './copy-unit.ts';
import { FILE_SHA256 } from './model-points.ts';
import { AT, type Put } from './model-rows.ts';

/** Where a campaign of the matrix stands, as what its units are doing: some of them while it is still claimed. */
export const CONDUCTS = [
  'preparing',
  'claiming',
  'approving',
  'submitted',
  'appraising',
  'explaining',
  'deciding',
  'published',
] as const;
export type Conduct = (typeof CONDUCTS)[number];

/** Of every campaign: leaves of a survey and of a bonus, and one that nobody of the matrix was given. */
export const LEAVES = { survey: 'IX.1', bonus: 'IX.2', unassigned: 'IX.3' } as const;
/** How texts begin that another unit never sees, an appraiser was not given, and a council not before it meets. */
export const WITHHELD = { hidden: 'kín', unassigned: 'ngoài phần giao', early: 'chưa họp' } as const;

export type Around = {
  unitId: string;
  userIds: Record<Role, string>;
  planId: string;
  leaf: { id: string; code: string };
  evidenceId: string;
};

/** The unit's own part: what it claims, handed in, took back and answered. */
export async function putPart(
  put: Put,
  { unitId, userIds, planId, leaf, evidenceId }: Around,
  { id, conduct, isRuled }: { id: string; conduct: Conduct; isRuled: boolean },
) {
  if (conduct === 'preparing') return { bonusClaimId: '' };
  const isHandedIn = isRuled || conduct === 'submitted';
  const assessmentId = await put('assessment', {
    campaign_id: id,
    host_id: unitId,
    plan_id: planId,
    year: 2026,
    stage: isHandedIn ? 'submitted' : conduct,
    version: 1,
    opened_by: userIds.focal,
    opened_at: AT,
  });
  const of = { assessment_id: assessmentId };
  const content = (start: string, code: string): Row => ({
    code,
    points: 80,
    evaluation: null,
    typedReason: `${start} vì đã làm`,
    bonusClaims: [],
    proofs: [
      {
        evidenceId,
        kind: 'document',
        title: `${start} báo cáo`,
        text: '',
        number: '',
        issuedOn: null,
        issuer: '',
        file: { fileName: `${start} tệp.pdf`, mediaType: 'application/pdf', size: 4, sha256: FILE_SHA256 },
        page: 1,
        section: '',
        note: '',
      },
    ],
  });
  for (const code of [leaf.code, LEAVES.bonus, LEAVES.unassigned])
    await put('leaf_claim', {
      ...of,
      code,
      criterion_id: code === leaf.code ? leaf.id : null,
      state: code === LEAVES.unassigned ? 'declared' : 'open',
      content: content('tự chấm', code),
      fingerprint: 'x',
      self_points: 80,
      review_reasons: [],
      return_reason: '',
      declared_by: userIds.officer,
      declared_by_name: 'Cán bộ của phòng',
      declared_at: AT,
      version: 1,
    });
  const by = { moved_by: userIds.officer, moved_by_name: 'Cán bộ của phòng', moved_at: AT };
  await put('assessment_move', {
    ...of,
    code: leaf.code,
    move: 'declare',
    reasons: [],
    reason: 'lần đầu',
    ...by,
  });
  const bonusClaimId = await put('bonus_claim', {
    ...of,
    code: LEAVES.bonus,
    title: 'sáng kiến của phường',
    points: 10,
    section: '',
    created_by: userIds.officer,
    created_at: AT,
    version: 1,
  });
  for (const number of isHandedIn ? [1, 2] : []) {
    const isOut = number === 1;
    const outOf = { withdrawn_at: isOut ? AT : null };
    const submissionId = await put('submission', {
      ...of,
      ...outOf,
      campaign_id: id,
      host_id: unitId,
      number,
      points: 160,
      submitted_by: userIds.leader,
      submitted_by_name: isOut ? `${WITHHELD.hidden} lãnh đạo` : 'Lãnh đạo đơn vị',
      submitted_at: AT,
      withdrawn_reason: '',
    });
    for (const code of [leaf.code, LEAVES.bonus, LEAVES.unassigned]) {
      const start = isOut ? WITHHELD.hidden : code === leaf.code ? 'đã nộp' : WITHHELD.unassigned;
      await put('submitted_leaf', {
        ...outOf,
        submission_id: submissionId,
        campaign_id: id,
        host_id: unitId,
        code,
        self_points: 80,
        points: 80,
        reasons: [],
        content: content(start, code),
        fingerprint: 'x',
        proofs: 1,
      });
    }
  }
  const kind = conduct === 'published' ? 'appeal' : 'explanation';
  for (const code of conduct === 'explaining' || conduct === 'published'
    ? [leaf.code, LEAVES.unassigned]
    : []) {
    const isSent = code === LEAVES.unassigned;
    await put('leaf_answer', {
      ...of,
      campaign_id: id,
      host_id: unitId,
      code,
      kind,
      text: `${isSent ? WITHHELD.unassigned : WITHHELD.hidden} giải trình`,
      proofs: [],
      fingerprint: '',
      written_by: userIds.officer,
      written_by_name: 'cán bộ',
      written_at: AT,
      sent_at: isSent ? AT : null,
      version: 1,
    });
  }
  return { bonusClaimId };
}
