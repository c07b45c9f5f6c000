// @ts-check
// Makes the corpora that fidelity is measured over: captures of random clusters by real clients, and what becomes of them
// on their way into a ticket.
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, realpathSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { runNode } from './run-command.js';

/** @typedef {{ seed: string, lookups: string, versions: readonly string[] }} Seed */

/** The seeds of the page: each with the versions of kubectl that print its cluster, and the seed of its lookups. */
/** @type {readonly Seed[]} */
export const PLAN = [
  { seed: 'larch', lookups: 'cedar', versions: ['1.20', '1.27'] },
  { seed: 'quartz', lookups: 'flint', versions: ['1.28'] },
  { seed: 'osprey', lookups: 'heron', versions: ['1.29', '1.30'] },
  { seed: 'saffron', lookups: 'mallow', versions: ['1.31'] },
  { seed: 'tundra', lookups: 'zephyr', versions: ['1.32', '1.33'] },
];

/**
 * @param {readonly string[]} options each `NAME=VERSION,VERSION`
 * @returns {readonly Seed[]}
 */
export const planOf = (options) =>
  options.map((option) => {
    const [seed = '', versions = ''] = option.split('=');
    return { seed, lookups: seed, versions: versions.split(',') };
  });

/**
 * The kubectl programs in folders, on the path and beside that one, by version (`1.32`).
 * @param {readonly string[]} folders
 * @returns {Promise<ReadonlyMap<string, string>>}
 */
export async function kubectlsIn(folders) {
  const path = (process.env['PATH'] ?? '').split(delimiter);
  const onPath = path.map((folder) => join(folder, 'kubectl')).find(existsSync);
  const beside = onPath === undefined ? [] : [dirname(realpathSync(onPath))];
  const found = new Map();
  for (const folder of [...folders, ...beside, ...path].filter(existsSync))
    for (const name of readdirSync(folder).filter((one) => /^kubectl(?:[.-]?v?1\.\d+)?$/.test(one))) {
      const file = join(folder, name);
      const version = versionOf(file);
      if (version !== undefined && !found.has(version)) found.set(version, file);
    }
  return found;
}

/** @param {string} file */
function versionOf(file) {
  try {
    const { clientVersion } = JSON.parse(
      execFileSync(file, ['version', '--client', '-o', 'json'], { encoding: 'utf8' }),
    );
    return /^v(\d+\.\d+)/.exec(clientVersion.gitVersion)?.[1];
  } catch {
    // A file of that name that is no kubectl.
    return undefined;
  }
}

/**
 * @typedef {{
 *   tools: string, work: string, seed: string, lookups: string, versions: readonly string[], kubectls: ReadonlyMap<string, string>,
 *   pods: string, every: string, builds: string | undefined,
 * }} Wanted
 */

/**
 * The corpora of one seed: of kubectl for each version that is here, and of the clients that look names up. Folders that
 * are there already are taken as they are.
 * @param {Wanted} wanted
 */
export async function makeCorpora({ tools, work, seed, lookups, versions, kubectls, pods, every, builds }) {
  const run = (/** @type {string} */ name, /** @type {readonly string[]} */ args) => runTool(tools, name, args);
  const kubectl = [];
  for (const version of versions) {
    const program = kubectls.get(version);
    if (program === undefined) {
      console.log(`fidelity: kubectl ${version} is not here (--clients DIR); its corpus of seed ${seed} is left out`);
      continue;
    }
    const clean = join(work, `${seed}-${version}`);
    if (!existsSync(clean))
      await run('make-corpus.mjs', ['--seed', seed, '--pods', pods, '--out', clean, '--kubectl', program]);
    kubectl.push({ version, clean, mutated: await mutated(clean, { run, every }) });
  }
  const clean = join(work, `${lookups}-lookups`);
  const ownBuilds = builds === undefined ? [] : ['--builds', builds];
  if (!existsSync(clean)) await run('make-nslookup.mjs', ['--seed', lookups, '--out', clean, ...ownBuilds]);
  const dns = { clean, mutated: await mutated(clean, { run, every }) };
  return { kubectl, dns, folders: [...kubectl, dns].flatMap((one) => [one.clean, one.mutated]) };
}

/**
 * @param {string} clean
 * @param {{ run: (name: string, args: readonly string[]) => Promise<void>, every: string }} how
 */
async function mutated(clean, { run, every }) {
  const folder = `${clean}-mutated-${every}`;
  if (!existsSync(folder)) await run('mutate.mjs', ['--in', clean, '--out', folder, '--every', every]);
  return folder;
}

/**
 * @param {string} tools
 * @param {string} name
 * @param {readonly string[]} args
 */
async function runTool(tools, name, args) {
  const { code, output } = await runNode([join(tools, name), ...args]);
  if (code !== 0) throw new Error(`${name} failed: ${output.slice(-2000)}`);
}
