import type { Line } from '../bundle/line.ts';
import { HEAD_LINES, type CaptureKind, type Command, type PathHint, type SoFar } from './capture.ts';
import { partOf, withoutTrailingBlanks, type Open, type Part } from './capture-part.ts';
import { readRemark } from './client-remark.ts';
import { cleanLine, isFence } from './clean-line.ts';
import { createTableReader, type TableReader } from './markdown-table.ts';
import { readCommandLine } from './command-line.ts';
import { readDumpMarker } from './dump-marker.ts';
import { surest, type Recognized } from './surest-kind.ts';
import { BARE_PROMPT, mayBeginInLog, mayEndLog, PROMPT_SIGN } from './log-end.ts';
import { createUnindenter, type Unindenter } from './unindent.ts';

export interface Splitter {
  /** Takes the next lines of the file, gives the parts that are whole by now. */
  push(lines: readonly Line[]): readonly Part[];
  /** The file has ended. */
  end(): readonly Part[];
  /**
   * Leaves the log that is open to who looks at single entries, and gives what there was of it so far. Undefined where no
   * log is open, or its lines have to be cleaned, or something may end it soon.
   */
  leaveLog(): readonly Part[] | undefined;
  /** The log that was left, as a part without lines. */
  logPart(): Part;
  /** The lines that follow may not belong to the log that was left. */
  resume(): void;
}

export interface SplitOptions {
  readonly kinds: readonly CaptureKind[];
  /** The kind for lines that nothing recognizes. */
  readonly prose: CaptureKind;
  readonly fromPath: PathHint;
  /** The command whose output the file is, where its path says so. */
  readonly command?: Command | undefined;
  /** Lines of one capture held at a time. */
  readonly maxLines: number;
}

/** Log lines handed on at a time, and lines of a structured capture after which it may be handed on in parts. */
const PART_LINES = 2000;
const FIRST_PART_LINES = 32;

interface State {
  readonly options: SplitOptions;
  readonly soFar: SoFar;
  /** Lines not yet looked at; `at` is the next of them. */
  waiting: Line[];
  at: number;
  open: Open | undefined;
  /** The command line that the next capture stands under. */
  command: Command | undefined;
  parts: Part[];
  unindenter: Unindenter;
  readonly tables: TableReader;
  /** A line of the file had to be cleaned. */
  dirty: boolean;
}

/** Cuts the lines of a file into captures: at prompts, code fences, and where the text of another command begins. */
export function createSplitter(options: SplitOptions): Splitter {
  const state: State = {
    options,
    soFar: soFarIn(() => state),
    waiting: [],
    at: 0,
    open: undefined,
    command: options.command,
    parts: [],
    unindenter: createUnindenter(),
    tables: createTableReader(),
    dirty: false,
  };
  return {
    push(lines) {
      for (const line of lines) admit(state, line);
      drain(state, HEAD_LINES);
      return takeParts(state);
    },
    end() {
      state.waiting.push(...state.unindenter.end());
      dropLastPrompt(state);
      drain(state, 0);
      close(state);
      return takeParts(state);
    },
    leaveLog: () => leaveLog(state),
    logPart: () => partOf(state.open as Open, [], false),
    resume: () => void (state.unindenter = createUnindenter(true)),
  };
}

function dropLastPrompt({ waiting, open }: State): void {
  const last = waiting.findLastIndex(({ text }) => text.trim() !== '');
  if ((last > 0 || open) && BARE_PROMPT.test(waiting[last]?.text ?? '')) waiting.splice(last);
}

function admit(state: State, line: Line): void {
  const cleaned = state.tables.push(cleanLine(line));
  if (cleaned !== line) state.dirty = true;
  if (cleaned === undefined) return;
  const ready = state.unindenter.push(cleaned);
  if (ready !== undefined) state.waiting.push(ready);
}

function leaveLog(state: State): readonly Part[] | undefined {
  const { open, unindenter } = state;
  if (open?.kind.parseLine === undefined || open.first || state.dirty || unindenter.isMarked()) return undefined;
  if ([...state.waiting, ...unindenter.waiting()].some(({ text }) => mayEndLog(text))) return undefined;
  for (const line of [...state.waiting, ...unindenter.end()]) append(state, open, line);
  state.waiting = [];
  handOn(state, open);
  return takeParts(state);
}

