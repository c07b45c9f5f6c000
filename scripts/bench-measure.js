// @ts-check
import { spawnSync } from 'node:child_process';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ROOT } from './run-command.js';

/**
 * Runs commands in turns (A B, A B, ...), after one round that does not count, and gives the medians of each: seconds of
 * wall and CPU, MiB of the largest process, and the ratios to the first, taken round by round.
 */
export function measure(commands, rounds) {
  const runs = commands.map(() => []);
  for (let round = -1; round < rounds; round++) {
    for (const [at, { command }] of commands.entries()) {
      const run = timed(command);
      if (round >= 0) runs[at].push(run);
    }
  }
  return commands.map(({ label }, at) => {
    const own = runs[at];
    const ratio = (key) => median(own.map((run, index) => run[key] / runs[0][index][key]));
    const of = (key) => median(own.map((run) => run[key]));
    return {
      label,
      wall: of('wall'),
      cpu: of('cpu'),
      memory: of('memory'),
      wallRatio: ratio('wall'),
      cpuRatio: ratio('cpu'),
      code: own.at(-1)?.code,
    };
  });
}

/** Peers that are installed, for a bundle; what they need is written to a folder. */
export async function peersOf(file, folder) {
  const literals = join(folder, 'literals.txt');
  writeFileSync(literals, `${await literalsOfRules()}\n`);
  const unpacked = join(folder, 'unpacked');
  return [
    { needs: ['rg'], label: 'rg -z', command: `rg -z -naF -i -f "${literals}" "${file}"` },
    { needs: ['zgrep'], label: 'zgrep', command: `LC_ALL=C zgrep -naFi -f "${literals}" "${file}"` },
    {
      needs: ['tar', 'grep'],
      label: 'tar + grep',
      command: `mkdir -p "${unpacked}" && tar xzf "${file}" -C "${unpacked}" && LC_ALL=C grep -rnaFi -f "${literals}" "${unpacked}"; rm -rf "${unpacked}"`,
    },
  ].filter(({ needs }) => needs.every(isInstalled));
}

async function literalsOfRules() {
  const built = (file) => import(pathToFileURL(join(ROOT, 'packages', file)).href);
  const { rules } = await built('rules/dist/index.js');
  const { wantedTexts } = await built('core/dist/rules/wanted-texts.js');
  const { DERIVED_LITERALS } = await built('core/dist/captures/text/derived-literals.js');
  return wantedTexts([rules], DERIVED_LITERALS).literals.join('\n');
}

const isInstalled = (program) => spawnSync('bash', ['-c', `command -v ${program}`]).status === 0;

const TIME = '/usr/bin/time';
const HAS_TIME = spawnSync(TIME, ['--version']).status === 0;

/** GNU time tells CPU and memory; without it only the wall is measured. */
function timed(command) {
  const file = join(process.env['TMPDIR'] ?? '/tmp', `referto-bench-${process.pid}.time`);
  const shell = ['bash', '-c', `${command} > /dev/null`];
  const [program, ...args] = HAS_TIME ? [TIME, '-q', '-o', file, '-f', '%U %S %M', ...shell] : shell;
  const started = process.hrtime.bigint();
  const { status } = spawnSync(program ?? '', args, { stdio: ['ignore', 'ignore', 'inherit'] });
  const wall = Number(process.hrtime.bigint() - started) / 1e9;
  const [user, system, kilobytes] = HAS_TIME ? lastNumbers(file) : [NaN, NaN, NaN];
  rmSync(file, { force: true });
  return { wall, cpu: user + system, memory: kilobytes / 1024, code: status };
}

const lastNumbers = (file) => (readFileSync(file, 'utf8').trim().split('\n').at(-1) ?? '').split(' ').map(Number);

function median(values) {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}
