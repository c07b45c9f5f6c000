// @ts-check
// `npm start`: installs, builds and analyzes the example bundle; `npm start -- ARGS` gives ARGS to the program.
import { join } from 'node:path';
import { ROOT, runNode } from './run-command.js';
import { setUp } from './set-up.js';

const EXAMPLE = ['analyze', join('fixtures', 'bundles', 'example', 'bundle'), '--fail-on', 'never'];

await setUp();
const args = process.argv.slice(2);
// Paths are meant from where npm was called, which is not always the root.
const from = process.env['npm_lifecycle_event'] === 'start' ? process.env['INIT_CWD'] : undefined;
const program = [join(ROOT, 'packages', 'cli', 'bin', 'referto.js'), ...(args.length > 0 ? args : EXAMPLE)];
const { code } = await runNode(program, { cwd: args.length > 0 ? (from ?? process.cwd()) : ROOT, show: true });
process.exitCode = code;
