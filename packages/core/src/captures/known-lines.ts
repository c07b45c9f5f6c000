import type { RawLine } from '../bundle/block.ts';

/** Lines that are known again by all they hold but the digits of times. */
export interface KnownLines<Value> {
  /** What was kept for a line that differs in times only. */
  find(line: RawLine): Value | undefined;
  /** Keeps something for the line that was last looked for. */
  keep(value: Value): void;
}

/** No lines; so many can become known. */
export function createKnownLines<Value>(most: number): KnownLines<Value> {
  const byHash = new Map<number, Known<Value>[]>();
  let count = 0;
  let asked: Asked | undefined;
  return {
    find(line) {
      asked = line.to - line.from > LONGEST ? undefined : withoutTimes(line);
      return asked && byHash.get(asked.hash)?.find(({ words }) => isSame(words, asked!.length))?.value;
    },
    keep(value) {
      if (asked === undefined || count >= most) return;
      count += 1;
      const known = { words: words.slice(0, asked.length), value };
      const others = byHash.get(asked.hash);
      if (others) others.push(known);
      else byHash.set(asked.hash, [known]);
    },
  };
}

interface Known<Value> {
  /** The line without times, four bytes at a time. */
  readonly words: Int32Array;
  readonly value: Value;
}

/** What is looked for lies in `words`, which are so many. */
interface Asked {
  readonly hash: number;
  readonly length: number;
}

/** Longer lines are not worth knowing. */
const LONGEST = 16 * 1024;

/** The line that is looked for, without times. */
const words = new Int32Array(LONGEST / 4 + 1);
const bare = new Uint8Array(words.buffer);

function withoutTimes({ bytes, from, to }: RawLine): Asked {
  let length = 0;
  let wasDigit = false;
  for (let at = from; at < to; at++) {
    const byte = bytes[at]!;
    const isDigit = byte >= 0x30 && byte <= 0x39;
    const end = isDigit && !wasDigit ? endOfTime(bytes, at, to) : at;
    wasDigit = isDigit;
    bare[length++] = end > at ? COLON : byte;
    if (end > at) at = end - 1;
  }
  const count = (length + 3) >> 2;
  bare.fill(0, length, 4 * count);
  return { hash: hashOf(count), length: count };
}

const COLON = 0x3a;

/** The byte behind the time, with or without its date, that begins with a digit; that digit where none does. */
function endOfTime(bytes: Uint8Array, at: number, to: number): number {
  const time = behindDate(bytes, at);
  if (bytes[time + 2] !== COLON || bytes[time + 5] !== COLON || time + 8 > to) return at;
  if (!isNumber(bytes, time) || !isNumber(bytes, time + 3) || !isNumber(bytes, time + 6)) return at;
  return endOfFraction(bytes, time + 8, to);
}

/** The byte behind a point or comma and the digits that follow it, nine at most; the same place where there are none. */
function endOfFraction(bytes: Uint8Array, at: number, to: number): number {
  if (bytes[at] !== 0x2e && bytes[at] !== 0x2c) return at;
  let end = at + 1;
  while (end < to && end < at + 10 && isDigitAt(bytes, end)) end++;
  return end === at + 1 ? at : end;
}

/** Behind a date with the blank or letter that parts it from a time; the same place where there is none. */
function behindDate(bytes: Uint8Array, at: number): number {
  let year = at + 2;
  while (year < at + 4 && isDigitAt(bytes, year)) year++;
  if (!isPart(bytes[year]!) || !isPart(bytes[year + 3]!)) return at;
  if (!isNumber(bytes, year + 1) || !isNumber(bytes, year + 4)) return at;
  const end = isNumber(bytes, year + 6) ? year + 8 : year + 6;
  return bytes[end] === 0x54 || bytes[end] === 0x20 ? end + 1 : at;
}

const isPart = (byte: number): boolean => byte === 0x2d || byte === 0x2f;

const isDigitAt = (bytes: Uint8Array, at: number): boolean => bytes[at]! >= 0x30 && bytes[at]! <= 0x39;

/** Whether two digits stand there. */
const isNumber = (bytes: Uint8Array, at: number): boolean => isDigitAt(bytes, at) && isDigitAt(bytes, at + 1);

function hashOf(count: number): number {
  let hash = count;
  for (let at = 0; at < count; at++) {
    hash = Math.imul(hash ^ words[at]!, 0x9e3779b1);
    hash ^= hash >>> 15;
  }
  return hash;
}

function isSame(known: Int32Array, count: number): boolean {
  if (known.length !== count) return false;
  for (let at = 0; at < count; at++) if (known[at] !== words[at]) return false;
  return true;
}
