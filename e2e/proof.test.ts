import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { strFromU8, unzipSync } from 'fflate';
import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { accessibilityFaults, newPerson, openBrowser, PHONE_SCREEN } from './open-browser.ts';
import { openWard } from './open-ward.ts';
import { type RunningServer, runServer } from './run-server.ts';

/** Rows as a spreadsheet puts them on the clipboard, with the headings of the register. */
function copiedCells(rows: readonly (readonly string[])[]): string {
  const headings = ['Tháng', 'Văn bản đi', 'Ký số đầy đủ'];
  return [headings, ...rows].map((cells) => cells.join('\t')).join('\r\n');
}

const REPORT_PAGES = [
  `<p>ỦY BAN NHÂN DÂN<br>PHƯỜNG HỒ SEN</p><p>Số: 215/BC-UBND</p>
   <p>Hồ Sen, ngày 05 tháng 11 năm 2026</p>
   <h1>BÁO CÁO</h1><p>Kết quả gửi, nhận văn bản điện tử mười tháng năm 2026</p>`,
  '<h2>I. TÌNH HÌNH CHUNG</h2><p>Các đơn vị gửi, nhận văn bản trên phần mềm quản lý văn bản.</p>',
  '<h2>II. KẾT QUẢ</h2><p>1. Văn bản đến được xử lý trên môi trường mạng.</p>',
  '<h2>II.2. Văn bản đi</h2><p>Số văn bản đi được ký số đầy đủ và phát hành trên trục liên thông.</p>',
];

/** A report of four pages, printed as an office program prints it. */
async function printReport(browser: Browser): Promise<Buffer> {
  const page = await browser.newPage();
  const sheets = REPORT_PAGES.map((sheet) => `<section style="break-after:page">${sheet}</section>`);
  await page.setContent(`<!doctype html><html lang="vi"><meta charset="utf-8">${sheets.join('')}`);
  const bytes = await page.pdf({ format: 'A4' });
  await page.close();
  return bytes;
}

