import { slotOf } from './gram-counts.ts';
import { FIELD, placeGrams, type PlacedLiteral } from './gram-entries.ts';
import { mayStand, type Around } from './gram-table.ts';
import type { Place } from './gram-windows.ts';
import type { WordedLiteral } from './choose-windows.ts';

/** How often all that is known of the bytes around a place of a literal agreed with text that was seen. */
export interface StandCounts {
  /** Counts in the words of a text between two of them. */
  add(text: Around, range: { readonly from: number; readonly to: number }): void;
  /** Undefined where this is not counted: at places where many grams can stand. */
  of(place: Place): number | undefined;
}

/** Counts for all places of literals at which one gram stands. */
export function createStandCounts(literals: readonly WordedLiteral[]): StandCounts {
  const windows = literals.flatMap(windowsOf);
  const entries = placeGrams(windows, SLOTS);
  const numbers = new Map(windows.flatMap(({ window }) => window.places).map((place, at) => [place, at]));
  const counts = new Uint32Array(numbers.size);
  return {
    add(text, { from, to }) {
      const { first, numbers: fields } = entries;
      for (let word = from; word < to; word++) {
        const gram = text.words[word]! | 0x20202020;
        for (let entry = first[slotOf(gram)]!; entry !== 0; entry = fields[entry + FIELD.next]!) {
          if (fields[entry + FIELD.gram] === gram && mayStand({ entries, text }, entry, word))
            counts[entries.indexOf(entry)]! += 1;
        }
      }
    },
    of(place) {
      const number = numbers.get(place);
      return number === undefined ? undefined : counts[number];
    },
  };
}

const SLOTS = 1 << 16;

const windowsOf = ({ tokens, words }: WordedLiteral, literal: number): readonly PlacedLiteral[] =>
  words.map(({ index, places }) => ({
    literal,
    tokens,
    window: { index, places: places.flat().filter(({ grams }) => grams.length === 1) },
  }));
