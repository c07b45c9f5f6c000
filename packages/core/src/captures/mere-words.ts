import { fewLines } from '../bundle/block.ts';
import type { Line } from '../bundle/line.ts';
import { isLoss } from '../bundle/note.ts';
import { MAX_QUOTE } from '../facts/evidence-gate.ts';
import { mayHoldSecret } from '../facts/may-hold-secret.ts';
import { visible } from '../facts/visible.ts';
import { HEAD_LINES, type CaptureContext, type PathHint } from './capture.ts';
import { cleanLine, isFence } from './clean-line.ts';
import { readCommandLine } from './command-line.ts';
import { readDumpMarker } from './dump-marker.ts';
import { BARE_PROMPT } from './log-end.ts';
import { commandFromPath } from './path-command.ts';
import { hintFromPath, mayTellSort } from './path-hint.ts';
import { maySaySomething } from './prose.ts';
import type { ReadMemberOptions } from './read-member.ts';
import { surest } from './surest-kind.ts';

/**
 * How many lines a small file has, if all of them are words that no command printed and that tell nothing; undefined where
 * it has to be read. What reading it would find, found without what reading takes: there can be very many such files.
 */
export function mereWords(path: string, text: Uint8Array, options: ReadMemberOptions): number | undefined {
  if (text.length > MOST_BYTES || options.plain === true || isDamaged(path, options)) return undefined;
  const lines = fewLines(text, HEAD_LINES);
  if (lines === undefined || !canBeShown(path, lines) || commandFromPath(path) !== undefined) return undefined;
  const fromPath = mayTellSort(path) ? hintFromPath(path) : NO_HINT;
  return tellsNothing(lines, { path, fromPath, options }) ? lines.length : undefined;
}

const MOST_BYTES = 2000;

const NO_HINT: PathHint = {};

/** The path, and of the lines the first, as they stand. */
function canBeShown(path: string, [first]: readonly Line[]): boolean {
  if (first === undefined || first.text.length > MAX_QUOTE || first.text.trim() === '') return false;
  return !mayHoldSecret(`${path}\n${first.text}`) && visible(first.text) === first.text;
}

const isDamaged = (path: string, { budget }: ReadMemberOptions): boolean =>
  budget.notes.some((note) => note.path === path && isLoss(note));

interface Told {
  readonly path: string;
  readonly fromPath: PathHint;
  readonly options: ReadMemberOptions;
}

function tellsNothing(lines: readonly Line[], told: Told): boolean {
  for (let at = 0; at < lines.length; at++) if (!beginsNothing(lines, at, told)) return false;
  return !maySaySomething(lines.map(({ text }) => text.trim()).join(' ')) || saysNothing(lines, told);
}

/** Whether the line is plain and no capture begins there. Of the last lines of small files many are alike. */
function beginsNothing(lines: readonly Line[], at: number, { fromPath, options }: Told): boolean {
  const line = lines[at] as Line;
  if (line.text.trim() === '') return true;
  const isLast = at > 0 && at === lines.length - 1 && fromPath === NO_HINT;
  const known = lastLinesOf(options);
  if (isLast && known.has(line.text)) return true;
  if (!isPlain(line) || surest(options.kinds, at === 0 ? lines : lines.slice(at), { fromPath }) !== undefined)
    return false;
  if (isLast && known.size < MOST_LAST_LINES) known.add(line.text);
  return true;
}

/**
 * Last lines at which nothing begins, by what they say; what stands above does not count. They are forgotten with the
 * reading of the bundle they come from.
 */
function lastLinesOf(options: ReadMemberOptions): Set<string> {
  const known = LAST_LINES.get(options) ?? new Set();
  LAST_LINES.set(options, known);
  return known;
}

const LAST_LINES = new WeakMap<ReadMemberOptions, Set<string>>();
const MOST_LAST_LINES = 1000;

function saysNothing(lines: readonly Line[], { path, fromPath, options: { prose, budget } }: Told): boolean {
  const context: CaptureContext = {
    path,
    head: [],
    fromPath,
    wanted: () => true,
    note: () => undefined,
    limits: budget.limits,
    unreadLines: 0,
  };
  return prose.parse(lines, context).next().done === true;
}

/** Nothing would be taken from it before it is looked at, and nothing in it parts captures. */
const isPlain = (line: Line): boolean =>
  STARTS_PLAIN.test(line.text) &&
  cleanLine(line) === line &&
  !isFence(line.text) &&
  !BARE_PROMPT.test(line.text) &&
  readDumpMarker(line) === undefined &&
  readCommandLine(line) === undefined;

/** Neither indented nor a row between bars. */
const STARTS_PLAIN = /^[^\s|│┃]/;
