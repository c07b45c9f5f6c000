import type { RawLine } from '../bundle/block.ts';
import { lastNumber } from '../bundle/line.ts';
import { isLoss } from '../bundle/note.ts';
import type { Line } from '../bundle/line.ts';
import type { Capture, CaptureContext, CaptureKind, Complete, QuotedBecause, Reading } from './capture.ts';
import { cleanLine } from './clean-line.ts';
import { detach } from './detach.ts';
import { createLogFold } from './fold-log-lines.ts';
import { holdsPlaceholder } from './placeholder.ts';
import { createQuotation, type Quotation } from './quotation.ts';
import type { CaptureRecord, PlacedReading, ReadMemberOptions } from './read-member.ts';
import type { Part } from './capture-part.ts';
import { roomForAll, roomForFacts } from './room-for-facts.ts';

/** What has been read of a file so far. */
export interface CaptureReader {
  readonly options: ReadMemberOptions;
  readonly path: string;
  readonly captures: CaptureRecord[];
  readonly readings: PlacedReading[];
  /** Captures of which readings were left out, as they pass the limit of facts. */
  readonly cut: Set<CaptureRecord>;
  readonly quotation: Quotation;
  fold: ReturnType<typeof createLogFold>;
}

/** A reader that has read nothing yet. */
export const createCaptureReader = (path: string, options: ReadMemberOptions): CaptureReader => ({
  options,
  path,
  captures: [],
  readings: [],
  cut: new Set(),
  quotation: createQuotation(),
  fold: createLogFold(),
});

/** Takes in the next stretch of a capture. */
export function readPart(reader: CaptureReader, part: Part): void {
  const capture = part.first ? openCapture(reader, part) : (reader.captures.at(-1) as CaptureRecord);
  if (!reader.cut.has(capture) || hasRoom(reader)) keepReadings(reader, capture, part);
  if (part.kind === reader.options.prose) for (const { text } of part.lines) reader.quotation.say(text);
  else if (part.kind.log !== true && !capture.quoted && part.lines.some(({ text }) => holdsPlaceholder(text)))
    capture.quoted = 'placeholder';
  endAt(capture, part.lines);
  if (part.kind.log !== true) keepTime(capture, part.kind, part.lines);
  else if (part.first) keepTime(capture, part.kind, part.lines.slice(0, 1));
  if (part.last) closeCapture(reader, capture, part);
}

/** Of what the parts of a capture tell of its time, the latest counts. */
function keepTime(capture: CaptureRecord, { toldTime }: CaptureKind, lines: readonly Line[]): void {
  const told = toldTime?.(lines);
  if (told && (capture.told === undefined || told.at > capture.told.at)) capture.told = told;
}

function openCapture(reader: CaptureReader, part: Part): CaptureRecord {
  const { command, kind } = part;
  const first = part.lines[0] as Line;
  const capture: CaptureRecord = {
    path: reader.path,
    line: Math.min(command?.line ?? first.number, first.number),
    endLine: first.number,
    firstLine: first,
    kind: kind.name,
    complete: 'yes',
    session: false,
    index: reader.captures.length,
  };
  if (command) capture.command = command;
  const quoted = quotedAtFirst(reader, capture, kind);
  if (quoted) capture.quoted = quoted;
  if (kind.begins) limit(capture, kind.begins(part.lines), 'its beginning is not here');
  reader.captures.push(capture);
  reader.fold = createLogFold();
  return capture;
}

/** What the text above a capture tells of it. */
function quotedAtFirst(
  { options, quotation }: CaptureReader,
  { command, firstLine }: Capture,
  kind: CaptureKind,
): QuotedBecause | undefined {
  if (kind === options.prose) return 'prose';
  const around = quotation.around(firstLine.number);
  return command !== undefined && holdsPlaceholder(command.text) ? 'placeholder' : around;
}

/** Later parts of a log are read entry by entry: only its first part has the entries that show the log exists. */
function readingsOf(reader: CaptureReader, part: Part): Iterable<Reading> {
  const context = contextOf(reader, part);
  const whole = part.first || reader.options.wanted === undefined;
  if (whole || !part.kind.parseLine) return part.kind.parse(part.lines, context);
  return wantedReadings(part, context);
}

function* wantedReadings(part: Part, context: CaptureContext): Generator<Reading, void, undefined> {
  for (const line of part.lines) if (context.wanted(line.text)) yield* part.kind.parseLine?.(line, context) ?? [];
}

function contextOf(reader: CaptureReader, part: Part): CaptureContext {
  return {
    path: reader.path,
    ...(part.command === undefined ? {} : { command: part.command }),
    head: part.head,
    fromPath: {},
    wanted: reader.options.wanted?.holds ?? everything,
    note: (code, message, line) =>
      reader.options.budget.note(
        code,
        message,
        line === undefined ? { path: reader.path } : { path: reader.path, line },
      ),
    limits: reader.options.budget.limits,
    unreadLines: 0,
  };
}

const everything = (): boolean => true;

