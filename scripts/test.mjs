import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { installPackages, runShown } from './installed.mjs';
import { provideChromium, provideLibreOffice } from './test-tools.mjs';

/**
 * `npm test`: everything. `npm test -- core/points` runs only the tests whose path holds the words
 * given, and neither check nor build. Ends with the line "N passed, N failed".
 */
const filters = process.argv.slice(2);
const browserFilters = filters.filter((words) => words.includes('e2e'));
const otherFilters = filters.filter((words) => !words.includes('e2e'));
const isWhole = filters.length === 0;
const started = Date.now();
const tally = { passed: 0, failed: 0 };
const notPassed = [];
const reports = mkdtempSync(join(tmpdir(), 'parindex-test-'));

function count({ name, passed, failed }) {
  tally.passed += passed;
  tally.failed += failed;
  if (failed > 0) notPassed.push(name);
}

/** A step that passes or fails as a whole; a failure counts as one. */
async function runStep(name, command, words) {
  console.log(`\n── ${name}`);
  const isPassed = (await runShown(command, words)) === 0;
  count({ name, passed: 0, failed: isPassed ? 0 : 1 });
  return isPassed;
}

/** What Vitest reported; a file that could not run at all, or a run that fails without saying why, is one failure. */
function readReport(path, code) {
  const report = existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : undefined;
  const broken = (report?.testResults ?? []).filter(
    ({ status, assertionResults }) =>
      status === 'failed' && assertionResults.every((each) => each.status !== 'failed'),
  );
  const failed = (report?.numFailedTests ?? 0) + broken.length;
  return { passed: report?.numPassedTests ?? 0, failed: failed === 0 && code !== 0 ? 1 : failed };
}

async function runTests(name, words, environment) {
  console.log(`\n── ${name}`);
  const path = join(reports, `${name.replaceAll(/\W+/gu, '-')}.json`);
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${path}`];
  const code = await runShown('vitest', ['run', ...reporters, ...words], environment);
  count({ name, ...readReport(path, code) });
}

await installPackages();
const chromium = await provideChromium();
if (!(await provideLibreOffice())) {
  console.log('LibreOffice is not here: tests that read .doc files are left out. Install it to run them.');
}

if (isWhole) await runStep('check', process.execPath, ['scripts/check.mjs']);
if (isWhole || otherFilters.length > 0) await runTests('unit and HTTP tests', otherFilters);
if (isWhole || browserFilters.length > 0) {
  const isBuilt = await runStep('build of the web', 'vite', ['build', '--logLevel', 'warn']);
  if (!chromium) {
    count({ name: 'browser tests', passed: 0, failed: 1 });
    console.error(
      'No Chromium was found for the browser tests. Install one (Debian: apt-get install chromium;\n' +
        'elsewhere: npx playwright-core install chromium), or set CHROMIUM_PATH to an installed one.',
    );
  } else if (isBuilt) {
    const words = ['--config', 'e2e/vitest.config.ts', ...browserFilters];
    await runTests('browser tests', words, { CHROMIUM_PATH: chromium });
  }
}
rmSync(reports, { recursive: true, force: true });

console.log(`\n${Math.round((Date.now() - started) / 1000)} seconds.`);
if (notPassed.length > 0) console.log(`Not passed: ${notPassed.join(', ')}.`);
if (tally.passed === 0) console.log('No test passed, so nothing was proved.');
console.log(`${tally.passed} passed, ${tally.failed} failed`);
process.exit(tally.failed > 0 || tally.passed === 0 ? 1 : 0);
