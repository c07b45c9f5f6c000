import { BLANK_UNITS, type Token } from './printed-literal.ts';

/**
 * Four places of a literal that follow one another in whatever way it is printed, so that one of them is a multiple of
 * four in any text; and all that can stand there, four bytes each.
 */
export interface Window {
  /** The token in which it begins, and where. */
  readonly index: number;
  readonly offset: number;
  /** The grams, folded, and behind which byte of the window each can stand. */
  readonly grams: readonly number[];
  readonly places: readonly number[];
}

/** Bytes of a gram. */
export const GRAM_BYTES = 4;

/** A gram without the case of its letters, as the filter reads it from the text. */
export const foldGram = (gram: number): number => gram | 0x20202020;

/** With more grams a window is met too often. */
const MOST_GRAMS = 256;

/**
 * All windows of a literal, none where its words are too short. Those that lie in one stretch of letters have four grams;
 * others are only taken where there are none.
 */
export function windowsOf(tokens: readonly Token[]): readonly Window[] {
  const solid = tokens.flatMap((token, index) => (token.type === 'solid' ? solidWindows(token.bytes, index) : []));
  if (solid.length > 0) return solid;
  const grams = gramsOf(tokens);
  return tokens.flatMap((token, index) =>
    token.type === 'solid' ? mixedWindows(grams, { index, length: token.bytes.length }) : [],
  );
}

const PLACES = [0, 1, 2, 3] as const;

const solidWindows = (bytes: Uint8Array, index: number): readonly Window[] =>
  Array.from({ length: Math.max(0, bytes.length - 6) }, (_, offset) => ({
    index,
    offset,
    grams: PLACES.map((place) => {
      const [a = 0, b = 0, c = 0, d = 0] = bytes.subarray(offset + place);
      return foldGram(a | (b << 8) | (c << 16) | (d << 24));
    }),
    places: PLACES,
  }));

/** The place behind a stretch of letters still follows its last byte at once. */
const mixedWindows = (gramsAt: GramsAt, { index, length }: { index: number; length: number }): readonly Window[] =>
  Array.from({ length: Math.max(0, length + 2 - GRAM_BYTES) }, (_, offset) => {
    const byPlace = PLACES.map((place) => gramsAt(index, offset + place) ?? []);
    const places = byPlace.flatMap((grams, place) => grams.map(() => place));
    return { index, offset, grams: byPlace.flat(), places, isWhole: byPlace.every((grams) => grams.length > 0) };
  }).filter(({ grams, isWhole }) => isWhole && grams.length <= MOST_GRAMS && !grams.includes(BLANKS_ALONE));

const BLANKS_ALONE = 0x20202020;

/** All grams that can begin at a place of a literal; undefined where it may end before. */
type GramsAt = (index: number, offset: number) => readonly number[] | undefined;

function gramsOf(tokens: readonly Token[]): GramsAt {
  const beginnings = createBeginnings(tokens);
  return (index, offset) => {
    const token = tokens[index];
    const from = { index: index + 1, left: GRAM_BYTES };
    const inside = token?.type === 'solid' && offset < token.bytes.length;
    const grams = inside ? behind([token.bytes.subarray(offset)], from, beginnings) : beginnings(from);
    return grams && [...new Set(grams.map(foldGram))];
  };
}

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
