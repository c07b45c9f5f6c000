import { HASH, slotOf } from './gram-counts.ts';
import { FIELD, placeGrams, type GramEntries, type PlacedLiteral } from './gram-entries.ts';
import { matchesAround, type Stretch } from './match-literal.ts';

/** Finds literals in text by looking at four of its bytes at a time. */
export interface GramTable {
  /**
   * Writes to `found` the words (of four bytes) between two of them, or just behind, that may be part of a literal, and
   * gives their number; ends early where there are more than `found` has room for.
   */
  candidates(words: Int32Array, range: Range): number;
  /** Tells each literal that stands in or around the words of the stretch of a text. */
  each(text: SearchedText): void;
  /** Tells each literal that stands around one of the first `count` words in `found`, by its number, with a place in it. */
  verify(found: Int32Array, count: number, text: SearchedText): void;
}

/** Words of a text, and room for the numbers of some of them. */
export interface Range {
  readonly from: number;
  readonly to: number;
  readonly found: Int32Array;
}

/** A text that is searched, and who is told what is found. */
export interface SearchedText {
  readonly words: Int32Array;
  readonly stretch: Stretch;
  /** Gives the byte from which on it is worth going on: what stands before it is not told. */
  readonly met: (literal: number, at: number) => number;
}

/** A table for literals. */
export function createGramTable(literals: readonly PlacedLiteral[]): GramTable {
  const slots: Slots = { first: new Uint8Array(SLOTS), second: new Uint8Array(SLOTS) };
  const entries = placeGrams(literals, SLOTS);
  for (const gram of literals.flatMap(({ window }) => window.places.flatMap(({ grams }) => grams))) {
    slots.first[slotOf(gram)] = 1;
    slots.second[Math.imul(gram, SECOND_HASH) >>> 16] = 1;
  }
  const part = { from: 0, to: 0, found: FOUND_IN_LINE };
  return {
    candidates: (words, range) => candidates(slots, words, range),
    each(text) {
      const { words, stretch } = text;
      const end = Math.ceil(stretch.to / 4);
      for (part.from = stretch.from >> 2; part.from < end; part.from += FOUND_IN_LINE.length - ROOM) {
        part.to = Math.min(part.from + FOUND_IN_LINE.length - ROOM, end);
        verify(FOUND_IN_LINE, candidates(slots, words, part), { entries, text });
      }
    },
    verify: (found, count, text) => verify(found, count, { entries, text }),
  };
}

/** A gram can be one of a literal only if it is in both. */
interface Slots {
  readonly first: Uint8Array;
  readonly second: Uint8Array;
}

const SLOTS = 1 << 16;

/** Grams that share a slot of the first table hardly ever share one of the second. */
const SECOND_HASH = 0x85ebca6b;

/** The candidates of one line, or of a part of a long one. */
const FOUND_IN_LINE = new Int32Array(4096);

interface Verifying {
  readonly entries: GramEntries;
  readonly text: SearchedText;
}

function verify(found: Int32Array, count: number, verifying: Verifying): void {
  const { first, numbers, entryAt } = verifying.entries;
  const { words, stretch, met } = verifying.text;
  let from = 0;
  for (let index = 0; index < count; index++) {
    const word = found[index]!;
    if (word * 4 < from) continue;
    const gram = words[word]! | 0x20202020;
    for (let entry = first[slotOf(gram)]!; entry !== 0; entry = numbers[entry + FIELD.next]!) {
      if (numbers[entry + FIELD.gram] !== gram || !mayStand(verifying, entry, word)) continue;
      const { literal, link, offset } = entryAt(entry);
      if (!matchesAround(link, word * 4 - offset, stretch)) continue;
      from = met(literal, word * 4);
      if (word * 4 < from) break;
    }
  }
}

/** Whether what is known of the bytes around a gram agrees with a text: almost all that is none is told here. */
function mayStand({ entries: { numbers, classes }, text }: Verifying, entry: number, word: number): boolean {
  const { words, stretch } = text;
  const { bytes, from, to } = stretch;
  const before = (words[word - 1]! | 0x20202020) & numbers[entry + FIELD.maskBefore]!;
  const behind = (words[word + 1]! | 0x20202020) & numbers[entry + FIELD.maskBehind]!;
  if (before !== numbers[entry + FIELD.before] || behind !== numbers[entry + FIELD.behind]) return false;
  const begin = numbers[entry + FIELD.begin]!;
  const end = numbers[entry + FIELD.end]!;
  const first = word * 4 - (begin >> 8);
  const last = word * 4 + (end >> 8) - 1;
  if (first - 2 < from || last + 2 >= to) return true;
  if (((bytes[first]! ^ begin) & 0xdf) !== 0 || ((bytes[last]! ^ end) & 0xdf) !== 0) return false;
  const beside = numbers[entry + FIELD.beside]!;
  return (
    classes[((beside & 255) << 8) | bytes[first - 1]!] !== 0 &&
    classes[(((beside >> 8) & 255) << 8) | bytes[first - 2]!] !== 0 &&
    classes[(((beside >> 16) & 255) << 8) | bytes[last + 1]!] !== 0 &&
    classes[((beside >>> 24) << 8) | bytes[last + 2]!] !== 0
  );
}

/** So many more may be found after it was asked whether there is room. */
const ROOM = 4;

/**
 * The inner loop of everything: one look into a table for four bytes of text. It may look at three words behind the last,
 * and calls nothing but what it always calls, so that it stays compiled.
 */
function candidates({ first, second }: Slots, words: Int32Array, { from, to, found }: Range): number {
  const room = found.length - ROOM;
  let count = 0;
  for (let at = from; at < to && count < room; at += 4) {
    const a = words[at]! | 0x20202020;
    const b = words[at + 1]! | 0x20202020;
    const c = words[at + 2]! | 0x20202020;
    const d = words[at + 3]! | 0x20202020;
    const isA = first[Math.imul(a, HASH) >>> 16]!;
    const isB = first[Math.imul(b, HASH) >>> 16]!;
    const isC = first[Math.imul(c, HASH) >>> 16]!;
    const isD = first[Math.imul(d, HASH) >>> 16]!;
    if ((isA | isB | isC | isD) === 0) continue;
    if (isA !== 0 && second[Math.imul(a, SECOND_HASH) >>> 16] !== 0) found[count++] = at;
    if (isB !== 0 && second[Math.imul(b, SECOND_HASH) >>> 16] !== 0) found[count++] = at + 1;
    if (isC !== 0 && second[Math.imul(c, SECOND_HASH) >>> 16] !== 0) found[count++] = at + 2;
    if (isD !== 0 && second[Math.imul(d, SECOND_HASH) >>> 16] !== 0) found[count++] = at + 3;
  }
  return count;
}
