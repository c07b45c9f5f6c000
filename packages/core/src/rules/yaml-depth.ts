import { Lexer } from 'yaml';

/**
 * Whether a YAML text nests too deep to be parsed: the parser recurses, and some depths end the whole process. The
 * lexer does not recurse, so it is asked first.
 */
export function isTooDeep(text: string): boolean {
  let flow = 0;
  let column = 0;
  let leading = true;
  let before = '';
  for (const token of new Lexer().lex(text)) {
    // What follows the mark is the text of a scalar, whatever it looks like.
    const own = before === SCALAR ? 'text' : token;
    flow += FLOW.get(own) ?? 0;
    const begins = own === DOCUMENT || own.endsWith('\n');
    leading = begins || (leading && INDENTATION.test(own));
    column = begins || !leading ? 0 : column + own.length;
    if (flow > MAX_FLOW || column > MAX_COLUMN) return true;
    before = token;
  }
  return false;
}

/** The lexer announces a document, and the text of a scalar, with a token of its own. */
const DOCUMENT = '\x02';
const SCALAR = '\x1f';
const FLOW: ReadonlyMap<string, number> = new Map([
  ['[', 1],
  ['{', 1],
  [']', -1],
  ['}', -1],
]);
/** Blanks and the marks of entries and keys at the beginning of a line. */
const INDENTATION = /^[ ?:-]+$/;
const MAX_FLOW = 64;
/** Every block level takes a column at least. */
const MAX_COLUMN = 100;
