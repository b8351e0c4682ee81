import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { demoPlanText } from '#catalog/demo-plan.ts';
import { accessibilityFaults, newPerson, openBrowser } from './open-browser.ts';
import { type RunningServer, runServer } from './run-server.ts';

const PASSWORD = 'mot-cau-du-dai-cho-hai-nguoi';

describe('the frame around every page', () => {
  let server: RunningServer;
  let browser: Browser;
  let page: Page;
  let context: BrowserContext;
  let complaints: string[];
  const faults: string[] = [];

  const look = async () => {
    faults.push(...(await accessibilityFaults(page)));
  };
  const open = async (path: string) => {
    await page.goto(server.address + path);
    await page.getByRole('heading', { level: 1 }).first().waitFor();
  };
  const closeByEscape = async (role: 'dialog' | 'menu') => {
    await page.keyboard.press('Escape');
    await page.getByRole(role).waitFor({ state: 'detached' });
  };

  beforeAll(async () => {
    [server, browser] = await Promise.all([runServer(), openBrowser()]);
    ({ page, context, complaints } = await newPerson(browser));
    await page.goto(server.setupLink);
    await page.getByLabel('Tên đơn vị').fill('Phường Hồ Sen');
    await page.getByLabel('Họ và tên').fill('Cán bộ đầu mối');
    await page.getByLabel('Tên đăng nhập').fill('dau.moi');
    await page.getByLabel('Mật khẩu', { exact: true }).fill(PASSWORD);
    await page.getByRole('button', { name: 'Tạo tài khoản và bắt đầu' }).click();
    await page.waitForURL(`${server.address}/`);
    await page.goto(`${server.address}/plan/import`);
    await page.locator('input[type=file]').setInputFiles({
      name: 'ke-hoach-ho-sen.txt',
      mimeType: 'text/plain',
      buffer: Buffer.from(demoPlanText()),
    });
    await page.getByRole('button', { name: 'Xác nhận kế hoạch' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Xác nhận kế hoạch' }).click();
    await page.waitForURL(`${server.address}/plan`);
  });
  afterAll(async () => {
    await browser.close();
    await server.stop();
  });

  it('finds a criterion by its code in figures and opens it by keyboard alone', async () => {
    await open('/');
    await page.keyboard.press('Control+k');
    await page.getByRole('dialog').getByRole('combobox').fill('7.3.1');
    await page.getByRole('option', { name: /^VII\.3\.1/u }).waitFor();
    await look();
    await page.keyboard.press('Enter');
    await page.waitForURL(`${server.address}/criteria/VII.3.1`);
  });

  it('lists the shortcuts, follows them, and lets them be switched off', async () => {
    await open('/');
    await page.keyboard.press('?');
    await page.getByRole('dialog').waitFor();
    await look();
    await closeByEscape('dialog');
    await page.keyboard.press('g');
    await page.keyboard.press('t');
    await page.waitForURL(`${server.address}/tasks`);
    await page.keyboard.press('?');
    await page.getByRole('dialog').getByRole('switch').click();
    await closeByEscape('dialog');
    await page.keyboard.press('?');
    await page.keyboard.press('Control+k');
    await page.getByRole('dialog').getByRole('combobox').waitFor();
    expect(await page.getByRole('dialog').count()).toBe(1);
    await closeByEscape('dialog');
  });

  it('opens the account menu without faults in English and in the dark, and gives the focus back', async () => {
    await open('/');
    const account = page.getByRole('button', { name: /Cán bộ đầu mối/u });
    await account.click();
    await page.getByRole('menu').waitFor();
    await look();
    await page.getByRole('menuitemradio', { name: 'English' }).click();
    await page.getByRole('menuitemradio', { name: 'Dark' }).click();
    await look();
    await closeByEscape('menu');
    expect(await account.evaluate((button) => button === document.activeElement)).toBe(true);
    expect(await page.evaluate(() => document.documentElement.lang)).toBe('en');
    await open('/gaps');
    await page.getByRole('heading', { level: 1, name: /\d\.\d\d missing points/iu }).waitFor();
    await look();
    await account.click();
    await page.getByRole('menuitemradio', { name: 'Tiếng Việt' }).click();
    await page.getByRole('menuitemradio', { name: 'Sáng' }).click();
    await closeByEscape('menu');
  });

  it('keeps a filter of the missing points in the address, over a reload', async () => {
    await open('/gaps');
    await page.getByRole('combobox').nth(2).click();
    await page.getByRole('option', { name: 'Khảo sát (ĐTXHH)' }).waitFor();
    await look();
    await page.getByRole('option', { name: 'Khảo sát (ĐTXHH)' }).click();
    await page.waitForURL(/source=survey/u);
    await page.reload();
    await page.getByRole('combobox', { name: 'Cách chấm' }).getByText('Khảo sát (ĐTXHH)').waitFor();
  });

  it('says it when the network is gone and when an address leads nowhere', async () => {
    await open('/');
    await context.setOffline(true);
    await page.getByText('Mất kết nối').waitFor();
    await look();
    await context.setOffline(false);
    await page.getByText('Mất kết nối').waitFor({ state: 'detached' });
    await open('/nowhere');
    await look();
  });

  it('leads back to the same page when the session ended meanwhile', async () => {
    await open('/gaps?source=survey');
    await context.clearCookies();
    await page.reload();
    await page.getByLabel('Tên đăng nhập').fill('dau.moi');
    await page.getByLabel('Mật khẩu', { exact: true }).fill(PASSWORD);
    await page.getByRole('button', { name: 'Đăng nhập' }).click();
    await page.waitForURL(`${server.address}/gaps?source=survey`);
  });

  it('has no accessibility fault and no complaint of the browser in any of these states', () => {
    expect(faults).toEqual([]);
    expect(complaints).toEqual([]);
  });
});
