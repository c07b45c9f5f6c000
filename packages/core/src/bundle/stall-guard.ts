import type { Budget } from './budget.ts';
import { placed } from './create-budget.ts';
import type { Bytes } from './entry.ts';

/** When something of a bundle last moved; shared by all stages of its reading. */
export interface Progress {
  at: number;
}

/** Watches the reading of one source. */
export interface Watch {
  readonly budget: Budget;
  readonly progress: Progress;
  readonly path?: string;
}

/** What `settle` gives where nothing moved for too long. */
export const STALLED: unique symbol = Symbol('stalled');

/** A clock for a bundle that begins to be read. */
export const startProgress = (): Progress => ({ at: Date.now() });

/** Waits for a promise, but not for ever: when nothing has moved for the time of the limit, the wait is given up. */
export function settle<T>(promise: Promise<T>, { budget, progress }: Watch): Promise<T | typeof STALLED> {
  const limit = Math.min(budget.limits.stallMilliseconds, LONGEST_TIMER);
  progress.at = Date.now();
  return new Promise((resolve, reject) => {
    let timer = setTimeout(check, limit);
    function check(): void {
      const left = progress.at + limit - Date.now();
      if (left <= 0) resolve(STALLED);
      else timer = setTimeout(check, left);
    }
    promise.then(resolve, reject).finally(() => {
      clearTimeout(timer);
      progress.at = Date.now();
    });
  });
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
