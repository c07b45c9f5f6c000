// @ts-check
// `npm test`: installs, builds and runs the tests; arguments go to vitest.
import { join } from 'node:path';
import { runNode } from './run-command.js';
import { setUp } from './set-up.js';

await setUp();
const vitest = [join('node_modules', 'vitest', 'vitest.mjs'), 'run', ...process.argv.slice(2)];
const { code } = await runNode(vitest, { show: true });
process.exitCode = code;
