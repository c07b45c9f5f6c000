// @ts-check
// node scripts/count-work.js [--write]: counts what the analysis of a generated bundle costs, for each MiB, and compares
// it with fixtures/bench/work-budget.json. Unlike time, these numbers are the same on every machine.
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { gunzipSync } from 'node:zlib';
import { writeBundle } from '../fixtures/bench/write-bundle.js';
import { ROOT, runNode } from './run-command.js';

const BUDGET = join(ROOT, 'fixtures/bench/work-budget.json');
const MEBIBYTES = 32;

/** More than this share above the budget is too much. */
const TOLERANCE = 0.05;

/** Says what costs more than the budget allows. */
export async function checkWork() {
  const { output } = await runNode([fileURLToPath(import.meta.url), '--count']);
  const counted = JSON.parse(output);
  const budget = JSON.parse(await readFile(BUDGET, 'utf8'));
  return Object.entries(budget).flatMap(([name, most]) =>
    counted[name] <= most * (1 + TOLERANCE)
      ? []
      : [`${name}: ${counted[name]} for each MiB, and the budget is ${most} (fixtures/bench/work-budget.json)`],
  );
}

if (process.argv.includes('--count')) console.log(JSON.stringify(await count()));
else if (process.argv[1] === fileURLToPath(import.meta.url)) await main();

async function main() {
  if (process.argv.includes('--write')) {
    const { output } = await runNode([fileURLToPath(import.meta.url), '--count']);
    await writeFile(BUDGET, `${JSON.stringify(JSON.parse(output), undefined, 2)}\n`);
  }
  const complaints = await checkWork();
  for (const complaint of complaints) console.error(complaint);
  process.exitCode = complaints.length > 0 ? 1 : 0;
}

/** Bytes copied and decoded, expressions run, and places where the filter has to look closer, for each MiB of text. */
async function count() {
  const folder = await mkdtemp(join(tmpdir(), 'referto-work-'));
  const file = join(folder, 'bundle.tgz');
  await writeBundle(file, { sizeMb: MEBIBYTES });
  const load = (path) => import(pathToFileURL(join(ROOT, 'packages', path)).href);
  const { analyze } = await load('core/dist/index.js');
  const { rules } = await load('rules/dist/index.js');
  const builtins = countBuiltins();
  await analyze(file, { rules: [rules] });
  const work = {
    ...builtins,
    candidates: await countCandidates(load, { rules, text: gunzipSync(await readFile(file)) }),
  };
  const perMebibyte = Object.entries(work).map(([name, total]) => [name, Math.round(total / MEBIBYTES)]);
  await rm(folder, { recursive: true, force: true });
  return Object.fromEntries(perMebibyte);
}

/**
 * Words of the text that may be part of a literal, with the tables that the filter makes of all it could learn from it.
 * @param {(path: string) => Promise<any>} load
 * @param {{ readonly rules: unknown, readonly text: Uint8Array }} searched
 */
async function countCandidates(load, { rules, text }) {
  const inFilter = (name) => load(`core/dist/filter/${name}.js`);
  const { wantedTexts } = await load('core/dist/rules/wanted-texts.js');
  const { DERIVED_LITERALS } = await load('core/dist/captures/text/derived-literals.js');
  const [{ chooseWindows }, { createGramCounts }, { createGramTable }] = await Promise.all(
    ['choose-windows', 'gram-counts', 'gram-table'].map(inFilter),
  );
  const [{ wordsOf }, { linkTokens }, { printedLiteral }] = await Promise.all(
    ['gram-windows', 'match-literal', 'printed-literal'].map(inFilter),
  );
  const { literals, wants } = wantedTexts([rules], DERIVED_LITERALS);
  const worded = literals.map((literal) => {
    const tokens = linkTokens(printedLiteral(literal));
    return { tokens, words: wordsOf(tokens.map(({ token }) => token)) };
  });
  const words = new Int32Array(text.buffer.slice(text.byteOffset, text.byteOffset + 4 * Math.floor(text.length / 4)));
  const counts = createGramCounts();
  counts.add(words, 4 * words.length);
  const table = createGramTable(chooseWindows(worded, { wants, counts }).first);
  return table.candidates(words, { from: 0, to: words.length - 4, found: new Int32Array(words.length) });
}

/** Has the methods of the language count what they are given from here on. */
function countBuiltins() {
  const work = { bytesCopied: 0, bytesDecoded: 0, expressionsRun: 0 };
  const bytes = Object.getPrototypeOf(Uint8Array.prototype);
  wrap(bytes, 'set', (source) => (work.bytesCopied += source.length));
  wrap(bytes, 'copyWithin', (_target, from, to) => (work.bytesCopied += to - from));
  wrap(TextDecoder.prototype, 'decode', (source) => (work.bytesDecoded += source?.byteLength ?? 0));
  wrap(RegExp.prototype, 'exec', () => (work.expressionsRun += 1));
  return work;
}

function wrap(owner, name, seen) {
  const own = owner[name];
  owner[name] = function counted(...given) {
    seen(...given);
    return own.apply(this, given);
  };
}
