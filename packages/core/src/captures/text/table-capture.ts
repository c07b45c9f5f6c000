import { lastNumber, type Line } from '../../bundle/line.ts';
import type { CaptureContext, Complete } from '../capture.ts';
import { brokenWidth, columnsOf, pieceOf } from './broken-lines.ts';
import { readHeading, type Heading, type Row } from './column-heading.ts';
import { readRow } from './column-table.ts';
import {
  CAPITALS_ONLY,
  headingAt,
  headingOf,
  MAX_PIECES,
  MAY_BE_HEADING,
  MIN_WIDTH,
  type TableForm,
} from './table-heading.ts';

/** A row with the line it stands in; wrapped rows are joined to one line. */
export interface PlacedRow {
  readonly row: Row;
  readonly line: Line;
  /** Names of the columns it stands under, or may be taken to stand under. */
  readonly columns: readonly string[];
}

/** A row that no heading stands above. */
export function readBareRow(text: string, form: TableForm): Row | undefined {
  if (!form.mayBeRow.test(text)) return undefined;
  for (const heading of form.assumed) {
    const row = readRow(text, heading);
    if (row?.whole === true) return row;
  }
  return undefined;
}

/** The row without a heading that lines begin with; a terminal may have broken it. */
export function bareRowAt(lines: readonly Line[], form: TableForm): Row | undefined {
  const first = lines[0]?.text ?? '';
  const row = readBareRow(first, form);
  if (row || first.length < MIN_WIDTH || brokenWidth(lines) !== first.length) return row;
  const end = lines.findIndex(({ text }) => text.length < first.length);
  const pieces = lines.slice(0, Math.min(end < 0 ? lines.length : end + 1, MAX_PIECES)).map(({ text }) => text);
  return readBareRow(pieces.join(''), form);
}

/** The rows of a table; lines that are none are counted as unread. */
export function* tableRows(
  lines: Iterable<Line>,
  context: CaptureContext,
  form: TableForm,
): Generator<PlacedRow, void, undefined> {
  const filled = [...lines].filter(({ text }) => text.trim() !== '');
  const state: State = { form, heading: undefined, width: brokenWidth(filled), read: [] };
  for (const line of context.head) state.heading = headingOf(line.text, form) ?? state.heading;
  for (const line of joined(headingAt(filled, form) ? filled : withoutCutRow(filled), state)) {
    const heading = headingOf(line.text, form);
    if (heading) {
      state.heading = heading;
      state.read = [];
      continue;
    }
    const row = rowIn(line.text, state);
    if (row) yield { row, line, columns: state.heading?.columns.map(({ name }) => name) ?? [...row.cells.keys()] };
    else context.unreadLines++;
  }
}

/** The lines without the first of a file if its cells do not stand below each other with those of the next: it was cut. */
function withoutCutRow(lines: readonly Line[]): readonly Line[] {
  if (lines[0]?.number !== 1) return lines;
  const [first, second, ...more] = lines.slice(0, 4).map(({ text }) => SECOND_CELL.exec(text)?.[0].length);
  const agree = second !== undefined && more.length > 0 && more.every((start) => start === second);
  return agree && first !== second ? lines.slice(1) : lines;
}

const SECOND_CELL = /^\s*\S+ {2,}/;

/** The lines of a table above a line, and those that follow it as far as they are known. */
export interface Around {
  readonly lines: readonly Line[];
  readonly ahead?: readonly Line[];
}

/** Whether a line still belongs to a table that began above it. */
export function tableGoesOn(line: Line, around: Around, form: TableForm): boolean {
  const { text } = line;
  if (text.trim() === '') return true;
  if (SEPARATOR.test(text)) return false;
  if (isAnyHeading(text, form)) {
    if (around.lines.at(-1)?.text.trim() === '') return false;
    return !headingOf(text, form) && pieceOf(line, around.lines, around.ahead) !== undefined;
  }
  const state = { form, heading: headingAt(around.lines, form) };
  if (isRow(rowIn(text, state)) || isPieceOfRow(line, around, state)) return true;
  if (form.goesOn !== true) return false;
  return around.ahead?.some((next) => rowIn(next.text, state)?.whole === true) || messageGoesOn(line, around, form);
}

/** A heading of any table; in a message its words may stand in small letters. */
const isAnyHeading = (text: string, { grammar, goesOn }: TableForm): boolean =>
  MAY_BE_HEADING.test(text) &&
  (goesOn !== true || CAPITALS_ONLY.test(text)) &&
  readHeading(text, grammar) !== undefined;

