import { countReplaced, lineOf, linesOf, linesUpTo, type Block, type RawLine } from '../bundle/block.ts';
import type { Budget } from '../bundle/budget.ts';
import type { Line } from '../bundle/line.ts';
import type { LineFilter } from '../filter/line-filter.ts';
import type { Capture, CaptureKind, Reading } from './capture.ts';
import type { ReadingChoice } from './choose-readings.ts';
import { mayEndLog } from './log-end.ts';
import { findLogStretch, type LogStretch } from './log-stretch.ts';
import { commandFromPath } from './path-command.ts';
import { hintFromPath } from './path-hint.ts';
import { createCaptureReader, finish, readLogLines, readPart, type CaptureReader } from './read-part.ts';
import { createSplitter, type Splitter } from './split-captures.ts';

/** A capture while its file is read; whole once the file has ended. */
export type CaptureRecord = { -readonly [K in keyof Capture]: Capture[K] } & { lastLine?: Line };

/** A reading with the capture it comes from. */
export interface PlacedReading extends Reading {
  readonly capture: Capture;
  /** Its own lines hold an unfilled placeholder. */
  readonly sample: boolean;
}

/** What one file of a bundle says. */
export interface MemberRead {
  readonly path: string;
  readonly captures: readonly Capture[];
  /** They are taken out as facts are made of them. */
  readonly readings: PlacedReading[];
  /** Captures of which readings were left out, as they pass the limit of facts. */
  readonly cut: ReadonlySet<CaptureRecord>;
  /** Lines in the file. */
  readonly lines: number;
}

export interface ReadMemberOptions {
  readonly kinds: readonly CaptureKind[];
  readonly prose: CaptureKind;
  readonly budget: Budget;
  /** Says which log entries are worth a fact, by their raw text. Absent: every entry is, and none is left out. */
  readonly wanted?: LineFilter;
  /** Says what is kept where there is no room for all. Absent: the first that there is room for. */
  readonly choice?: ReadingChoice;
  /** Every line is decoded and looked at by itself: slow, and what the fast way is measured against. */
  readonly plain?: boolean;
}

/** Takes the text of one file in order, and in the end says what it holds. */
export interface MemberReader {
  push(lines: readonly Line[]): void;
  pushBlock(block: Block): void;
  /** Lines taken so far. */
  readonly lines: number;
  end(): MemberRead;
}

/** Reads one file: splits its lines into captures and parses each as it arrives. Never throws. */
export function createMemberReader(path: string, options: ReadMemberOptions): MemberReader {
  let begun: Reader | undefined;
  const reader = (): Reader => (begun ??= beginReading(path, options));
  return {
    push: (lines) => pushLines(reader(), lines),
    pushBlock: (block) => pushBlock(reader(), block),
    get lines() {
      return begun?.lines ?? 0;
    },
    end: () =>
      begun === undefined ? { path, captures: NOTHING, readings: [], cut: UNCUT, lines: 0 } : endReading(begun),
  };
}

const NOTHING: readonly never[] = [];
const UNCUT: ReadonlySet<never> = new Set();

/** Not before the first line: archives may hold very many files that are empty. */
function beginReading(path: string, options: ReadMemberOptions): Reader {
  const { kinds, prose, budget, wanted } = options;
  wanted?.begin();
  const splitter = createSplitter({
    kinds,
    prose,
    fromPath: hintFromPath(path),
    command: commandFromPath(path),
    maxLines: budget.limits.captureLines,
  });
  return {
    captures: createCaptureReader(path, options),
    splitter,
    wanted,
    plain: options.plain === true,
    lines: 0,
    inLog: false,
    lookedAt: 0,
  };
}

function endReading({ captures, splitter, lines }: Reader): MemberRead {
  for (const part of splitter.end()) readPart(captures, part);
  finish(captures);
  return { path: captures.path, captures: captures.captures, readings: captures.readings, cut: captures.cut, lines };
}

interface Reader {
  readonly captures: CaptureReader;
  readonly splitter: Splitter;
  readonly wanted: LineFilter | undefined;
  readonly plain: boolean;
  /** Lines taken so far. */
  lines: number;
  /** A log is open of which only the wanted entries need to be looked at. */
  inLog: boolean;
  /** No line before this one is asked whether the log goes on without being looked at. */
  lookedAt: number;
}

