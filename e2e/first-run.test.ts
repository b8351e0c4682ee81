import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { demoPlanText } from '#catalog/demo-plan.ts';
import { accessibilityFaults, newPerson, openBrowser, PHONE_SCREEN } from './open-browser.ts';
import { type RunningServer, runServer } from './run-server.ts';

type Story = {
  called: string;
  file: { name: string; bytes: Buffer };
  last: string;
  target: string;
};

const real = join(import.meta.dirname, '../../shared/plan/yen-hoa-2026.docx');
const STORIES: Story[] = [
  {
    called: 'the demonstration plan as text',
    file: { name: 'ke-hoach-ho-sen.txt', bytes: Buffer.from(demoPlanText()) },
    last: '91,46',
    target: '97,50',
  },
  ...(existsSync(real)
    ? [
        {
          called: 'a real plan as Word wrote it',
          file: { name: 'yen-hoa-2026.docx', bytes: readFileSync(real) },
          last: '93,17',
          target: '100,00',
        },
      ]
    : []),
];

const PASSWORD = 'mot-cau-du-dai-cho-hai-nguoi';

/** What a spreadsheet program does to one cell: its words become other words, all else stays. */
function editCellWords(workbook: Buffer, before: string, after: string): Buffer {
  const parts = unzipSync(workbook);
  for (const [name, bytes] of Object.entries(parts)) {
    if (!/sharedStrings|sheet\d+\.xml$/u.test(name)) continue;
    const edited = strFromU8(bytes).replace(`>${before}<`, `>${after}<`);
    parts[name] = strToU8(edited);
  }
  return Buffer.from(zipSync(parts));
}

async function chooseFile(page: Page, file: { name: string; bytes: Buffer }) {
  await page
    .locator('input[type=file]')
    .setInputFiles({ name: file.name, mimeType: 'application/octet-stream', buffer: file.bytes });
}