/** What people put between captures. */
const SEPARATOR = /^\s*(?:-{4,}|={4,}|\*{4,}|_{4,}|#{3,})\s*$|^(?:={3,}|#{2,}) \S/;

/** Whether a line belongs to the message above it: of a probe or a hook it may be what a program printed. */
export function messageGoesOn({ text: own }: Line, { lines, ahead = [] }: Around, form: TableForm): boolean {
  if (SEPARATOR.test(own)) return false;
  if (ahead.some(({ text }) => form.mayBeRow.test(text))) return true;
  if (lines.at(-1)?.text.trim() === '' && !listsBelow(own, ahead)) return false;
  const row = lines.slice(-MAX_PIECES).findLast(({ text }) => form.mayBeRow.test(text));
  const end = ahead.findIndex(({ text }) => text.trim() === '');
  return row !== undefined && PRINTS.test(row.text) && (end >= 0 || ahead.length < MESSAGE_LINES);
}

/** Behind a blank line only what heads a list is still the program's. */
const listsBelow = (own: string, [next]: readonly Line[]): boolean =>
  own.endsWith(':') && /^\s{1,8}[-*] \S/.test(next?.text ?? '');

const PRINTS = /\s(?:Unhealthy|ProbeWarning|Failed[A-Z]?\w{0,60}|\w{1,60}Failed)\s/;
/** So many lines of a message at most stand below its last row. */
const MESSAGE_LINES = 8;

function isPieceOfRow(line: Line, { lines, ahead = [] }: Around, state: State): boolean {
  const piece = pieceOf(line, lines, ahead);
  return piece === 'goes-on' || (piece === 'rest' && mayGoOn(lines.at(-1)?.text ?? '', line.text, state));
}

/** Whether the last row of a table is there to its end. */
export function tableEnds(lines: readonly Line[], context: Pick<CaptureContext, 'head'>, form: TableForm): Complete {
  const counting = { ...context, unreadLines: 0 } as CaptureContext;
  let whole = true;
  for (const { row } of tableRows(lines, counting, form)) whole = row.whole;
  return whole ? 'yes' : 'no';
}

interface State {
  readonly form: TableForm;
  heading: Heading | undefined;
  /** Length of the lines that a terminal broke; none where it broke none. */
  readonly width?: number | undefined;
  /** The last texts that were read as rows: each is asked for with the one above it and with the one below. */
  read?: readonly { readonly text: string; readonly row: Row | undefined }[];
}

function rowIn(text: string, state: State): Row | undefined {
  if (state.read === undefined) return readIn(text, state);
  const same = state.read.find((one) => one.text === text);
  if (same) return same.row;
  const row = readIn(text, state);
  state.read =
    state.read.length === 0 ? [{ text, row }] : [state.read.at(-1) as (typeof state.read)[number], { text, row }];
  return row;
}

function readIn(text: string, { form, heading }: State): Row | undefined {
  const row = heading && readRow(text, heading);
  return row?.whole === true ? row : (readBareRow(text, form) ?? row);
}

/** A row, or what is left of one under its headings. */
const isRow = (row: Row | undefined): boolean => row?.whole === true || row?.aligned === true;

/** A whole row goes on in the next line only if part of its last cell is a cell too, and all of it is one. */
function mayGoOn(text: string, rest: string, state: State): boolean {
  const row = rowIn(text, state);
  if (row?.whole !== true) return true;
  const { free, openEnded } = state.form.grammar.get([...row.cells.keys()].at(-1) ?? '') ?? {};
  return free === true || (openEnded === true && rowIn(text + rest, state)?.whole === true);
}

/** Puts broken lines together: one of full width goes on in the next, unless both are whole rows. */
function* joined(lines: readonly Line[], state: State): Generator<Line, void, undefined> {
  let open: Line | undefined;
  let full = false;
  for (const line of lines) {
    const glue = open && glueBetween({ open, full }, line, state);
    if (open && glue === undefined) yield open;
    open =
      open && glue !== undefined ? { ...open, text: open.text + glue + line.text, endNumber: lastNumber(line) } : line;
    full = columnsOf(line.text) === state.width;
  }
  if (open) yield open;
}

function glueBetween({ open, full }: Open, line: Line, state: State): string | undefined {
  if (full && belongsTo(open, line, state)) return '';
  const { form } = state;
  if (form.goesOn !== true || SEPARATOR.test(line.text)) return undefined;
  if (headingOf(line.text, form) || beginsRow(line.text, state)) return undefined;
  return rowIn(open.text, state)?.whole === true ? '\n' : undefined;
}

/** Rows under other offsets than their heading's, and broken ones, are told by their first cells. */
const beginsRow = (text: string, state: State): boolean =>
  isRow(rowIn(text, state)) || (state.form.goesOn === true && state.form.mayBeRow.test(text));

/** The line so far, and whether its last piece has full width. */
interface Open {
  readonly open: Line;
  readonly full: boolean;
}

function belongsTo(open: Line, line: Line, state: State): boolean {
  if (readHeading(open.text, state.form.grammar))
    return CAPITALS_ONLY.test(line.text) && !headingOf(line.text, state.form);
  if (rowIn(open.text, state)?.whole === true && beginsRow(line.text, state)) return false;
  return mayGoOn(open.text, line.text, state);
}
