// @ts-check
// Installs the packed program into an empty project, as `npx` does, and looks at what it takes and what it does there.
import { cp, lstat, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ROOT, runNode, runNpm } from './run-command.js';
import { startTimes } from './start-time.js';

/** What the program may take on a disk, in bytes. */
const ROOM = 16 * 1024 * 1024;

/** How much longer its help may take than a Node that has nothing to do. */
const HELP_RATIO = 2;

/** What `npx` may take in a place where nothing was installed before, in seconds. */
const NPX_SECONDS = 10;

/**
 * Complaints about the program where nothing of this repository is at hand.
 * @param {(figure: string) => void} tell
 */
export async function checkProgramAlone(tell) {
  const project = await mkdtemp(join(tmpdir(), 'program-'));
  try {
    const packed = await runNpm(['pack', '--pack-destination', project], { cwd: join(ROOT, 'packages/cli') });
    if (packed.code !== 0) return [`npm pack: ${packed.output}`];
    const tarball = (await readdir(project)).find((name) => name.endsWith('.tgz'));
    await writeFile(join(project, 'package.json'), JSON.stringify({ private: true }));
    const installed = await runNpm(['install', '--no-audit', '--no-fund', `./${tarball}`], { cwd: project });
    if (installed.code !== 0) return [installed.output];
    await cp(join(ROOT, 'fixtures/bundles/example/bundle'), join(project, 'ticket'), { recursive: true });
    const room = await sizeOf(join(project, 'node_modules'));
    tell(`        installed: ${(room / 1024 / 1024).toFixed(1)} MiB of ${ROOM / 1024 / 1024}`);
    return [
      ...(room > ROOM ? [`the program takes ${room} bytes where it is installed, more than ${ROOM}`] : []),
      ...(await checkNpx(join(project, `${tarball}`), tell)),
      ...checkStart(project, tell),
      ...(await expect(project, ['--version'], { code: 0, says: /^\d+\.\d+\.\d+\n$/ })),
      ...(await expect(project, ['ticket'], { code: 1, says: /^error {2}aks-extensions\/critical-addons-only/ })),
      ...(await expect(project, ['schema', 'report'], { code: 0, says: /"title": "Report"/ })),
      ...(await expect(project, ['page', '-o', '-'], { code: 0, says: /^<!doctype html>/ })),
      ...(await expect(project, ['rules', 'new', 'dns/down', '--into', 'mine'], { code: 0, says: /dns.down\.yaml/ })),
      ...(await expect(project, ['rules', 'lint', 'mine'], { code: 1, says: /title is not filled in/ })),
      ...(await expect(project, ['rules', 'test', 'mine'], { code: 1, says: /^FAILED {2}dns\/down/ })),
      ...(await expect(project, ['rules', 'list'], { code: 0, says: /kubernetes\/pod-unschedulable/ })),
    ];
  } finally {
    await rm(project, { recursive: true, force: true });
  }
}

/**
 * `npx` of the packed program with an empty home and cache, in an empty folder, and without a network: it needs none.
 * @param {string} tarball
 * @param {(figure: string) => void} tell
 */
async function checkNpx(tarball, tell) {
  const home = await mkdtemp(join(tmpdir(), 'npx-'));
  try {
    const env = { ...process.env, HOME: home, USERPROFILE: home, npm_config_cache: join(home, 'cache') };
    const npx = ['exec', '--yes', '--offline', `--package=${tarball}`, '--', 'referto', '--version'];
    const started = performance.now();
    const { code, output } = await runNpm(npx, { cwd: home, env });
    const seconds = (performance.now() - started) / 1000;
    tell(`        npx: ${seconds.toFixed(1)} s of ${NPX_SECONDS}`);
    if (code !== 0 || !/^\d+\.\d+\.\d+$/m.test(output)) return [`npx gave (${code}):\n${output}`];
    return seconds > NPX_SECONDS ? [`npx took ${seconds.toFixed(1)} s, more than ${NPX_SECONDS}`] : [];
  } finally {
    await rm(home, { recursive: true, force: true });
  }
}

/** @param {string} project @param {(figure: string) => void} tell */
function checkStart(project, tell) {
  const { help, bare, ratio } = startTimes(join('node_modules', 'referto', 'bin', 'referto.js'), project);
  tell(
    `        help: ${help.toFixed(0)} ms, ${ratio.toFixed(2)} of ${HELP_RATIO} times a bare node (${bare.toFixed(0)} ms)`,
  );
  return ratio > HELP_RATIO ? [`--help takes ${ratio.toFixed(2)} times a bare node, more than ${HELP_RATIO}`] : [];
}

/**
 * @param {string} project
 * @param {readonly string[]} args
 * @param {{ code: number, says: RegExp }} expected
 */
async function expect(project, args, { code, says }) {
  const program = join('node_modules', 'referto', 'bin', 'referto.js');
  const ran = await runNode([program, ...args], { cwd: project });
  return ran.code === code && says.test(ran.output)
    ? []
    : [`referto ${args.join(' ')} gave (${ran.code}):\n${ran.output}`];
}

/** Bytes of the files in a folder. */
async function sizeOf(folder) {
  const entries = await readdir(folder, { recursive: true });
  const sizes = await Promise.all(entries.map(async (entry) => (await lstat(join(folder, entry))).size));
  return sizes.reduce((sum, size) => sum + size, 0);
}
