import type { RawLine } from '../bundle/block.ts';

/** Lines that are known again by all they hold but the digits of times, which must be as many. */
export interface KnownLines<Value> {
  /** What was kept for a line that differs in times only. */
  find(line: RawLine): Value | undefined;
  /** Keeps something for a line that is not known. */
  keep(line: RawLine, value: Value): void;
}

/** No lines; so many can become known. */
export function createKnownLines<Value>(most: number): KnownLines<Value> {
  const byLength = new Map<number, Known<Value>[]>();
  let count = 0;
  let view: DataView = new DataView(new ArrayBuffer(0));
  const viewOf = (bytes: Uint8Array): DataView => {
    const { buffer, byteOffset, byteLength } = bytes;
    const isSame = view.buffer === buffer && view.byteOffset === byteOffset && view.byteLength === byteLength;
    return isSame ? view : (view = new DataView(buffer, byteOffset, byteLength));
  };
  return {
    find({ bytes, from, to }) {
      const known = byLength.get(to - from);
      if (known === undefined) return undefined;
      const line = { view: viewOf(bytes), from };
      const at = known.findIndex((one) => differsInTimes(line, one));
      const found = known[at];
      if (at > 0) [known[0], known[at]] = [found!, known[0]!];
      return found?.value;
    },
    keep(line, value) {
      const length = line.to - line.from;
      if (length > LONGEST || count >= most) return;
      const others = byLength.get(length);
      if (others !== undefined && others.length >= ALIKE) return;
      count += 1;
      const known = { ...withoutTimes(line), value };
      if (others) others.push(known);
      else byLength.set(length, [known]);
    },
  };
}

/** A line without the digits of its times. */
interface Timeless {
  /** Zeros stand for the digits. */
  readonly text: DataView;
  /** And all bits for every byte that is none of them. */
  readonly mask: DataView;
  /** Where the digits stand. */
  readonly digits: readonly number[];
}

interface Known<Value> extends Timeless {
  readonly value: Value;
}

/** Longer lines are not worth knowing, nor are very many of the same length. */
const LONGEST = 4096;
const ALIKE = 64;

/** Whether a line that is as long as a known one is the same but for times: then its times stand where those stand. */
function differsInTimes(
  { view, from }: { readonly view: DataView; readonly from: number },
  { text, mask, digits }: Timeless,
): boolean {
  const length = text.byteLength;
  let at = 0;
  for (; at + 4 <= length; at += 4)
    if ((view.getInt32(from + at) & mask.getInt32(at)) !== text.getInt32(at)) return false;
  for (; at < length; at++) if ((view.getUint8(from + at) & mask.getUint8(at)) !== text.getUint8(at)) return false;
  for (let index = 0; index < digits.length; index++) {
    const byte = view.getUint8(from + digits[index]!);
    if (byte < 0x30 || byte > 0x39) return false;
  }
  return true;
}

function withoutTimes({ bytes, from, to }: RawLine): Timeless {
  const text = new Uint8Array(bytes.subarray(from, to));
  const mask = new Uint8Array(text.length).fill(0xff);
  const digits = digitsOfTimes({ bytes, from, to });
  for (const digit of digits) text[digit] = mask[digit] = 0;
  return { text: new DataView(text.buffer), mask: new DataView(mask.buffer), digits };
}

/** How far from the beginning of the line. */
function digitsOfTimes({ bytes, from, to }: Omit<RawLine, 'number'>): readonly number[] {
  const digits: number[] = [];
  for (let at = from, wasDigit = false; at < to; at++) {
    const isDigit = isDigitAt(bytes, at);
    const end = isDigit && !wasDigit ? endOfTime(bytes, at, to) : at;
    wasDigit = isDigit;
    for (let digit = at; digit < end; digit++) if (isDigitAt(bytes, digit)) digits.push(digit - from);
    if (end > at) at = end - 1;
  }
  return digits;
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
