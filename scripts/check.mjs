import { installPackages, runShown } from './installed.mjs';

/** Everything a machine can say about the code without running the product, in the order of cheapness. */
const CHECKS = [
  { name: 'format and lint', command: 'biome', words: ['check', '--error-on-warnings'] },
  { name: 'types', command: 'tsc', words: ['--noEmit'] },
  { name: 'unused files, exports and packages', command: 'knip', words: ['--no-progress'] },
  { name: 'architecture', command: 'vitest', words: ['run', 'architecture.test.ts', '--reporter=dot'] },
];

await installPackages();
const failed = [];
for (const { name, command, words } of CHECKS) {
  console.log(`\n── ${name}`);
  if ((await runShown(command, words)) !== 0) failed.push(name);
}
console.log(
  failed.length === 0
    ? `\nAll ${CHECKS.length} checks passed.`
    : `\n${failed.length} of ${CHECKS.length} checks failed: ${failed.join(', ')}.`,
);
process.exit(failed.length === 0 ? 0 : 1);
