import { foldCase } from './fold-case.ts';
import { variablesIn } from './variable.ts';

/** A piece of a text pattern: letters as they stand (small), any run of characters, or a variable. */
export type TextToken =
  | { readonly type: 'literal'; readonly text: string }
  | { readonly type: 'any' }
  | { readonly type: 'variable'; readonly name: string };

/** `aks-*`, `{region}.dp.example.com`, `Running`: what the whole of a field is compared with. */
export interface TextPattern {
  readonly tokens: readonly TextToken[];
  /** Names of its variables, in order. */
  readonly variables: readonly string[];
}

/** Reads a value of a condition: `*` stands for any run of characters, `{name}` for a variable. */
export function compileText(value: string): TextPattern {
  const variables = variablesIn(value);
  const tokens: TextToken[] = [];
  let rest = value;
  for (const name of variables) {
    const at = rest.indexOf(`{${name}}`);
    tokens.push(...withoutVariables(rest.slice(0, at)), { type: 'variable', name });
    rest = rest.slice(at + name.length + 2);
  }
  return { tokens: [...tokens, ...withoutVariables(rest)], variables };
}

const withoutVariables = (text: string): readonly TextToken[] =>
  text
    .split(/(\*+)/)
    .filter((piece) => piece !== '')
    .map((piece) => (piece.startsWith('*') ? { type: 'any' } : { type: 'literal', text: foldCase(piece) }));
