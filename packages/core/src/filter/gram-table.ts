import { slotOf, type GramCounts } from './gram-counts.ts';
import { foldGram, type Window, type WindowedLiteral } from './gram-windows.ts';
import { matchesAround, type Stretch } from './match-literal.ts';
import type { Token } from './printed-literal.ts';

/** Finds literals in text by looking at four of its bytes at a time. */
export interface GramTable {
  /**
   * Writes to `found` the words (of four bytes) between two of them that may be part of a literal, and gives their number;
   * ends early where there are more than `found` has room for.
   */
  candidates(words: Int32Array, range: { readonly from: number; readonly to: number }, found: Int32Array): number;
  /** Tells each literal that stands around a word, by its number, with a place in it. */
  verify(word: number, text: SearchedText): void;
}

/** A text that is searched, and who is told what is found. */
export interface SearchedText {
  readonly words: Int32Array;
  readonly stretch: Stretch;
  readonly met: (literal: number, at: number) => void;
}

/** A table for literals by their number; each is looked for in the window that is rarest by the counts. */
export function createGramTable(literals: readonly WindowedLiteral[], counts: GramCounts): GramTable {
  const slots = new Uint8Array(1 << 16);
  const entries = new Map<number, Entry[]>();
  for (const [literal, { tokens, windows }] of literals.entries()) {
    for (const entry of entriesOf(rarest(windows, counts), { literal, tokens })) {
      slots[slotOf(entry.gram)] = 1;
      const same = entries.get(entry.gram);
      if (same) same.push(entry);
      else entries.set(entry.gram, [entry]);
    }
  }
  return {
    candidates: (words, range, found) => candidates(slots, words, { ...range, found }),
    verify(word, { words, stretch, met }) {
      for (const { literal, tokens, index, offset } of entries.get(foldGram(words[word] as number)) ?? []) {
        if (matchesAround(tokens, { index, at: word * 4 - offset }, stretch)) met(literal, word * 4);
      }
    },
  };
}

interface Entry {
  readonly gram: number;
  readonly literal: number;
  readonly tokens: readonly Token[];
  /** The token in which the window begins, and how far behind its beginning the gram stands. */
  readonly index: number;
  readonly offset: number;
}

function rarest(windows: readonly Window[], counts: GramCounts): Window | undefined {
  let best: Window | undefined;
  let least = Infinity;
  for (const window of windows) {
    let cost = 0;
    for (const gram of window.grams) cost += counts.of(gram);
    if (cost >= least) continue;
    least = cost;
    best = window;
  }
  return best;
}

const entriesOf = (
  window: Window | undefined,
  { literal, tokens }: { literal: number; tokens: readonly Token[] },
): readonly Entry[] =>
  window?.grams.map((gram, at) => {
    const { index, offset, places } = window;
    return { gram, literal, tokens, index, offset: offset + places[at]! };
  }) ?? [];

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
