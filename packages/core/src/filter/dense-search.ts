import { createWordSearch } from './aho-corasick.ts';
import { matchesAround, type LinkedToken, type Stretch } from './match-literal.ts';

/** Finds literals at a speed that does not depend on the text. */
export type DenseSearch = (stretch: Stretch, met: (literal: number, at: number) => void) => void;

/** Looks for the longest solid stretch of each literal, and for the literal around it. */
export function createDenseSearch(literals: readonly (readonly LinkedToken[])[]): DenseSearch {
  const longest = literals.map(longestSolid);
  const words = createWordSearch(longest.map(({ bytes }) => bytes));
  return (stretch, met) =>
    words.search(stretch, (literal, end) => {
      const { link, bytes } = longest[literal]!;
      const at = end - bytes.length;
      if (link !== undefined && matchesAround(link, at, stretch)) met(literal, at);
    });
}

interface Solid {
  readonly link?: LinkedToken;
  readonly bytes: Uint8Array;
}

function longestSolid(tokens: readonly LinkedToken[]): Solid {
  const solids = tokens.flatMap((link) => (link.token.type === 'solid' ? [{ link, bytes: link.token.bytes }] : []));
  return solids.toSorted((a, b) => b.bytes.length - a.bytes.length)[0] ?? { bytes: new Uint8Array(0) };
}
