import { BLANK_UNITS, FOLDED, type Token } from './printed-literal.ts';

/** A stretch of bytes; nothing outside of it is looked at. */
export interface Stretch {
  readonly bytes: Uint8Array;
  readonly from: number;
  readonly to: number;
}

/** Whether a literal stands in a stretch so that its token `index` begins at `at`. */
export function matchesAround(
  tokens: readonly Token[],
  { index, at }: { index: number; at: number },
  stretch: Stretch,
): boolean {
  return forward(tokens, { index, at }, stretch) && backward(tokens, { index: index - 1, at }, stretch);
}

interface Place {
  readonly index: number;
  readonly at: number;
}

/** Whether the tokens from `index` on stand from `at` on. */
function forward(tokens: readonly Token[], { index, at }: Place, stretch: Stretch): boolean {
  const token = tokens[index];
  if (token === undefined) return true;
  if (token.type === 'solid')
    return (
      stands(token.bytes, at, stretch) && forward(tokens, { index: index + 1, at: at + token.bytes.length }, stretch)
    );
  if (token.type === 'either')
    return token.spellings.some(
      (bytes) => stands(bytes, at, stretch) && forward(tokens, { index: index + 1, at: at + bytes.length }, stretch),
    );
  let end = at;
  for (let count = 0; count < token.most; count++) {
    const unit = blankAt(end, stretch);
    if (unit === 0) return false;
    end += unit;
    if (forward(tokens, { index: index + 1, at: end }, stretch)) return true;
  }
  return false;
}

/** Whether the tokens up to `index` stand before `at`. */
function backward(tokens: readonly Token[], { index, at }: Place, stretch: Stretch): boolean {
  const token = tokens[index];
  if (token === undefined) return true;
  if (token.type === 'solid') {
    const begin = at - token.bytes.length;
    return stands(token.bytes, begin, stretch) && backward(tokens, { index: index - 1, at: begin }, stretch);
  }
  if (token.type === 'either')
    return token.spellings.some((bytes) => {
      const begin = at - bytes.length;
      return stands(bytes, begin, stretch) && backward(tokens, { index: index - 1, at: begin }, stretch);
    });
  let begin = at;
  for (let count = 0; count < token.most; count++) {
    const unit = blankBefore(begin, stretch);
    if (unit === 0) return false;
    begin -= unit;
    if (backward(tokens, { index: index - 1, at: begin }, stretch)) return true;
  }
  return false;
}

function stands(bytes: Uint8Array, at: number, { bytes: text, from, to }: Stretch): boolean {
  if (at < from || at + bytes.length > to) return false;
  for (let offset = 0; offset < bytes.length; offset++) {
    if (FOLDED[text[at + offset] as number] !== bytes[offset]) return false;
  }
  return true;
}

const blankAt = (at: number, stretch: Stretch): number => {
  if (at >= stretch.to) return 0;
  const byte = stretch.bytes[at] as number;
  if (byte !== BACKSLASH) return byte === BLANK || byte === TAB ? 1 : 0;
  return BLANK_UNITS.find((unit) => stands(unit, at, stretch))?.length ?? 0;
};

/** The longest first: what is left of it in front of the escape is no blank. */
const blankBefore = (at: number, stretch: Stretch): number =>
  LONGEST_FIRST.find((unit) => stands(unit, at - unit.length, stretch))?.length ?? 0;

const BLANK = 0x20;
const TAB = 0x09;
const BACKSLASH = 0x5c;

const LONGEST_FIRST = BLANK_UNITS.toReversed();
