// @ts-check
// Prints `N passed, N failed` from vitest's result and the result of `check.js`; a result that is not there failed.
// Tests that were skipped are named, for a name says what is needed, and counted.
import { readFileSync } from 'node:fs';

const [testFile = '', testCode = '', checkFile = '', checkCode = ''] = process.argv.slice(2);

/** @param {string} file */
function read(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
}

/** A test file that could not even be loaded holds no failed test, and is one failure. */
const brokenFiles = (tests) =>
  tests.testResults.filter(
    ({ status, assertionResults }) => status === 'failed' && assertionResults.every((test) => test.status !== 'failed'),
  ).length;

/** A run that ended badly without a failed test (it died, or left an error behind) is one failure. */
const withExitCode = ({ passed, failed }, code) => ({ passed, failed: failed === 0 && code !== '0' ? 1 : failed });

const tests = read(testFile);
const counts = [
  withExitCode(
    tests
      ? { passed: tests.numPassedTests, failed: tests.numFailedTests + brokenFiles(tests) }
      : { passed: 0, failed: 1 },
    testCode,
  ),
  withExitCode(read(checkFile) ?? { passed: 0, failed: 1 }, checkCode),
];
const passed = counts.reduce((sum, count) => sum + count.passed, 0);
const failed = counts.reduce((sum, count) => sum + count.failed, 0);
const skipped = (tests?.testResults ?? [])
  .flatMap(({ assertionResults }) => assertionResults)
  .filter(({ status }) => status === 'skipped' || status === 'pending');
for (const { fullName } of skipped) console.log(`skipped: ${fullName}`);
/** What the names of the skipped tests say that is missing, and how many miss it. */
const needs = new Map();
for (const { fullName } of skipped) {
  const need = /.*\((needs [^()]{1,60})\)/.exec(fullName)?.[1] ?? 'no reason is given';
  needs.set(need, (needs.get(need) ?? 0) + 1);
}
const reasons = [...needs].map(([need, count]) => `${need}: ${count}`).join(', ');
const told = skipped.length > 0 ? `, ${skipped.length} skipped (${reasons})` : '';
console.log(`${passed} passed, ${failed} failed${told}`);
process.exitCode = failed > 0 ? 1 : 0;
