import { slotOf } from './gram-counts.ts';
import type { Place } from './gram-windows.ts';
import { matchesAround, type LinkedToken, type Stretch } from './match-literal.ts';

/** Finds literals in text by looking at four of its bytes at a time. */
export interface GramTable {
  /**
   * Writes to `found` the words (of four bytes) between two of them that may be part of a literal, and gives their number;
   * ends early where there are more than `found` has room for.
   */
  candidates(words: Int32Array, range: { readonly from: number; readonly to: number }, found: Int32Array): number;
  /** Tells each literal that stands in or around the words between two of them. */
  each(range: { readonly from: number; readonly to: number }, text: SearchedText): void;
  /** Tells each literal that stands around one of the first `count` words in `found`, by its number, with a place in it. */
  verify(found: Int32Array, count: number, text: SearchedText): void;
}

/** A text that is searched, and who is told what is found. */
export interface SearchedText {
  readonly words: Int32Array;
  readonly stretch: Stretch;
  /** Gives the byte from which on it is worth going on: what stands before it is not told. */
  readonly met: (literal: number, at: number) => number;
}

/** A word of a literal by its token, and four places in it, one of which is a multiple of four in any text. */
export interface Window {
  readonly index: number;
  readonly places: readonly Place[];
}

/** A literal by its number, and the window in which it is looked for. */
export interface PlacedLiteral {
  readonly literal: number;
  readonly tokens: readonly LinkedToken[];
  readonly window: Window;
}

/** A table for literals. */
export function createGramTable(literals: readonly PlacedLiteral[]): GramTable {
  const slots = new Uint8Array(SLOTS);
  const entries = literals.flatMap(entriesOf);
  const chains = chain(entries);
  for (const { gram } of entries) slots[slotOf(gram)] = 1;
  return {
    candidates: (words, range, found) => candidates(slots, words, { ...range, found }),
    each({ from, to }, text) {
      for (let at = from; at < to; at += FOUND_IN_LINE.length - ROOM) {
        const range = { from: at, to: Math.min(at + FOUND_IN_LINE.length - ROOM, to) };
        verify(FOUND_IN_LINE, candidates(slots, text.words, { ...range, found: FOUND_IN_LINE }), { chains, text });
      }
    },
    verify: (found, count, text) => verify(found, count, { chains, text }),
  };
}

const SLOTS = 1 << 16;

/** The candidates of one line, or of a part of a long one. */
const FOUND_IN_LINE = new Int32Array(4096);

interface Entry {
  readonly gram: number;
  readonly literal: number;
  /** The token in which the gram stands, and how far behind its beginning. */
  readonly link: LinkedToken;
  readonly offset: number;
}

/** Entries by slot, in memory that lies close together: most candidates are none, and this is all that is asked of them. */
interface Chains {
  readonly entries: readonly Entry[];
  /** By slot: the first entry, by number, from 1. */
  readonly first: Uint32Array;
  /** By number: the next entry of the slot, and its gram. */
  readonly next: Uint32Array;
  readonly grams: Int32Array;
  /** By number: what is known of the four bytes in front of the gram and of those behind it. */
  readonly before: KnownBytes;
  readonly behind: KnownBytes;
}

/** Four bytes, folded, of which only those count that the mask holds. */
interface KnownBytes {
  readonly masks: Int32Array;
  readonly bytes: Int32Array;
}

function chain(entries: readonly Entry[]): Chains {
  const first = new Uint32Array(SLOTS);
  const next = new Uint32Array(entries.length + 1);
  const grams = Int32Array.from([0, ...entries.map(({ gram }) => gram)]);
  for (const [at, { gram }] of entries.entries()) {
    const slot = slotOf(gram);
    next[at + 1] = first[slot]!;
    first[slot] = at + 1;
  }
  return { entries, first, next, grams, before: knownBytes(entries, -4), behind: knownBytes(entries, 4) };
}

/** What is known of the bytes so far from a gram, by the stretch of letters in which it begins. */
function knownBytes(entries: readonly Entry[], distance: number): KnownBytes {
  const masks = new Int32Array(entries.length + 1);
  const bytes = new Int32Array(entries.length + 1);
  for (const [number, { link, offset }] of entries.entries()) {
    const solid = link.token.type === 'solid' ? link.token.bytes : new Uint8Array(0);
    for (let place = 0; place < 4; place++) {
      const byte = solid[offset + distance + place];
      if (byte === undefined) continue;
      masks[number + 1]! |= 0xff << (8 * place);
      bytes[number + 1]! |= (byte | 0x20) << (8 * place);
    }
  }
  return { masks, bytes };
}

function verify(found: Int32Array, count: number, { chains, text }: { chains: Chains; text: SearchedText }): void {
  const { entries, first, next, grams, before, behind } = chains;
  const { words, stretch, met } = text;
  let from = 0;
  for (let index = 0; index < count; index++) {
    const word = found[index]!;
    if (word * 4 < from) continue;
    const gram = words[word]! | 0x20202020;
    for (let number = first[Math.imul(gram, 0x9e3779b1) >>> 16]!; number !== 0; number = next[number]!) {
      if (grams[number] !== gram) continue;
      if (((words[word - 1]! | 0x20202020) & before.masks[number]!) !== before.bytes[number]) continue;
      if (((words[word + 1]! | 0x20202020) & behind.masks[number]!) !== behind.bytes[number]) continue;
      const { literal, link, offset } = entries[number - 1]!;
      if (!matchesAround(link, word * 4 - offset, stretch)) continue;
      from = met(literal, word * 4);
      if (word * 4 < from) break;
    }
  }
}

const entriesOf = ({ literal, tokens, window: { index, places } }: PlacedLiteral): readonly Entry[] =>
  places.flatMap(({ offset, grams }) => grams.map((gram) => ({ gram, literal, link: tokens[index]!, offset })));

interface Search {
  readonly from: number;
  readonly to: number;
  readonly found: Int32Array;
}

/** So many more may be found after it was asked whether there is room. */
const ROOM = 4;

/** The inner loop of everything: one look into a table for four bytes of text. */
function candidates(slots: Uint8Array, words: Int32Array, { from, to, found }: Search): number {
  const room = found.length - ROOM;
  let count = 0;
  let at = from;
  for (; at + 4 <= to && count < room; at += 4) {
    const a = Math.imul(words[at]! | 0x20202020, 0x9e3779b1) >>> 16;
    const b = Math.imul(words[at + 1]! | 0x20202020, 0x9e3779b1) >>> 16;
    const c = Math.imul(words[at + 2]! | 0x20202020, 0x9e3779b1) >>> 16;
    const d = Math.imul(words[at + 3]! | 0x20202020, 0x9e3779b1) >>> 16;
    if ((slots[a]! | slots[b]! | slots[c]! | slots[d]!) === 0) continue;
    if (slots[a] !== 0) found[count++] = at;
    if (slots[b] !== 0) found[count++] = at + 1;
    if (slots[c] !== 0) found[count++] = at + 2;
    if (slots[d] !== 0) found[count++] = at + 3;
  }
  for (; at < to && count < room; at++) {
    if (slots[slotOf(words[at]! | 0x20202020)] !== 0) found[count++] = at;
  }
  return count;
}
