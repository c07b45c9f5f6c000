// @ts-check
// `npm run check`: everything CI asks beside the tests, one line for each step; `--result FILE` stores the counts.
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { checkBrowserBundle } from './browser-bundle.js';
import { checkWork } from './count-work.js';
import { checkConsumer } from './consumer.js';
import { checkGeneratedFiles } from './generated-files.js';
import { checkPackedPackages } from './packed-packages.js';
import { checkProgramAlone } from './program-alone.js';
import { checkPlantedViolations } from './planted-violations.js';
import { runNode } from './run-command.js';
import { setUp } from './set-up.js';

/** A step gives its complaints; none is a pass. What it measures it tells. */
const STEPS = {
  format: tool('prettier', 'bin/prettier.cjs', ['--check', '--log-level', 'warn', '.']),
  lint: tool('oxlint', 'bin/oxlint', ['--deny-warnings']),
  types: tool('typescript', 'bin/tsc', ['-b']),
  'generated files': checkGeneratedFiles,
  'unused code': tool('knip', 'bin/knip.js', ['--no-progress']),
  'packed packages': checkPackedPackages,
  'a consumer': checkConsumer,
  'the program alone': checkProgramAlone,
  'browser bundle': checkBrowserBundle,
  'counted work': checkWork,
  'planted violations': checkPlantedViolations,
};

/** @param {string} name @param {string} file @param {readonly string[]} args */
function tool(name, file, args) {
  return async () => {
    const { code, output } = await runNode([join('node_modules', name, file), ...args]);
    return code === 0 ? [] : [output];
  };
}

/** @param {(tell: (figure: string) => void) => Promise<readonly string[]>} check @param {(figure: string) => void} tell */
async function complaintsOf(check, tell) {
  try {
    return await check(tell);
  } catch (error) {
    return [error instanceof Error ? (error.stack ?? error.message) : String(error)];
  }
}

const { values, positionals } = parseArgs({ allowPositionals: true, options: { result: { type: 'string' } } });
await setUp();
const count = { passed: 0, failed: 0 };
for (const [name, check] of Object.entries(STEPS)) {
  if (positionals.length > 0 && !positionals.includes(name)) continue;
  const started = performance.now();
  const told = [];
  const complaints = await complaintsOf(check, (figure) => told.push(figure));
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  console.log(`${complaints.length === 0 ? 'ok    ' : 'FAILED'}  ${name}  ${seconds} s`);
  for (const line of [...told, ...complaints]) console.log(line.trimEnd());
  count[complaints.length === 0 ? 'passed' : 'failed'] += 1;
}
if (values.result !== undefined) await writeFile(values.result, JSON.stringify(count));
process.exitCode = count.failed > 0 ? 1 : 0;
