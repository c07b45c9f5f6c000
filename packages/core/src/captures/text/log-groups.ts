import { lastNumber, type Line } from '../../bundle/line.ts';
import { BARE_PROMPT } from '../log-end.ts';
import { columnsOf } from './broken-lines.ts';
import { beginsEntry, logWidth } from './log-width.ts';

/**
 * The lines of a log with those put together that are one entry: what a terminal or a runtime broke, and the traces that
 * programs print over several lines, with `\n` between them.
 *
 *     panic: runtime error: invalid memory address or nil pointer dereference
 *     goroutine 1 [running]:
 *     main.main()
 *     	/workspace/cmd/server/main.go:31 +0x85
 */
export function* logEntries(lines: readonly Line[]): Generator<Line, void, undefined> {
  let open: Group | undefined;
  for (const line of wholeLines(lines)) {
    const front = frontOf(line.text);
    const own = front === '' ? line.text : line.text.slice(front.length);
    if (open && belongs(open, front, own)) {
      add(open, line, own);
      continue;
    }
    if (open) yield entryOf(open);
    open = { first: line, last: line, front: sortOf(front), texts: [line.text], trace: traceOf(own), size: 0 };
  }
  if (open) yield entryOf(open);
}

interface Group {
  readonly first: Line;
  last: Line;
  /** What stands in front of its lines, but for the time. */
  readonly front: string;
  readonly texts: string[];
  /** Which program's trace it is, while that may go on. */
  trace: Trace | undefined;
  size: number;
}

type Trace = 'go' | 'python' | 'indented' | 'none';

/** A trace is no longer than this; a log that is indented throughout must not become one entry. */
const MAX_LINES = 200;
const MAX_SIZE = 32_000;

function add(open: Group, line: Line, own: string): void {
  open.last = line;
  open.texts.push(own);
  open.size += own.length;
  if (open.trace === 'python' && PYTHON_END.test(own)) open.trace = 'none';
}

const entryOf = ({ first, last, texts }: Group): Line => {
  if (texts.length === 1) return first;
  const cut = last.cut === true || first.cut === true ? { cut: true as const } : {};
  return { ...first, ...cut, text: texts.join('\n').trimEnd(), endNumber: lastNumber(last) };
};

function belongs({ texts, size, front: before, trace }: Group, front: string, own: string): boolean {
  if (texts.length >= MAX_LINES || size > MAX_SIZE || trace === 'none' || sortOf(front) !== before) return false;
  if (/^[ \t]/.test(own)) return own.trim() !== '' && trace !== undefined;
  if (trace === 'go') return own === '' || GO_LINE.test(own);
  if (trace === 'python') return texts.length > 1 && PYTHON_END.test(own);
  return JAVA_LINE.test(own);
}

/** What may follow a line: nothing below a blank one or one that is indented itself. */
function traceOf(own: string): Trace | undefined {
  if (own === '' || /^[ \t]/.test(own)) return undefined;
  if (GO_HEAD.test(own)) return 'go';
  return PYTHON_HEAD.test(own) ? 'python' : 'indented';
}

const GO_HEAD = /^(?:panic: |fatal error: |goroutine \d{1,9} \[)/;
const GO_LINE = /^(?:\[signal |goroutine \d{1,9} \[|created by |exit status \d|[\w./*()[\]{}-]{1,300}\(.{0,400}\)$)/;
const PYTHON_HEAD = /^Traceback \(most recent call last\):/;
const PYTHON_END = /^[A-Za-z_][\w.]{0,120}(?:: |$)/;
const JAVA_LINE = /^(?:Caused by: |Suppressed: |\.{3} \d{1,5} more$)/;

const FRONT =
  /^(?:\[pod\/[a-z0-9.-]{1,253}\/[a-z0-9-]{1,63}\] ?)?(?:\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{7,9}(?:Z|[+-]\d\d:\d\d)(?: (?:stdout|stderr) [FP])?|(?:\.\d{1,9})?(?:Z|[+-]\d\d:\d\d) (?:stdout|stderr) [FP])(?:[ \t]|$))?/;

/** Only lines that begin with a bracket or a digit may have something in front. */
function frontOf(text: string): string {
  const first = text.charCodeAt(0);
  return first === OPEN || (first >= ZERO && first <= NINE) ? (FRONT.exec(text)?.[0] ?? '') : '';
}

const OPEN = 91;
const ZERO = 48;
const NINE = 57;

const sortOf = (front: string): string => (front === '' ? '' : front.replace(/\d{4}-\d\d-\d\dT\S+/, 'T'));

/** Lines with those joined that a terminal broke at its width, or that a runtime wrote in parts. */
function* wholeLines(lines: readonly Line[]): Generator<Line, void, undefined> {
  const width = logWidth(lines);
  let open: Line | undefined;
  let above: Line | undefined;
  for (const line of lines) {
    const rest = above && restOf(above, line, width);
    if (open && rest !== undefined) open = { ...open, text: open.text + rest, endNumber: lastNumber(line) };
    else {
      if (open) yield open;
      open = line;
    }
    above = line;
  }
  if (open) yield open;
}

/** What of a line goes on with the one above it. */
function restOf(above: Line, { text }: Line, width: number | undefined): string | undefined {
  const begins = beginsEntry(text) || BARE_PROMPT.test(text);
  if (columnsOf(above.text) === width && text !== '' && !begins) return text;
  const stream = PART.exec(above.text)?.[1];
  const next = stream === undefined ? null : WRITTEN.exec(text);
  return next?.[1] === stream && next !== null ? text.slice(next[0].length) : undefined;
}

/** A runtime parts long lines: `P` is a part, `F` the last one. */
const PART = /^\S{20,40} (stdout|stderr) P /;
const WRITTEN = /^\S{20,40} (stdout|stderr) [FP] /;
