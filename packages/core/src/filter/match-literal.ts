import { BLANK_UNITS, FOLDED, type Token } from './printed-literal.ts';

/** A stretch of bytes; nothing outside of it is looked at. */
export interface Stretch {
  readonly bytes: Uint8Array;
  readonly from: number;
  readonly to: number;
}

/** A token of a literal between its neighbours. */
export interface LinkedToken {
  readonly token: Token;
  readonly before: LinkedToken | undefined;
  readonly after: LinkedToken | undefined;
}

/** The tokens of a literal, each with those beside it. */
export function linkTokens(tokens: readonly Token[]): readonly LinkedToken[] {
  const links = tokens.map((token): { -readonly [K in keyof LinkedToken]: LinkedToken[K] } => ({
    token,
    before: undefined,
    after: undefined,
  }));
  for (const [at, link] of links.entries()) {
    link.before = links[at - 1];
    link.after = links[at + 1];
  }
  return links;
}

/** Whether a literal stands in a stretch so that one of its tokens begins at a byte. */
export const matchesAround = (link: LinkedToken, at: number, stretch: Stretch): boolean =>
  forward(link, at, stretch) && backward(link.before, at, stretch);

/**
 * Bytes that can stand beside a token of a literal, at so many bytes from it, in small; undefined where any can. What is
 * farther away does not depend here on what is nearer.
 */
export function bytesBeside(
  link: LinkedToken,
  side: 'before' | 'after',
  distance: 1 | 2,
): readonly number[] | undefined {
  const next = link[side];
  if (next === undefined) return undefined;
  const units = spellingsOf(next.token);
  const at = (bytes: Uint8Array, far: 1 | 2): number | undefined => bytes.at(side === 'after' ? far - 1 : -far);
  const found = new Set(units.flatMap((bytes) => at(bytes, distance) ?? []));
  if (units.every((bytes) => bytes.length >= distance)) return [...found];
  const beyond = bytesBeside(next, side, 1);
  if (beyond === undefined) return undefined;
  const again = next.token.type === 'blanks' ? units.map((bytes) => at(bytes, 1)!) : [];
  return [...new Set([...found, ...beyond, ...again])];
}

function spellingsOf(token: Token): readonly Uint8Array[] {
  if (token.type === 'blanks') return BLANK_UNITS;
  return token.type === 'either' ? token.spellings : [token.bytes];
}

/** Whether a token and those after it stand from a byte on. */
function forward(link: LinkedToken | undefined, at: number, stretch: Stretch): boolean {
  if (link === undefined) return true;
  const { token, after } = link;
  if (token.type === 'solid')
    return stands(token.bytes, at, stretch) && forward(after, at + token.bytes.length, stretch);
  if (token.type === 'either') {
    for (let number = 0; number < token.spellings.length; number++) {
      const bytes = token.spellings[number]!;
      if (stands(bytes, at, stretch) && forward(after, at + bytes.length, stretch)) return true;
    }
    return false;
  }
  let end = at;
  for (let count = 0; count < token.most; count++) {
    const unit = blankAt(end, stretch);
    if (unit === 0) return false;
    end += unit;
    if (forward(after, end, stretch)) return true;
  }
  return false;
}

/** Whether a token and those before it stand in front of a byte. */
function backward(link: LinkedToken | undefined, at: number, stretch: Stretch): boolean {
  if (link === undefined) return true;
  const { token, before } = link;
  if (token.type === 'solid')
    return stands(token.bytes, at - token.bytes.length, stretch) && backward(before, at - token.bytes.length, stretch);
  if (token.type === 'either') {
    for (let number = 0; number < token.spellings.length; number++) {
      const bytes = token.spellings[number]!;
      if (stands(bytes, at - bytes.length, stretch) && backward(before, at - bytes.length, stretch)) return true;
    }
    return false;
  }
  let begin = at;
  for (let count = 0; count < token.most; count++) {
    const unit = blankBefore(begin, stretch);
    if (unit === 0) return false;
    begin -= unit;
    if (backward(before, begin, stretch)) return true;
  }
  return false;
}

function stands(bytes: Uint8Array, at: number, { bytes: text, from, to }: Stretch): boolean {
  if (at < from || at + bytes.length > to) return false;
  for (let offset = 0; offset < bytes.length; offset++) {
    if (FOLDED[text[at + offset]!] !== bytes[offset]) return false;
  }
  return true;
}

/** Loops of this file make nothing: they run millions of times. */
function blankAt(at: number, stretch: Stretch): number {
  if (at >= stretch.to) return 0;
  const byte = stretch.bytes[at];
  if (byte !== BACKSLASH) return byte === BLANK || byte === TAB ? 1 : 0;
  for (let number = 0; number < BLANK_UNITS.length; number++) {
    const unit = BLANK_UNITS[number]!;
    if (stands(unit, at, stretch)) return unit.length;
  }
  return 0;
}

/** The longest first: what is left of it in front of the escape is no blank. */
function blankBefore(at: number, stretch: Stretch): number {
  if (at <= stretch.from) return 0;
  const byte = stretch.bytes[at - 1];
  if (byte === BLANK || byte === TAB) return 1;
  for (let number = 0; number < LONGEST_FIRST.length; number++) {
    const unit = LONGEST_FIRST[number]!;
    if (stands(unit, at - unit.length, stretch)) return unit.length;
  }
  return 0;
}

const BLANK = 0x20;
const TAB = 0x09;
const BACKSLASH = 0x5c;

const LONGEST_FIRST = BLANK_UNITS.toReversed();
