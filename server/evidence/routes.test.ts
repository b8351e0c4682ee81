import { createHash } from 'node:crypto';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AnnexRow } from '#core/criteria/annex-row.ts';
import {
  type Completeness,
  documentMetadataSchema,
  type Evidence,
  type NewEvidence,
} from '#core/evidence/evidence.ts';
import type { Me } from '#core/people/member.ts';
import type { EventEntry } from '#core/plans/plan.ts';
import type { Task } from '#core/plans/task.ts';
import type { RegisterPage, RowsKept, Values } from '#core/registers/register.ts';
import { inUnit } from '#server/db/in-unit.ts';
import { createTestApp, type TestApp } from '#server/test-app.ts';
import { confirmPlan } from '#server/test-plan.ts';
import { listAlike } from './received-files.ts';
import { newDocument, receiveFile } from './test-upload.ts';

let test: TestApp;
let focal: string;
let leader: string;
let leaves: AnnexRow[];
beforeAll(async () => {
  test = await createTestApp();
  test.clock.now = new Date('2026-11-20T02:00:00Z');
  focal = await test.setUp();
  leaves = (await confirmPlan(test, focal)).filter(({ isLeaf }) => isLeaf);
  leader = await test.join(focal, 'leader');
});
afterAll(() => test.close());

const bytesOf = (text: string) => new TextEncoder().encode(text);
const kindOf = (body: unknown) => (body as { problem?: { kind: string } }).problem?.kind;
const read = async <T>(path: string, cookie = focal) => (await test.ask(path, { cookie })).body as T;
const send = (method: string, path: string, json: unknown, cookie = focal) =>
  test.ask(path, { method, json, cookie });
const linkTo = (
  row: { id: string },
  target: 'criterion' | 'task' | 'register_row' = 'criterion',
  page = 4,
) => ({
  target,
  targetId: row.id,
  page,
  section: 'mục II.2',
  note: '',
});
async function add(change: Partial<NewEvidence> = {}, cookie = focal, text = 'một tệp'): Promise<Evidence> {
  const uploadId = change.kind ? null : await receiveFile(test, cookie, bytesOf(text));
  const answer = await send('POST', '/api/evidence', newDocument(uploadId, change), cookie);
  expect(answer.status, JSON.stringify(answer.body)).toBe(200);
  return answer.body as Evidence;
}
const explanation = (row: { id: string }): Partial<NewEvidence> => ({
  kind: 'explanation',
  title: 'Giải trình',
  text: 'Đã thực hiện, văn bản đang được số hóa.',
  links: [linkTo(row)],
});

describe('adding', () => {
  it('keeps one document on three leaves, a task and a register row, each with its own page', async () => {
    const [task] = await read<Task[]>('/api/tasks');
    const rows = [{ departmentId: null, values: { month: '2026-09', outgoing: 10, signed: 9 } }];
    const kept = await send('PUT', '/api/registers/e_documents/rows', { rows, removed: [] });
    const [row] = (kept.body as RowsKept).rows;
    const links = [
      ...leaves.slice(0, 3).map((leaf, at) => linkTo(leaf, 'criterion', at + 1)),
      linkTo(task!, 'task'),
      linkTo(row!, 'register_row'),
    ];
    const evidence = await add({ links });
    expect(evidence).toMatchObject({ status: 'waiting', year: 2026, addedBy: 'Cán bộ đầu mối', version: 1 });
    expect(evidence.links.map(({ page, targetTitle }) => [page, targetTitle])).toEqual(
      [
        ...leaves.slice(0, 3).map(({ code, title }, at) => [at + 1, `${code} ${title}`]),
        [4, task!.text],
        [4, 'Văn bản điện tử: 09/2026 · 10 · 9'],
      ].map(([page, title]) => [page, expect.stringContaining(String(title).slice(0, 12))]),
    );
    for (const path of [`/api/criteria/${leaves[1]!.code}/evidence`, `/api/evidence?row=${row!.id}`])
      expect((await read<Evidence[]>(path)).map(({ id }) => id)).toContain(evidence.id);
    const field = leaves[0]!.code.split('.')[0]!;
    expect((await read<Evidence[]>(`/api/criteria/${field}/evidence`)).length).toBeGreaterThan(0);
    const [event] = await read<EventEntry[]>('/api/events?noun=evidence');
    expect(event).toMatchObject({ verb: 'added', subjectId: evidence.id, actorName: 'Cán bộ đầu mối' });
  });

  it.each([
    ['no word on secrets', { isFreeOfSecrets: false }, 422, 'secrets_not_denied'],
    [
      'a leaf that is not there',
      { links: [linkTo({ id: '0192f0c1-2345-7abc-8def-0123456789ab' })] },
      422,
      'target_unknown',
    ],
    [
      'a department that is not there',
      { departmentId: '0192f0c1-2345-7abc-8def-0123456789ab' },
      422,
      'department_unknown',
    ],
    [
      'a replaced one that is not there',
      { replaces: '0192f0c1-2345-7abc-8def-0123456789ab' },
      422,
      'replaced_unknown',
    ],
    ['a statement without words', { kind: 'nothing_arose', uploadId: null }, 422, 'link_needed'],
  ] as [string, Partial<NewEvidence>, number, string][])(
    'refuses %s and keeps nothing',
    async (_, change, status, kind) => {
      const before = (await read<Evidence[]>('/api/evidence')).length;
      const uploadId = await receiveFile(test, focal, bytesOf('x'));
      const answer = await send('POST', '/api/evidence', newDocument(uploadId, change));
      expect([answer.status, kindOf(answer.body)]).toEqual([status, kind]);
      expect((await read<Evidence[]>('/api/evidence')).length).toBe(before);
      // What was refused did not use the upload up.
      expect((await send('POST', '/api/evidence', newDocument(uploadId))).status).toBe(200);
    },
  );

  it('takes an upload once, only from whoever sent it, and never a secret one', async () => {
    const uploadId = await receiveFile(test, focal, bytesOf('một lần'));
    expect(kindOf((await send('POST', '/api/evidence', newDocument(uploadId), leader)).body)).toBe(
      'upload_unknown',
    );
    const twice = await Promise.all([1, 2].map(() => send('POST', '/api/evidence', newDocument(uploadId))));
    expect(twice.map(({ status }) => status).toSorted()).toEqual([200, 422]);
    const secret = await receiveFile(test, focal, bytesOf('mật'), { secrecy: ['MẬT'] });
    const refused = await send('POST', '/api/evidence', newDocument(secret));
    expect(kindOf(refused.body)).toBe('secret_document');
    expect(await isKept('mật')).toBe(false);
  });
});

