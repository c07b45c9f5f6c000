// @ts-check
// `npm run fidelity -- --oracle DIR`: measures how much of the truth the parsers recover, over captures that the tools
// in DIR make with real clients, and writes docs/fidelity.md. Without DIR nothing is measured, and it says so.
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { fidelityPage } from './fidelity-page.js';
import { ROOT, runNode } from './run-command.js';

/** A value that was read, and then taken out because it looks like a secret. */
const WITHHELD = /^wrong \S+ in (\S+): \{"expected":.*"got":"[^\n]*<redacted>/gm;

const { values } = parseArgs({
  options: {
    oracle: { type: 'string' },
    seeds: { type: 'string', default: 'one,two,three' },
    pods: { type: 'string', default: '60' },
    every: { type: 'string', default: '3' },
    kubectl: { type: 'string' },
    out: { type: 'string', default: join(ROOT, 'docs', 'fidelity.md') },
  },
});

const { oracle } = values;
if (oracle === undefined || !existsSync(join(oracle, 'score.mjs'))) {
  console.log('fidelity: skipped; the tools that make captures are not here (--oracle DIR)');
} else {
  const work = await mkdtemp(join(tmpdir(), 'fidelity-'));
  try {
    await writeFile(values.out, fidelityPage(await measure(oracle, work)));
    console.log(`fidelity: written to ${values.out}`);
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}

/** @typedef {{ right: number, missing: number, wrong: number, extra: number, withheld: number }} Counts */
/** @typedef {Map<string, Counts>} Table */

/**
 * @param {string} tools
 * @param {string} work
 */
async function measure(tools, work) {
  /** @type {Record<'form' | 'mutation' | 'client' | 'dnsMutation', Table>} */
  const tables = { form: new Map(), mutation: new Map(), client: new Map(), dnsMutation: new Map() };
  const seeds = values.seeds.split(',');
  const clients = new Set();
  for (const seed of seeds) {
    const at = (/** @type {string} */ name) => join(work, `${seed}-${name}`);
    const kubectl = values.kubectl === undefined ? [] : ['--kubectl', values.kubectl];
    await tool(tools, 'make-corpus.mjs', ['--seed', seed, '--pods', values.pods, '--out', at('kubectl'), ...kubectl]);
    await tool(tools, 'make-nslookup.mjs', ['--seed', seed, '--out', at('dns')]);
    for (const name of ['kubectl', 'dns'])
      await tool(tools, 'mutate.mjs', ['--in', at(name), '--out', at(`${name}-mutated`), '--every', values.every]);
    await score(tools, { directory: at('kubectl'), by: 'form', table: tables.form });
    await score(tools, { directory: at('kubectl-mutated'), by: 'mutation', table: tables.mutation });
    await score(tools, { directory: at('dns'), by: 'client', table: tables.client });
    await score(tools, { directory: at('dns-mutated'), by: 'mutation', table: tables.dnsMutation });
    clients.add(JSON.parse(await readFile(join(at('kubectl'), 'truth.json'), 'utf8')).kubectl);
    console.log(`fidelity: seed ${seed} measured`);
  }
  return { seeds, pods: values.pods, every: values.every, clients: [...clients], ...tables };
}

/**
 * @param {string} tools
 * @param {string} name
 * @param {readonly string[]} args
 */
async function tool(tools, name, args) {
  const { code, output } = await runNode([join(tools, name), ...args]);
  if (code !== 0) throw new Error(`${name} failed: ${output.slice(-2000)}`);
  return output;
}

/**
 * Adds what one corpus gives to a table.
 * @param {string} tools
 * @param {{ directory: string, by: string, table: Table }} corpus
 */
async function score(tools, { directory, by, table }) {
  const json = `${directory}-score.json`;
  const adapter = join(ROOT, 'fixtures', 'oracle-adapter.mjs');
  const args = ['--adapter', adapter, '--by', by, '--misses', '1000000', '--json', json, directory];
  const output = await tool(tools, 'score.mjs', args);
  for (const [group, fields] of Object.entries(JSON.parse(await readFile(json, 'utf8')))) {
    const counts = countsOf(table, group);
    for (const field of Object.values(fields))
      for (const kind of /** @type {const} */ (['right', 'missing', 'wrong', 'extra'])) counts[kind] += field[kind];
  }
  const groupOf = await groupsIn(directory, by);
  for (const [, file = ''] of output.matchAll(WITHHELD)) {
    const counts = countsOf(table, groupOf(file));
    counts.wrong -= 1;
    counts.withheld += 1;
  }
}

/**
 * @param {Table} table
 * @param {string} group
 */
function countsOf(table, group) {
  const counts = table.get(group) ?? { right: 0, missing: 0, wrong: 0, extra: 0, withheld: 0 };
  table.set(group, counts);
  return counts;
}

/**
 * @param {string} directory
 * @param {string} by
 * @returns {Promise<(file: string) => string>}
 */
async function groupsIn(directory, by) {
  if (by === 'mutation') return (file) => basename(dirname(file));
  const index = ['truth.json', 'nslookup.json'].map((name) => join(directory, name)).find(existsSync) ?? '';
  const { captures } = JSON.parse(await readFile(index, 'utf8'));
  const groups = new Map(captures.map((/** @type {any} */ capture) => [capture.file, capture[by]]));
  return (file) => groups.get(basename(file)) ?? 'other';
}
