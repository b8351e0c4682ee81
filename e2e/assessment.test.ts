import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { accessibilityFaults, openBrowser } from './open-browser.ts';
import { openCity } from './open-city.ts';
import { type RunningServer, runServer } from './run-server.ts';

describe('a ward is assessed by its city', () => {
  let server: RunningServer;
  let browser: Browser;
  beforeAll(async () => {
    [server, browser] = await Promise.all([runServer(), openBrowser()]);
  });
  afterAll(async () => {
    await browser.close();
    await server.stop();
  });

  it('claims, returns, approval, hand-in, cuts, explanation, council, publication', async () => {
    const { people, campaignId } = await openCity(browser, server);
    const { cityFocal, wardFocal, officer, leader, appraiser, chair, member } = people;
    /** Opens a page and waits until it hears of changes. */
    const open = (page: Page, path: string) =>
      Promise.all([
        page.waitForResponse((response) => response.url().endsWith('/api/changes')),
        page.goto(server.address + path),
      ]);
    const button = (page: Page, name: string | RegExp) =>
      page.getByRole('button', { name, exact: typeof name === 'string' });
    /** Opens the window of a button, fills in what it asks, and confirms it by the same word. */
    const confirm = async (page: Page, name: string, done: string, reason?: string) => {
      await button(page, name).first().click();
      const dialog = page.getByRole('dialog');
      if (reason) await dialog.getByLabel('Lý do').fill(reason);
      await dialog.getByRole('button', { name, exact: true }).click();
      await page.getByText(done, { exact: true }).first().waitFor();
    };
    const row = (page: Page, code: string) =>
      page.getByRole('row').filter({ has: page.getByRole('cell', { name: code, exact: true }) });
    const choose = async (page: Page, label: string, option: string) => {
      await page.getByRole('combobox', { name: label }).click();
      await page.getByRole('option', { name: option, exact: true }).click();
    };
    const faults: string[] = [];
    const check = async (page: Page) => {
      faults.push(...(await accessibilityFaults(page)));
    };

    // The ward has its page open while the city opens the campaign.
    await open(wardFocal.page, '/assessment');
    await wardFocal.page.getByText('Đơn vị chưa có đợt đánh giá nào').waitFor();
    await open(cityFocal.page, `/campaigns/${campaignId}`);
    await confirm(cityFocal.page, 'Mở đợt', 'Đã chuyển bước');
    await wardFocal.page.getByRole('heading', { name: /Hồ sơ tự chấm chưa mở/u }).waitFor();
    await confirm(wardFocal.page, 'Mở hồ sơ tự chấm', 'Đã mở hồ sơ tự chấm');

    // The officer types points; what is claimed with nothing behind it is refused until it is explained.
    await open(officer.page, '/assessment');
    for (const code of ['I.1', 'I.2', 'I.3']) {
      const scored = await (await officer.context.request.get(`${server.address}/api/scores/${code}`)).json();
      const answer = await officer.context.request.put(`${server.address}/api/scores/${code}/entry`, {
        data: {
          quantities: {},
          points: 100,
          reason: 'Theo báo cáo năm 2026 của phường',
          isNotApplicable: false,
          version: scored.entry.version,
        },
        headers: { 'x-parindex': '1' },
      });
      expect(answer.ok(), await answer.text()).toBe(true);
    }
    const claims = officer.page;
    const explainAndDeclare = async () => {
      await button(claims, 'Viết giải trình').click();
      const dialog = claims.getByRole('dialog', { name: 'Thêm minh chứng' });
      await dialog.locator('textarea').first().fill('Đã thực hiện, văn bản đang được số hóa.');
      await dialog.getByRole('button', { name: 'Lưu minh chứng' }).click();
      await claims.getByText('Có giải trình').first().waitFor();
      await button(claims, 'Kê khai').click();
      await claims.getByText('Chờ rà soát').first().waitFor();
    };
    for (const [code, title] of [
      ['I.1', 'Mức độ hoàn thành kế hoạch CCHC'],
      ['I.2', 'Kiểm tra công tác CCHC tại các phòng'],
      ['I.3', 'Công tác tuyên truyền CCHC'],
    ] as const) {
      await claims.getByRole('link', { name: title }).click();
      await claims.getByRole('heading', { name: `${code} ${title}` }).waitFor();
      const declare = button(claims, /^Kê khai/u);
      await claims.getByText('Cần tài liệu hoặc giải trình').first().waitFor();
      expect(await declare.getAttribute('aria-disabled')).toBe('true');
      if (code === 'I.1') await check(claims);
      await explainAndDeclare();
      await claims.getByRole('link', { name: 'Danh sách tiêu chí' }).click();
    }
    await claims.getByRole('link', { name: 'Điểm thưởng cho sáng kiến CCHC' }).click();
    await button(claims, 'Thêm mục').click();
    await claims.getByRole('dialog').getByLabel('Nội dung').fill('Sáng kiến số hóa hồ sơ');
    await claims.getByRole('dialog').getByLabel('Số điểm').fill('0,5');
    await claims.getByRole('dialog').getByRole('button', { name: 'Lưu mục' }).click();
    await claims.getByText('Sáng kiến số hóa hồ sơ').first().waitFor();
    await check(claims);
    await explainAndDeclare();

    // The focal officer accepts and returns one; the officer sees the reason where they are, and declares again.
    const focal = wardFocal.page;
    await claims.getByRole('link', { name: 'Danh sách tiêu chí' }).click();
    await button(focal, 'Chấp nhận 4 tiêu chí').waitFor();
    await check(focal);
    await focal.getByRole('link', { name: 'Công tác tuyên truyền CCHC' }).click();
    await confirm(focal, 'Trả lại', 'Đã trả lại', 'Chưa nêu số cuộc tuyên truyền.');
    await claims.getByText('Trả lại: Chưa nêu số cuộc tuyên truyền.').waitFor();
    await row(claims, 'I.3').getByRole('button', { name: 'Kê khai' }).click();
    await focal.getByText('Chờ rà soát').first().waitFor();
    await focal.getByRole('link', { name: 'Danh sách tiêu chí' }).click();
    await button(focal, 'Chấp nhận 4 tiêu chí').click();
    await focal.getByRole('heading', { name: 'Đã rà soát 4 trong 4 tiêu chí tự chấm' }).waitFor();
    await open(leader.page, '/assessment');
    await confirm(focal, 'Trình lãnh đạo', 'Đã trình lãnh đạo');
    await leader.page.getByRole('heading', { name: 'Hồ sơ 3,50 điểm đang chờ lãnh đạo phê duyệt' }).waitFor();
    await check(leader.page);
    await confirm(leader.page, 'Phê duyệt', 'Đã phê duyệt');
    await confirm(focal, 'Nộp hồ sơ', 'Đã nộp hồ sơ');

    // The city sees the hand-in and starts; the appraiser, with the desk open, cuts, asks, accepts, enters.
    const city = cityFocal.page;
    const desk = appraiser.page;
    await open(desk, `/campaigns/${campaignId}`);
    await desk.getByRole('link', { name: 'Chấm điểm' }).click();
    await desk.getByRole('heading', { name: /các đơn vị còn đang tự chấm/u }).waitFor();
    await city.getByRole('heading', { name: /^1 trên 1 đơn vị đã nộp/u }).waitFor();
    await confirm(city, 'Bắt đầu thẩm định', 'Đã chuyển bước');
    await desk.getByRole('heading', { name: 'Còn 5 lượt chấm được giao cho bạn' }).waitFor();
    await check(desk);
    await desk.getByRole('link', { name: 'Mức độ hoàn thành kế hoạch CCHC' }).click();
    const points = desk.getByLabel('Điểm thẩm định');
    await points.fill('0,5');
    await desk.getByLabel('Số điểm trừ').fill('0,3');
    await desk.getByLabel('Nội dung').fill('Văn bản chưa có chữ ký số');
    await desk.getByText('Còn 0,20 điểm chưa có lý do').waitFor();
    await button(desk, 'Lưu ý kiến').click();
    await desk.getByRole('alert').first().waitFor();
    await check(desk);
    await desk.getByLabel('Số điểm trừ').fill('0,5');
    await desk.getByText('Các lý do đã khớp với số điểm thay đổi').waitFor();
    await button(desk, 'Lưu ý kiến').click();
    await desk.getByRole('heading', { name: 'I.1: đã chấm xong các đơn vị' }).waitFor();
    const nextLeaf = async (title: string) => {
      await desk.getByRole('link', { name: 'Tiêu chí được giao' }).click();
      await desk.getByRole('link', { name: title }).click();
      await button(desk, 'Lưu ý kiến').waitFor();
    };
    await nextLeaf('Kiểm tra công tác CCHC tại các phòng');
    await desk.getByLabel('Câu hỏi cho đơn vị').fill('Đã kiểm tra mấy phòng?');
    await button(desk, 'Lưu ý kiến').click();
    await desk.getByRole('heading', { name: 'I.2: đã chấm xong các đơn vị' }).waitFor();
    for (const [code, title] of [
      ['I.3', 'Công tác tuyên truyền CCHC'],
      ['III.1', 'Điểm thưởng cho sáng kiến CCHC'],
    ] as const) {
      await nextLeaf(title);
      await desk.getByRole('heading', { name: `${code}: còn 1 đơn vị chưa chấm` }).waitFor();
      await desk.keyboard.press('a');
      await desk.getByRole('heading', { name: `${code}: đã chấm xong các đơn vị` }).waitFor();
    }
    await nextLeaf('Tiêu chí ĐTXHH');
    await points.fill('1,6');
    await desk.getByLabel('Nguồn của điểm').fill('Khảo sát xã hội học năm 2026');
    await button(desk, 'Lưu ý kiến').click();
    await desk.getByRole('heading', { name: 'II.1: đã chấm xong các đơn vị' }).waitFor();

    // Released: the ward sees the cut with its reason where it is, explains, and sends.
    await focal.getByRole('link', { name: 'Giải trình' }).click();
    await focal.getByRole('heading', { name: 'Không có tiêu chí nào cần giải trình' }).waitFor();
    await confirm(city, 'Gửi kết quả lần một', 'Đã chuyển bước');
    await focal.getByText('Văn bản chưa có chữ ký số').waitFor();
    await check(focal);
    await focal.getByLabel('Nội dung', { exact: true }).fill('Bản ký số đã gửi ngày 02/12, kèm theo đây.');
    await focal.getByLabel('Điểm đề nghị').fill('1');
    await button(focal, 'Gửi').click();
    await focal.getByRole('heading', { name: /^Còn 1 tiêu chí chưa gửi giải trình/u }).waitFor();
    await focal
      .getByRole('navigation', { name: 'Các tiêu chí' })
      .getByRole('button', { name: /I\.2/u })
      .click();
    await focal.getByText('Đã kiểm tra mấy phòng?').waitFor();
    await focal.getByLabel('Nội dung', { exact: true }).fill('Đã kiểm tra cả năm phòng.');
    await button(focal, 'Gửi').click();
    await focal.getByRole('heading', { name: 'Đã gửi giải trình cho cả 2 tiêu chí' }).waitFor();

    await confirm(city, 'Thẩm định lần hai', 'Đã chuyển bước');
    await nextLeaf('Mức độ hoàn thành kế hoạch CCHC');
    await desk.getByText('Bản ký số đã gửi ngày 02/12').waitFor();
    await points.fill('0,75');
    await desk.getByLabel('Nội dung').fill('Chấp nhận một phần giải trình');
    await button(desk, 'Lưu ý kiến').click();
    await desk.getByRole('heading', { name: 'I.1: đã chấm xong các đơn vị' }).waitFor();
    await check(desk);
    await nextLeaf('Kiểm tra công tác CCHC tại các phòng');
    await desk.getByText('Đã kiểm tra cả năm phòng.').waitFor();
    await desk.getByRole('heading', { name: 'I.2: còn 1 đơn vị chưa chấm' }).waitFor();
    await desk.keyboard.press('a');
    await desk.getByRole('heading', { name: 'I.2: đã chấm xong các đơn vị' }).waitFor();
    await confirm(city, 'Trình hội đồng', 'Đã chuyển bước');

    // The council: who sits in it, who is there, one leaf proposed and voted on, then the whole list.
    await city.getByRole('link', { name: 'Hội đồng' }).click();
    await button(city, 'Chọn thành viên').click();
    await choose(city, 'Chủ tịch hội đồng', 'Chủ tịch');
    await choose(city, 'Ủy viên hội đồng', 'Ủy viên');
    await city.getByRole('dialog').getByRole('button', { name: 'Lưu', exact: true }).click();
    await city.getByRole('heading', { name: 'Hội đồng 2 thành viên, 0 phiên họp' }).waitFor();
    await button(city, 'Lập phiên họp').click();
    await city.getByRole('checkbox', { name: 'Chủ tịch hội đồng' }).check();
    await city.getByRole('checkbox', { name: 'Ủy viên hội đồng' }).check();
    await city.getByRole('dialog').getByRole('button', { name: 'Lưu', exact: true }).click();
    for (const { page } of [chair, member]) {
      await open(page, `/campaigns/${campaignId}`);
      await page.getByRole('link', { name: 'Hội đồng' }).click();
      await page.getByText('Chưa có đề xuất nào').waitFor();
    }
    const propose = async (fill: () => Promise<void>) => {
      await button(city, 'Đề xuất điểm').click();
      await fill();
      await city.getByRole('dialog').getByRole('button', { name: 'Lưu', exact: true }).click();
    };
    const vote = async (subject: string) => {
      for (const { page } of [chair, member]) {
        const item = page.getByRole('listitem').filter({ hasText: subject });
        await item.getByRole('button', { name: 'Đồng ý', exact: true }).click();
        await item.getByRole('button', { name: 'Đồng ý', exact: true, pressed: true }).waitFor();
      }
      await city
        .getByRole('listitem')
        .filter({ hasText: subject })
        .getByText(/^Được thông qua/u)
        .waitFor();
    };
    await propose(async () => {
      await choose(city, 'Đơn vị', 'phường Hồ Sen');
      await choose(city, 'Tiêu chí', 'I.1 Mức độ hoàn thành kế hoạch CCHC');
      await city.getByLabel('Điểm đề xuất').fill('0,9');
      await city.getByLabel('Điểm trừ (số âm là trả lại)').fill('-0,15');
      await choose(city, 'Lý do', 'Chấp nhận giải trình');
      await city.getByLabel('Diễn giải').fill('Hội đồng thống nhất trả lại');
    });
    await vote('Mức độ hoàn thành kế hoạch CCHC');
    await button(city, 'Ghi nhận quyết định').click();
    await city.getByText(/^Đã ghi nhận/u).waitFor();
    await propose(() => city.getByLabel('Trình cả danh sách').check());
    await vote('Toàn bộ danh sách như đang có');
    await check(member.page);

    // The ward has the side by side open while the leader of the city publishes.
    await focal.getByRole('link', { name: 'So sánh điểm' }).click();
    await focal.getByRole('columnheader', { name: 'Thẩm định 2' }).waitFor();
    await chair.page
      .getByRole('navigation', { name: 'Các phần của đợt đánh giá' })
      .getByRole('link', { name: 'Tổng quan' })
      .click();
    await confirm(chair.page, 'Công bố kết quả', 'Đã chuyển bước');
    await check(chair.page);
    await focal.getByRole('columnheader', { name: 'Kết quả' }).waitFor();
    await check(focal);
    const numbersOf = async (words: string) => {
      const cells = focal.getByRole('row').filter({ hasText: words }).getByRole('cell');
      return (await cells.allTextContents()).flatMap((each) => /\d,\d\d/u.exec(each) ?? []).join(' ');
    };
    // Maximum, last year, self, handed in, first, asked for, second, council, result; the sums have nothing asked for.
    expect(await numbersOf('Mức độ hoàn thành')).toBe('1,00 1,00 1,00 1,00 0,50 1,00 0,75 0,90 0,90');
    expect(await numbersOf('Tổng cộng')).toMatch(/ 3,50 3,50 4,60 4,85 5,00 5,00$/u);
    for (const [column, reason] of [
      ['Thẩm định 1', 'Văn bản chưa có chữ ký số'],
      ['Giải trình', 'Bản ký số đã gửi ngày 02/12'],
      ['Thẩm định 2', 'Chấp nhận một phần giải trình'],
      ['Hội đồng', 'Hội đồng thống nhất trả lại'],
    ] as const) {
      await focal.getByRole('button', { name: `Xem lý do của I.1, ${column}` }).click();
      const why = focal.getByRole('dialog', { name: `I.1, ${column}` });
      await why.getByText(reason).waitFor();
      await why.getByRole('button', { name: 'Đóng' }).click();
    }
    expect(faults).toEqual([]);
    for (const { complaints } of Object.values(people)) expect(complaints).toEqual([]);
  }, 400_000);
});
