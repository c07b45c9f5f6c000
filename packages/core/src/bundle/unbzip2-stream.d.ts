/** What is used of a library without types. */
declare module 'unbzip2-stream/lib/bit_iterator.js' {
  /** Reads bits of what a function gives chunk after chunk; `null` goes to the next whole byte. */
  export interface BitReader {
    (count: number | null): number;
    readonly bytesRead: number;
  }
  export default function readBits(nextChunk: () => Uint8Array): BitReader;
}

declare module 'unbzip2-stream/lib/bzip2.js' {
  import type { BitReader } from 'unbzip2-stream/lib/bit_iterator.js';

  const bzip2: {
    /** Hundred thousands of bytes in a block. */
    header(bits: BitReader): number;
    /** Decodes one block and gives the checksum so far; null behind the last. */
    decompress(
      bits: BitReader,
      push: (byte: number) => void,
      scratch: Int32Array,
      size: number,
      checksum: number,
    ): number | null;
  };
  export default bzip2;
}
