import { slotOf } from './gram-counts.ts';
import type { Place } from './gram-windows.ts';
import { bytesBeside, type LinkedToken } from './match-literal.ts';
import { FOLDED } from './printed-literal.ts';

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

/**
 * What is known of the places where grams stand in literals, in memory that lies close together: most candidates are
 * none, and this is all that is asked of them.
 */
export interface GramEntries {
  /** By slot: where the first entry begins among the numbers; zero where there is none. */
  readonly first: Uint32Array;
  /** So many numbers for each entry, see `FIELD`; those of the first slot stand for none. */
  readonly numbers: Int32Array;
  /** By class and byte: whether the byte may stand there. */
  readonly classes: Uint8Array;
  /** The entry that begins at a number. */
  entryAt(number: number): GramEntry;
}

/** A place in a token of a literal where grams stand. */
export interface GramEntry {
  readonly literal: number;
  /** The token in which they stand, and how far behind its beginning. */
  readonly link: LinkedToken;
  readonly offset: number;
}

/**
 * The numbers of an entry: its gram, where the next entry of the slot begins, what is known of the four bytes in front of
 * the gram and of those behind it (a mask, and the bytes folded), how far the token reaches to either side, times 256, with
 * its first and its last byte, and the classes of the two bytes in front of the token and of the two behind it.
 */
export const FIELD = {
  gram: 0,
  next: 1,
  maskBefore: 2,
  before: 3,
  maskBehind: 4,
  behind: 5,
  begin: 6,
  end: 7,
  beside: 8,
} as const;

/** Numbers for each entry. */
const STRIDE = 9;

/** The entries of all windows. */
export function placeGrams(literals: readonly PlacedLiteral[], slots: number): GramEntries {
  const first = new Uint32Array(slots);
  const numbers = new Int32Array(STRIDE * (countOf(literals) + 1));
  const classes = createClasses();
  const entries: GramEntry[] = [];
  for (const { literal, tokens, window } of literals) {
    for (const { offset, grams } of window.places) {
      const entry = { literal, link: tokens[window.index]!, offset };
      const around = numbersAround(entry, classes);
      for (const gram of grams) {
        const number = STRIDE * entries.push(entry);
        const slot = slotOf(gram);
        numbers[number + FIELD.gram] = gram;
        numbers[number + FIELD.next] = first[slot]!;
        numbers.set(around, number + FIELD.maskBefore);
        first[slot] = number;
      }
    }
  }
  return { first, numbers, classes: classes.all(), entryAt: (number) => entries[number / STRIDE - 1]! };
}

const countOf = (literals: readonly PlacedLiteral[]): number =>
  literals.reduce((sum, { window }) => window.places.reduce((all, { grams }) => all + grams.length, sum), 0);

/** In the order of `FIELD`, from `maskBefore` on: the same for all grams of a place. */
function numbersAround(entry: GramEntry, classes: Classes): readonly number[] {
  const { link, offset } = entry;
  const solid = solidOf(link);
  const before = knownBytes(entry, -4);
  const behind = knownBytes(entry, 4);
  const begin = offset * 256 + solid[0]!;
  const end = (solid.length - offset) * 256 + solid.at(-1)!;
  return [before.mask, before.bytes, behind.mask, behind.bytes, begin, end, classes.beside(link)];
}

/** In the order in which the classes stand in a number, the lowest byte first. */
const BESIDE = [
  ['before', 1],
  ['before', 2],
  ['after', 1],
  ['after', 2],
] as const;

const packed = (bytes: readonly number[]): number => bytes.reduce((all, byte, at) => all | (byte << (8 * at)), 0);

const solidOf = ({ token }: LinkedToken): Uint8Array => (token.type === 'solid' ? token.bytes : NO_BYTES);

/** What is known of the bytes so far from a gram, by the stretch of letters in which it begins: a mask, and the bytes. */
function knownBytes({ link, offset }: GramEntry, distance: number): { readonly mask: number; readonly bytes: number } {
  const solid = solidOf(link);
  let mask = 0;
  let bytes = 0;
  for (let place = 0; place < 4; place++) {
    const at = offset + distance + place;
    if (at < 0 || at >= solid.length) continue;
    const byte = solid[at]!;
    mask |= 0xff << (8 * place);
    bytes |= (byte | 0x20) << (8 * place);
  }
  return { mask, bytes };
}

const NO_BYTES = new Uint8Array(0);

interface Classes {
  /** The classes of the bytes beside a token, each below 256, in one number. */
  beside(link: LinkedToken): number;
  all(): Uint8Array;
}

/** Few tokens differ in what stands beside them; should they, the last class takes any byte. */
function createClasses(): Classes {
  const all = new Uint8Array(256 * (ANY_BYTE + 1)).fill(1, 256 * ANY_BYTE);
  const known = new Map<string, number>();
  const besides = new Map<LinkedToken, number>();
  const numberOf = (bytes: readonly number[] | undefined): number => {
    const name = bytes?.join();
    const number = name === undefined ? ANY_BYTE : known.get(name);
    if (bytes === undefined || name === undefined || number !== undefined) return number ?? ANY_BYTE;
    if (known.size === ANY_BYTE) return ANY_BYTE;
    for (let byte = 0; byte < 256; byte++) all[256 * known.size + byte] = bytes.includes(FOLDED[byte]!) ? 1 : 0;
    known.set(name, known.size);
    return known.size - 1;
  };
  return {
    beside(link) {
      const number =
        besides.get(link) ?? packed(BESIDE.map(([side, distance]) => numberOf(bytesBeside(link, side, distance))));
      besides.set(link, number);
      return number;
    },
    all: () => all,
  };
}

const ANY_BYTE = 255;
