import { BLANK_UNITS, type Token } from './printed-literal.ts';

/** A place in a word of a literal, and all that can stand there in whatever way the literal is printed: four bytes each, folded. */
export interface Place {
  readonly offset: number;
  readonly grams: readonly number[];
}

/**
 * A word of a literal, with its places by what is left when they are divided by four. One of each sort makes a window:
 * wherever the word stands in a text, one of them is at a multiple of four.
 */
export interface Word {
  /** The token that it is. */
  readonly index: number;
  readonly places: readonly (readonly Place[])[];
}

/** Bytes of a gram. */
export const GRAM_BYTES = 4;

/** A gram without the case of its letters, as the filter reads it from the text. */
export const foldGram = (gram: number): number => gram | 0x20202020;

/** With more grams a place is met too often. */
const MOST_GRAMS = 256;

/**
 * The words of a literal in which it can be looked for, none where all are too short. Places at the end of a word have
 * many grams, and are only taken where no word has others enough.
 */
export function wordsOf(tokens: readonly Token[]): readonly Word[] {
  const grams = gramsOf(tokens);
  const words = wholeWords(tokens, (index, length) => sorted(grams, index, Math.max(0, length + 1 - FEW_LETTERS)));
  return words.length > 0 ? words : wholeWords(tokens, (index, length) => sorted(grams, index, length + 1));
}

const FEW_LETTERS = 2;

/** The words that have places of each sort. */
const wholeWords = (
  tokens: readonly Token[],
  placesOf: (index: number, length: number) => readonly (readonly Place[])[],
): readonly Word[] =>
  tokens
    .flatMap((token, index) => (token.type === 'solid' ? [{ index, places: placesOf(index, token.bytes.length) }] : []))
    .filter(({ places }) => places.every((sort) => sort.length > 0));

/** The first places of a word by what is left of them; the one behind its last byte still follows that byte at once. */
function sorted(gramsAt: GramsAt, index: number, count: number): readonly (readonly Place[])[] {
  const sorts: readonly Place[][] = [[], [], [], []];
  for (let offset = 0; offset < count; offset++) {
    const grams = gramsAt(index, offset) ?? [];
    const fits = grams.length > 0 && grams.length <= MOST_GRAMS && !grams.includes(BLANKS_ALONE);
    if (fits) sorts[offset % GRAM_BYTES]!.push({ offset, grams });
  }
  return sorts;
}

const BLANKS_ALONE = 0x20202020;

/** All grams that can begin at a place of a literal; undefined where it may end before. */
type GramsAt = (index: number, offset: number) => readonly number[] | undefined;

function gramsOf(tokens: readonly Token[]): GramsAt {
  const beginnings = createBeginnings(tokens);
  return (index, offset) => {
    const token = tokens[index];
    const bytes = token?.type === 'solid' ? token.bytes : NO_BYTES;
    if (offset + GRAM_BYTES <= bytes.length) return [foldGram(gramAt(bytes, offset))];
    const from = { index: index + 1, left: GRAM_BYTES };
    const grams = offset < bytes.length ? behind([bytes.subarray(offset)], from, beginnings) : beginnings(from);
    return grams && [...new Set(grams.map(foldGram))];
  };
}

const NO_BYTES = new Uint8Array(0);

const gramAt = (bytes: Uint8Array, at: number): number =>
  bytes[at]! | (bytes[at + 1]! << 8) | (bytes[at + 2]! << 16) | (bytes[at + 3]! << 24);

interface Rest {
  /** The token that comes next, and how many bytes are still wanted. */
  readonly index: number;
  readonly left: number;
  /** How many blanks of that token were taken already. */
  readonly blanks?: number;
}

/**
 * All strings of so many bytes with which the tokens from one on can begin, the first byte lowest; undefined where the
 * literal may be shorter.
 */
type Beginnings = (rest: Rest) => readonly number[] | undefined;

function createBeginnings(tokens: readonly Token[]): Beginnings {
  const known = new Map<number, readonly number[] | undefined>();
  const find: Beginnings = ({ index, left, blanks = 0 }) => {
    const token = tokens[index];
    if (left === 0) return NOTHING;
    if (token === undefined) return undefined;
    const next = { index: index + 1, left };
    if (token.type === 'solid') return behind([token.bytes], next, beginnings);
    if (token.type === 'either') return behind(token.spellings, next, beginnings);
    const last = blanks === 0 ? NONE : beginnings(next);
    const more = blanks < token.most ? behind(BLANK_UNITS, { index, left, blanks: blanks + 1 }, beginnings) : NONE;
    return last && more && [...new Set([...last, ...more])];
  };
  const beginnings: Beginnings = (rest) => {
    const key = (rest.index * 8 + rest.left) * 8 + (rest.blanks ?? 0);
    if (!known.has(key)) known.set(key, find(rest));
    return known.get(key);
  };
  return beginnings;
}

/** The string of no bytes, and no string. */
const NOTHING: readonly number[] = [0];
const NONE: readonly number[] = [];

/** Texts, each with what can follow it. */
function behind(texts: readonly Uint8Array[], rest: Rest, beginnings: Beginnings): readonly number[] | undefined {
  const all: number[] = [];
  for (const text of texts) {
    const length = Math.min(text.length, rest.left);
    const more = beginnings({ ...rest, left: rest.left - length });
    if (more === undefined) return undefined;
    let taken = 0;
    for (let at = 0; at < length; at++) taken |= text[at]! << (8 * at);
    for (const bytes of more) all.push(length === GRAM_BYTES ? taken : taken | (bytes << (8 * length)));
  }
  return [...new Set(all)];
}
