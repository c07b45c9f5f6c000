import { slotOf } from './gram-counts.ts';
import { foldGram, type Window } from './gram-windows.ts';
import { matchesAround, type LinkedToken, type Stretch } from './match-literal.ts';
import { FOLDED } from './printed-literal.ts';

/** Finds literals in text by looking at four of its bytes at a time. */
export interface GramTable {
  /**
   * Writes to `found` the words (of four bytes) between two of them that may be part of a literal, and gives their number;
   * ends early where there are more than `found` has room for.
   */
  candidates(words: Int32Array, range: { readonly from: number; readonly to: number }, found: Int32Array): number;
  /** Tells each literal that stands in or around the words between two of them. */
  each(range: { readonly from: number; readonly to: number }, text: SearchedText): void;
  /** Tells each literal that stands around a word, by its number, with a place in it. */
  verify(word: number, text: SearchedText): void;
}

/** A text that is searched, and who is told what is found. */
export interface SearchedText {
  readonly words: Int32Array;
  readonly stretch: Stretch;
  readonly met: (literal: number, at: number) => void;
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
      for (let at = from; at < to; at++) if (slots[slotOf(foldGram(text.words[at]!))] !== 0) verify(at, chains, text);
    },
    verify: (word, text) => verify(word, chains, text),
  };
}

const SLOTS = 1 << 16;

interface Entry {
  readonly gram: number;
  readonly literal: number;
  /** The token in which the window begins, and how far behind its beginning the gram stands. */
  readonly link: LinkedToken;
  readonly offset: number;
}

/** Entries by slot, in memory that lies close together: most candidates are none, and this is all that is asked of them. */
interface Chains {
  readonly entries: readonly Entry[];
  /** By slot: the first entry, by number, from 1. */
  readonly first: Uint32Array;
  /** By number: the next entry of the slot, its gram, and a byte near the gram that has to be right as well. */
  readonly next: Uint32Array;
  readonly grams: Int32Array;
  readonly near: Int32Array;
  readonly bytes: Uint8Array;
}

function chain(entries: readonly Entry[]): Chains {
  const first = new Uint32Array(SLOTS);
  const next = new Uint32Array(entries.length + 1);
  const near = new Int32Array(entries.length + 1);
  const bytes = new Uint8Array(entries.length + 1);
  const grams = Int32Array.from([0, ...entries.map(({ gram }) => gram)]);
  for (const [at, entry] of entries.entries()) {
    const slot = slotOf(entry.gram);
    next[at + 1] = first[slot]!;
    first[slot] = at + 1;
    const neighbour = neighbourOf(entry);
    near[at + 1] = neighbour.offset;
    bytes[at + 1] = neighbour.byte;
  }
  return { entries, first, next, grams, near, bytes };
}

/** The byte in front of a gram, or else behind it, in the same stretch of letters; where there is none, one of its own. */
function neighbourOf({ link, offset }: Entry): { readonly offset: number; readonly byte: number } {
  const solid = link.token.type === 'solid' ? link.token.bytes : new Uint8Array(0);
  if (offset >= 2) return { offset: -2, byte: solid[offset - 2]! };
  if (offset === 1) return { offset: -1, byte: solid[0]! };
  const behind = Math.min(5, solid.length - 1);
  return { offset: behind, byte: solid[behind]! };
}

function verify(word: number, chains: Chains, { words, stretch, met }: SearchedText): void {
  const { entries, first, next, grams, near, bytes } = chains;
  const gram = foldGram(words[word]!);
  const at = word * 4;
  for (let number = first[slotOf(gram)]!; number !== 0; number = next[number]!) {
    if (grams[number] !== gram || FOLDED[stretch.bytes[at + near[number]!]!] !== bytes[number]) continue;
    const { literal, link, offset } = entries[number - 1]!;
    if (matchesAround(link, at - offset, stretch)) met(literal, at);
  }
}

const entriesOf = ({ literal, tokens, window: { index, offset, grams, places } }: PlacedLiteral): readonly Entry[] =>
  grams.map((gram, at) => ({ gram, literal, link: tokens[index]!, offset: offset + places[at]! }));

interface Search {
  readonly from: number;
  readonly to: number;
  readonly found: Int32Array;
}

/** The inner loop of everything: one look into a table for four bytes of text. */
function candidates(slots: Uint8Array, words: Int32Array, { from, to, found }: Search): number {
  const room = found.length - 4;
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
    if (slots[slotOf(foldGram(words[at]!))] !== 0) found[count++] = at;
  }
  return count;
}
