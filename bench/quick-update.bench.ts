import type { CDPSession, Page } from 'playwright-core';
import type { Task } from '#core/plans/task.ts';
import { openBrowser, PHONE_SCREEN } from '../e2e/open-browser.ts';
import { openWard } from '../e2e/open-ward.ts';
import { runServer } from '../e2e/run-server.ts';
import { median } from './timing.ts';

const RUNS = 9;
const KILOBYTE = 1000;
const BAR_KB = 30;
const BAR_MS = 1000;
const SLOWER = 4;
const LATENCY_MS = 400;

/**
 * The quick-update page of a signed-in person on a slowed phone: from the tap on the link to the item
 * shown, and from the tap on an answer to "Đã ghi nhận" shown; what the person thinks in between does
 * not count. The limit is twice the way to a page of plain text of the same server.
 */
export async function bench() {
  const server = await runServer();
  const browser = await openBrowser();
  const context = await browser.newContext({ viewport: PHONE_SCREEN });
  await openWard(context.request, server);
  const tasks: Task[] = await (await context.request.get(`${server.address}/api/tasks`)).json();
  const opened: number[] = [];
  const saved: number[] = [];
  const limits: number[] = [];
  let bytes = 0;
  for (const { id } of tasks.slice(0, RUNS)) {
    const page = await context.newPage();
    const devtools = await context.newCDPSession(page);
    const counted = await slowDown(devtools);
    const plain = `${server.address}/healthz`;
    await page.goto(plain);
    limits.push((await tapLink(page, `${plain}?1`)) + (await tapLink(page, `${plain}?2`)));
    counted.bytes = 0;
    opened.push(await tapLink(page, `${server.address}/quick/${id}?say=in_progress`));
    saved.push(await tapAnswer(page));
    bytes = counted.bytes;
    await page.close();
  }
  await browser.close();
  await server.stop();
  const whole = median(opened.map((open, run) => open + saved[run]!));
  const limit = median(limits);
  const kilobytes = bytes / KILOBYTE;
  return {
    name: `Quick update (${SLOWER}× slower CPU, ${LATENCY_MS} ms latency, medians of ${RUNS}; ratio to the limit)`,
    rows: [
      {
        what: 'from the tap on the link to saved, in two taps, without the person',
        value: `${Math.round(whole)} ms`,
        ratio: whole / limit,
        bar: `< ${BAR_MS} ms`,
        met: whole < BAR_MS,
      },
      { what: 'of it, link to the item shown', value: `${Math.round(median(opened))} ms` },
      { what: 'of it, answer to "Đã ghi nhận" shown', value: `${Math.round(median(saved))} ms` },
      { what: 'the limit: two pages of plain text from the same server', value: `${Math.round(limit)} ms` },
      {
        what: 'bytes of both pages with all they need, compressed, headers included',
        value: `${kilobytes.toFixed(1)} kB`,
        bar: `≤ ${BAR_KB} kB`,
        met: kilobytes <= BAR_KB,
      },
    ],
  };
}

async function slowDown(devtools: CDPSession): Promise<{ bytes: number }> {
  const counted = { bytes: 0 };
  devtools.on('Network.loadingFinished', ({ encodedDataLength }) => {
    counted.bytes += encodedDataLength;
  });
  await devtools.send('Network.enable');
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
  const unlimited = { downloadThroughput: -1, uploadThroughput: -1 };
  await devtools.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: LATENCY_MS,
    ...unlimited,
  });
  return counted;
}

/** Puts a link on the page as a mail has it, and taps it. */
async function tapLink(page: Page, address: string): Promise<number> {
  await page.evaluate((href) => {
    const link = document.createElement('a');
    Object.assign(link, { href, id: 'tapped', textContent: 'Cập nhật' });
    document.body.append(link);
  }, address);
  return tap(page, '#tapped');
}

/** Milliseconds from a tap to the first paint of the page it leads to. */
async function tap(page: Page, target: string): Promise<number> {
  await page.evaluate(() =>
    addEventListener('click', ({ timeStamp }) => {
      sessionStorage.setItem('tapped', String(performance.timeOrigin + timeStamp));
    }),
  );
  const isOther = page.waitForEvent('load');
  await page.locator(target).click({ noWaitAfter: true });
  await isOther;
  return page.evaluate(
    () =>
      new Promise<number>((painted) => {
        new PerformanceObserver((list) => {
          const first = list.getEntriesByName('first-contentful-paint')[0];
          if (!first) return;
          const tapped = Number(sessionStorage.getItem('tapped'));
          painted(performance.timeOrigin + first.startTime - tapped);
        }).observe({ type: 'paint', buffered: true });
      }),
  );
}

/** Milliseconds from a tap on an answer to the frame that shows it as kept. */
async function tapAnswer(page: Page): Promise<number> {
  const shown = page.evaluate(
    () =>
      new Promise<number>((painted) => {
        let tapped = 0;
        addEventListener('click', ({ timeStamp }) => {
          tapped = timeStamp;
        });
        new MutationObserver((_, observer) => {
          if (!document.querySelector('[data-saved]')) return;
          observer.disconnect();
          // After the next frame has been made, what was put into the page has been painted.
          requestAnimationFrame(() => setTimeout(() => painted(performance.now() - tapped)));
        }).observe(document.documentElement, { childList: true });
      }),
  );
  await page.locator('button[value="50"]').click();
  return shown;
}
