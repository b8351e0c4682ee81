import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Department } from '#core/people/department.ts';
import type { Task } from '#core/plans/task.ts';
import { accessibilityFaults, newPerson, OFFICE_SCREEN, openBrowser, PHONE_SCREEN } from './open-browser.ts';
import { openWard, PASSWORD, post } from './open-ward.ts';
import { type RunningServer, runServer } from './run-server.ts';

describe('from the link of a reminder to a saved answer', () => {
  let server: RunningServer;
  let browser: Browser;
  /** Tasks of the officer's own department, none answered yet. */
  let tasks: Task[];
  beforeAll(async () => {
    [server, browser] = await Promise.all([runServer(), openBrowser()]);
    const { address } = server;
    const { context } = await newPerson(browser);
    await openWard(context.request, server);
    const departments: Department[] = await (await context.request.get(`${address}/api/departments`)).json();
    const [own] = departments
      .filter(({ kind }) => kind !== 'group')
      .toSorted((one, other) => other.tasks - one.tasks) as [Department];
    const invited = { personName: 'Cán bộ chuyên môn', role: 'officer', departmentId: own.id };
    const { link } = await post(context.request, `${address}/api/invitations`, invited);
    const all: Task[] = await (await context.request.get(`${address}/api/tasks`)).json();
    tasks = all.filter(({ owners }) => owners.some(({ departmentId }) => departmentId === own.id));
    await context.clearCookies();
    const accepted = { token: link.split('#')[1], username: 'can.bo', password: PASSWORD };
    await post(context.request, `${address}/api/invitations/acceptance`, accepted);
    await context.close();
  });
  afterAll(async () => {
    await browser.close();
    await server.stop();
  });

  const nextTask = () => tasks.pop()!;
  const quick = ({ id }: Task) => `${server.address}/quick/${id}`;
  const heading = (page: Page, name: string) => page.getByRole('heading', { level: 1, name });
  const kept = async (page: Page, { id }: Task): Promise<Task> =>
    (await (await page.request.get(`${server.address}/api/tasks/${id}`)).json()).task;
  const anyTask = async (page: Page): Promise<Task> => {
    const all: Task[] = await (await page.request.get(`${server.address}/api/tasks`)).json();
    return all.find(({ status }) => status === 'not_started')!;
  };
  const focused = (page: Page) => page.evaluate(() => document.activeElement?.textContent);

  it('a stranger on a phone signs in, comes back to that very item, and saves with one tap', async () => {
    const { page, complaints } = await newPerson(browser, PHONE_SCREEN);
    const task = nextTask();
    await page.goto(`${quick(task)}?say=done`);
    await page.getByLabel('Tên đăng nhập').fill('can.bo');
    await page.getByLabel('Mật khẩu', { exact: true }).fill(PASSWORD);
    await page.getByRole('button', { name: 'Đăng nhập' }).click();
    await page.waitForURL(`${quick(task)}?say=done`);
    await heading(page, task.text).waitFor();
    expect((await kept(page, task)).status).toBe('not_started');

    await page.getByRole('button', { name: 'Đã xong' }).click();
    await heading(page, 'Đã ghi nhận').waitFor();
    expect(await kept(page, task)).toMatchObject({ status: 'done', percent: 100 });
    expect(await focused(page)).toBe('Đã ghi nhận');

    // Loaded again the page asks how the task stands; it does not send the answer again.
    await page.reload();
    await heading(page, task.text).waitFor();
    expect(await kept(page, task)).toMatchObject({ status: 'done', version: task.version + 1 });
    expect(complaints).toEqual([]);
  });

  it('does not follow an address that leads to another site', async () => {
    const { page } = await newPerson(browser);
    const elsewhere = encodeURIComponent('/\t/elsewhere.invalid/quick/1');
    await page.goto(`${server.address}/sign-in?return=${elsewhere}`);
    await page.getByLabel('Tên đăng nhập').fill('can.bo');
    await page.getByLabel('Mật khẩu', { exact: true }).fill(PASSWORD);
    await page.getByRole('button', { name: 'Đăng nhập' }).click();
    await page.waitForURL(`${server.address}/`);
  });

  it.each([
    ['with', true],
    ['without', false],
  ])('every answer is given %s JavaScript, undone, and the list goes on', async (_, javaScriptEnabled) => {
    const context = await browser.newContext({ viewport: PHONE_SCREEN, javaScriptEnabled });
    await post(context.request, `${server.address}/api/session`, { username: 'can.bo', password: PASSWORD });
    const page = await context.newPage();
    const [halfway, stuck, silent] = [nextTask(), nextTask(), nextTask()];

    await page.goto(quick(halfway));
    await page.getByText('Thêm ghi chú').click();
    await page.getByLabel(/^Ghi chú/u).fill('Đã lấy ý kiến <các> đơn vị');
    await page.getByLabel(/^Mức khác/u).fill('40');
    await page.keyboard.press('Enter');
    await heading(page, 'Đã ghi nhận').waitFor();
    await page.getByText('“Đã lấy ý kiến <các> đơn vị”').waitFor();
    expect(await kept(page, halfway)).toMatchObject({ status: 'in_progress', percent: 40 });
    await page.getByRole('button', { name: 'Hoàn tác' }).click();
    await page.getByText('Đã trở lại như trước: Chưa bắt đầu').waitFor();

    await page.goto(`${quick(stuck)}?say=stuck`);
    await page.getByLabel('Đang vướng ở đâu?').fill('Chờ văn bản hướng dẫn');
    await page.getByLabel('Cơ quan cấp trên', { exact: true }).check();
    await page.getByLabel('Tên cơ quan cấp trên').fill('Sở Nội vụ');
    await page.getByRole('button', { name: 'Báo vướng mắc' }).click();
    await page.getByText('chuyển Cơ quan cấp trên, Sở Nội vụ').waitFor();
    expect(await kept(page, stuck)).toMatchObject({ status: 'stuck', openObstacles: 1 });

    await page.goto(quick(silent));
    await page.getByRole('button', { name: 'Không có gì mới' }).click();
    await heading(page, 'Đã ghi nhận').waitFor();
    const [next] = await page.getByRole('navigation').getByRole('link').all();
    if (next) {
      const address = await next.getAttribute('href');
      await next.click();
      await page.waitForURL(`${server.address}${address}`);
    }
    await context.close();
  });

  it('a note survives a session that has ended, and everything is reached by keyboard', async () => {
    const { page, context } = await newPerson(browser, PHONE_SCREEN);
    const session = { username: 'can.bo', password: PASSWORD };
    await post(context.request, `${server.address}/api/session`, session);
    const task = nextTask();
    await page.goto(quick(task));
    await page.getByText('Thêm ghi chú').press('Enter');
    await page.keyboard.press('Tab');
    await page.keyboard.type('Gõ bằng bàn phím');
    await context.clearCookies();
    await page.keyboard.press('Tab');
    expect(await focused(page)).toBe('Đã xong');
    await page.keyboard.press('Enter');
    await page.getByLabel('Tên đăng nhập').fill('can.bo');
    await page.getByLabel('Mật khẩu', { exact: true }).fill(PASSWORD);
    await page.getByRole('button', { name: 'Đăng nhập' }).click();
    await page.waitForURL(quick(task));
    expect(await page.getByLabel(/^Ghi chú/u).inputValue()).toBe('Gõ bằng bàn phím');
    expect((await kept(page, task)).version).toBe(task.version);
  });

  it('without a network it says that nothing was recorded, and keeps what was typed', async () => {
    const { page, context } = await newPerson(browser, PHONE_SCREEN);
    await post(context.request, `${server.address}/api/session`, { username: 'dau.moi', password: PASSWORD });
    const task = await anyTask(page);
    await page.goto(quick(task));
    await page.getByText('Thêm ghi chú').click();
    await page.getByLabel(/^Ghi chú/u).fill('Đang ở cơ sở');
    await context.setOffline(true);
    await page.getByRole('button', { name: 'Không có gì mới' }).click();
    await page.getByRole('alert').getByText('chưa ghi nhận gì').waitFor();
    await context.setOffline(false);
    await page.getByRole('button', { name: 'Không có gì mới' }).click();
    await heading(page, 'Đã ghi nhận').waitFor();
    expect((await kept(page, task)).lastNote).toBe('Đang ở cơ sở');
  });

  it('has no accessibility faults, large enough targets and no sideways scroll', async () => {
    const { page, context, complaints } = await newPerson(browser);
    await post(context.request, `${server.address}/api/session`, { username: 'dau.moi', password: PASSWORD });
    const faults: string[] = [];
    const task = await anyTask(page);
    for (const colorScheme of ['light', 'dark'] as const) {
      for (const screen of [PHONE_SCREEN, OFFICE_SCREEN]) {
        await page.emulateMedia({ colorScheme });
        await page.setViewportSize(screen);
        for (const address of ['', '?say=stuck', '?say=in_progress&lang=en', '-x']) {
          await page.goto(`${quick(task)}${address}`);
          faults.push(...(await accessibilityFaults(page)), ...(await smallTargets(page)));
        }
        await page.goto(quick(task));
        await page.getByRole('button', { name: 'Ghi mức này' }).click();
        await page.getByRole('heading', { name: 'Chưa ghi nhận' }).waitFor();
        faults.push(...(await accessibilityFaults(page)), ...(await smallTargets(page)));
        await page.getByRole('button', { name: '75' }).click();
        await heading(page, 'Đã ghi nhận').waitFor();
        faults.push(...(await accessibilityFaults(page)), ...(await smallTargets(page)));
      }
    }
    expect(faults).toEqual([]);
    expect(complaints).toEqual([]);
  });

  /** What is too small for a finger, or wider than the screen; a small circle counts by its label. */
  function smallTargets(page: Page): Promise<string[]> {
    return page.evaluate(() => {
      const targets = document.querySelectorAll(
        'a, button, summary, select, textarea, input:not([type=radio])',
      );
      const small = [...targets, ...document.querySelectorAll('input[type=radio] + label')].filter(
        (each) => each.checkVisibility() && each.getBoundingClientRect().height < 44,
      );
      const isWide = document.documentElement.scrollWidth > window.innerWidth;
      return [...small.map((each) => each.outerHTML.slice(0, 80)), ...(isWide ? ['sideways scroll'] : [])];
    });
  }
});