/** In a log a placeholder makes a sample of its own entry only; of other captures the whole is one. */
const placed = (reading: Reading, capture: Capture, { kind }: Part): PlacedReading => ({
  fact: reading.fact,
  quotes: reading.quotes,
  capture,
  sample: kind.log === true && holdsPlaceholder(reading.quotes['']?.text ?? ''),
});

/** Of a capture that comes in parts only what matters is kept once there is no room for all that it says. */
function keepReadings(reader: CaptureReader, capture: CaptureRecord, part: Part): void {
  const { budget, choice } = reader.options;
  const room = part.kind.splitsBefore ? roomForAll(budget, choice !== undefined) : Infinity;
  for (const reading of readingsOf(reader, part)) {
    const one = placed(reading, capture, part);
    if (reader.readings.length < room) keep(reader, one, part);
    else {
      if (choice && reader.cut.size === 0) choice.learn(reader.readings);
      reader.cut.add(capture);
      if (!hasRoom(reader)) return;
      if (choice?.matters(one)) reader.readings.push(...detached([one]));
    }
  }
}

/** Whether what matters can still be kept. */
const hasRoom = ({ options: { budget, choice }, readings }: CaptureReader): boolean =>
  choice !== undefined && readings.length < roomForFacts(budget, true);

function keep(reader: CaptureReader, reading: PlacedReading, { kind }: Part): void {
  if (kind.log === true && reader.options.wanted) reader.fold.add(reading);
  else reader.readings.push(reading);
}

function closeCapture(reader: CaptureReader, capture: CaptureRecord, part: Part): void {
  reader.readings.push(...detached(reader.fold.kept()));
  const { command, kind } = part;
  if (kind.ends) limit(capture, kind.ends(part.lines, part.head), 'its end is not here');
  if (kind.log === true && capture.lastLine) keepTime(capture, kind, [cleanLine(capture.lastLine)]);
  delete capture.lastLine;
  if (kind === reader.options.prose) limit(capture, 'unknown', 'no known form');
  if (kind.log === true && !command) limit(capture, 'unknown', 'how much of the log was asked for is not known');
  if (command?.selector !== undefined) limit(capture, 'unknown', `selected by ${command.selector}`);
  if (command?.partial !== undefined) limit(capture, 'no', `cut by ${command.partial}`);
  if (part.overflow) {
    limit(capture, 'no', 'it passes the limit of lines for one capture');
    reader.options.budget.note(
      'limit-facts',
      `the rest of ${kind.name} was not read: it passes the limit of lines for one capture`,
      {
        path: capture.path,
        line: capture.line,
      },
    );
  }
}

/** A log in parts ends with its last line that is not blank, whatever parts it comes in. */
function endAt(capture: CaptureRecord, lines: readonly Line[]): void {
  const last = lines.findLast(({ text }) => text.trim() !== '');
  if (last) {
    capture.endLine = lastNumber(last);
    capture.lastLine = last;
  }
  if (lines.some((line) => line.cut)) limit(capture, 'no', 'a line of it was cut');
}

/** A stretch of a log of which only the wanted entries were looked at. */
export interface LogLines {
  readonly part: Part;
  /** Lines, or places of lines, which are read only where they are needed. */
  readonly wanted: readonly (Line | RawLine)[];
  /** The last line of the stretch that is not blank. */
  readonly last: Line | undefined;
}

/** Takes in the wanted entries of the log that is open. */
export function readLogLines(reader: CaptureReader, { part, wanted, last }: LogLines): void {
  const capture = reader.captures.at(-1) as CaptureRecord;
  const context = contextOf(reader, part);
  const read = (line: Line): readonly PlacedReading[] =>
    [...(part.kind.parseLine?.(cleanLine(line), context) ?? [])].map((reading) => placed(reading, capture, part));
  for (const line of wanted) {
    if ('bytes' in line) reader.fold.addLine(line, read);
    else for (const reading of read(line)) reader.fold.add(reading);
  }
  reader.fold.settle();
  if (last) endAt(capture, [last]);
}

/** Their texts are slices of large blocks; few are kept, and must not keep the blocks. */
function detached(readings: readonly PlacedReading[]): readonly PlacedReading[] {
  const copies = new Map<string, string>();
  for (const { fact, quotes } of readings) detach({ fact, quotes }, { copies, whole: quotes['']?.text });
  return readings;
}

const RANK: Readonly<Record<Complete, number>> = { yes: 0, unknown: 1, no: 2 };

function limit(capture: CaptureRecord, complete: Complete, why: string): void {
  if (RANK[complete] <= RANK[capture.complete]) return;
  capture.complete = complete;
  capture.why = why;
}

/** What only the whole file tells: whether it is a session or a guide, and whether its last capture lost its end. */
export function finish(reader: CaptureReader): void {
  const session = reader.captures.length > 1;
  const quoted = reader.quotation.whole();
  for (const capture of reader.captures) {
    capture.session = session;
    if (quoted && !capture.quoted) capture.quoted = quoted;
  }
  const last = reader.captures.at(-1);
  if (last && isDamaged(reader)) limit(last, 'no', 'the file was not read to its end');
}

const isDamaged = ({ options, path }: CaptureReader): boolean =>
  options.budget.notes.some((note) => note.path === path && isLoss(note) && note.code !== 'limit-line');
