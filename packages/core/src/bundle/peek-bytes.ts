import type { Bytes } from './entry.ts';

/** The first bytes of a source, and all of its bytes once more from the beginning. */
export interface Peeked {
  readonly head: Uint8Array;
  readonly bytes: Bytes;
}

/** Reads at least `count` bytes ahead, or all there are; nothing is lost for who reads on. */
export async function peekBytes(source: Bytes, count: number): Promise<Peeked> {
  const iterator = source[Symbol.asyncIterator]();
  const chunks: Uint8Array[] = [];
  let length = 0;
  while (length < count) {
    const next = await iterator.next();
    if (next.done === true) break;
    chunks.push(next.value);
    length += next.value.length;
  }
  return { head: joinBytes(chunks, length).subarray(0, count), bytes: replay(chunks, iterator) };
}

/** One array of all the chunks, which are `length` bytes together. */
export function joinBytes(chunks: readonly Uint8Array[], length: number): Uint8Array {
  if (chunks.length <= 1) return chunks[0] ?? NOTHING;
  const joined = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    joined.set(chunk, at);
    at += chunk.length;
  }
  return joined;
}

const NOTHING = new Uint8Array(0);

/**
 * Written as an iterator, for a generator that was never started would not close its source. Closing does not wait for
 * a source that is still busy: it may have nothing to say for long.
 */
function replay(chunks: Uint8Array[], rest: AsyncIterator<Uint8Array>): Bytes {
  let busy = false;
  const iterator: AsyncIterator<Uint8Array> = {
    next: async () => {
      const value = chunks.shift();
      if (value !== undefined) return { value, done: false };
      busy = true;
      const next = await rest.next();
      busy = false;
      return next;
    },
    return: async () => {
      chunks.length = 0;
      const closed = rest.return?.();
      if (busy) closed?.catch(() => undefined);
      else await closed;
      return { value: undefined, done: true };
    },
  };
  return { [Symbol.asyncIterator]: () => iterator };
}
