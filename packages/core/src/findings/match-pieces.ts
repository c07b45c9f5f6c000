import type { TextToken } from '../rules/compile-text.ts';
import { foldCase } from '../rules/fold-case.ts';
import type { Bindings, Way } from './bindings.ts';

/**
 * Matches piece by piece. Which pieces fit from where on is found from the end, so that the time is the text's length
 * times the pattern's, whatever both hold; then each variable takes as little as it can, from the front.
 */
export function matchPieces(tokens: readonly TextToken[], text: string, bindings: Bindings): Way | undefined {
  const folded = foldCase(text);
  if (!tokens.every((token) => token.type !== 'literal' || folded.includes(token.text))) return undefined;
  const alternatives = tokens.map((token) => fixedTexts(token, bindings));
  const fits = fittingPlaces({ tokens, alternatives, folded });
  if (!fits[0]![0]) return undefined;
  const way = new Map<string, string>();
  let from = 0;
  for (const [index, token] of tokens.entries()) {
    const next = fits[index + 1]!;
    const end = from + takenLength({ folded, from, next, fixed: alternatives[index], token });
    if (token.type === 'variable') {
      const before = way.get(token.name);
      if (before !== undefined && foldCase(before) !== folded.slice(from, end)) return undefined;
      way.set(token.name, text.slice(from, end));
    }
    from = end;
  }
  return way;
}

/** The texts a piece can only be: a literal's, or the values of a bound variable. */
function fixedTexts(token: TextToken, bindings: Bindings): readonly string[] | undefined {
  if (token.type === 'literal') return [token.text];
  const values = token.type === 'variable' ? bindings.get(token.name) : undefined;
  return values && [...values.keys()];
}

interface Pieces {
  readonly tokens: readonly TextToken[];
  readonly alternatives: readonly (readonly string[] | undefined)[];
  readonly folded: string;
}

/** For each piece, the places from which it and all pieces behind it reach the end of the text. */
function fittingPlaces({ tokens, alternatives, folded }: Pieces): readonly Uint8Array[] {
  const length = folded.length;
  const fits = Array.from({ length: tokens.length + 1 }, () => new Uint8Array(length + 1));
  fits[tokens.length]![length] = 1;
  for (let index = tokens.length - 1; index >= 0; index--) {
    const here = fits[index]!;
    const next = fits[index + 1]!;
    const fixed = alternatives[index];
    const any = tokens[index]!.type === 'any';
    if (any) here[length] = next[length]!;
    for (let at = length - (any || !fixed ? 1 : 0); at >= 0; at--) {
      if (fixed) here[at] = fixed.some((text) => next[at + text.length] && folded.startsWith(text, at)) ? 1 : 0;
      else if (any) here[at] = next[at]! | here[at + 1]!;
      else here[at] = isBlank(folded, at) ? 0 : next[at + 1]! | here[at + 1]!;
    }
  }
  return fits;
}

interface Place {
  readonly folded: string;
  readonly from: number;
  readonly next: Uint8Array;
  readonly fixed: readonly string[] | undefined;
  readonly token: TextToken;
}

/** The shortest length of a piece from which the rest still fits. */
function takenLength({ folded, from, next, fixed, token }: Place): number {
  if (fixed) {
    const fitting = fixed.filter((text) => next[from + text.length] && folded.startsWith(text, from));
    return Math.min(...fitting.map((text) => text.length));
  }
  let end = token.type === 'any' ? from : from + 1;
  while (!next[end]) end++;
  return end - from;
}

const isBlank = (text: string, at: number): boolean => {
  const code = text.charCodeAt(at);
  return code <= 32 || code === 0xa0;
};
