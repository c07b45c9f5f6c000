import { createBudget } from '../create-budget.ts';
import { entriesOf, inPieces } from '../make-tar.test.support.ts';
import { readTar } from '../read-tar.ts';
import { startProgress } from '../stall-guard.ts';
import { mutateTar } from './mutate-tar.test.kit.ts';
import { createRandom } from './random.test.kit.ts';

/** What became of the mutants; printed as one line of JSON by whoever runs this file as a program. */
export interface MutantFigures {
  readonly tried: number;
  /** Not settled after two seconds, by seed. */
  readonly unsettled: readonly number[];
  /** Errors that a caller would see, by seed. */
  readonly thrown: readonly string[];
  /** Mutants in which every header block was admitted, and at least one file came out. */
  readonly deep: number;
  readonly files: number;
  readonly peakMebibytes: number;
  readonly seconds: number;
}

const PATIENCE_MILLISECONDS = 2000;

/** One for all: each holds a timer for the time of its limit. */
const PROGRESS = startProgress();

/** Reads so many mutants, one after the other. */
export async function runMutants(first: number, count: number): Promise<MutantFigures> {
  const started = performance.now();
  const seen = { unsettled: [] as number[], thrown: [] as string[], deep: 0, files: 0 };
  process.on('uncaughtException', (error) => seen.thrown.push(`uncaught: ${error.stack}`));
  process.on('unhandledRejection', (error) => seen.thrown.push(`unhandled: ${String(error)}`));
  for (let seed = first; seed < first + count; seed += 1) {
    const outcome = await settleInTime(readMutant(seed));
    if (outcome === 'unsettled') seen.unsettled.push(seed);
    else if (outcome instanceof Error) seen.thrown.push(`${seed}: ${outcome.stack}`);
    else {
      seen.files += outcome.files;
      if (outcome.admitted && outcome.files > 0) seen.deep += 1;
    }
  }
  const peakMebibytes = Math.round(process.resourceUsage().maxRSS / 1024);
  return { tried: count, ...seen, peakMebibytes, seconds: Math.round((performance.now() - started) / 1000) };
}

interface Outcome {
  readonly files: number;
  readonly admitted: boolean;
}

/** Reads one mutant in pieces of any size; of its files some are read whole, some in part, some not at all. */
async function readMutant(seed: number): Promise<Outcome> {
  const random = createRandom(seed ^ 0x5bd1e995);
  const budget = createBudget();
  const watch = { budget, progress: PROGRESS };
  const bytes = inPieces(mutateTar(seed), 1 + random.below(2048));
  let files = 0;
  for await (const entry of entriesOf(readTar(bytes, { watch, prefix: '' }))) {
    files += 1;
    const most = random.pick([Infinity, Infinity, 1, 0]);
    let chunks = 0;
    if (most > 0) for await (const chunk of entry.bytes()) if (chunk.length > 0 && (chunks += 1) >= most) break;
  }
  return { files, admitted: budget.notes.every(({ message }) => !message.startsWith('a header is damaged')) };
}

async function settleInTime(reading: Promise<Outcome>): Promise<Outcome | Error | 'unsettled'> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<'unsettled'>((resolve) => {
    timer = setTimeout(() => resolve('unsettled'), PATIENCE_MILLISECONDS);
  });
  try {
    return await Promise.race([reading, late]);
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  } finally {
    clearTimeout(timer);
  }
}

if (process.argv[1]?.endsWith('run-mutants.test.kit.js')) {
  const [first = 1, count = 1000] = process.argv.slice(2).map(Number);
  process.stdout.write(`${JSON.stringify(await runMutants(first, count))}\n`);
}
