import type { Budget } from './budget.ts';
import { linesOf, type Block } from './block.ts';
import type { Member } from './bundle.ts';
import { decodeText, endsLinesWithCr, plainText, turnCrToLf } from './decode-text.ts';
import type { Peeked } from './peek-bytes.ts';
import { splitBlocks, splitWhole, type SplitOptions, type Work } from './split-blocks.ts';

/** A member by its blocks. */
export const textMember = (path: string, blocks: Member['blocks'], text?: Uint8Array): Member => ({
  path,
  blocks,
  ...(text && { text }),
  async *lines() {
    let number = 1;
    for await (const block of blocks()) {
      for (const batch of linesOf(block, number)) {
        yield batch;
        number += batch.length;
      }
    }
  },
});

/** The blocks of a file, whatever it is written in; what was odd about its text is noted. */
export function readBlocks({ path, head, bytes }: Peeked & { path: string }, reading: Reading): AsyncIterable<Block> {
  const decoded = decodeText(bytes, head);
  return splitBlocks(endsLinesWithCr(head) ? turnCrToLf(decoded) : decoded, splittingOf(path, reading));
}

/** A file that is here as a whole; undefined where its text has to be written in another way first. */
export function memberAtHand(
  { path, head, content }: { readonly path: string; readonly head: Uint8Array; readonly content: Uint8Array },
  reading: Reading,
): Member | undefined {
  const text = plainText(content, head);
  return text && textMember(path, () => splitWhole(text, splittingOf(path, reading)), text);
}

interface Reading {
  readonly budget: Budget;
  readonly work: Work;
}

const splittingOf = (path: string, { budget, work }: Reading): SplitOptions => ({
  lineBytes: budget.limits.lineBytes,
  work,
  cut: (line) => {
    const message = `a line is longer than ${budget.limits.lineBytes} bytes; its rest was not read`;
    budget.note('limit-line', message, { path, line });
  },
  damaged: ({ replaced, of }) => {
    if (replaced < FEWEST_DAMAGED || replaced < of * DAMAGED_SHARE) return;
    budget.note('text-damaged', `${replaced} characters are no valid text`, { path });
  },
});

/** A few wrong bytes are normal: text in the code page of an old console, a line cut in a character. */
const FEWEST_DAMAGED = 16;
const DAMAGED_SHARE = 0.05;

/** A member of which nothing can be read. */
export const unreadMember = (path: string): Member => textMember(path, () => [], NOTHING);

const NOTHING = new Uint8Array(0);
