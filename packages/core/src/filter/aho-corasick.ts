import { FOLDED } from './printed-literal.ts';

/** Finds words in bytes at a speed that no text can lower: one step for each byte. */
export interface WordSearch {
  /** Tells the end (exclusive) and number of each word that stands in a stretch; ASCII case is ignored. */
  search(
    text: { readonly bytes: Uint8Array; readonly from: number; readonly to: number },
    met: (word: number, end: number) => void,
  ): void;
}

/** An automaton after Aho and Corasick with a full table, over classes of bytes. The words are folded. */
export function createWordSearch(words: readonly Uint8Array[]): WordSearch {
  const classes = classesOf(words);
  const trie = trieOf(words, classes);
  const { next, ends } = complete(trie, classes.count);
  const classOf = classes.of;
  return {
    search({ bytes, from, to }, met) {
      let state = 0;
      for (let at = from; at < to; at++) {
        state = next[state + classOf[bytes[at]!]!]!;
        if (state >= 0) continue;
        state = ~state;
        for (const word of ends[state / classes.count]!) met(word, at + 1);
      }
    },
  };
}

interface Classes {
  readonly count: number;
  readonly of: Uint8Array;
}

/** Bytes that stand in no word are one class. */
function classesOf(words: readonly Uint8Array[]): Classes {
  const used = [...new Set(words.flatMap((word) => [...word]))];
  const of = new Uint8Array(256);
  for (let byte = 0; byte < 256; byte++) of[byte] = used.indexOf(FOLDED[byte]!) + 1;
  return { count: used.length + 1, of };
}

interface Trie {
  readonly children: Map<number, number>[];
  readonly ends: (number[] | undefined)[];
}

function trieOf(words: readonly Uint8Array[], classes: Classes): Trie {
  const trie: Trie = { children: [new Map()], ends: [undefined] };
  for (const [number, word] of words.entries()) {
    let state = 0;
    for (const byte of word) {
      const children = trie.children[state]!;
      let child = children.get(classes.of[byte]!);
      if (child === undefined) {
        child = trie.children.length;
        children.set(classes.of[byte]!, child);
        trie.children.push(new Map());
        trie.ends.push(undefined);
      }
      state = child;
    }
    trie.ends[state] = [...(trie.ends[state] ?? []), number];
  }
  return trie;
}

/**
 * Follows every missing step to the longest end of the text that begins a word. States are told by the beginning of
 * their row, and inverted where a word ends.
 */
function complete(
  { children, ends }: Trie,
  count: number,
): { next: Int32Array; ends: (readonly number[] | undefined)[] } {
  const next = new Int32Array(children.length * count);
  const fallback = new Int32Array(children.length);
  const all: (readonly number[] | undefined)[] = [...ends];
  const queue = [0];
  for (let at = 0; at < queue.length; at++) {
    const state = queue[at]!;
    const back = fallback[state]!;
    if (state !== 0 && all[back] !== undefined) all[state] = [...(all[state] ?? []), ...all[back]];
    for (let symbol = 0; symbol < count; symbol++) {
      const child = children[state]!.get(symbol);
      const elsewhere = state === 0 ? 0 : next[back * count + symbol]!;
      if (child === undefined) next[state * count + symbol] = elsewhere;
      else {
        next[state * count + symbol] = child * count;
        fallback[child] = elsewhere / count;
        queue.push(child);
      }
    }
  }
  const rows = next.map((row) => (all[row / count] === undefined ? row : ~row));
  return { next: rows, ends: all };
}
