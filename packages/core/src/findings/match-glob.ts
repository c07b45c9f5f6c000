import type { TextToken } from '../rules/compile-text.ts';

/** Whether literals and wildcards cover a text from end to end. Each literal is sought once, from the left. */
export function matchesGlob(tokens: readonly TextToken[], text: string): boolean {
  let at = 0;
  let floating = false;
  for (const [index, token] of tokens.entries()) {
    if (token.type !== 'literal') {
      floating = true;
      continue;
    }
    const last = index === tokens.length - 1;
    const found = last && floating ? text.length - token.text.length : floating ? text.indexOf(token.text, at) : at;
    if (found < at || !text.startsWith(token.text, found)) return false;
    at = found + token.text.length;
    floating = false;
  }
  return floating || at === text.length;
}
