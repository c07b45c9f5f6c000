// @ts-check
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runNode, runPnpm } from './run-command.js';
import { pnpmVersion } from './set-up.js';

const PACKAGES = ['core', 'rules', 'cli'];

/** What publint and attw say against the packages as they would be published. */
export async function checkPackedPackages() {
  const folder = await mkdtemp(join(tmpdir(), 'referto-packed-'));
  try {
    const complaints = [];
    for (const name of PACKAGES) complaints.push(...(await checkPackage(name, join(folder, name))));
    return complaints;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** @param {string} name @param {string} folder */
async function checkPackage(name, folder) {
  const packed = await runPnpm(pnpmVersion(), ['-C', join('packages', name), 'pack', '--pack-destination', folder]);
  if (packed.code !== 0) return [`pnpm pack ${name}: ${packed.output}`];
  const [tarball = ''] = await readdir(folder);
  const file = join(folder, tarball);
  const runs = [['publint', runNode([bin('publint', 'src/cli.js'), 'run', file, '--strict'])]];
  // The program is no library: it has no types to resolve.
  if (name !== 'cli') runs.push(['attw', runNode([bin('@arethetypeswrong/cli', 'dist/index.js'), file, ...ATTW])]);
  const results = await Promise.all(runs.map(async ([tool, running]) => ({ tool, ...(await running) })));
  return results.filter(({ code }) => code !== 0).map(({ tool, output }) => `${tool} ${name}: ${output}`);
}

const ATTW = ['--profile', 'esm-only', '--format', 'ascii', '--no-emoji', '--no-color', '--no-definitely-typed'];

/** @param {string} name @param {string} file */
const bin = (name, file) => join('node_modules', ...name.split('/'), file);
