import bzip2 from 'unbzip2-stream/lib/bzip2.js';
import readBits, { type BitReader } from 'unbzip2-stream/lib/bit_iterator.js';
import type { Bytes } from './entry.ts';

/**
 * The content of a bzip2 file, block after block; throws where it is damaged or cut, after the blocks before. The library's
 * own stream decodes all that it was given at once, so its blocks are asked for one by one here.
 */
export async function* unbzip2(bytes: Bytes): AsyncGenerator<Uint8Array> {
  const source = bytes[Symbol.asyncIterator]();
  const queue: Uint8Array[] = [];
  let given = 0;
  let ended = false;
  /** It takes the first chunk when it is made. */
  const first: { bits?: BitReader } = {};

  /** Waits for so many bytes, or for the end; the bit reader cannot wait. */
  async function fill(wanted: number): Promise<void> {
    while (!ended && given - (first.bits?.bytesRead ?? 0) < wanted) {
      const next = await source.next();
      if (next.done === true) ended = true;
      else if (next.value.length > 0) {
        queue.push(next.value);
        given += next.value.length;
      }
    }
  }

  try {
    await fill(HEADER_BYTES);
    if (given === 0) return;
    const bits = (first.bits = readBits(() => queue.shift() ?? raiseCut()));
    for (; given > bits.bytesRead; await fill(HEADER_BYTES)) {
      const size = bzip2.header(bits) * 100_000;
      const scratch = new Int32Array(size);
      let checksum: number | null = 0;
      do {
        await fill(size + MOST_TABLES);
        const block = createBlock();
        checksum = bzip2.decompress(bits, block.push, scratch, size, checksum);
        yield block.bytes();
      } while (checksum !== null);
    }
  } finally {
    await source.return?.();
  }
}

const HEADER_BYTES = 4;

/** What a block holds beside its data. */
const MOST_TABLES = 25_000;

function raiseCut(): never {
  throw new Error('it ends in the middle of a block');
}

function createBlock(): { push(byte: number): void; bytes(): Uint8Array } {
  let buffer = new Uint8Array(1024 * 1024);
  let length = 0;
  return {
    push(byte) {
      if (length === buffer.length) {
        const larger = new Uint8Array(buffer.length * 2);
        larger.set(buffer);
        buffer = larger;
      }
      buffer[length++] = byte;
    },
    bytes: () => buffer.subarray(0, length),
  };
}
