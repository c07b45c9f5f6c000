import type { TextLines } from './line-filter.ts';

/** Memory in which a single line stands as text in memory. */
export interface Scratch {
  textOf(line: string): TextLines;
}

/** Memory that grows with the longest line. */
export function createScratch(): Scratch {
  let bytes = new Uint8Array(4096);
  let words = new Int32Array(bytes.buffer);
  const starts = new Int32Array(2);
  return {
    textOf(line) {
      if (3 * line.length + 4 > bytes.length) {
        bytes = new Uint8Array(4 * (line.length + 4));
        words = new Int32Array(bytes.buffer);
      }
      starts[1] = encoder.encodeInto(line, bytes).written;
      return { bytes, words, starts, count: 1 };
    },
  };
}

const encoder = new TextEncoder();
