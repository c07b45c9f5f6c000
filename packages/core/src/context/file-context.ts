import type { Block } from '../bundle/block.ts';
import type { Line } from '../bundle/line.ts';
import { cleanLine } from '../captures/clean-line.ts';
import { gate, MAX_QUOTE } from '../facts/evidence-gate.ts';
import type { MarkSecret } from '../facts/mark-secret.ts';
import { redactLines, type RedactLine } from '../redaction/redact-lines.ts';
import { scanForSecrets, type LineRange } from '../redaction/secret-ranges.ts';
import { linesNear, namesSecret } from './lines-near.ts';
import type { Stretch } from './quoted-places.ts';

/** A line of the context, by its number, as it may be shown. */
export interface NumberedText {
  readonly line: number;
  readonly text: string;
}

/** Takes the text of one file in order, and gives what stands around its quotes. */
export interface FileContext {
  /** Takes a block; false once no other is needed. */
  push(block: Block): boolean;
  end(): readonly NumberedText[];
}

/** So many bytes of a file are searched line by line for objects of the kind Secret, whose kind may stand behind their data. */
const SEARCHED_BYTES = 16 * 1024 * 1024;

/** So many bytes behind the last quote its object may go on, and tell its kind; a Secret is never larger. */
const OBJECT_BYTES = 2 * 1024 * 1024;

/** Lines before a quote that tell whether what stands around it belongs to a key of several lines. */
const LEAD = 400;

export interface FileContextOptions {
  /** What is quoted of the file, in order. */
  readonly quotes: readonly Stretch[];
  /** How many lines before and after each. */
  readonly lines: number;
  readonly mark: MarkSecret;
}

/** Keeps the lines around the quotes of one file, without their secrets; memory is bounded by what is kept. */
export function fileContext(options: FileContextOptions): FileContext {
  const state: State = {
    ...options,
    leads: leadsOf(options),
    at: 0,
    next: 1,
    bytes: 0,
    enough: Infinity,
    scan: scanForSecrets(),
    redactLine: redactLines([], options.mark),
    last: 0,
    kept: [],
    doubtful: false,
  };
  return {
    push: (block) => pushBlock(state, block),
    end: () => (state.doubtful ? [] : shown(state)),
  };
}

interface State extends FileContextOptions {
  /** What has to be looked at for each quote: its lead, and the lines around it. */
  readonly leads: readonly LineRange[];
  /** The lead that comes next, or that the last line was in. */
  at: number;
  /** Number of the next line. */
  next: number;
  bytes: number;
  /** After so many bytes no more is needed. */
  enough: number;
  readonly scan: ReturnType<typeof scanForSecrets>;
  redactLine: RedactLine;
  /** The last line that was looked at. */
  last: number;
  readonly kept: { readonly raw: Line; readonly clean: string }[];
  /** What was kept may be of a Secret, of which too much was passed over. */
  doubtful: boolean;
}

const leadsOf = ({ quotes, lines }: FileContextOptions): readonly LineRange[] =>
  quotes.map(({ line, endLine }) => ({ start: line - lines - LEAD, end: endLine + lines }));

function pushBlock(state: State, block: Block): boolean {
  const searched = state.bytes < SEARCHED_BYTES;
  state.bytes += block.length;
  if (!searched && namesSecret(block)) state.doubtful = true;
  const lines = linesNear(block, state.next, (number) => searched || isNear(state, number));
  let next = lines.next();
  for (; next.done !== true; next = lines.next()) {
    if (searched) state.scan.push(next.value);
    if (isNear(state, next.value.number)) takeLine(state, next.value);
  }
  state.next += next.value;
  if (state.enough === Infinity && !isNear(state, state.next) && state.at === state.leads.length)
    state.enough = state.bytes + OBJECT_BYTES;
  return state.bytes < state.enough;
}

function isNear(state: State, number: number): boolean {
  while (state.at < state.leads.length && state.leads[state.at]!.end < number) state.at += 1;
  const lead = state.leads[state.at];
  return lead !== undefined && number >= lead.start;
}

function takeLine(state: State, raw: Line): void {
  if (raw.number !== state.last + 1) state.redactLine = redactLines([], state.mark);
  state.last = raw.number;
  const line = cleanLine(raw);
  const clean = state.redactLine(line);
  if (isAround(state, raw.number)) state.kept.push({ raw: line, clean: gate(clean, MAX_QUOTE, state.mark) });
}

/** Beside a quote; another may have it. */
const isAround = ({ quotes, lines }: State, number: number): boolean =>
  quotes.some(
    ({ line, endLine }) => number >= line - lines && number <= endLine + lines && (number < line || number > endLine),
  );

/** What stands in the data of a Secret is left out. */
function shown({ scan, kept }: State): readonly NumberedText[] {
  const ranges = scan.end();
  return kept
    .filter(({ raw: { number } }) => !ranges.some(({ start, end }) => number >= start && number <= end))
    .map(({ raw, clean }) => ({ line: raw.number, text: clean }));
}