describe('from a pasted register to a dossier that opens by itself', () => {
  let server: RunningServer;
  let browser: Browser;
  let folder: string;
  beforeAll(async () => {
    [server, browser] = await Promise.all([runServer(), openBrowser()]);
    folder = await mkdtemp(join(tmpdir(), 'parindex-dossier-'));
  });
  afterAll(async () => {
    await browser.close();
    await server.stop();
    await rm(folder, { recursive: true, force: true });
  });

  it('the point moves with the rows, is proved to its page, and goes out with its proof', async () => {
    const focal = await newPerson(browser);
    const { page } = focal;
    const faults: string[] = [];
    const look = async (at: Page = page) => faults.push(...(await accessibilityFaults(at)));
    await openWard(page.request, server);

    // An empty register: the criterion has no points yet and says what is missing.
    await page.goto(`${server.address}/criteria/VII.2.2`);
    await page.getByRole('heading', { level: 1, name: /^VII\.2\.2/u }).waitFor();
    const points = page.getByRole('region', { name: 'Điểm theo quy tắc' });
    await points.getByText('Chưa có điểm').first().waitFor();

    // A block from a spreadsheet with one wrong cell: nothing is saved until it is put right.
    await page.goto(`${server.address}/registers/e_documents`);
    await page.getByRole('heading', { level: 1 }).waitFor();
    await pasteInto(
      page.locator('body'),
      copiedCells([
        ['09/2026', '1.013', '1.000'],
        ['10/2026', 'một nghìn', '812'],
      ]),
    );
    const preview = page.getByRole('dialog');
    await preview.getByText('1 ô chưa đúng ở 1 dòng').waitFor();
    await look();
    expect(await preview.getByRole('button', { name: 'Thêm 2 dòng' }).isDisabled()).toBe(true);
    await preview.getByRole('button', { name: 'Hủy' }).click();
    await page.getByText('Sổ chưa có dòng nào trong năm').waitFor();
    await pasteBlock(
      page,
      copiedCells([
        ['09/2026', '1.013', '1.000'],
        ['10/2026', '1.000', '812'],
      ]),
    );
    await preview.getByText('Cả 2 dòng × 3 cột đều đọc được.').waitFor();
    await preview.getByRole('button', { name: 'Thêm 2 dòng' }).click();
    await page.getByText('Đã lưu 2 dòng.').first().waitFor();
    await page.getByText('VII.2.2').first().waitFor();
    await look();

    // Two steps pressed at once are two steps.
    await page.goto(`${server.address}/criteria/VII.2.2`);
    await points.waitFor();
    await page.keyboard.press('k');
    await page.keyboard.press('k');
    await page.waitForURL(`${server.address}/criteria/VII.2`);
    await page.getByRole('heading', { level: 1, name: /^VII\.2\. /u }).waitFor();

    // The chain of proof: the point, its sentence, its steps, the very rows and what fell short.
    await page.goto(`${server.address}/criteria/VII.2.2`);
    await points.getByText('1.812 / 2.013 = 90,01 % → 0,90 điểm').first().waitFor();
    await points.getByText('Từng bước tính').click();
    await points.getByText('201 chưa đạt').waitFor();
    await points.getByText('Thiếu 188').waitFor();
    await look();

    // A report is attached: what it says of itself is read, and the page that proves is written.
    await page.getByRole('button', { name: 'Thêm minh chứng' }).click();
    const adding = page.getByRole('dialog', { name: 'Thêm minh chứng' });
    await adding.locator('input[type=file]').setInputFiles({
      name: 'bao-cao-215.pdf',
      mimeType: 'application/pdf',
      buffer: await printReport(browser),
    });
    await adding.getByText('Kiểm tra và sửa lại nếu phần mềm đọc sai.').waitFor();
    expect(await adding.getByLabel('Số (không bắt buộc)').inputValue()).toBe('215');
    expect(await adding.getByLabel('Ký hiệu').inputValue()).toBe('BC-UBND');
    await adding.getByLabel(/^Trang chứng minh cho VII\.2\.2/u).fill('9');
    await adding.getByLabel('Tài liệu không chứa bí mật nhà nước').check();
    await adding.getByRole('button', { name: 'Lưu minh chứng' }).click();
    await adding.getByText('Tài liệu chỉ có 4 trang.').waitFor();
    await look();
    await adding.getByLabel(/^Trang chứng minh cho VII\.2\.2/u).fill('4');
    await adding.getByLabel(/^Mục chứng minh cho VII\.2\.2/u).fill('mục II.2');
    await adding.getByLabel(/^Gắn thêm/u).fill('VII.2.1');
    await adding.getByRole('button', { name: /^Tiêu chí: VII\.2\.1/u }).click();
    await adding.getByRole('button', { name: 'Lưu minh chứng' }).click();
    await adding.waitFor({ state: 'detached' });

    // It opens in the page at the page it is anchored to.
    const proof = page.getByRole('region', { name: 'Minh chứng' });
    await proof.getByText('trang 4, mục II.2').waitFor();
    await proof.getByRole('button', { name: 'Xem trang 4' }).click();
    const viewer = page.getByRole('dialog', { name: /^Tài liệu/u });
    await viewer.getByRole('img', { name: 'Trang 4 trên 4' }).waitFor();
    await look();
    await page.keyboard.press('Escape');

    // The same file proves another leaf, there without a page of its own; on a phone too.
    await page.setViewportSize(PHONE_SCREEN);
    await page.goto(`${server.address}/criteria/VII.2.1`);
    await proof.getByText('chưa ghi trang, mục').waitFor();
    await look();
    await page.goto(`${server.address}/evidence`);
    await page.getByRole('heading', { level: 1, name: /minh chứng/u }).waitFor();
    await look();

    // The dossier of the year: one archive whose index opens without the product.
    const download = page.waitForEvent('download');
    await page.getByRole('link', { name: 'Xuất hồ sơ' }).click();
    const archive = join(folder, 'ho-so.zip');
    await (await download).saveAs(archive);
    const parts = unzipSync(await readFile(archive));
    const names = Object.keys(parts);
    const index = names.find((name) => name.endsWith('.html'));
    expect(names.some((name) => name.endsWith('.xlsx'))).toBe(true);
    const report = names.find((name) => name.endsWith('.pdf'));
    expect(report).toBeDefined();
    await writeFile(join(folder, 'index.html'), strFromU8(parts[index ?? '']!));
    const offline = await newPerson(browser);
    await offline.context.setOffline(true);
    await offline.page.goto(pathToFileURL(join(folder, 'index.html')).href);
    await offline.page.getByText('1.812 / 2.013').first().waitFor();
    await offline.page.getByText('trang 4').first().waitFor();
    const links = await offline.page
      .getByRole('link')
      .evaluateAll((all) => all.map((each) => decodeURIComponent(each.getAttribute('href') ?? '')));
    expect(links.some((href) => href.includes(report!))).toBe(true);
    await look(offline.page);

    for (const { complaints } of [focal, offline]) expect(complaints).toEqual([]);
    expect(faults).toEqual([]);
  });

  async function pasteBlock(page: Page, cells: string) {
    await page.getByRole('button', { name: 'Dán từ Excel' }).click();
    const box = page.getByRole('dialog').getByLabel('Bấm vào ô bên dưới rồi nhấn Ctrl+V');
    await pasteInto(box, cells);
  }

  /** What Ctrl+V does to the element with the focus. */
  function pasteInto(focused: Locator, cells: string) {
    return focused.evaluate((element, text) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData('text/plain', text);
      element.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
    }, cells);
  }
});
