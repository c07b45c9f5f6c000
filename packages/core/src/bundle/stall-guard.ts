import type { Budget } from './budget.ts';
import { placed } from './create-budget.ts';
import type { Bytes } from './entry.ts';

/** When something of a bundle last moved, and who waits; shared by all stages of its reading. */
export interface Progress {
  at: number;
  /** What gives up each wait there is, and whether it is a wait for another stage. */
  readonly waits: Map<() => void, boolean>;
  timer?: Timer;
}

/** Watches the reading of one source. */
export interface Watch {
  readonly budget: Budget;
  readonly progress: Progress;
  readonly path?: string;
  /** It is a stage behind the source: it is given up only when the source has come to an end. */
  readonly inner?: boolean;
}

/** What `settle` gives where nothing moved for too long. */
export const STALLED: unique symbol = Symbol('stalled');

/** A clock for a bundle that begins to be read. */
export const startProgress = (): Progress => ({ at: Date.now(), waits: new Map() });

/** Waits for a promise, but not for ever: when nothing has moved for the time of the limit, the wait is given up. */
export function settle<T>(
  promise: Promise<T>,
  { budget, progress, inner = false }: Watch,
): Promise<T | typeof STALLED> {
  return new Promise((resolve, reject) => {
    const giveUp = (): void => resolve(STALLED);
    const end = (): void => {
      progress.at = Date.now();
      progress.waits.delete(giveUp);
      if (progress.waits.size === 0) progress.timer?.unref?.();
    };
    progress.at = Date.now();
    progress.waits.set(giveUp, inner);
    if (progress.timer === undefined) setTimer(progress, budget.limits.stallMilliseconds);
    else progress.timer.ref?.();
    promise.then(
      (value) => {
        end();
        resolve(value);
      },
      (error: unknown) => {
        end();
        reject(error);
      },
    );
  });
}

/** One timer for all waits, as there are many short ones. It keeps a program alive only while someone waits. */
interface Timer {
  ref?(): unknown;
  unref?(): unknown;
}

function setTimer(progress: Progress, limit: number): void {
  const left = Math.max(1, Math.min(progress.at + limit - Date.now(), LONGEST_TIMER));
  const timer: Timer | number = setTimeout(() => checkWaits(progress, limit), left);
  progress.timer = typeof timer === 'object' ? timer : {};
}

function checkWaits(progress: Progress, limit: number): void {
  delete progress.timer;
  if (progress.waits.size === 0) return;
  if (Date.now() - progress.at < limit) return setTimer(progress, limit);
  const waits = [...progress.waits];
  const sources = waits.filter(([, inner]) => !inner);
  for (const [giveUp] of sources.length > 0 ? sources : waits) {
    progress.waits.delete(giveUp);
    giveUp();
  }
  progress.at = Date.now();
  if (progress.waits.size > 0) setTimer(progress, limit);
}

/** A timer that is set any longer fires at once. */
const LONGEST_TIMER = 2 ** 31 - 1;

/** Notes that the reading of the watched source was given up. */
export function noteStall({ budget, path }: Watch): void {
  const message = `nothing arrived for ${budget.limits.stallMilliseconds / 1000} seconds; the rest was not read`;
  budget.note('stalled', message, placed(path));
}

/** The same bytes, which never throw and never keep anyone waiting for ever: what goes wrong becomes a note. */
export async function* guardBytes(source: Bytes, watch: Watch): AsyncGenerator<Uint8Array> {
  const iterator = source[Symbol.asyncIterator]();
  let stalled = false;
  try {
    for (;;) {
      const next = await settle(iterator.next(), watch);
      if (next === STALLED) {
        stalled = true;
        return noteStall(watch);
      }
      if (next.done === true) return;
      yield next.value;
    }
  } catch (error) {
    watch.budget.note('unreadable', `reading failed: ${describeError(error)}`, placed(watch.path));
  } finally {
    const closed = close(iterator);
    if (!stalled) await closed;
  }
}

/** What an error says, in one line. */
export const describeError = (error: unknown): string =>
  (error instanceof Error ? error.message : String(error)).replace(/\s+/g, ' ').slice(0, 300);

/** A source that fails to close has nothing more to tell. */
async function close(iterator: AsyncIterator<unknown>): Promise<void> {
  try {
    await iterator.return?.();
  } catch {
    return;
  }
}
