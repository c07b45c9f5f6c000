/** What a column may hold; needed where the padding between columns is lost. */
export interface ColumnGrammar {
  /** A cell of this column, with its words parted by single blanks. */
  readonly test: RegExp;
  /** How many words a cell may have at most; 1 where not given. */
  readonly words?: number;
  /** Takes every word that no other column takes. At most one column of a table. */
  readonly free?: true;
  /** Part of a cell is a cell as well, so that a row whose last cell it is may go on in the next line. */
  readonly openEnded?: true;
  /** The cell may be empty. */
  readonly optional?: true;
}

/** Columns that a table may have, by heading in lower case. */
export type Grammar = ReadonlyMap<string, ColumnGrammar>;

/** One column of a heading line. */
export interface Column {
  /** Heading in lower case. */
  readonly name: string;
  /** Offset of the heading in its line, with tabs expanded. */
  readonly start: number;
  readonly grammar: ColumnGrammar;
  /** Cells that were found to fit; most cells of a large table were seen before, and are kept once. */
  readonly seen?: Map<string, string>;
}

/** The heading line of a table. */
export interface Heading {
  readonly columns: readonly Column[];
  /** How many parts the line has between its tabs, or between runs of two blanks. */
  readonly tabs: number;
  readonly gaps: number;
}

/** A row of a table: cell text by heading in lower case. Empty cells are left out. */
export interface Row {
  readonly cells: ReadonlyMap<string, string>;
  /** Every column that must hold something does. */
  readonly whole: boolean;
  /** Its cells stand under their headings. */
  readonly aligned?: true;
}

/** Reads a heading line; a word that the grammar does not know is a column if the whole line is in capitals. */
export function readHeading(text: string, grammar: Grammar): Heading | undefined {
  const line = expandTabs(text);
  const columns: Column[] = [];
  for (const { word, start } of headingWords(line)) {
    const name = word.toLowerCase();
    const columnGrammar = grammar.get(name) ?? (CAPITALS.test(word) ? UNKNOWN_COLUMN : undefined);
    if (!columnGrammar || columns.length >= MAX_COLUMNS) return undefined;
    columns.push({ name, start, grammar: columnGrammar, seen: new Map() });
  }
  const gaps = line.trim().split(/ {2,}/).length;
  return columns.length < 2 ? undefined : { columns, tabs: text.trim().split('\t').length, gaps };
}

/** A heading as if it stood above rows that have none: columns in this order, nothing known of their offsets. */
export const assumedHeading = (names: readonly string[], grammar: Grammar): Heading => ({
  columns: names.map((name) => ({ name, start: -1, grammar: grammar.get(name) ?? UNKNOWN_COLUMN })),
  tabs: 0,
  gaps: 0,
});

const MAX_COLUMNS = 64;
const CAPITALS = /^[A-Z_][A-Z0-9()/:%._-]*(?: [A-Z]+)?$/;
const UNKNOWN_COLUMN: ColumnGrammar = { test: /^\S+$/ };
const TWO_WORDS = new Set([
  'LAST SEEN',
  'FIRST SEEN',
  'NOMINATED NODE',
  'APP VERSION',
  'READINESS GATES',
  'NODE SELECTOR',
  'LAST SCHEDULE',
  'ACCESS MODES',
  'RECLAIM POLICY',
]);

/** Tabs as blanks, with stops every eight columns. */
export function expandTabs(text: string): string {
  if (!text.includes('\t')) return text;
  let out = '';
  for (const [i, part] of text.split('\t').entries()) out += (i === 0 ? '' : ' '.repeat(8 - (out.length % 8))) + part;
  return out;
}

function* headingWords(line: string): Generator<{ word: string; start: number }> {
  for (let at = wordFrom(line, 0); at !== undefined; at = wordFrom(line, at.end)) {
    const next = wordFrom(line, at.end);
    const pair = `${at.word} ${next?.word ?? ''}`;
    if (next !== undefined && TWO_WORDS.has(pair)) {
      yield { word: pair, start: at.start };
      at = next;
    } else yield at;
  }
}

/** The first word from a place on: most lines are told by it not to be headings. */
function wordFrom(line: string, from: number): { word: string; start: number; end: number } | undefined {
  WORD.lastIndex = from;
  const word = WORD.exec(line)?.[0];
  return word === undefined ? undefined : { word, start: WORD.lastIndex - word.length, end: WORD.lastIndex };
}

const WORD = /\S+/g;
