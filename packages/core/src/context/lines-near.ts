import { lineOf, linesOf, type Block } from '../bundle/block.ts';
import type { Line } from '../bundle/line.ts';

const LF = 10;

/** The lines of a block that are asked for by number; the others are only counted. Returns how many lines there were. */
export function* linesNear(
  block: Block,
  first: number,
  isNear: (number: number) => boolean,
): Generator<Line, number, undefined> {
  if (block.cut === true) {
    if (isNear(first)) for (const lines of linesOf(block, first)) yield* lines;
    return 1;
  }
  let number = first;
  for (let at = 0; at < block.length; number++) {
    const end = block.bytes.indexOf(LF, at);
    if (isNear(number)) yield lineOf({ bytes: block.bytes, from: at, to: end, number });
    at = end + 1;
  }
  return number - first;
}

/** Whether a block has a line that says of an object that it is a Secret, in YAML or in JSON of one key a line. */
export function namesSecret(block: Block): boolean {
  const text = block.bytes.subarray(0, block.length);
  for (let at = find(text, 0); at >= 0; at = find(text, at + 1)) {
    const start = text.lastIndexOf(LF, at) + 1;
    if (at - start < LONGEST_KEY && KEY_OF_SECRET.test(decoder.decode(text.subarray(start, at)))) return true;
  }
  return false;
}

const LONGEST_KEY = 1000;
const KEY_OF_SECRET = /^\s*(?:- {1,8})*["']?kind["']?\s*:\s*["']?$/;

const decoder = new TextDecoder();
const SECRET = new TextEncoder().encode('Secret');

function find(bytes: Uint8Array, from: number): number {
  for (let at = bytes.indexOf(SECRET[0]!, from); at >= 0; at = bytes.indexOf(SECRET[0]!, at + 1)) {
    if (SECRET.every((byte, index) => bytes[at + index] === byte)) return at;
  }
  return -1;
}
