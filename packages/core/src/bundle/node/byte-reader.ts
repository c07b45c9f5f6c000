import type { Bytes } from '../entry.ts';
import { joinBytes } from '../peek-bytes.ts';

/** Bytes of a source, taken in amounts of one's choice. */
export interface ByteReader {
  /** So many bytes, or fewer at the end. */
  take(count: number): Promise<Uint8Array>;
  /** The next chunk as it comes; undefined at the end. */
  next(): Promise<Uint8Array | undefined>;
  /** Puts bytes back in front. */
  unread(bytes: Uint8Array): void;
  /** Skips zeros; gives the byte after them, which stays. */
  skipZeros(): Promise<number | undefined>;
  isAtEnd(): Promise<boolean>;
  close(): Promise<void>;
}

/** A reader for bytes that arrive in chunks. */
export function createByteReader(source: Bytes): ByteReader {
  const iterator = source[Symbol.asyncIterator]();
  let waiting: Uint8Array | undefined;
  let reading = false;

  async function next(): Promise<Uint8Array | undefined> {
    let chunk = waiting;
    waiting = undefined;
    while (chunk === undefined || chunk.length === 0) {
      reading = true;
      const read = await iterator.next();
      reading = false;
      if (read.done === true) return undefined;
      chunk = read.value;
    }
    return chunk;
  }

  function unread(bytes: Uint8Array): void {
    waiting = waiting === undefined ? bytes : joinBytes([bytes, waiting], bytes.length + waiting.length);
  }

  async function take(count: number): Promise<Uint8Array> {
    const parts: Uint8Array[] = [];
    let missing = count;
    while (missing > 0) {
      const chunk = await next();
      if (chunk === undefined) break;
      parts.push(chunk.subarray(0, missing));
      if (chunk.length > missing) unread(chunk.subarray(missing));
      missing -= Math.min(chunk.length, missing);
    }
    return joinBytes(parts, count - missing);
  }

  async function skipZeros(): Promise<number | undefined> {
    for (let chunk = await next(); chunk !== undefined; chunk = await next()) {
      const start = chunk.findIndex((byte) => byte !== 0);
      if (start < 0) continue;
      unread(chunk.subarray(start));
      return chunk[start];
    }
    return undefined;
  }

  async function isAtEnd(): Promise<boolean> {
    const chunk = await next();
    if (chunk !== undefined) unread(chunk);
    return chunk === undefined;
  }

  /** Does not wait for a source that is still busy: it may have nothing to say for long. */
  async function close(): Promise<void> {
    const closed = iterator.return?.();
    if (reading) closed?.catch(() => undefined);
    else await closed;
  }

  return { take, next, unread, skipZeros, isAtEnd, close };
}