it('keeps no record whose bytes were not kept first', async () => {
  const { keep } = test.deps.files;
  const uploadId = await receiveFile(test, focal, bytesOf('đĩa đầy'));
  const before = (await read<Evidence[]>('/api/evidence')).length;
  test.deps.files.keep = () => Promise.reject(new Error('no room on the disk'));
  expect((await send('POST', '/api/evidence', newDocument(uploadId))).status).toBe(500);
  test.deps.files.keep = keep;
  expect((await read<Evidence[]>('/api/evidence')).length).toBe(before);
  expect((await send('POST', '/api/evidence', newDocument(uploadId))).status).toBe(200);
});

it('tells what looks like the same document before it is added', async () => {
  const metadata = { ...documentMetadataSchema.parse({}), codeNumber: '05', codeNotation: 'QĐ-UBND' };
  const { id, file } = await add({ metadata, title: 'Quyết định' }, focal, 'giống nhau');
  const me = await read<Me>('/api/me');
  const actor = { ...me, unitId: me.unit.id };
  const alike = (sha256: string, codeNumber: string) =>
    inUnit(test.database.kysely, { unitId: actor.unitId, role: 'system' }, (tx) =>
      listAlike(tx, actor, { sha256, metadata: { ...metadata, codeNumber } }),
    );
  expect(await alike(file!.sha256, '')).toMatchObject([{ because: 'same_file', evidenceId: id }]);
  expect(await alike('', '5')).toMatchObject([{ because: 'same_number', evidenceId: id }]);
  expect(await alike('', '6')).toEqual([]);
});

/** Whether a kept file of the installation holds these words. */
async function isKept(text: string): Promise<boolean> {
  const hash = createHash('sha256').update(text).digest('hex');
  const names = await readdir(join(test.deps.files.folder, 'files'), { recursive: true });
  return names.some((name) => name.endsWith(hash));
}