function pushLines(reader: Reader, lines: readonly Line[]): void {
  reader.lines += lines.length;
  for (const line of lines) reader.captures.quotation.see(line);
  for (const part of reader.splitter.push(lines)) readPart(reader.captures, part);
}

/** Lines that are looked at before it is asked whether a log is open, so that the answer does not depend on how blocks are cut. */
const LOOKED_AT = 16;

function pushBlock(reader: Reader, block: Block): void {
  if (reader.wanted === undefined) for (const lines of linesOf(block, reader.lines + 1)) pushLines(reader, lines);
  else if (block.cut === true) pushCut(reader, block);
  else
    for (let at = 0; at < block.length;) at = reader.inLog ? pushLog(reader, block, at) : pushSome(reader, block, at);
}

/** Hands on the lines up to the next place where the log may be left to the filter. */
function pushSome(reader: Reader, block: Block, from: number): number {
  const most = LOOKED_AT - (reader.lines % LOOKED_AT);
  const { lines, end } = linesUpTo(block, { from, first: reader.lines + 1, most });
  pushLines(reader, lines);
  leaveToFilter(reader);
  return end;
}

function leaveToFilter(reader: Reader): void {
  if (reader.lines % LOOKED_AT !== 0 || reader.lines < reader.lookedAt || reader.captures.quotation.inText()) return;
  const parts = reader.splitter.leaveLog();
  for (const part of parts ?? []) readPart(reader.captures, part);
  reader.inLog = parts !== undefined;
}

function takeBack(reader: Reader): void {
  reader.inLog = false;
  reader.lookedAt = reader.lines + LOOKED_AT;
  reader.splitter.resume();
}

/** A line that is longer than a block is the only one in it. */
function pushCut(reader: Reader, block: Block): void {
  for (const lines of linesOf(block, reader.lines + 1)) {
    if (reader.inLog && lines.some(({ text }) => mayEndLog(text))) takeBack(reader);
    if (reader.inLog) pushEntries(reader, lines);
    else pushLines(reader, lines);
  }
  if (!reader.inLog) leaveToFilter(reader);
}

function pushEntries(reader: Reader, lines: readonly Line[]): void {
  reader.lines += lines.length;
  readLogLines(reader.captures, {
    part: reader.splitter.logPart(),
    wanted: lines.filter(({ text }) => reader.wanted?.holds(text)),
    last: lines.findLast(({ text }) => text.trim() !== ''),
  });
}

function pushLog(reader: Reader, block: Block, from: number): number {
  return reader.plain ? pushLogPlainly(reader, block, from) : pushLogFiltered(reader, block, from);
}

function pushLogPlainly(reader: Reader, block: Block, from: number): number {
  const { lines, end } = linesUpTo(block, { from, first: reader.lines + 1, most: 1 });
  if (lines.some(({ text }) => mayEndLog(text))) {
    takeBack(reader);
    return from;
  }
  pushEntries(reader, lines);
  return end;
}

/** Lines whose beginnings are kept at a time. */
const starts = new Int32Array(64 * 1024 + 1);

function pushLogFiltered(reader: Reader, block: Block, from: number): number {
  const stretch = findLogStretch(block, from, starts);
  const first = reader.lines + 1;
  const line = (index: number): RawLine => ({
    bytes: block.bytes,
    from: stretch.starts[index]!,
    to: stretch.starts[index + 1]! - 1,
    number: first + index,
  });
  if (stretch.count > 0) {
    const wanted: RawLine[] = [];
    reader.wanted?.scan(stretch, (index) => wanted.push(line(index)));
    reader.lines += stretch.count;
    countReplaced(block, from, stretch.end);
    readLogLines(reader.captures, { part: reader.splitter.logPart(), wanted, last: lastOf(stretch, line) });
  }
  if (stretch.ends) takeBack(reader);
  return stretch.end;
}

/** The last line of a stretch that is not blank. */
function lastOf({ count }: LogStretch, line: (index: number) => RawLine): Line | undefined {
  for (let index = count - 1; index >= 0; index--) {
    const last = lineOf(line(index));
    if (last.text.trim() !== '') return last;
  }
  return undefined;
}
