// @ts-check
// `pnpm fidelity --oracle DIR [--clients DIR] [--builds DIR] [--seed NAME=1.32,1.33] [--pods N] [--every N] [--work DIR]
// [--out FILE] [--misses FILE]`: measures how much of the truth the parsers recover, over captures that the tools in DIR
// make with real clients, and writes docs/fidelity.md. Without DIR nothing is measured, and it says so.
import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { format } from 'prettier';
import { missedBars } from './fidelity-bars.js';
import { kubectlsIn, makeCorpora, PLAN, planOf } from './fidelity-corpora.js';
import { fidelityPage } from './fidelity-page.js';
import { scorerIn } from './fidelity-score.js';
import { ROOT } from './run-command.js';

const { values } = parseArgs({
  options: {
    oracle: { type: 'string' },
    clients: { type: 'string', multiple: true, default: [] },
    builds: { type: 'string' },
    seed: { type: 'string', multiple: true },
    pods: { type: 'string', default: '100' },
    every: { type: 'string', default: '2' },
    work: { type: 'string' },
    out: { type: 'string', default: join(ROOT, 'docs', 'fidelity.md') },
    misses: { type: 'string' },
  },
});

const { oracle } = values;
if (oracle === undefined || !existsSync(join(oracle, 'lib', 'compare.mjs'))) {
  console.log('fidelity: skipped; the tools that make captures are not here (--oracle DIR)');
} else {
  const work = values.work ?? (await mkdtemp(join(tmpdir(), 'fidelity-')));
  try {
    const { measured, misses } = await measure(oracle, work);
    for (const missed of missedBars(measured.tables)) console.log(`fidelity: below the bar: ${missed}`);
    if (values.misses !== undefined) await writeFile(values.misses, `${misses.join('\n')}\n`);
    const page = await format(fidelityPage(measured), { parser: 'markdown', printWidth: 120 });
    await writeFile(values.out, page);
    console.log(`fidelity: written to ${values.out}`);
  } finally {
    if (values.work === undefined) await rm(work, { recursive: true, force: true });
  }
}

/** @typedef {import('./fidelity-bars.js').Tables} Tables */

/**
 * @param {string} tools
 * @param {string} work
 */
async function measure(tools, work) {
  const plan = values.seed === undefined ? PLAN : planOf(values.seed);
  const kubectls = await kubectlsIn(values.clients);
  const score = await scorerIn(tools);
  /** @type {Tables} */
  const tables = {
    form: new Map(),
    version: new Map(),
    mutation: new Map(),
    client: new Map(),
    dnsMutation: new Map(),
  };
  /** @type {string[]} */
  const misses = [];
  const tell = (/** @type {string} */ miss) => misses.push(miss);
  const { pods, every, builds } = values;
  const seeds = [];
  for (const { seed, lookups, versions } of plan) {
    const made = await makeCorpora({ tools, work, seed, lookups, versions, kubectls, pods, every, builds });
    for (const { clean, mutated, version } of made.kubectl) {
      await score(clean, { by: 'form', table: tables.form, tell });
      await score(clean, { by: version, table: tables.version });
      await score(mutated, { by: 'form', table: tables.mutation, tell });
    }
    await score(made.dns.clean, { by: 'client', table: tables.client, tell });
    await score(made.dns.mutated, { by: 'client', table: tables.dnsMutation, tell });
    seeds.push({ seed, lookups, versions: made.kubectl.map(({ version }) => version) });
    if (values.work === undefined) for (const folder of made.folders) await rm(folder, { recursive: true });
    console.log(`fidelity: seed ${seed} measured`);
  }
  return { measured: { seeds, pods, every, tables }, misses };
}
