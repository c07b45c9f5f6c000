import { fork, type ChildProcess } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import type { AnalyzeOptions, Report } from '@referto/core';
import type { Anonymizing } from './anonymizing.ts';
import { ownFile } from './own-files.ts';

/** A bundle to be analyzed in a process of its own. */
export interface BundleJob {
  readonly source: string | readonly string[];
  /** Folders and packages of rules beside those of the program. */
  readonly rules: readonly string[];
  readonly anonymizing?: Anonymizing;
  readonly options: Omit<AnalyzeOptions, 'rules' | 'mark' | 'anonymize' | 'signal' | 'onProgress' | 'onStep'>;
}

/** What became of it; a process that dies is a failure too. */
export type BundleOutcome =
  { readonly report: Report; readonly failure?: never } | { readonly report?: never; readonly failure: BundleFailure };

/** Why there is no report. */
export interface BundleFailure {
  readonly name: string;
  readonly message: string;
  readonly code?: string;
}

/**
 * Analyzes bundles in as many processes as there are cores, and gives what became of each in the order of the jobs. A
 * bundle that ends its process harms no other.
 */
export async function analyzeInPool(
  jobs: readonly BundleJob[],
  signal: AbortSignal | undefined,
): Promise<readonly BundleOutcome[]> {
  const outcomes: BundleOutcome[] = [];
  const waiting = [...jobs.entries()];
  const work = async (): Promise<void> => {
    let child: ChildProcess | undefined;
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      const [at, job] = next;
      if (isAborted(signal)) break;
      if (child?.connected !== true) child = start(signal);
      outcomes[at] = await outcomeOf(child, job);
    }
    if (child?.connected) child.disconnect();
  };
  await Promise.all(Array.from({ length: Math.min(jobs.length, availableParallelism()) }, work));
  signal?.throwIfAborted();
  return outcomes;
}

const isAborted = (signal: AbortSignal | undefined): boolean => signal?.aborted === true;

/** Its program lies beside ours, in the built form also where ours runs from source. */
const WORKER = fileURLToPath(ownFile('bundle/bundle-worker.js'));

const start = (signal: AbortSignal | undefined): ChildProcess => {
  const child = fork(WORKER, { serialization: 'advanced', stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
  const kill = (): boolean => child.kill();
  signal?.addEventListener('abort', kill);
  child.once('exit', () => signal?.removeEventListener('abort', kill));
  return child;
};

function outcomeOf(child: ChildProcess, job: BundleJob): Promise<BundleOutcome> {
  return new Promise((resolve) => {
    const settle = (outcome: BundleOutcome): void => {
      child.off('message', answered).off('exit', died).off('error', failed);
      resolve(outcome);
    };
    const answered = (outcome: unknown): void => settle(outcome as BundleOutcome);
    const died = (code: number | null, by: string | null): void =>
      settle({ failure: { name: 'Error', message: `its process ended with ${by ?? code ?? 'nothing'}` } });
    const failed = ({ name, message }: Error): void => settle({ failure: { name, message } });
    child.on('message', answered).on('exit', died).on('error', failed);
    child.send(job, (error) => error && failed(error));
  });
}
