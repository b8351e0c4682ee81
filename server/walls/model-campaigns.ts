import type { Role } from '#core/people/roles.ts';
import type { Row } from './copy-unit.ts';
import { CALENDAR, CONDUCTS, type Conduct, GRACE, LEAVES, PAPER, WITHHELD } from './model-conducts.ts';
import { FILE_SHA256 } from './model-points.ts';
import { AT, DAY, type Put } from './model-rows.ts';

type Around = {
  unitId: string;
  userIds: Record<Role, string>;
  planId: string;
  leaf: { id: string; code: string };
  evidenceId: string;
};
export type KnownCampaign = {
  id: string;
  assignmentId: string;
  meetingId: string;
  itemId: string;
  bonusClaimId: string;
};

/** Campaigns the unit holds, one in each conduct, and its own part in each, as if it were its own city. */
export async function putCampaigns(put: Put, around: Around): Promise<Record<Conduct, KnownCampaign>> {
  const entries: [Conduct, KnownCampaign][] = [];
  for (const conduct of CONDUCTS) entries.push([conduct, await putCampaign(put, around, conduct)]);
  return Object.fromEntries(entries) as Record<Conduct, KnownCampaign>;
}

async function putCampaign(put: Put, around: Around, conduct: Conduct): Promise<KnownCampaign> {
  const { unitId, userIds, leaf } = around;
  const isEarly = conduct !== 'deciding' && conduct !== 'published';
  const phase = conduct === 'approving' || conduct === 'submitted' ? 'claiming' : conduct;
  const id = await put('campaign', {
    year: 2026,
    title: `${isEarly ? WITHHELD.early : 'đợt'} đánh giá ${conduct}`,
    decision: PAPER,
    phase,
    calendar: CALENDAR,
    version: 1,
    created_by: userIds.focal,
    created_at: AT,
  });
  const of = { campaign_id: id };
  const codes = [leaf.code, ...Object.values(LEAVES)];
  for (const [position, code] of codes.entries())
    await put('campaign_leaf', {
      ...of,
      code,
      position,
      level: 2,
      is_leaf: true,
      title: `tiêu chí ${code}`,
      max_points: 100,
      scored_by: code === LEAVES.survey ? 'survey' : code === LEAVES.bonus ? 'bonus' : 'self',
    });
  await put('campaign_unit', { ...of, assessed_id: unitId, graces: [GRACE], version: 1 });
  const assignmentId = await assign(put, around, id);
  const council = await putCouncil(put, around, id);
  const isRuled = ['appraising', 'explaining', 'deciding', 'published'].includes(conduct);
  if (isRuled) await putRulings(put, around, { id, isReleased: conduct !== 'appraising' });
  if (conduct === 'published') await publish(put, around, id);
  return { id, assignmentId, ...council, ...(await putPart(put, around, { id, conduct, isRuled })) };
}

async function assign(put: Put, { userIds, leaf, unitId }: Around, id: string): Promise<string> {
  const given = { campaign_id: id, user_id: userIds.appraiser, assigned_by: userIds.focal, assigned_at: AT };
  await put('appraiser_assignment', { ...given, code: LEAVES.survey });
  // Of somebody who does not judge: the desk of the focal officer is to be full.
  await put('appraiser_conflict', {
    campaign_id: id,
    user_id: userIds.administrator,
    assessed_id: unitId,
    reason: 'có người nhà',
    declared_by: userIds.administrator,
    declared_at: AT,
  });
  return put('appraiser_assignment', { ...given, code: leaf.code });
}

async function putCouncil(put: Put, { userIds, leaf, unitId }: Around, id: string) {
  const seats = { leader: 'chair', council: 'member' } as const;
  for (const role of ['leader', 'council'] as const)
    await put('council_member', { campaign_id: id, user_id: userIds[role], seat: seats[role], added_at: AT });
  const meetingId = await put('council_meeting', {
    campaign_id: id,
    kind: 'meeting',
    held_on: DAY,
    present: [userIds.leader, userIds.council],
    minutes: 'biên bản họp',
    version: 1,
    created_by: userIds.focal,
    created_at: AT,
  });
  const itemId = await put('council_item', {
    meeting_id: meetingId,
    campaign_id: id,
    assessed_id: unitId,
    code: leaf.code,
    from_points: 60,
    points: 60,
    reasons: [],
    note: 'đề nghị giữ nguyên',
    fingerprint: 'x',
    proposed_by: userIds.focal,
    proposed_at: AT,
  });
  await put('council_vote', {
    item_id: itemId,
    user_id: userIds.leader,
    choice: 'for',
    note: 'đồng ý giữ',
    voted_at: AT,
  });
  return { meetingId, itemId };
}

async function putRulings(
  put: Put,
  { userIds, leaf, unitId }: Around,
  { id, isReleased }: { id: string; isReleased: boolean },
): Promise<void> {
  const cut = { points: 20, cause: 'no_proof', bonusClaimId: null };
  for (const code of [leaf.code, LEAVES.unassigned]) {
    const start = code === leaf.code ? 'bị trừ' : WITHHELD.unassigned;
    await put('ruling', {
      campaign_id: id,
      assessed_id: unitId,
      code,
      round: 'appraisal_1',
      from_points: 80,
      points: 60,
      reasons: [{ ...cut, text: `${isReleased ? start : WITHHELD.hidden} vì thiếu tài liệu` }],
      question: '',
      note: `${isReleased ? start : WITHHELD.hidden} ở vòng một`,
      fingerprint: 'x',
      judged_by: userIds.appraiser,
      judged_by_name: 'Người thẩm định',
      judged_at: AT,
    });
  }
}

async function publish(put: Put, { userIds, leaf, unitId }: Around, id: string): Promise<void> {
  const publicationId = await put('publication', {
    campaign_id: id,
    number: 1,
    decision: PAPER,
    reason: 'công bố lần đầu',
    published_by: userIds.leader,
    published_by_name: 'Lãnh đạo cấp trên',
    published_at: AT,
  });
  await put('result', {
    publication_id: publicationId,
    campaign_id: id,
    assessed_id: unitId,
    unit_name: 'đơn vị được chấm',
    points: 60,
    fields: {},
    leaves: { [leaf.code]: 60 },
  });
}

/** The unit's own part: what it claims, handed in, took back and answered. */
async function putPart(
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
