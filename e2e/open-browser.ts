import { existsSync } from 'node:fs';
import { AxeBuilder } from '@axe-core/playwright';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';

const INSTALLED = [
  process.env.CHROMIUM_PATH,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
];

/** Chromium from CHROMIUM_PATH, the system, or Playwright's own store, in that order. */
export function openBrowser(): Promise<Browser> {
  const executablePath = INSTALLED.find((path) => path !== undefined && existsSync(path));
  return chromium.launch({
    ...(executablePath ? { executablePath } : {}),
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update'],
  });
}

export const OFFICE_SCREEN = { width: 1366, height: 768 };
export const PHONE_SCREEN = { width: 390, height: 844 };

/** A signed-out person at an office screen or a phone, who reports every console error and refused resource. */
export async function newPerson(
  browser: Browser,
  screen: { width: number; height: number } = OFFICE_SCREEN,
): Promise<{ context: BrowserContext; page: Page; complaints: string[] }> {
  const context = await browser.newContext({
    viewport: screen,
    locale: 'vi-VN',
    timezoneId: 'Asia/Ho_Chi_Minh',
  });
  const page = await context.newPage();
  page.setDefaultTimeout(15_000);
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(`page error: ${error.message}`));
  page.on('console', (message) => {
    // A refused request (401 before sign-in, a 4xx the page shows as a sentence) is part of the story.
    if (message.type() === 'error' && !message.text().includes('Failed to load resource')) {
      complaints.push(`console: ${message.text()}`);
    }
  });
  return { context, page, complaints };
}

/** What axe finds on the page as it stands, one line a violation with the first element that shows it. */
export async function accessibilityFaults(page: Page): Promise<string[]> {
  const result = await new AxeBuilder({ page }).analyze();
  return result.violations.map(
    (fault) =>
      `${page.url()} ${fault.id}: ${fault.help} (${fault.nodes
        .map((node) => node.target.join(' '))
        .slice(0, 3)
        .join(' | ')})`,
  );
}
