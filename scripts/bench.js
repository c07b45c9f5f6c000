// @ts-check
// pnpm bench [--rounds N] [--only NAME,NAME] [--page] [--folder DIR] [--keep]: generates bundles, runs the program and its
// peers on them in turns, prints one table, and writes docs/performance.md when everything was measured, or with --page.
import { mkdir, rm, stat, writeFile } from 'node:fs/promises';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { format } from 'prettier';
import { generatedPack } from '../fixtures/bench/generated-pack.js';
import { RULES, START, WORKLOADS } from '../fixtures/bench/workloads.js';
import { writeBundle } from '../fixtures/bench/write-bundle.js';
import { measure, peersOf } from './bench-measure.js';
import { performancePage, tableOf } from './performance-page.js';
import { ROOT, runNode } from './run-command.js';

const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '5' },
    only: { type: 'string' },
    page: { type: 'boolean', default: false },
    folder: { type: 'string', default: join(tmpdir(), 'referto-bench') },
    keep: { type: 'boolean', default: false },
  },
});
const only = values.only?.split(',');
const isAsked = (name) => only === undefined || only.includes(name);
const rounds = Number(values.rounds);
const bin = join(ROOT, 'packages/cli/bin/referto.js');
const runner = join(ROOT, 'fixtures/bench/analyze.js');
const node = `"${process.execPath}"`;
const rows = [];
/** A workload without any of these is only looked at. */
const BARS = ['wall', 'cpu', 'memory', 'rate'];

await mkdir(values.folder, { recursive: true });
for (const workload of WORKLOADS) if (isAsked(workload.name)) rows.push(...(await measureWorkload(workload)));
if (isAsked('rules')) rows.push(await measureRules());
if (isAsked('start')) rows.push(await measureStart());
console.log(tableOf(rows));
if (only === undefined || values.page) {
  const text = performancePage(rows, {
    missing: WORKLOADS.filter(({ name }) => !isAsked(name)),
    machine: `${cpus().length} x ${cpus()[0]?.model}`,
    node: process.version,
    rounds,
  });
  await writeFile(join(ROOT, 'docs/performance.md'), await format(text, { parser: 'markdown', printWidth: 120 }));
}
if (!values.keep) await rm(values.folder, { recursive: true, force: true });
process.exitCode = rows.some(({ isKept }) => isKept === false) ? 1 : 0;

async function bundleOf({ name, options }) {
  const file = join(values.folder, `${name}.tgz`);
  if (!(await stat(file).catch(() => undefined))) {
    console.error(`generating ${name}`);
    await writeBundle(file, options);
  }
  return file;
}

async function measureWorkload(workload) {
  const file = await bundleOf(workload);
  const own = workload.arguments
    ? `${node} "${runner}" "${file}" ${workload.arguments.join(' ')}`
    : `${node} "${bin}" "${file}" --json --fail-on never`;
  const peers = workload.peers ? await peersOf(file, values.folder) : [];
  const commands = [{ label: 'gzip', command: `gzip -dc "${file}"` }, { label: 'referto', command: own }, ...peers];
  const [gzip, ours, ...others] = measure(commands, Math.min(rounds, workload.rounds ?? rounds));
  const planted = workload.planted ? await runNode([join(ROOT, 'fixtures/bench/planted.js'), file]) : undefined;
  const rate = (workload.options.sizeMb ?? 0) / (ours?.wall ?? 1);
  const row = {
    name: workload.name,
    bars: workload,
    gzip,
    ours,
    rate,
    isKept: BARS.some((bar) => bar in workload) ? keepsBars({ ours, rate, planted }, workload) : undefined,
    planted: planted?.output.split('\n', 1)[0],
  };
  const rest = others.map((peer) => ({ name: `${workload.name}: ${peer.label}`, ours: peer, gzip }));
  if (!values.keep && workload.name !== '1gib') await rm(file, { force: true });
  return [row, ...rest];
}

function keepsBars({ ours, rate, planted }, bars) {
  return (
    isWithin(ours.wallRatio, bars.wall) &&
    isWithin(ours.cpuRatio, bars.cpu) &&
    isWithin(ours.memory, bars.memory) &&
    (bars.rate === undefined || rate >= bars.rate) &&
    (planted === undefined || planted.code === 0)
  );
}

function isWithin(value, bar) {
  return bar === undefined || Number.isNaN(value) || value <= bar;
}

async function measureRules() {
  const file = await bundleOf(WORKLOADS.find(({ name }) => name === '1gib'));
  const commands = [];
  for (const count of [RULES.against, RULES.count])
    commands.push({
      label: `${count} rules`,
      command: `${node} "${runner}" "${file}" --pack "${await packOf(count)}"`,
    });
  const [few, many] = measure(commands, rounds);
  const name = `rules: ${RULES.count} against ${RULES.against}`;
  return { name, bars: RULES, gzip: few, ours: many, isKept: isWithin(many?.wallRatio, RULES.wall) };
}

/** A generated pack as it ships: compiled, in a file. */
async function packOf(count) {
  const { loadRules } = await import(new URL('../packages/core/dist/index.js', import.meta.url).href);
  const file = join(values.folder, `pack-${count}.json`);
  await writeFile(
    file,
    JSON.stringify(loadRules(generatedPack(count), { name: 'bench', version: '0.0.0', trusted: true })),
  );
  return file;
}

async function measureStart() {
  const commands = [
    { label: 'node', command: `${node} -e 0` },
    { label: 'help', command: `${node} "${bin}" --help` },
  ];
  const [bare, help] = measure(commands, 3 * rounds);
  return {
    name: 'start: --help against node',
    bars: START,
    gzip: bare,
    ours: help,
    isKept: isWithin(help?.wallRatio, START.wall),
  };
}
