import type { APIRequestContext, Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { addDays } from '#core/deadlines/days.ts';
import type { WorkCalendarSettings } from '#core/deadlines/work-calendar.ts';
import { USUAL_SETTINGS } from '#core/notices/notice-settings.ts';
import type { Department } from '#core/people/department.ts';
import type { Task } from '#core/plans/task.ts';
import { readDocument } from '#server/documents/read-document.ts';
import { dayInVietNam } from '#server/http/vietnam-day.ts';
import { type MailSink, openMailSink } from '#server/notices/mail-sink.ts';
import { accessibilityFaults, newPerson, OFFICE_SCREEN, openBrowser, PHONE_SCREEN } from './open-browser.ts';
import { openWard, PASSWORD, post } from './open-ward.ts';
import { type RunningServer, runServer } from './run-server.ts';

const printDay = (day: string) => day.split('-').toReversed().join('/');

describe('from a reminder to the list of section III.1', () => {
  let server: RunningServer;
  let browser: Browser;
  let sink: MailSink;
  beforeAll(async () => {
    sink = await openMailSink();
    [server, browser] = await Promise.all([
      runServer({ PARINDEX_SMTP: sink.url, PARINDEX_MAIL_FROM: 'cchc@phuong.example' }),
      openBrowser(),
    ]);
  });
  afterAll(async () => {
    await browser.close();
    await server.stop();
    await sink.stop();
  });

  async function change(request: APIRequestContext, method: 'put' | 'patch', path: string, data: unknown) {
    const answer = await request[method](server.address + path, { data, headers: { 'x-parindex': '1' } });
    if (!answer.ok()) throw new Error(`${path}: ${await answer.text()}`);
    return answer.json();
  }

  /** Invites a person and takes the invitation up for them, in a browser of their own. */
  async function join(host: APIRequestContext, username: string, role: string, departmentId: string | null) {
    const invited = { personName: username, role, departmentId };
    const { link } = await post(host, `${server.address}/api/invitations`, invited);
    const person = await newPerson(browser, PHONE_SCREEN);
    const accepted = { token: link.split('#')[1], username, password: PASSWORD };
    await post(person.context.request, `${server.address}/api/invitations/acceptance`, accepted);
    return person;
  }

  it('mail, link, answer, the leader sees it, extension by a document, list printed', async () => {
    const focal = await newPerson(browser, OFFICE_SCREEN);
    const request = focal.context.request;
    await openWard(request, server);
    const get = async (path: string) => (await request.get(server.address + path)).json();
    const departments: Department[] = await get('/api/departments');
    const [own] = departments
      .filter(({ kind }) => kind !== 'group')
      .toSorted((one, other) => other.tasks - one.tasks) as [Department];
    const officer = await join(request, 'can.bo', 'officer', own.id);
    const leader = await join(request, 'lanh.dao', 'leader', null);
    await change(officer.context.request, 'put', '/api/contact', {
      mail: 'can.bo@phuong.example',
      isMailOn: true,
      isPushOn: false,
      version: 0,
    });

    // The unit works today, whatever day it is, and a task of the department is a week late.
    const today = dayInVietNam(new Date());
    const calendar: WorkCalendarSettings = await get('/api/work-calendar');
    const days = [...calendar.days, { day: today, isOff: false, name: 'Ngày làm việc của phường' }];
    await change(request, 'put', '/api/work-calendar', { ...calendar, days });
    const tasks: Task[] = await get('/api/tasks');
    const task = tasks.find(
      ({ owners, status }) =>
        status !== 'done' &&
        owners.some(({ departmentId, role }) => departmentId === own.id && role === 'lead'),
    )!;
    const weekAgo = addDays(today, -7);
    await change(request, 'patch', `/api/tasks/${task.id}`, {
      text: task.text,
      deadline: { words: `trước ${printDay(weekAgo)}`, kind: 'window', to: weekAgo },
      ownerIds: task.owners.map(({ departmentId }) => departmentId),
      criterionIds: task.criteria.map(({ id }) => id),
      version: task.version,
    });
    const settings = { ...USUAL_SETTINGS, sendAt: '00:00', quietFrom: '23:59' };
    await change(request, 'put', '/api/notice-settings', { settings, version: 0 });

    await vi.waitUntil(() => sink.received.length > 0, { timeout: 120_000, interval: 500 });
    const mail = sink.received.find(({ to }) => to === 'can.bo@phuong.example');
    const link = new RegExp(`${server.address}/quick/${task.id}\\?say=stuck`, 'u').exec(
      mail?.html ?? '',
    )?.[0];
    expect(mail?.text).toContain(`Quá hạn 7 ngày (hạn ${printDay(weekAgo)})`);

    // The link opens that one item behind the sign-in; the officer says what stands in the way.
    await officer.context.clearCookies();
    await officer.page.goto(link!);
    await officer.page.getByLabel('Tên đăng nhập').fill('can.bo');
    await officer.page.getByLabel('Mật khẩu', { exact: true }).fill(PASSWORD);
    await officer.page.getByRole('button', { name: 'Đăng nhập' }).click();
    await officer.page.getByLabel('Đang vướng ở đâu?').fill('Chờ duyệt kinh phí');
    await officer.page.getByLabel('Lãnh đạo phê duyệt', { exact: true }).check();
    await officer.page.getByRole('button', { name: 'Báo vướng mắc' }).click();
    await officer.page.getByRole('heading', { name: 'Đã ghi nhận' }).waitFor();

    // The leader's one page says what is late, who holds it and what waits.
    await leader.page.goto(`${server.address}/brief`);
    await leader.page.getByText('Chờ duyệt kinh phí').first().waitFor();
    await leader.page.getByRole('link', { name: task.text }).first().waitFor();
    expect(await accessibilityFaults(leader.page)).toEqual([]);

    // A later day needs the document that allows it, and the first day stays in sight.
    await leader.page.goto(`${server.address}/tasks/${task.id}`);
    await leader.page.getByRole('button', { name: 'Gia hạn' }).click();
    const dialog = leader.page.getByRole('dialog');
    const yesterday = addDays(today, -1);
    await dialog.getByLabel('Số, ký hiệu').fill('125/UBND-VP');
    await dialog.getByLabel('Cơ quan ban hành').fill('UBND phường');
    await dialog.getByLabel('Ngày ban hành').fill(printDay(addDays(today, -2)));
    await dialog.getByLabel('Hạn mới').fill(printDay(yesterday));
    await dialog.getByRole('button', { name: 'Lưu' }).click();
    await leader.page.getByText(`hạn ${printDay(weekAgo)} → ${printDay(yesterday)}`).waitFor();

    await focal.page.goto(`${server.address}/responsibility`);
    const row = focal.page.getByRole('row').filter({ hasText: task.text });
    await row.waitFor();
    const words = (await row.textContent()) ?? '';
    for (const said of [own.name, printDay(weekAgo), printDay(yesterday), '125/UBND-VP'])
      expect(words).toContain(said);
    expect(await accessibilityFaults(focal.page)).toEqual([]);
    const printed = await focal.page.pdf({ preferCSSPageSize: true });
    expect(printed.subarray(0, 5).toString()).toBe('%PDF-');
    const paper = await (await request.get(`${server.address}/api/responsibility.docx`)).body();
    const read = await readDocument(paper, 'danh-sach.docx');
    expect(JSON.stringify(read)).toContain(task.text);
    for (const { complaints } of [focal, officer, leader]) expect(complaints).toEqual([]);
  });
});
