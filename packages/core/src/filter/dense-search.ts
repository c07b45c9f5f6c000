import { createWordSearch } from './aho-corasick.ts';
import { matchesAround, type Stretch } from './match-literal.ts';
import type { Token } from './printed-literal.ts';

/** Finds literals at a speed that does not depend on the text. */
export type DenseSearch = (stretch: Stretch, met: (literal: number, at: number) => void) => void;

/** Looks for the longest solid stretch of each literal, and for the literal around it. */
export function createDenseSearch(literals: readonly (readonly Token[])[]): DenseSearch {
  const longest = literals.map(longestSolid);
  const words = createWordSearch(longest.map(({ bytes }) => bytes));
  return (stretch, met) =>
    words.search(stretch, (literal, end) => {
      const { index, bytes } = longest[literal]!;
      const at = end - bytes.length;
      if (matchesAround(literals[literal]!, { index, at }, stretch)) met(literal, at);
    });
}

interface Solid {
  readonly index: number;
  readonly bytes: Uint8Array;
}

/** A literal of signs alone is looked for by the shortest spelling of its first. */
function longestSolid(tokens: readonly Token[]): Solid {
  const solids = tokens.flatMap((token, index) => (token.type === 'solid' ? [{ index, bytes: token.bytes }] : []));
  const [first = { index: 0, bytes: new Uint8Array(0) }] = solids.toSorted((a, b) => b.bytes.length - a.bytes.length);
  return first;
}
