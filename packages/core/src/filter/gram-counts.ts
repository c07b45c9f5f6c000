import { GRAM_BYTES } from './gram-windows.ts';

/** How often grams stand in text that was seen; of what stands there more than 65,535 times, that. */
export interface GramCounts {
  /** Counts the grams of a text at every fourth place. */
  add(words: Int32Array, to: number): void;
  of(gram: number): number;
  /** Bytes counted so far. */
  readonly bytes: number;
}

/** A place in a table of 65,536 for a gram that is folded. */
export const slotOf = (gram: number): number => Math.imul(gram, HASH) >>> 16;

/** Spreads the grams over the table: the upper half of the product is the place. */
export const HASH = 0x9e3779b1;

/** A count that begins with a guess: letters and what is rare in logs are told apart. */
export function createGramCounts(): GramCounts {
  const counts = new Uint16Array(1 << COUNTED_BITS);
  let bytes = 0;
  return {
    add(words, to) {
      const end = Math.min(words.length, Math.floor(to / GRAM_BYTES));
      for (let at = 0; at < end; at++) {
        const place = placeOf(words[at]! | 0x20202020);
        if (counts[place] !== MOST) counts[place]! += 1;
      }
      bytes += to;
    },
    of: (gram) => counts[placeOf(gram)]! + (COMMON_BYTES.has(gram & 0xff) ? 0.02 : 0.01),
    get bytes() {
      return bytes;
    },
  };
}

/** Logs are full of numbers and ids that stand there once: in a small table they would make every gram look common. */
const COUNTED_BITS = 20;
const MOST = 0xffff;

const placeOf = (gram: number): number => Math.imul(gram, HASH) >>> (32 - COUNTED_BITS);

/** The bytes that begin most grams of logs. */
const COMMON_BYTES: ReadonlySet<number> = new Set([...' etaoinsr0123456789'].map((sign) => sign.charCodeAt(0)));
