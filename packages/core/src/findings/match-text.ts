import type { TextPattern } from '../rules/compile-text.ts';
import { foldCase } from '../rules/fold-case.ts';
import { NO_BINDINGS, type Bindings, type Way } from './bindings.ts';
import { matchesGlob } from './match-glob.ts';
import { matchPieces } from './match-pieces.ts';

/** What a comparison has to know of the fact it is for. */
export interface Matching {
  readonly bindings: Bindings;
  /** The fact is a sample: an unfilled placeholder in it agrees with every value. */
  readonly quoted: boolean;
  /** The only variables that ways have to tell, and these only where they may have several values. Absent: all. */
  readonly told?: ReadonlySet<string> | undefined;
}

/** How a text meets a pattern as a whole, or undefined. Free variables take what stands in their place. */
export function matchText(pattern: TextPattern, text: string, matching: Matching): Way | undefined {
  const { bindings, quoted } = matching;
  const { tokens } = pattern;
  const only = tokens.length === 1 ? tokens[0]! : undefined;
  if (only?.type === 'literal') return isText(text, only.text) ? NOWHERE : undefined;
  if (pattern.variables.length === 0) return matchesGlob(tokens, foldCase(text)) ? NOWHERE : undefined;
  if (only?.type === 'variable') return takeWhole(only.name, text, matching);
  const bounded = text.slice(0, MAX_TEXT);
  const way = matchPieces(tokens, bounded, bindings);
  if (way || !quoted) return way;
  return unlessFilled(matchPieces(tokens, bounded, NO_BINDINGS), bindings);
}

/** Whether a text is `value` (small letters), without regard to ASCII case. */
const isText = (text: string, value: string): boolean =>
  text === value || (text.length === value.length && foldCase(text) === value);

/** A variable that is a whole pattern takes the whole text, blanks and all. */
function takeWhole(name: string, text: string, { bindings, quoted, told }: Matching): Way | undefined {
  if (text === '') return undefined;
  const values = bindings.get(name);
  if (values && !values.has(foldCase(text)) && !(quoted && PLACEHOLDER.test(text))) return undefined;
  if (told && (!told.has(name) || (values?.size === 1 && !quoted))) return NOWHERE;
  return new Map([[name, text]]);
}

/** A sample's way counts where each bound variable stands against a placeholder. */
function unlessFilled(way: Way | undefined, bindings: Bindings): Way | undefined {
  if (!way) return undefined;
  for (const [name, text] of way) {
    if (bindings.has(name) && !bindings.get(name)!.has(foldCase(text)) && !PLACEHOLDER.test(text)) return undefined;
  }
  return way;
}

const NOWHERE: Way = new Map();
const MAX_TEXT = 64 * 1024;

/** `<region>`, `{id}` or `[region]`, also as a part of a name. */
const PLACEHOLDER = /[<{[][^<>{}[\]]{1,64}[>}\]]/;
