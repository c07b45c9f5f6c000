/**
 * A stretch of a literal as it may be printed: bytes that stand as they are (ASCII letters in small), any run of blanks,
 * or one of several spellings.
 */
export type Token =
  | { readonly type: 'solid'; readonly bytes: Uint8Array }
  | { readonly type: 'blanks'; readonly most: number }
  | { readonly type: 'either'; readonly spellings: readonly Uint8Array[] };

/**
 * The tokens of a text as logs print it: with any run of blanks, and with the escapes of a JSON string, also of one in
 * another. Case is ignored. In a text of short words alone a run has three blanks at most: four bytes that are blanks
 * alone could not tell it from anything.
 */
export function printedLiteral(text: string): readonly Token[] {
  const tokens = tokensOf(text);
  if (tokens.some((token, at) => isLongWord(token, tokens.slice(at + 1)))) return tokens;
  return tokens.map((token) => (token.type === 'blanks' ? { ...token, most: FEW_BLANKS } : token));
}

const FEW_BLANKS = 3;

/** More than a line has: a small integer, which costs no memory where it is compared. */
const MANY_BLANKS = 2 ** 30 - 1;

/** Four places that follow one another lie in it, each with four bytes of the literal. */
const isLongWord = (token: Token, after: readonly Token[]): boolean =>
  token.type === 'solid' && token.bytes.length >= 4 && leastLength([token, ...after]) >= 7;

const leastLength = (tokens: readonly Token[]): number =>
  tokens.reduce((sum, token) => {
    if (token.type === 'blanks') return sum + 1;
    return (
      sum + (token.type === 'solid' ? token.bytes.length : Math.min(...token.spellings.map(({ length }) => length)))
    );
  }, 0);

function tokensOf(text: string): readonly Token[] {
  const tokens: Token[] = [];
  let solid = '';
  const flush = (): void => {
    if (solid !== '') tokens.push({ type: 'solid', bytes: encode(solid) });
    solid = '';
  };
  for (const [piece] of text.trim().matchAll(/\s+|\S/gu)) {
    const spellings = spellingsOf(piece);
    if (spellings === undefined) solid += piece.toLowerCase();
    else {
      flush();
      tokens.push(
        spellings.length === 0
          ? { type: 'blanks', most: MANY_BLANKS }
          : { type: 'either', spellings: spellings.map(encode) },
      );
    }
  }
  flush();
  return tokens;
}

/** The spellings of a sign; none for blanks, undefined where there is only one. */
function spellingsOf(piece: string): readonly string[] | undefined {
  if (/^\s/.test(piece)) return [];
  const signs = SIGNS.get(piece);
  if (signs !== undefined) return signs;
  if (piece.charCodeAt(0) < 0x80) return undefined;
  return [...new Set([piece.toLowerCase(), piece.toUpperCase()])];
}

const escaped = (piece: string, most: number, least = 0): readonly string[] =>
  Array.from({ length: most - least + 1 }, (_, at) => '\\'.repeat(at + least) + piece);

const SIGNS: ReadonlyMap<string, readonly string[]> = new Map([
  ['"', escaped('"', 3)],
  ['\\', escaped('', 4, 1)],
  ['/', escaped('/', 2)],
  ['<', ['<', ...escaped('u003c', 2, 1)]],
  ['>', ['>', ...escaped('u003e', 2, 1)]],
  ['&', ['&', ...escaped('u0026', 2, 1)]],
  ["'", ["'", ...escaped('u0027', 2, 1)]],
]);

/** What stands for one blank: a blank, a tab, or the escape of a line end in a string, also of one in another. */
export const BLANK_UNITS: readonly Uint8Array[] = [' ', '\t', '\\n', '\\r', '\\t', '\\\\n', '\\\\r', '\\\\t'].map(
  encode,
);

function encode(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

/** ASCII letters in small; all other bytes as they are. */
export const FOLDED: Uint8Array = Uint8Array.from({ length: 256 }, (_, byte) =>
  byte >= 0x41 && byte <= 0x5a ? byte | 0x20 : byte,
);
