// @ts-check
// `pnpm fuzz`: the long form of the tests with made-up and damaged input; prints what was tried, failed and needed.
import { join } from 'node:path';
import { runNode } from './run-command.js';
import { setUp } from './set-up.js';

await setUp();
const vitest = [join('node_modules', 'vitest', 'vitest.mjs'), 'run', '/hostile/', 'plain-yaml'];
const env = { ...process.env, REFERTO_FUZZ: 'long' };
const { code } = await runNode([...vitest, ...process.argv.slice(2)], { env, show: true });
process.exitCode = code;