describe('who may', () => {
  it('lets an officer prove only what the own department answers for', async () => {
    const owned = leaves.find(({ owners }) => owners.length === 1)!;
    const departmentId = owned.owners[0]!.departmentId;
    const isForeign = ({ departmentId: other, name }: AnnexRow['owners'][number]) =>
      other !== departmentId && !name.startsWith('Các');
    const foreign = leaves.find(({ owners }) => owners.length > 0 && owners.every(isForeign))!;
    const officer = await test.join(focal, 'officer', departmentId);
    const evidence = await add({ links: [linkTo(owned)] }, officer);
    expect(evidence.departmentId).toBe(departmentId);
    const uploadId = await receiveFile(test, officer, bytesOf('y'));
    const refused = await send(
      'POST',
      '/api/evidence',
      newDocument(uploadId, { links: [linkTo(foreign)] }),
      officer,
    );
    expect([refused.status, kindOf(refused.body)]).toEqual([403, 'not_permitted']);
    const others = await add({ links: [linkTo(foreign)] });
    const path = `/api/evidence/${others.id}`;
    const [link] = others.links;
    const change = { title: 'Tên khác', text: '', metadata: others.metadata, effectiveOn: null, version: 1 };
    const anchor = { page: 4, section: 'mục II.2', note: '' };
    const answers = [
      await send('PATCH', path, change, officer),
      await send('DELETE', `${path}?version=1`, undefined, officer),
      await send('DELETE', `${path}/links/${link!.id}`, undefined, officer),
      await send('PATCH', `${path}/links/${link!.id}`, anchor, officer),
      await send('POST', `${path}/decision`, { status: 'accepted', reason: '', version: 1 }, officer),
    ];
    expect(answers.map(({ status }) => status)).toEqual([403, 403, 403, 403, 403]);
    const moved = (await send('PATCH', `${path}/links/${link!.id}`, anchor)).body as Evidence;
    expect(moved.links).toMatchObject([{ id: link!.id, ...anchor }]);
    // Another's document proves an own leaf too: one file on many leaves.
    expect((await send('POST', `${path}/links`, linkTo(owned), officer)).status).toBe(200);
    expect(kindOf((await send('POST', `${path}/links`, linkTo(owned), officer)).body)).toBe('linked_already');
    const viewer = await test.join(focal, 'viewer');
    expect((await read<Evidence[]>('/api/evidence', viewer)).length).toBeGreaterThan(0);
    expect((await send('POST', '/api/evidence', newDocument(null), viewer)).status).toBe(403);
  });

  it('keeps evidence of restricted rows, in all versions, from those who may not read them', async () => {
    const [department] = await read<{ id: string }[]>('/api/departments');
    const officer = await test.join(focal, 'officer', department!.id);
    const { register } = await read<RegisterPage>('/api/registers/discipline');
    const sample = { date: '2026-05-04', month: '2026-05', number: 1, flag: true } as Record<
      string,
      Values[string]
    >;
    const values = Object.fromEntries(
      register.columns
        .filter(({ isRequired }) => isRequired)
        .map(({ key, kind, choices }) => [key, choices?.[0]?.key ?? sample[kind] ?? 'x']),
    );
    const rows = [{ departmentId: department!.id, values }];
    const kept = await send('PUT', '/api/registers/discipline/rows', { rows, removed: [] });
    expect(kept.status, JSON.stringify(kept.body)).toBe(200);
    const [row] = (kept.body as RowsKept).rows;
    const first = await add({ links: [linkTo(row!, 'register_row')] });
    const second = await add({ replaces: first.id });
    for (const id of [first.id, second.id]) {
      for (const path of [`/api/evidence/${id}`, `/api/evidence/${id}/file`])
        expect((await test.ask(path, { cookie: officer })).status, path).toBe(404);
      expect((await test.ask(`/api/evidence/${id}/file`, { cookie: leader })).status).toBe(200);
    }
    expect((await test.ask(`/api/evidence?row=${row!.id}`, { cookie: officer })).status).toBe(404);
    const told = async (cookie: string) => {
      const events = await read<EventEntry[]>('/api/events?limit=500', cookie);
      return new Set(events.map(({ subjectId }) => subjectId));
    };
    const alikeOf = async (cookie: string) => {
      const me = await read<Me>('/api/me', cookie);
      const actor = { ...me, unitId: me.unit.id };
      return inUnit(test.database.kysely, { unitId: actor.unitId, role: me.role }, (tx) =>
        listAlike(tx, actor, { sha256: second.file!.sha256, metadata: documentMetadataSchema.parse({}) }),
      );
    };
    const isTold = (alike: { evidenceId: string }[]) =>
      alike.some(({ evidenceId }) => evidenceId === second.id);
    expect(isTold(await alikeOf(leader))).toBe(true);
    expect(isTold(await alikeOf(officer))).toBe(false);
    for (const id of [row!.id, first.id, second.id]) {
      expect((await told(leader)).has(id)).toBe(true);
      expect((await told(officer)).has(id)).toBe(false);
    }
    expect((await read<Evidence[]>('/api/evidence', officer)).map(({ id }) => id)).not.toContain(second.id);
    const uploadId = await receiveFile(test, officer, bytesOf('z'));
    const own = newDocument(uploadId, { links: [linkTo(row!, 'register_row')] });
    expect(kindOf((await send('POST', '/api/evidence', own, officer)).body)).toBe('target_unknown');
  });
});

