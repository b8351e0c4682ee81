import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { delimiter, join } from 'node:path';
import { projectFolder, runShown } from './installed.mjs';

const SYSTEM_CHROMIUM = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

const isOnPath = (name) =>
  (process.env.PATH ?? '').split(delimiter).some((folder) => existsSync(join(folder, name)));

/** Whether packages of the system can be added here without asking anyone. */
function mayInstall() {
  return process.platform === 'linux' && process.getuid?.() === 0 && isOnPath('apt-get');
}

async function installWithApt(packages) {
  console.error(`Installing ${packages.join(', ')}.`);
  const settings = { DEBIAN_FRONTEND: 'noninteractive' };
  const install = ['install', '-y', '-qq', '--no-install-recommends', ...packages];
  if ((await runShown('apt-get', install, settings)) === 0) return true;
  await runShown('apt-get', ['update', '-qq'], settings);
  return (await runShown('apt-get', install, settings)) === 0;
}

/** The path of a Chromium: CHROMIUM_PATH, the system's, Playwright's own, in that order. */
function findChromium() {
  const { chromium } = createRequire(join(projectFolder, 'package.json'))('playwright-core');
  return [process.env.CHROMIUM_PATH, ...SYSTEM_CHROMIUM, chromium.executablePath()].find(
    (path) => path && existsSync(path),
  );
}

/** Finds a Chromium for the browser tests, or installs Debian's; undefined when neither can be had. */
export async function provideChromium() {
  const found = findChromium();
  if (found || !mayInstall()) return found;
  await installWithApt(['chromium']);
  return findChromium();
}

/** Finds LibreOffice, which only .doc reading and the speed ratio need, or installs it; false when it cannot be had. */
export async function provideLibreOffice() {
  const isThere = () => isOnPath('soffice') || spawnSync('soffice', ['--version']).status === 0;
  if (isThere()) return true;
  return (
    mayInstall() &&
    (await installWithApt(['libreoffice-writer-nogui', 'libreoffice-calc-nogui'])) &&
    isThere()
  );
}
