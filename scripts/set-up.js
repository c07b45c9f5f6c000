// @ts-check
import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT, runNode, runPnpm } from './run-command.js';

const MANIFESTS = [
  'package.json',
  'pnpm-lock.yaml',
  'pnpm-workspace.yaml',
  'packages/cli/package.json',
  'packages/core/package.json',
  'packages/rules/package.json',
];
const STAMP = 'node_modules/.installed-for-referto';

/** Installs where something changed since the last time, and builds. Quiet unless something fails; ends the process then. */
export async function setUp() {
  if (needsInstall()) {
    process.stderr.write('Installing …\n');
    await orExit(
      'install',
      runPnpm(pnpmVersion(), ['install', '--frozen-lockfile', '--config.confirmModulesPurge=false']),
    );
    writeFileSync(join(ROOT, STAMP), '');
  }
  await build();
}

/** Builds core, then the rules (which core checks), then all that imports them, then what is made of all: page, manual, program. */
export async function build() {
  const tsc = join('node_modules', 'typescript', 'bin', 'tsc');
  await orExit('build', runNode([tsc, '-b', 'packages/core']));
  await orExit('build', runNode([join('scripts', 'build-rules.js')]));
  await orExit('build', runNode([tsc, '-b']));
  await orExit('build', runNode([join('scripts', 'drop-page.js')]));
  await orExit('build', runNode([join('scripts', 'manual.js')]));
  await orExit('build', runNode([join('scripts', 'bundle-program.js')]));
}

/** The version of pnpm, which stands in package.json and nowhere else. */
export function pnpmVersion() {
  const { packageManager } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
  return String(packageManager).replace('pnpm@', '');
}

function needsInstall() {
  const done = modified(STAMP);
  return done === undefined || MANIFESTS.some((file) => (modified(file) ?? 0) > done);
}

/** @param {string} file */
const modified = (file) => statSync(join(ROOT, file), { throwIfNoEntry: false })?.mtimeMs;

/**
 * @param {string} what
 * @param {Promise<{ code: number, output: string }>} running
 */
async function orExit(what, running) {
  const { code, output } = await running;
  if (code === 0) return;
  process.stderr.write(`${output}\nThe ${what} failed (exit code ${code}).\n`);
  process.exit(70);
}
