import { lastNumber, type Line } from '../../bundle/line.ts';
import { pieceOf } from './broken-lines.ts';
import { eventMessageGoesOn, isDashes, isEventLine } from './describe-events.ts';
import { indentOf, readPair, type KeyOrder } from './describe-layout.ts';

/** The keys below `Name:` that make a description one of this kind of object, line by line. */
export type Opening = readonly ReadonlySet<string>[];

/** Whether lines begin with `Name:` and the keys that follow it in descriptions of this kind. */
export function beginsObject(lines: readonly Line[], opening: Opening): boolean {
  if (!/^\s*Name:\s+\S/.test(lines[0]?.text ?? '')) return false;
  const keys = lines.filter(({ text }) => text.trim() !== '').map(({ text }) => readPair(text)?.key ?? '');
  return opening.every((allowed, i) => i + 1 >= keys.length || allowed.has(keys[i + 1] ?? ''));
}

/** The lines of each described object; what stands before the first `Name:` is an object of its own. */
export function splitObjects(lines: readonly Line[], opening: Opening): readonly (readonly Line[])[] {
  const starts = [0];
  for (let i = 1; i < lines.length; i++) {
    const begins = /^\s*Name:\s/.test(lines[i]?.text ?? '') && beginsObject(lines.slice(i, i + 4), opening);
    if (begins && i + 1 < lines.length) starts.push(i);
  }
  return starts.map((start, i) => lines.slice(start, starts[i + 1] ?? lines.length)).filter((part) => part.length > 0);
}

/** The lines of a description above its events, and those from `Events:` on. */
export function splitEvents(lines: readonly Line[]): {
  readonly above: readonly Line[];
  readonly events: readonly Line[];
} {
  const at = lines.findLastIndex(({ text }, i) => EVENTS.test(text) && opensEvents(text, lines[i + 1]?.text));
  if (at >= 0) return { above: lines.slice(0, at), events: lines.slice(at) };
  return isEventLine(lines[0]?.text ?? '') ? { above: [], events: lines } : { above: lines, events: [] };
}

const EVENTS = /^\s*Events:/;

/** A text inside a message may look like this section: what follows tells. */
const opensEvents = (text: string, next: string | undefined): boolean =>
  /<none>\s*$/.test(text) || next === undefined || isEventLine(next);

/**
 * Folds the message of a terminated container into one line: it may have lines that look like any part of a description.
 * It ends above the exit code, which always follows.
 */
export function foldMessages(lines: readonly Line[]): readonly Line[] {
  if (!lines.some(({ text }) => MESSAGE.test(text))) return lines;
  const folded: Line[] = [];
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i] as Line;
    const end = MESSAGE.test(line.text) && isStateAbove(lines, i) ? endOfMessage(lines, i) : i;
    folded.push(end === i ? line : joinedLine(lines.slice(i, end + 1) as [Line, ...Line[]]));
    i = end;
  }
  return folded;
}

const joinedLine = (pieces: readonly [Line, ...Line[]]): Line => ({
  ...pieces[0],
  text: pieces.map(({ text }) => text).join('\n'),
  endNumber: lastNumber(pieces.at(-1) as Line),
});

const MESSAGE = /^\s*Message:\s/;
/** A termination message has at most 4096 bytes. */
const MESSAGE_LINES = 200;

const isStateAbove = (lines: readonly Line[], at: number): boolean =>
  lines.slice(Math.max(0, at - 2), at).some(({ text }) => /^\s*(?:Last )?State:\s/.test(text));

function endOfMessage(lines: readonly Line[], at: number): number {
  const depth = indentOf(lines[at]?.text ?? '');
  const last = Math.min(lines.length, at + MESSAGE_LINES);
  for (let i = at + 1; i < last; i++) {
    const text = lines[i]?.text ?? '';
    if (/^\s*(?:Exit Code|Signal):\s+-?\d+\s*$/.test(text) && indentOf(text) === depth) return i - 1;
  }
  return at;
}

/** The lines of a description above one, and those that follow it as far as they are known. */
interface Around {
  readonly lines: readonly Line[];
  readonly ahead?: readonly Line[];
}

