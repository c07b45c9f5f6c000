import type { Bytes } from '../entry.ts';
import { joinBytes } from '../peek-bytes.ts';

/** Bytes of a source that can be put back. */
export interface ByteReader {
  /** The next chunk as it comes; undefined at the end. */
  next(): Promise<Uint8Array | undefined>;
  /** Puts bytes back in front. */
  unread(bytes: Uint8Array): void;
  close(): Promise<void>;
}

/** A reader for bytes that arrive in chunks. */
export function createByteReader(source: Bytes): ByteReader {
  const iterator = source[Symbol.asyncIterator]();
  let waiting: Uint8Array | undefined;
  let reading = false;
  return {
    async next() {
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
    },
    unread(bytes) {
      waiting = waiting === undefined ? bytes : joinBytes([bytes, waiting], bytes.length + waiting.length);
    },
    /** Does not wait for a source that is still busy: it may have nothing to say for long. */
    async close() {
      const closed = iterator.return?.();
      if (reading) closed?.catch(() => undefined);
      else await closed;
    },
  };
}

/** So many bytes, or fewer at the end. */
export async function takeBytes(reader: ByteReader, count: number): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  let missing = count;
  while (missing > 0) {
    const chunk = await reader.next();
    if (chunk === undefined) break;
    parts.push(chunk.subarray(0, missing));
    if (chunk.length > missing) reader.unread(chunk.subarray(missing));
    missing -= Math.min(chunk.length, missing);
  }
  return joinBytes(parts, count - missing);
}

/** Skips zeros; false where nothing comes after them. */
export async function skipZeros(reader: ByteReader): Promise<boolean> {
  for (let chunk = await reader.next(); chunk !== undefined; chunk = await reader.next()) {
    const start = chunk.findIndex((byte) => byte !== 0);
    if (start < 0) continue;
    reader.unread(chunk.subarray(start));
    return true;
  }
  return false;
}

/** Whether there are no more bytes. */
export async function isAtEnd(reader: ByteReader): Promise<boolean> {
  const chunk = await reader.next();
  if (chunk !== undefined) reader.unread(chunk);
  return chunk === undefined;
}
