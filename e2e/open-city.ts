import type { APIRequestContext, Browser } from 'playwright-core';
import { demoPlanText } from '#catalog/demo-plan.ts';
import type { CampaignLine } from '#core/assessments/campaign-inputs.ts';
import { addDays } from '#core/deadlines/days.ts';
import type { UnitTree } from '#core/people/unit.ts';
import { dayInVietNam } from '#server/http/vietnam-day.ts';
import { newPerson } from './open-browser.ts';
import { PASSWORD, post } from './open-ward.ts';
import type { RunningServer } from './run-server.ts';

const OWNER = 'Phòng Văn hóa - Xã hội phường';
const ANNEX = [
  ['I', 'CÔNG TÁC CHỈ ĐẠO, ĐIỀU HÀNH', '300', '280'],
  ['1', 'Mức độ hoàn thành kế hoạch CCHC', '100', '100'],
  ['2', 'Kiểm tra công tác CCHC tại các phòng', '100', '90'],
  ['3', 'Công tác tuyên truyền CCHC', '100', '90'],
  ['II', 'TÁC ĐỘNG CỦA CCHC', '200', '160'],
  ['1', 'Tiêu chí ĐTXHH', '200', '160'],
  ['III', 'ĐIỂM THƯỞNG TRONG CÔNG TÁC CCHC', '100', '0'],
  ['1', 'Điểm thưởng cho sáng kiến CCHC', '100', '0'],
] as const;

/** A plan with five leaves, one of a survey and one of bonuses, all of one department; points in hundredths. */
function smallPlanText(): string {
  const opening = demoPlanText().split('STT\t')[0]!;
  const points = (hundredths: string) => (Number(hundredths) / 100).toFixed(2).replace('.', ',');
  return [
    `${opening}STT\tNội dung tiêu chí\tĐiểm tối đa\tĐiểm năm 2025\tMục tiêu năm 2026\tPhân công trách nhiệm`,
    ...ANNEX.map(([number, title, max, last]) =>
      [number, title, points(max), points(last), points(max), OWNER].join('\t'),
    ),
    '',
  ].join('\n');
}

async function readPlan(request: APIRequestContext, address: string) {
  const { id, version } = await post(request, `${address}/api/readings`, { text: smallPlanText() });
  await post(request, `${address}/api/readings/${id}/confirm`, { version });
}

/**
 * A city with one ward that has joined, their people each signed in at a browser of their own, and a
 * campaign that is prepared and not open yet.
 */
export async function openCity(browser: Browser, { address, setupLink }: RunningServer) {
  const at = (path: string) => address + path;
  const accept = async (link: string, username: string) => {
    const person = await newPerson(browser);
    const accepted = { token: link.split('#')[1], username, password: PASSWORD };
    await post(person.context.request, at('/api/invitations/acceptance'), accepted);
    return person;
  };
  const join = async (
    host: Person,
    username: string,
    personName: string,
    role: string,
    departmentId: string | null = null,
  ) => {
    const invited = { personName, role, departmentId };
    const { link } = await post(host.context.request, at('/api/invitations'), invited);
    return accept(link, username);
  };

  const cityFocal = await newPerson(browser);
  const { request } = cityFocal.context;
  await post(request, at('/api/setup'), {
    unitName: 'thành phố Hà Nội',
    unitKind: 'city',
    username: 'so.noi.vu',
    personName: 'Sở Nội vụ',
    token: setupLink.split('#')[1],
    password: PASSWORD,
  });
  await readPlan(request, address);
  const tree: UnitTree = await post(request, at('/api/units'), {
    name: 'phường Hồ Sen',
    code: null,
    kind: 'ward',
  });
  const wardId = tree.children[0]!.id;
  const { link } = await post(request, at(`/api/units/${wardId}/invitations`), {
    personName: 'Cán bộ đầu mối',
  });
  const wardFocal = await accept(link, 'dau.moi');
  await readPlan(wardFocal.context.request, address);
  const rows = await (await wardFocal.context.request.get(at('/api/criteria'))).json();
  const departmentId: string = rows[1].owners[0].departmentId;

  const officer = await join(wardFocal, 'can.bo', 'Cán bộ văn hóa', 'officer', departmentId);
  const leader = await join(wardFocal, 'lanh.dao', 'Chủ tịch phường', 'leader');
  const appraiser = await join(cityFocal, 'tham.dinh', 'Người thẩm định', 'appraiser');
  const chair = await join(cityFocal, 'chu.tich', 'Chủ tịch hội đồng', 'leader');
  const member = await join(cityFocal, 'uy.vien', 'Ủy viên hội đồng', 'council');

  const today = dayInVietNam(new Date());
  const created: CampaignLine = await post(request, at('/api/campaigns'), {
    year: 2026,
    title: 'Đánh giá cải cách hành chính năm 2026',
    decision: { number: '12/KH-UBND', issuer: 'UBND thành phố', issuedOn: addDays(today, -10) },
    calendar: { claimUntil: addDays(today, 20), appraiseUntil: addDays(today, 40) },
    criteria: { from: 'plan' },
  });
  const chosen = await request.put(at(`/api/campaigns/${created.id}/units`), {
    data: { unitIds: [wardId], version: created.version },
    headers: { 'x-parindex': '1' },
  });
  if (!chosen.ok()) throw new Error(await chosen.text());
  const { appraisers } = await (await request.get(at(`/api/campaigns/${created.id}/appraisers`))).json();
  const { userId } = appraisers.find(
    ({ personName }: { personName: string }) => personName === 'Người thẩm định',
  );
  await post(request, at(`/api/campaigns/${created.id}/assignments`), {
    userId,
    code: null,
    assessedId: null,
  });
  const people = { cityFocal, wardFocal, officer, leader, appraiser, chair, member };
  return { people, wardId, campaignId: created.id };
}

type Person = Awaited<ReturnType<typeof newPerson>>;
