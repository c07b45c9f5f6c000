import { fewLines, type Block } from '../bundle/block.ts';
import type { Line } from '../bundle/line.ts';
import { isLoss } from '../bundle/note.ts';
import { gate } from '../facts/evidence-gate.ts';
import { mayHoldSecret } from '../facts/may-hold-secret.ts';
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
export function mereWords(path: string, block: Block, options: ReadMemberOptions): number | undefined {
  if (block.whole !== true || options.plain === true) return undefined;
  const lines = fewLines(block, { bytes: MOST_BYTES, lines: HEAD_LINES });
  if (lines === undefined || !beginsQuietly(lines) || mayHoldSecret(path) || isDamaged(path, options)) return undefined;
  if (commandFromPath(path) !== undefined) return undefined;
  const fromPath = mayTellSort(path) ? hintFromPath(path) : NO_HINT;
  return tellsNothing(lines, { path, fromPath, options }) ? lines.length : undefined;
}

const MOST_BYTES = 2000;

const NO_HINT: PathHint = {};

/** The first line is what would be shown of the file. */
function beginsQuietly([first]: readonly Line[]): boolean {
  return first !== undefined && first.text.trim() !== '' && gate(first.text) === first.text;
}

const isDamaged = (path: string, { budget }: ReadMemberOptions): boolean =>
  budget.notes.some((note) => note.path === path && isLoss(note));

interface Told {
  readonly path: string;
  readonly fromPath: PathHint;
  readonly options: ReadMemberOptions;
}

function tellsNothing(lines: readonly Line[], told: Told): boolean {
  const about = { fromPath: told.fromPath };
  for (const [at, line] of lines.entries()) {
    if (line.text.trim() === '') continue;
    if (!isPlain(line)) return false;
    if (surest(told.options.kinds, at === 0 ? lines : lines.slice(at), about) !== undefined) return false;
  }
  return !maySaySomething(lines.map(({ text }) => text.trim()).join(' ')) || saysNothing(lines, told);
}

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
