// @ts-check
// Writes packages/cli/dist/man/referto.1 from the commands of the program.
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { pathToFileURL } from 'node:url';
import { ROOT } from './run-command.js';

const CLI = join(ROOT, 'packages/cli');
const load = (file) => import(pathToFileURL(join(CLI, 'dist', file)).href);
const [{ createProgram }, { manualPage }] = await Promise.all(['program.js', 'manual-page.js'].map(load));
const { version } = JSON.parse(await readFile(join(CLI, 'package.json'), 'utf8'));

const silent = { stdin: new PassThrough(), stdout: new PassThrough(), stderr: new PassThrough(), env: {} };
await mkdir(join(CLI, 'dist/man'), { recursive: true });
await writeFile(
  join(CLI, 'dist/man/referto.1'),
  manualPage(
    createProgram(silent, () => {}),
    version,
  ),
);
