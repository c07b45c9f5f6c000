import type { Line } from '../../bundle/line.ts';
import { readHeading, type Grammar, type Heading } from './column-heading.ts';

/** What the table of one command looks like. */
export interface TableForm {
  readonly grammar: Grammar;
  /** Whether a heading of these columns is this command's. */
  readonly isHeading: (columns: ReadonlySet<string>) => boolean;
  /** A cheap test that every row without a heading passes. */
  readonly mayBeRow: RegExp;
  /** The columns that rows without a heading may have; the first list that fits a row is taken. */
  readonly assumed: readonly Heading[];
  /** A line that is no row goes on with the last cell of the row above it. */
  readonly goesOn?: true;
}

/** The heading in a line, if it is one of this table. */
export function headingOf(text: string, form: TableForm): Heading | undefined {
  if (!MAY_BE_HEADING.test(text)) return undefined;
  const heading = readHeading(text, form.grammar);
  return heading && form.isHeading(new Set(heading.columns.map(({ name }) => name))) ? heading : undefined;
}

/** The heading that lines begin with; a terminal may have broken it. */
export function headingAt(lines: readonly Line[], form: TableForm): Heading | undefined {
  const first = lines[0]?.text ?? '';
  if (!MAY_BE_HEADING.test(first)) return undefined;
  if (first.length < MIN_WIDTH || !CAPITALS_ONLY.test(lines[1]?.text ?? '')) return sameHeading(first, form);
  const rest = lines.slice(1, MAX_PIECES).map(({ text }) => text);
  const end = rest.findIndex((text) => !CAPITALS_ONLY.test(text) || headingOf(text, form) !== undefined);
  const short = rest.findIndex((text) => text.length !== first.length) + 1;
  const pieces = rest.slice(0, Math.min(end < 0 ? rest.length : end, short === 0 ? rest.length : short));
  return headingOf([first, ...pieces].join(''), form) ?? headingOf(first, form);
}

/** The heading in a line that was asked for last: it is asked for at every row below it. */
function sameHeading(text: string, form: TableForm): Heading | undefined {
  const last = asked.get(form);
  if (last?.text === text) return last.heading;
  const heading = headingOf(text, form);
  asked.set(form, { text, heading });
  return heading;
}

const asked = new WeakMap<TableForm, { readonly text: string; readonly heading: Heading | undefined }>();

/** A line of capitals may be a piece of a heading that a terminal broke. */
export const CAPITALS_ONLY: RegExp = /^[A-Z ()_-]+$/;
/** Every heading begins so. */
export const MAY_BE_HEADING: RegExp = /^\s*[A-Z][A-Za-z]+(?:\s|$)/;
/** Narrower lines are not broken. */
export const MIN_WIDTH = 60;
/** So many lines at most are put together to one. */
export const MAX_PIECES = 12;