/** What descriptions of one kind of object look like. */
export interface DescriptionForm {
  readonly order: KeyOrder;
  readonly opening: Opening;
}

/** Whether a line still belongs to a description that began above it. */
export function describeGoesOn(line: Line, around: Around, form: DescriptionForm): boolean {
  const { text } = line;
  if (isDeep(text) && !isBlank(around.lines.at(-1))) return true;
  if (isBlank(line)) return true;
  if (OTHER_CAPTURE.test(text) || isLookup(text, around)) return false;
  return isInEvents(line, around, form) ? eventsGoOn(line, around, form) : bodyGoesOn(line, around, form);
}

/** Below a line that is not blank an indented one goes on whatever stands above, unless another object may begin there. */
const isDeep = (text: string): boolean => text.startsWith('  ') && !/^\s*(?:$|Name:\s)/.test(text);

function eventsGoOn(line: Line, { lines, ahead = [] }: Around, { opening }: DescriptionForm): boolean {
  const { text } = line;
  if (isEventLine(text) || isDashes(text)) return true;
  if (/^\s*Name:\s/.test(text)) return beginsObject([line, ...ahead], opening);
  if (indentOf(text) >= 2 || pieceOf(line, lines, ahead) !== undefined) return true;
  return !isBlank(lines.at(-1)) && (goesOnBelow(ahead, opening) || eventMessageGoesOn(line, { lines, ahead }));
}

function bodyGoesOn(line: Line, { lines, ahead = [] }: Around, { opening }: DescriptionForm): boolean {
  const { text } = line;
  if (!isBlank(lines.at(-1))) return true;
  if (/^Name:\s/.test(text)) return beginsObject([line, ...ahead], opening);
  return indentOf(text) > 0 || readPair(text) !== undefined || ahead.some((next) => FIELD.test(next.text));
}

const isBlank = (line: Line | undefined): boolean => line !== undefined && !/\S/.test(line.text);

/** A message of several lines stands between events, or between the events of one object and the next. */
const goesOnBelow = (ahead: readonly Line[], opening: Opening): boolean =>
  ahead.some(({ text }, i) => isEventLine(text) || beginsObject(ahead.slice(i), opening));

/** The beginning of what another command prints. */
const OTHER_CAPTURE =
  /^(?:NAME(?:SPACE)?\s+[A-Z]{2}|LAST SEEN\s+[A-Z]|Error from server|error: |No resources found|apiVersion: |Non-authoritative answer|[IWEF]\d{4} \d\d:)/;

/** `Server:` alone may belong to a volume. */
const isLookup = (text: string, around: Around): boolean =>
  /^Server:\s/.test(text) && around.ahead?.[0]?.text.startsWith('Address') === true;

/** A field inside a description: its depth tells it from a sentence. */
const FIELD = /^(?: {2}|\t)\s*[A-Z][\w -]{0,40}:\s/;

const LOOK_BACK = 400;

function isInEvents(line: Line, { lines }: Around, { order }: DescriptionForm): boolean {
  const from = Math.max(0, lines.length - LOOK_BACK);
  for (let i = lines.length - 1; i >= from; i--) {
    const place = placeOf(lines[i]?.text ?? '', (lines[i + 1] ?? line).text, order);
    if (place !== undefined) return place === 'events';
  }
  return false;
}

/** Begins at the margin, or as the heading of events or one of them does. */
const MAY_TELL_PLACE = /^(?:\S|\s+(?:Events:|Type\s|FirstSeen\s|LastSeen\s|Normal\s|Warning\s))/;

/** What a line tells of the place it stands in. */
function placeOf(text: string, next: string, order: KeyOrder): 'events' | 'body' | undefined {
  if (!MAY_TELL_PLACE.test(text)) return undefined;
  if (EVENTS.test(text)) return opensEvents(text, next) ? 'events' : undefined;
  if (isEventLine(text)) return 'events';
  return /^\S/.test(text) && order.has(readPair(text)?.key ?? '') ? 'body' : undefined;
}
