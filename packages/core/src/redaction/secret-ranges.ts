import type { Line } from '../bundle/line.ts';

/** First and last number of lines that hold the values of a Secret object. */
export interface LineRange {
  readonly start: number;
  readonly end: number;
}

/** Finds, line by line, where the `data` of Secret objects stands. */
export interface SecretScan {
  push(line: Line): void;
  end(): readonly LineRange[];
}

/**
 * Finds the values of Secret objects in YAML and in JSON of one key a line. The kind of an object stands after its data
 * where keys are sorted, so what is secret is known only when the object has ended. No parser: a text that is cut, or
 * stands in a log, is searched as well.
 */
export function scanForSecrets(): SecretScan {
  const state: ScanState = { frames: [], found: [], last: 0 };
  return {
    push: (line) => scanLine(line, state),
    end() {
      closeFrames(state, { beyond: -1, before: state.last + 1 });
      return state.found.toSorted((a, b) => a.start - b.start);
    },
  };
}

/** An object whose keys begin at this column. */
interface Frame {
  readonly column: number;
  kind?: string;
  /** First line of the data that is being passed. */
  open?: number;
  readonly ranges: LineRange[];
}

interface ScanState {
  readonly frames: Frame[];
  readonly found: LineRange[];
  last: number;
}

/** A key of an object that tells what it is, or holds its data; in YAML it may begin an element of a list. */
const KEY = /^(\s{0,400}(?:- {1,8}){0,8})(["']?)([A-Za-z][\w-]{0,60})\2\s{0,9}:(?:\s{1,80}|$)(.*)$/;
const ASKED = new Set(['apiVersion', 'kind', 'data', 'stringData', 'metadata', 'type']);

/** An object nested deeper than this is not ours. */
const MOST_FRAMES = 64;

function scanLine({ text, number }: Line, state: ScanState): void {
  state.last = number;
  if (/^\s*$/.test(text)) return;
  const { key, value, column, isNew } = readKey(text);
  closeFrames(state, { beyond: isNew ? column - 1 : column, before: number });
  const frame = frameAt(column, state);
  if (frame !== undefined) closeRange(frame, number);
  if (!ASKED.has(key) || state.frames.length > MOST_FRAMES) return;
  takeKey(frame ?? openFrame(state, column), { key, value, number });
}

/** The key of a line, if it has one; whether an object begins with it, and where. */
function readKey(text: string): { key: string; value: string; column: number; isNew: boolean } {
  const [, before = '', , key = '', value = ''] = KEY.exec(text) ?? [];
  const column = key === '' ? text.search(/\S/) : before.length;
  return { key, value, column, isNew: before.includes('-') || /^(?:---|\.\.\.)/.test(text) };
}

function frameAt(column: number, { frames }: ScanState): Frame | undefined {
  const top = frames.at(-1);
  return top?.column === column ? top : undefined;
}

interface Key {
  readonly key: string;
  readonly value: string;
  readonly number: number;
}

function takeKey(frame: Frame, { key, value, number }: Key): void {
  if (key === 'kind') frame.kind = value.replace(/[\s"',]+/g, '');
  if (key !== 'data' && key !== 'stringData') return;
  if (/^\{?\s*$/.test(value)) frame.open = number + 1;
  else frame.ranges.push({ start: number, end: number });
}

function openFrame(state: ScanState, column: number): Frame {
  const frame: Frame = { column, ranges: [] };
  state.frames.push(frame);
  return frame;
}

function closeFrames(state: ScanState, { beyond, before }: { beyond: number; before: number }): void {
  for (let top = state.frames.at(-1); top !== undefined && top.column > beyond; top = state.frames.at(-1)) {
    closeRange(top, before);
    if (top.kind === 'Secret') state.found.push(...top.ranges);
    state.frames.pop();
  }
}

function closeRange(frame: Frame, before: number): void {
  if (frame.open !== undefined && frame.open < before) frame.ranges.push({ start: frame.open, end: before - 1 });
  delete frame.open;
}
