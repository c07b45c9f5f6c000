import type { Line } from '../../bundle/line.ts';
import type { OperationErrorFact } from '../../facts/fact.ts';
import { known } from '../../facts/known.ts';
import { readArmErrors } from './arm-error.ts';

/** An error as one place of an output prints it. */
export interface PrintedError {
  readonly source: NonNullable<OperationErrorFact['source']>;
  readonly code?: string;
  readonly message: string;
  readonly time?: string;
  readonly extension?: string;
  readonly namespace?: string;
  readonly first: Line;
  readonly last: Line;
}

/** A code on a line of its own, which the message below belongs to. */
interface Code {
  readonly text: string;
  readonly first: Line;
  readonly at: number;
}

interface Reader {
  readonly lines: readonly Line[];
  at: number;
  code: Code | undefined;
  terraform: boolean;
}

/** Every error that `az`, the portal, Azure Resource Manager or Terraform prints into these lines, in order. */
export function* printedErrors(lines: readonly Line[]): Generator<PrintedError, void, undefined> {
  const reader: Reader = { lines, at: 0, code: undefined, terraform: false };
  for (; reader.at < lines.length; reader.at++) {
    const line = lines[reader.at] as Line;
    const text = bareText(line.text);
    reader.terraform ||= TERRAFORM.test(text);
    const said = CODE.exec(text);
    if (said !== null) reader.code = { text: said[1] ?? '', first: line, at: reader.at };
    const message = messageIn(text, said);
    const json = message === undefined ? jsonAt(lines, reader.at) : undefined;
    if (message !== undefined) yield messageError(reader, message);
    else if (json !== undefined) {
      reader.at = json.end;
      yield* armErrors(json.lines);
    } else if (SENTENCE.test(text)) yield messageError(reader, { text });
  }
}

const messageError = (reader: Reader, message: { code?: string; text: string }): PrintedError => {
  const { lines, at, code, terraform } = reader;
  const line = lines[at] as Line;
  const above = message.code === undefined && code !== undefined && at - code.at <= CODE_REACH ? code : undefined;
  const block = blockAt(lines, at, message.text);
  reader.code = undefined;
  reader.at = block.end;
  return known<PrintedError>({
    source: terraform ? 'terraform' : 'az',
    code: message.code ?? above?.text,
    message: block.text,
    first: above?.first ?? line,
    last: block.last,
  });
};

/** Terraform draws a box around an error; az and PowerShell name themselves in front of it. */
export const bareText = (text: string): string =>
  text.replace(/^[\s│╷╵|]{0,20}/, '').replace(/^(?:az(?:\.cmd)? : )?ERROR: /, '');

const TERRAFORM = /^Error: (?:creating|updating|deleting|waiting for|polling) /;

/** `Status:` is where newer Terraform providers keep the code. */
const CODE = /^(?:- )?(?:Code|Status|Error code): {0,9}["']?([A-Z][A-Za-z]{3,79})\b/i;
const CODE_REACH = 6;

const IN_FRONT = /^\(([A-Z][A-Za-z]{3,79})\) {0,9}(?=\S)/;
const MESSAGE = /^(?:- )?Message: {0,9}(?=\S)/i;
const MESSAGE_BEHIND_CODE = /\bMessage: {0,9}(?=\S)/i;
const SENTENCE = /\bunable to get (?:a )?response from the agent in time/i;

const messageIn = (text: string, code: RegExpExecArray | null): { code?: string; text: string } | undefined => {
  const front = IN_FRONT.exec(text);
  if (front !== null) return { code: front[1] ?? '', text: text.slice(front[0].length) };
  const message = MESSAGE.exec(text) ?? (code === null ? null : MESSAGE_BEHIND_CODE.exec(text));
  return message === null ? undefined : { text: withoutCode(text.slice(message.index + message[0].length)) };
};

const withoutCode = (text: string): string => text.replace(/^["']/, '').replace(IN_FRONT, '');

/** No message is longer. */
const MAX_LINES = 200;

/** A message goes on below where its brackets are still open, where a line is indented, or where a terminal broke it. */
const blockAt = (lines: readonly Line[], at: number, start: string): { text: string; last: Line; end: number } => {
  const texts = [start];
  let depth = depthOf(start);
  let end = at;
  while (end + 1 < lines.length && texts.length < MAX_LINES) {
    const next = lines[end + 1] as Line;
    const text = bareText(next.text);
    if (ENDS.test(text) || !goesOn(lines[end] as Line, next, depth)) break;
    texts.push(text);
    depth += depthOf(text);
    end++;
  }
  const text = texts.join('\n').trim().replace(/["']$/, '');
  return { text, last: lines[end] as Line, end };
};

const ENDS =
  /^(?:\([A-Z][A-Za-z]{3,79}\) |(?:Code|Status|Message|Target|Inner ?error|Exception Details|Additional Information|Activity Id):|[{}]$|on \S+ line \d)/i;

const goesOn = (line: Line, next: Line, depth: number): boolean => {
  if (depth > 0) return true;
  if (next.text.trim() === '') return false;
  return /^(?:\t| {2,}\S|\s{0,9}\* )/.test(next.text) || /^.{79,80}$|^.{119,120}$/.test(line.text);
};

const depthOf = (text: string): number => count(text, /[[{]/g) - count(text, /[\]}]/g);

const count = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0;

const JSON_LINES = 20_000;

/** The lines of the JSON document that begins at a line, behind some words perhaps. */
const jsonAt = (lines: readonly Line[], at: number): { lines: readonly Line[]; end: number } | undefined => {
  const first = lines[at] as Line;
  if (
    !/^(?:\{|\[\s*\{|\[\s*$|.{0,300}?\{\s{0,9}\\{0,8}"(?:error|code|status)\\{0,8}"\s{0,9}:)/.test(bareText(first.text))
  )
    return undefined;
  let depth = 0;
  for (let end = at; end < Math.min(lines.length, at + JSON_LINES); end++) {
    depth += depthOf(withoutStrings((lines[end] as Line).text));
    if (depth <= 0) return { lines: lines.slice(at, end + 1), end };
  }
  return { lines: lines.slice(at, at + JSON_LINES), end: Math.min(lines.length, at + JSON_LINES) - 1 };
};

const withoutStrings = (text: string): string => text.replace(/"(?:[^"\\]|\\.){0,65536}"/g, '""');

function* armErrors(block: readonly Line[]): Generator<PrintedError, void, undefined> {
  const text = block.map((line) => bareText(line.text)).join('\n');
  for (const { code, message, ...rest } of readArmErrors(text.slice(Math.max(0, text.search(/[[{]/))))) {
    const line = lineOf(block, message) ?? (block[0] as Line);
    yield { source: 'arm', code, message, ...rest, first: line, last: line };
  }
}

/** The line that prints a message, by as much of its beginning as no escape interrupts. */
const lineOf = (block: readonly Line[], message: string): Line | undefined => {
  const start = /^[^"\\\n]{1,60}/.exec(message)?.[0];
  return start === undefined ? undefined : block.find((line) => line.text.includes(start));
};
