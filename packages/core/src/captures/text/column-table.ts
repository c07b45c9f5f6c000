import { expandTabs, type Column, type ColumnGrammar, type Heading, type Row } from './column-heading.ts';
import { endsAt, readWords } from './column-words.ts';

/**
 * Reads a row by the offsets of its heading; where a cell crosses a border or does not look like its column, by tabs;
 * and where that fails too, by what each column may hold.
 */
export function readRow(text: string, heading: Heading): Row | undefined {
  if (text.length > MAX_ROW || text.trim() === '') return undefined;
  return (
    byTabs(text, heading) ?? byOffsets(text, heading) ?? byGaps(text, heading) ?? readWords(undecorated(text), heading)
  );
}

const MAX_ROW = 200_000;

function byTabs(text: string, { columns, tabs }: Heading): Row | undefined {
  if (tabs !== columns.length && (tabs !== 0 || !text.includes('\t'))) return undefined;
  const cells = text.split('\t').map((cell) => cell.trim());
  return cells.length === columns.length ? checked(columns, cells) : undefined;
}

function byOffsets(text: string, { columns }: Heading): Row | undefined {
  const line = expandTabs(text);
  const cells: string[] = [];
  for (let i = 0; i < columns.length; i++) {
    const start = (columns[i] as Column).start;
    if (start < 0 || (i > 0 && crossesBorder(line, start))) return undefined;
    const cell = line.slice(i === 0 ? 0 : start, columns[i + 1]?.start ?? line.length);
    const trimmed = cell.trim();
    if (i > 0 && trimmed !== '' && cell.startsWith(' ')) return undefined;
    cells.push(trimmed);
  }
  const row = checked(columns, cells);
  return row && { cells: row.cells, whole: row.whole, aligned: true };
}

/** A cell that does not begin under its heading shows that the padding is not the heading's. */
const crossesBorder = (line: string, start: number): boolean =>
  start > 0 && start <= line.length && line.charCodeAt(start - 1) !== SPACE && /\S/.test(line.charAt(start - 1));

const SPACE = 32;

/** Rows under a heading of another width are still padded by two blanks or more. */
function byGaps(text: string, { columns }: Heading): Row | undefined {
  const cells = text.trim().split(/ {2,}|\t/);
  return cells.length === columns.length ? checked(columns, cells) : undefined;
}

/** The cells by heading. Where the row ends early, the cell it ends in may be cut and is left out. */
function checked(columns: readonly Column[], cells: readonly string[]): Row | undefined {
  let end = cells.length;
  while (end > 0 && cells[end - 1] === '') end--;
  const whole = endsAt(columns, end);
  const filled = new Map<string, string>();
  for (let i = 0; i < (whole ? end : end - 1); i++) {
    const column = columns[i] as Column;
    const cell = fitting(cells[i] ?? '', column);
    if (cell === undefined) return undefined;
    if (cell !== '') filled.set(column.name, cell);
  }
  return filled.size > 0 ? { cells: filled, whole } : undefined;
}

/** The cell as its column has it; an empty one where that may be empty; undefined for what is no cell of it. */
function fitting(text: string, { grammar, seen }: Column): string | undefined {
  const same = text.length > LONGEST_SEEN ? undefined : seen?.get(text);
  if (same !== undefined) return same;
  const cell = undecorated(text);
  if (cell === '' ? grammar.optional !== true : !fits(cell, grammar)) return undefined;
  if (seen !== undefined && seen.size < MOST_SEEN && text.length <= LONGEST_SEEN) seen.set(text, cell);
  return cell;
}

const MOST_SEEN = 64;
/** Longer cells are messages and names, which seldom come again. */
const LONGEST_SEEN = 24;

const fits = (cell: string, { test }: ColumnGrammar): boolean =>
  test.test(UNEVEN.test(cell) ? cell.replace(/\s+/g, ' ') : cell);

/** Blanks other than a single space. */
const UNEVEN = /\s\s|[^\S ]/;

/** Names in notes are set in bold. */
const undecorated = (cell: string): string => (cell.includes('**') ? cell.replaceAll('**', '') : cell);
