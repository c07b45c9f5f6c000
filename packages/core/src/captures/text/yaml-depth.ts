import { Lexer } from 'yaml';

/**
 * Whether a YAML text is nested deeper than a parser may follow. Deep nesting ends the process inside the parser, where
 * nothing can catch it; the lexer works without recursion.
 */
export function tooDeep(text: string, maxFlow: number = MAX_FLOW): boolean {
  const indents: number[] = [];
  const seen = { flow: 0, indicators: 0 };
  let column: number | undefined = 0;
  for (const lexeme of new Lexer().lex(text)) {
    if (/^\r?\n/.test(lexeme)) {
      column = 0;
      seen.indicators = 0;
    } else if (column !== undefined && /^ +$/.test(lexeme)) column = lexeme.length;
    else {
      if (column !== undefined) openLevel(indents, column);
      column = undefined;
      if (lexeme.length === 1) count(lexeme, seen);
    }
    if (seen.flow > maxFlow || indents.length + seen.indicators > MAX_BLOCK) return true;
  }
  return false;
}

const MAX_FLOW = 64;
const MAX_BLOCK = 100;

function openLevel(indents: number[], column: number): void {
  while ((indents.at(-1) ?? -1) >= column) indents.pop();
  indents.push(column);
}

/** Brackets open and close a level; each `-` or `?` of a line opens one. */
function count(lexeme: string, seen: { flow: number; indicators: number }): void {
  if (lexeme === '[' || lexeme === '{') seen.flow++;
  if (lexeme === ']' || lexeme === '}') seen.flow--;
  if (lexeme === '-' || lexeme === '?') seen.indicators++;
}
