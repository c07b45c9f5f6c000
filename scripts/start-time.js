// @ts-check
import { spawnSync } from 'node:child_process';

const ROUNDS = 15;

/**
 * Milliseconds until the help is printed, and until a Node ends that has nothing to do: medians of several rounds in turns,
 * and the median of how many times the other the one is.
 * @param {string} program
 * @param {string} cwd
 */
export function startTimes(program, cwd) {
  const rounds = Array.from({ length: ROUNDS + 1 }, () => ({
    bare: timed(['-e', '0'], cwd),
    help: timed([program, '--help'], cwd),
  })).slice(1);
  const of = (/** @type {'bare' | 'help'} */ one) => median(rounds.map((round) => round[one]));
  return { bare: of('bare'), help: of('help'), ratio: median(rounds.map(({ bare, help }) => help / bare)) };
}

/** @param {readonly string[]} args @param {string} cwd */
function timed(args, cwd) {
  const started = performance.now();
  const { status, stderr } = spawnSync(process.execPath, args, { cwd, encoding: 'utf8' });
  if (status !== 0) throw new Error(`node ${args.join(' ')} gave ${status}: ${stderr}`);
  return performance.now() - started;
}

/** @param {number[]} values */
const median = (values) => values.sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