/** Looks at all waiting lines but the last `ahead`, which are needed to recognize what begins before them. */
function drain(state: State, ahead: number): void {
  for (; state.waiting.length - state.at > ahead; state.at++) take(state, state.waiting[state.at] as Line);
  state.waiting = state.waiting.slice(state.at);
  state.at = 0;
}

function takeParts(state: State): readonly Part[] {
  const ready = state.parts;
  state.parts = [];
  return ready;
}

function take(state: State, line: Line): void {
  if (isFence(line.text)) return close(state);
  if (takeCommand(state, line)) return;
  if (state.open && state.open.kind !== state.options.prose) {
    if (goesOn(state, state.open, line)) return append(state, state.open, line);
    close(state);
  }
  if (line.text.trim() === '') return state.open && append(state, state.open, line);
  if (takeRemark(state, line)) return;
  const found = recognize(state);
  if (found) return begin(state, found.kind, line);
  return state.open ? append(state, state.open, line) : begin(state, state.options.prose, line);
}

/** Whether the line is a command or a prompt and nothing else; what follows then stands under that command. */
function takeCommand(state: State, line: Line): boolean {
  const marker = readDumpMarker(line);
  if (marker) {
    close(state);
    state.command = marker.command;
    return true;
  }
  if (state.open?.kind.log === true && !PROMPT_SIGN.test(line.text)) return false;
  const typed = readCommandLine(line);
  if (!typed) return false;
  close(state);
  state.command = typed.command;
  return typed.answered !== true;
}

/** Whether the line is a remark about the command above it, and no output. */
function takeRemark(state: State, { text }: Line): boolean {
  const command = state.command && readRemark(text, state.command);
  if (command === undefined) return false;
  state.command = command;
  return true;
}

/** A log goes on until something unmistakable begins; other kinds say themselves what belongs to them. */
function goesOn(state: State, open: Open, line: Line): boolean {
  if (open.kind.log !== true) return open.kind.continues(line, state.soFar);
  if (!mayBeginInLog(line.text)) return true;
  const other = recognize(state);
  return !other || other.sure < 3 || other.kind.log === true;
}

function recognize(state: State): Recognized | undefined {
  const { options, command } = state;
  const about = command === undefined ? { fromPath: options.fromPath } : { command, fromPath: options.fromPath };
  return surest(options.kinds, state.waiting.slice(state.at, state.at + HEAD_LINES), about);
}

function begin(state: State, kind: CaptureKind, line: Line): void {
  close(state);
  state.open = { kind, command: state.command, head: [], lines: [line], first: true, overflow: false };
  state.command = undefined;
}

function append(state: State, open: Open, line: Line): void {
  if (open.lines.length >= partLines(open) && mayPart(state, open, line)) handOn(state, open);
  if (open.lines.length < state.options.maxLines) open.lines.push(line);
  else open.overflow = true;
}

/** The first part of a log is short: what follows can be left to a filter. */
const partLines = ({ kind, first }: Open): number => (kind.parseLine && first ? FIRST_PART_LINES : PART_LINES);

/** A log and a text of words may be read line by line; other kinds say where. */
const mayPart = ({ options }: State, { kind, lines }: Open, line: Line): boolean =>
  kind.log === true || kind === options.prose || kind.splitsBefore?.(line, lines) === true;

/** Hands on what a long capture holds so far. */
function handOn(state: State, open: Open): void {
  state.parts.push(partOf(open, open.lines.slice(open.head.length), false));
  if (open.first)
    open.head = open.lines.slice(0, open.kind.log === true ? 1 : (open.kind.headingLines?.(open.lines) ?? 0));
  open.lines = [...open.head];
  open.first = false;
}

function close(state: State): void {
  const { open } = state;
  if (!open) return;
  state.open = undefined;
  const lines = withoutTrailingBlanks(open.lines.slice(open.head.length));
  if (lines.length > 0 || !open.first) state.parts.push(partOf(open, lines, true));
}

/** The capture that is open as it is just then: it is asked for at every line, and few look ahead. */
const soFarIn = (state: () => State): SoFar => ({
  get lines() {
    return state().open?.lines ?? [];
  },
  get command() {
    return state().open?.command;
  },
  get ahead() {
    const { waiting, at } = state();
    return waiting.slice(at + 1, at + 1 + AHEAD_LINES);
  },
});

/** How many lines below it `continues` may look at. */
const AHEAD_LINES = 8;