describe.each(STORIES)('from first run to the workbook read back, with $called', (story) => {
  let server: RunningServer;
  let browser: Browser;
  beforeAll(async () => {
    [server, browser] = await Promise.all([runServer(), openBrowser()]);
  });
  afterAll(async () => {
    await browser.close();
    await server.stop();
  });

  it('a focal officer makes the plan live, an officer reports, the leader sees it, Excel comes back', async () => {
    const focal = await newPerson(browser);
    const { page } = focal;
    const faults: string[] = [];
    const look = async (at: Page = page) => {
      await at.getByRole('heading', { level: 1 }).first().waitFor();
      faults.push(...(await accessibilityFaults(at)));
    };

    // The first account: what is wrong is said at its field, and what was typed stays.
    await page.goto(server.setupLink);
    await page.getByLabel('Tên đơn vị').fill('Phường Hồ Sen');
    await page.getByLabel('Họ và tên').fill('Cán bộ đầu mối');
    await page.getByLabel('Tên đăng nhập').fill('dau.moi');
    await page.getByLabel('Mật khẩu', { exact: true }).fill('ngắn');
    await page.getByRole('button', { name: 'Tạo tài khoản và bắt đầu' }).click();
    await page.getByText('Mật khẩu cần ít nhất 14 ký tự').waitFor();
    expect(await page.getByLabel('Tên đơn vị').inputValue()).toBe('Phường Hồ Sen');
    await look();
    await page.getByLabel('Mật khẩu', { exact: true }).fill(PASSWORD);
    await page.getByRole('button', { name: 'Tạo tài khoản và bắt đầu' }).click();
    await page.waitForURL(`${server.address}/`);

    // The one-time link is spent.
    const again = await newPerson(browser);
    await again.page.goto(server.setupLink);
    await again.page.getByText('Hệ thống đã được cài đặt').waitFor();
    await again.context.close();

    // The plan is read and shown beside its source; nothing is live before it is confirmed.
    await page.goto(`${server.address}/plan/import`);
    await look();
    await chooseFile(page, story.file);
    await page.getByRole('heading', { name: /^Đã đọc 130 dòng/u }).waitFor();
    for (const figure of ['9', '48', '73', '130', '95', '100,00', story.last, story.target]) {
      await page.getByText(figure, { exact: true }).first().waitFor();
    }
    await look();
    expect((await page.request.get(`${server.address}/api/plan`)).status()).toBe(404);
    await page.getByRole('button', { name: 'Xác nhận kế hoạch' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Xác nhận kế hoạch' }).click();
    await page.waitForURL(`${server.address}/plan`);
    await page.getByText(story.last).first().waitFor();

    // The dashboard, the tree, the ledger and the list all tell the same plan.
    for (const path of [
      '/',
      '/criteria',
      '/criteria/V.9.4',
      '/gaps',
      '/tasks',
      '/my-work',
      '/plan',
      '/people',
    ]) {
      await page.goto(`${server.address}${path}`);
      await look();
    }
    await page.goto(`${server.address}/criteria`);
    await page.getByText('130/130 dòng').waitFor();

    // An officer of the department for culture and an invited leader join by their links.
    const officer = await joinAs(page, 'Cán bộ chuyên môn', 'Cán bộ phòng, đơn vị', 'Phòng Văn hóa - Xã hội');
    const leader = await joinAs(page, 'Lãnh đạo phường', 'Lãnh đạo đơn vị', undefined);

    // The leader looks at a task while the officer reports on it from a phone: no reload in between.
    await officer.page.goto(`${server.address}/my-work`);
    const card = officer.page.getByRole('main').getByRole('listitem').first();
    const taskPath = await card.getByRole('link').first().getAttribute('href');
    await leader.page.goto(`${server.address}${taskPath}`);
    await leader.page.getByText('Chưa có lần cập nhật nào.').waitFor();
    const started = performance.now();
    await card.getByRole('button', { name: 'Thêm ghi chú' }).click();
    await card.getByLabel('Ghi chú').fill('Đã gửi dự thảo lấy ý kiến.');
    await card.getByRole('button', { name: '50 %' }).click();
    await leader.page.getByText('Đã gửi dự thảo lấy ý kiến.').first().waitFor();
    expect(performance.now() - started).toBeLessThan(10_000);
    await look(officer.page);
    await look(leader.page);

    // The annex goes out as a workbook, one title is edited, and only that difference comes back.
    const workbook = await (await page.request.get(`${server.address}/api/annex.xlsx`)).body();
    await page.goto(`${server.address}/plan/annex`);
    await look();
    await chooseFile(page, { name: 'phu-luc.xlsx', bytes: workbook });
    await page.getByText('không có khác biệt nào').first().waitFor();
    await page.getByRole('button', { name: 'Đọc tệp khác' }).click();
    const edited = editCellWords(workbook, 'Kế hoạch CCHC', 'Kế hoạch CCHC năm 2026');
    await chooseFile(page, { name: 'phu-luc-sua.xlsx', bytes: edited });
    await page.getByRole('heading', { name: /^phu-luc-sua.xlsx: 1 chỗ khác/u }).waitFor();
    await look();
    await page.getByRole('button', { name: 'Lưu 1 thay đổi' }).click();
    // Leaving at once would break the request off.
    await page.getByText('Đã lưu 1 thay đổi.').first().waitFor();
    await page.goto(`${server.address}/criteria/I.1.1`);
    await page
      .getByRole('heading', { name: /Kế hoạch CCHC năm 2026/u })
      .first()
      .waitFor();

    for (const { complaints } of [focal, officer, leader]) expect(complaints).toEqual([]);
    expect(faults).toEqual([]);
  });

  /** Invites a person by the page and takes the invitation up in a browser of their own, on a phone. */
  async function joinAs(host: Page, personName: string, role: string, department: string | undefined) {
    await host.goto(`${server.address}/people`);
    await host.getByRole('button', { name: 'Mời người dùng' }).click();
    const dialog = host.getByRole('dialog');
    await dialog.getByLabel('Họ và tên').fill(personName);
    await dialog.getByLabel('Vai trò').click();
    await host.getByRole('option', { name: role }).click();
    if (department) {
      await dialog.getByLabel('Đơn vị').click();
      await host.getByRole('option', { name: department }).click();
    }
    await dialog.getByRole('button', { name: 'Tạo liên kết mời' }).click();
    const link = await host.getByRole('textbox', { name: 'Liên kết mời' }).inputValue();
    const person = await newPerson(browser, PHONE_SCREEN);
    await person.page.goto(server.address + new URL(link).pathname + new URL(link).hash);
    await person.page.getByLabel('Tên đăng nhập').fill(department ? 'can.bo' : 'lanh.dao');
    await person.page.getByLabel('Mật khẩu', { exact: true }).fill(PASSWORD);
    await person.page.getByRole('button', { name: 'Nhận lời mời' }).click();
    await person.page.waitForURL(`${server.address}/`);
    return person;
  }
});
