import { linesOf } from './block.ts';
import type { Bytes } from './entry.ts';
import type { Line } from './line.ts';
import { createWork, splitBlocks, type SplitOptions, type Work } from './split-blocks.ts';

/**
 * Lines of UTF-8 bytes, in batches. Memory is bounded by the limit on a line, however long a line is. Texts are slices
 * of small decoded blocks: who keeps one line keeps a block of some 16 KiB alive.
 */
export async function* splitLines(
  bytes: Bytes,
  options: Omit<SplitOptions, 'work'> & { readonly work?: Work },
): AsyncGenerator<readonly Line[]> {
  const work = options.work ?? createWork(options.lineBytes, (memory) => new Uint8Array(memory));
  let number = 1;
  for await (const block of splitBlocks(bytes, { ...options, work })) {
    for (const batch of linesOf(block, number)) {
      yield batch;
      number += batch.length;
    }
  }
}

/** Lines of a text that is in memory already. */
export function splitText(text: string): readonly Line[] {
  const plain = text.startsWith('\uFEFF') ? text.slice(1) : text;
  const lines = (plain.includes('\n') ? plain : plain.replaceAll('\r', '\n')).split('\n');
  if (lines.at(-1) === '') lines.pop();
  return lines.map((line, index) => ({ text: line.endsWith('\r') ? line.slice(0, -1) : line, number: index + 1 }));
}
