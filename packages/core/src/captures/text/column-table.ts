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
    columns.push({ name, start, grammar: columnGrammar });
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

/**
 * Reads a row by the offsets of its heading; where a cell crosses a border or does not look like its column, by tabs;
 * and where that fails too, by what each column may hold.
 */
export function readRow(text: string, heading: Heading): Row | undefined {
  if (text.length > MAX_ROW || text.trim() === '') return undefined;
  return byTabs(text, heading) ?? byOffsets(text, heading) ?? byGaps(text, heading) ?? byWords(text, heading);
}

const MAX_COLUMNS = 64;
const MAX_ROW = 200_000;
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
  const words = [...line.matchAll(/\S+/g)];
  for (let i = 0; i < words.length; i++) {
    const [word] = words[i] as RegExpExecArray;
    const start = words[i]?.index ?? 0;
    const pair = `${word} ${words[i + 1]?.[0] ?? ''}`;
    if (TWO_WORDS.has(pair)) i++;
    yield { word: TWO_WORDS.has(pair) ? pair : word, start };
  }
}

function byTabs(text: string, { columns, tabs }: Heading): Row | undefined {
  if (tabs !== columns.length && (tabs !== 0 || !text.includes('\t'))) return undefined;
  const cells = text.split('\t').map((cell) => cell.trim());
  return cells.length === columns.length ? checked(columns, cells) : undefined;
}

function byOffsets(text: string, { columns }: Heading): Row | undefined {
  const line = expandTabs(text);
  const cells: string[] = [];
  for (const [i, { start }] of columns.entries()) {
    const cell = line.slice(i === 0 ? 0 : start, columns[i + 1]?.start ?? line.length);
    if (start < 0 || (i > 0 && startsElsewhere(line, start, cell))) return undefined;
    cells.push(cell.trim());
  }
  const row = checked(columns, cells);
  return row && { ...row, aligned: true };
}

/** A cell that does not begin under its heading shows that the padding is not the heading's. */
const startsElsewhere = (line: string, start: number, cell: string): boolean =>
  /\S/.test(line[start - 1] ?? '') || (cell.startsWith(' ') && cell.trim() !== '');

/** Rows under a heading of another width are still padded by two blanks or more. */
function byGaps(text: string, { columns }: Heading): Row | undefined {
  const cells = text.trim().split(/ {2,}|\t/);
  return cells.length === columns.length ? checked(columns, cells) : undefined;
}

/** The cells by heading. Where the row ends early, the cell it ends in may be cut and is left out. */
function checked(columns: readonly Column[], cells: readonly string[]): Row | undefined {
  const end = cells.findLastIndex((cell) => cell !== '') + 1;
  const whole = columns.slice(end).every(({ grammar }) => grammar.optional === true);
  const filled = new Map<string, string>();
  for (const [i, { name, grammar }] of columns.slice(0, whole ? end : end - 1).entries()) {
    const cell = undecorated(cells[i] ?? '');
    if (cell === '' ? grammar.optional !== true : !fits(cell, grammar)) return undefined;
    if (cell !== '') filled.set(name, cell);
  }
  return filled.size > 0 ? { cells: filled, whole } : undefined;
}

const fits = (cell: string, grammar: ColumnGrammar): boolean => grammar.test.test(cell.replace(/\s+/g, ' '));

/** Names in notes are set in bold. */
const undecorated = (cell: string): string => cell.replaceAll('**', '');

interface Word {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

function byWords(text: string, { columns }: Heading): Row | undefined {
  const line = undecorated(text);
  const words = [...line.matchAll(/\S+/g)].map(({ 0: word, index }) => ({
    text: word,
    start: index,
    end: index + word.length,
  }));
  const cells = new Map<string, string>();
  const take = (column: Column, from: number, to: number): void => {
    const cell = line.slice(words[from]?.start, words[to - 1]?.end);
    if (from < to) cells.set(column.name, cell);
  };
  const free = columns.findIndex(({ grammar }) => grammar.free === true);
  const front = free < 0 ? columns : columns.slice(0, free);
  const at = takeForward(words, front, take);
  if (at === undefined || (free < 0 && at.word < words.length)) return undefined;
  if (free < 0 || at.columns < front.length)
    return cells.size > 0 ? { cells, whole: ends(columns, at.columns) } : undefined;
  const end = takeBackward(words, columns.slice(free + 1), take);
  if (end === undefined || end < at.word) return undefined;
  take(columns[free] as Column, at.word, end);
  return { cells, whole: end > at.word };
}

const ends = (columns: readonly Column[], from: number): boolean =>
  columns.slice(from).every(({ grammar }) => grammar.optional === true);

type Take = (column: Column, from: number, to: number) => void;

/** Gives each column as many words as it may hold; stops where the words do, and leaves out a last word that may be cut. */
function takeForward(
  words: readonly Word[],
  columns: readonly Column[],
  take: Take,
): { word: number; columns: number } | undefined {
  let word = 0;
  for (const [i, column] of columns.entries()) {
    if (word === words.length) return { word, columns: i };
    const count = wordsFor(words, word, column.grammar);
    const cut = word + Math.max(count, 1) === words.length && !ends(columns, i + 1);
    if (cut) return { word: words.length, columns: i };
    if (count === 0 && column.grammar.optional !== true) return undefined;
    take(column, word, word + count);
    word += count;
  }
  return { word, columns: columns.length };
}

function wordsFor(words: readonly Word[], from: number, { test, words: most = 1 }: ColumnGrammar): number {
  for (let count = Math.min(most, words.length - from); count > 0; count--) {
    const cell = words.slice(from, from + count).map((word) => word.text);
    if (test.test(cell.join(' '))) return count;
  }
  return 0;
}

/** Columns behind the free one hold one word each. */
function takeBackward(words: readonly Word[], columns: readonly Column[], take: Take): number | undefined {
  let end = words.length;
  for (const column of columns.toReversed()) {
    if (!column.grammar.test.test(words[end - 1]?.text ?? '')) return undefined;
    take(column, end - 1, end);
    end--;
  }
  return end;
}