describe('deciding', () => {
  it('takes four eyes, and a reason to return', async () => {
    const evidence = await add();
    const decide = (status: string, reason = '', cookie = leader, version = 1) =>
      send('POST', `/api/evidence/${evidence.id}/decision`, { status, reason, version }, cookie);
    expect(kindOf((await decide('accepted', '', focal)).body)).toBe('own_evidence');
    expect(kindOf((await decide('returned')).body)).toBe('reason_needed');
    const returned = (await decide('returned', 'Thiếu trang ký')).body as Evidence;
    expect(returned).toMatchObject({
      status: 'returned',
      decision: { reason: 'Thiếu trang ký' },
      version: 2,
    });
    const change = { title: 'Kế hoạch đã bổ sung', text: '', metadata: evidence.metadata, effectiveOn: null };
    // A leader who mends it has a hand in it and no longer decides.
    const other = await test.join(focal, 'leader');
    const path = `/api/evidence/${evidence.id}`;
    const mended = (await send('PATCH', path, { ...change, version: 2 }, other)).body as Evidence;
    expect(mended).toMatchObject({
      status: 'waiting',
      decision: null,
      title: 'Kế hoạch đã bổ sung',
      version: 3,
    });
    expect(kindOf((await decide('accepted', '', other, 3)).body)).toBe('own_evidence');
    expect(kindOf((await decide('accepted', '', leader, 2)).body)).toBe('stale_version');
    expect(((await decide('accepted', '', leader, 3)).body as Evidence).status).toBe('accepted');
    expect(kindOf((await send('PATCH', path, { ...change, version: 4 })).body)).toBe('evidence_decided');
    expect(kindOf((await test.ask(`${path}?version=4`, { method: 'DELETE', cookie: focal })).body)).toBe(
      'evidence_decided',
    );
  });
});

describe('versions', () => {
  it('moves the links to the newer one, and back when that is removed', async () => {
    const first = await add({ links: [linkTo(leaves[5]!)] }, focal, 'bản một');
    const second = await add({ replaces: first.id }, focal, 'bản hai');
    expect(second).toMatchObject({
      links: [{ targetId: leaves[5]!.id, page: 4 }],
      earlier: [{ id: first.id }],
    });
    const listed = (await read<Evidence[]>('/api/evidence')).map(({ id }) => id);
    expect([listed.includes(first.id), listed.includes(second.id)]).toEqual([false, true]);
    const uploadId = await receiveFile(test, focal, bytesOf('bản ba'));
    const again = await send('POST', '/api/evidence', newDocument(uploadId, { replaces: first.id }));
    expect(kindOf(again.body)).toBe('evidence_replaced');
    expect((await test.ask(`/api/evidence/${first.id}/file`, { cookie: focal })).body).toBe('bản một');
    const removed = await test.ask(`/api/evidence/${second.id}?version=1`, {
      method: 'DELETE',
      cookie: focal,
    });
    expect(removed.status).toBe(204);
    expect(await read<Evidence>(`/api/evidence/${first.id}`)).toMatchObject({
      links: [{ targetId: leaves[5]!.id }],
    });
    expect((await test.ask(`/api/evidence/${second.id}/file`, { cookie: focal })).status).toBe(404);
  });
});

describe('completeness', () => {
  it('asks every claim without proof for an explanation, and sees it given', async () => {
    const leaf = leaves[20]!;
    const score = await read<{ rule: { rule: object; version: number }; entry: { version: number } }>(
      `/api/scores/${leaf.code}`,
    );
    const rule = {
      ...score.rule.rule,
      score: { family: 'typed' },
      quantities: [],
      caps: [],
      evidence: ['Báo cáo'],
      scoredBy: 'self',
    };
    await send('PUT', `/api/rules/${leaf.code}`, {
      rule,
      reason: 'Chưa rõ quy tắc',
      version: score.rule.version,
    });
    const entry = {
      quantities: {},
      points: leaf.maxPoints,
      isNotApplicable: false,
      reason: 'Tự chấm',
      version: 0,
    };
    const typed = await send('PUT', `/api/scores/${leaf.code}/entry`, entry);
    expect(typed.status, JSON.stringify(typed.body)).toBe(200);
    const stateOf = async () =>
      (await read<Completeness[]>('/api/evidence/completeness')).find(({ code }) => code === leaf.code);
    expect(await stateOf()).toMatchObject({ asked: 1, given: 0, state: 'needs_explanation' });
    const explained = await add(explanation(leaf));
    expect((await stateOf())?.state).toBe('explained');
    await send(
      'POST',
      `/api/evidence/${explained.id}/decision`,
      { status: 'returned', reason: 'Chưa rõ', version: 1 },
      leader,
    );
    expect((await stateOf())?.state).toBe('needs_explanation');
    await add({ links: [linkTo(leaf)] });
    expect(await stateOf()).toMatchObject({ given: 1, accepted: 0, state: 'full' });
    expect((await read<Completeness[]>('/api/evidence/completeness')).length).toBe(leaves.length);
  });
});
