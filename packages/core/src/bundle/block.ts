import { platform } from '#platform';
import type { Line } from './line.ts';

/** Whole lines of one file in UTF-8, each with its line end. Valid until the next block is asked for: the memory is used again. */
export interface Block {
  readonly bytes: Uint8Array;
  /** The same memory, four bytes at a time. */
  readonly words: Int32Array;
  /** So many bytes of it are text. */
  readonly length: number;
  /** It is the kept beginning of one line that is longer than the limit. */
  readonly cut?: true;
  readonly account: BlockAccount;
}

/** What is remarked of a file while its blocks are read. */
export interface BlockAccount {
  /** Characters that were no valid text. */
  replaced: number;
  /** Called with the number of each line that was longer than the limit. */
  readonly cut: (number: number) => void;
}

/** The lines of a block from a byte on (default: its first), in batches; `first` is the number of the first of them. */
export function* linesOf(block: Block, first: number, from = 0): Generator<readonly Line[]> {
  if (block.cut === true) return yield [cutLine(block, first)];
  let number = first;
  for (let at = from; at < block.length;) {
    const last = Math.min(at + DECODED_BYTES, block.length) - 1;
    const end = last === block.length - 1 ? block.length : block.bytes.indexOf(LF, last) + 1;
    const lines = splitDecoded(decode(block.bytes.subarray(at, end), block.account), number);
    number += lines.length;
    at = end;
    yield lines;
  }
}

/** The lines of a text, if they are few and valid. */
export function fewLines(text: Uint8Array, most: number): readonly Line[] | undefined {
  const decoded = decoder.decode(text);
  if (decoded.includes(REPLACEMENT)) return undefined;
  const lines = splitDecoded(decoded.endsWith('\n') ? decoded : `${decoded}\n`, 1);
  return lines.length > most ? undefined : lines;
}

/** A line by its place in a block: its first byte, and the one of its line end. */
export interface RawLine {
  readonly bytes: Uint8Array;
  readonly from: number;
  readonly to: number;
  readonly number: number;
}

/** The text of a line without its line end. */
export function lineOf({ bytes, from, to, number }: RawLine): Line {
  const end = to > from && bytes[to - 1] === CR ? to - 1 : to;
  return { text: decoder.decode(bytes.subarray(from, end)), number };
}

/** Some of the lines from a byte on, of which there is at least one; `end` is the byte behind them. */
export function linesUpTo(
  block: Block,
  { from, first, most }: { readonly from: number; readonly first: number; readonly most: number },
): { readonly lines: readonly Line[]; readonly end: number } {
  let end = from;
  for (let count = 0; count < most && end < block.length; count++) end = block.bytes.indexOf(LF, end) + 1;
  return { lines: splitDecoded(decode(block.bytes.subarray(from, end), block.account), first), end };
}

/** Counts the characters that are no valid text in a stretch that nobody decodes. */
export function countReplaced(block: Block, from: number, to: number): void {
  const stretch = block.bytes.subarray(from, to);
  if (platform.isAscii(stretch) || (platform.isUtf8(stretch) && !holdsReplacement(stretch))) return;
  decode(stretch, block.account);
}

/** Text can hold the sign that stands for what was no text before. */
function holdsReplacement(bytes: Uint8Array): boolean {
  for (let at = bytes.indexOf(0xef); at >= 0; at = bytes.indexOf(0xef, at + 1)) {
    if (bytes[at + 1] === 0xbf && bytes[at + 2] === 0xbd) return true;
  }
  return false;
}

const LF = 10;
const CR = 13;

/** Small blocks decode fastest, and one character outside ASCII slows down only its own. Who keeps a line keeps as much alive. */
const DECODED_BYTES = 16 * 1024;

const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

function splitDecoded(text: string, first: number): readonly Line[] {
  const lines: Line[] = [];
  let number = first;
  for (let at = 0, end = text.indexOf('\n'); end >= 0; at = end + 1, end = text.indexOf('\n', at)) {
    const last = end > at && text.charCodeAt(end - 1) === CR ? end - 1 : end;
    lines.push({ text: text.slice(at, last), number: number++ });
  }
  return lines;
}

function cutLine({ bytes, length, account }: Block, number: number): Line {
  account.cut(number);
  return { text: decode(bytes.subarray(0, length - 1), account), number, cut: true };
}

function decode(bytes: Uint8Array, account: BlockAccount): string {
  const text = decoder.decode(bytes);
  for (let at = text.indexOf(REPLACEMENT); at >= 0; at = text.indexOf(REPLACEMENT, at + 1)) account.replaced += 1;
  return text;
}

const REPLACEMENT = '\uFFFD';
