import type { Line } from '../../bundle/line.ts';
import { lastNumber } from '../../bundle/line.ts';
import type { OperationErrorFact } from '../../facts/fact.ts';
import { known } from '../../facts/known.ts';
import { ARC_ERROR } from './arc-error.ts';
import { readArmErrors } from './arm-error.ts';
import { brokenWidth } from './broken-lines.ts';
import { withoutEscapes } from './escapes.ts';
import { saysOperationError } from './operation-class.ts';
import { CODE, bareText, inBox, jsonAt, messageBlock } from './printed-block.ts';

/** An error as one place of an output prints it. */
export interface PrintedError {
  readonly source: NonNullable<OperationErrorFact['source']>;
  readonly code?: string;
  readonly message: string;
  readonly time?: string;
  readonly extension?: string;
  readonly namespace?: string;
  /** Terraform says below that it is about a release. */
  readonly helm?: boolean;
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
  /** Where a terminal broke the lines. */
  readonly width: number | undefined;
  at: number;
  code: Code | undefined;
  terraform: boolean;
}

/** Every error that `az`, the portal, Azure Resource Manager, Terraform or Helm prints into these lines, in order. */
export function* printedErrors(lines: readonly Line[]): Generator<PrintedError, void, undefined> {
  const reader: Reader = { lines, width: brokenWidth(lines), at: 0, code: undefined, terraform: false };
  for (; reader.at < lines.length; reader.at++) {
    const line = lines[reader.at] as Line;
    const text = bareText(line.text);
    reader.terraform ||= TERRAFORM.test(text) || inBox(line.text);
    const said = CODE.exec(text);
    if (said !== null) reader.code = { text: said[1] ?? '', first: line, at: reader.at };
    const message = messageIn(text, said);
    const json = message === undefined ? jsonAt(lines, reader.at) : undefined;
    if (message !== undefined) yield* messageErrors(reader, message);
    else if (json !== undefined) {
      reader.at = json.end;
      yield* armErrors(json.lines);
    } else if (SENTENCE.test(text)) yield* messageErrors(reader, { source: 'az', text });
  }
}

interface Message {
  readonly source: 'az' | 'helm';
  readonly code?: string;
  readonly text: string;
}

function* messageErrors(reader: Reader, message: Message): Generator<PrintedError, void, undefined> {
  const { lines, at, terraform, width } = reader;
  const above = message.code === undefined ? codeAbove(reader) : undefined;
  const block = messageBlock({ lines, at, start: message.text, width });
  reader.code = undefined;
  reader.at = block.end;
  const said = saidIn(block.text);
  if (said === undefined || said.text === '') return;
  yield known<PrintedError>({
    source: terraform ? 'terraform' : message.source,
    code: said.code ?? message.code ?? above?.text,
    message: unquoted(said.text),
    helm:
      terraform && lines.slice(block.end + 1, block.end + 6).some((line) => OF_HELM.test(line.text)) ? true : undefined,
    first: above?.first ?? (lines[at] as Line),
    last: block.last,
  });
}

const OF_HELM = /\bhelm_release\b/;

const codeAbove = ({ code, at }: Reader): Code | undefined =>
  code !== undefined && at - code.at <= CODE_REACH ? code : undefined;

/** What the service said; nothing where only the lines below tell it. */
const saidIn = (text: string): { code?: string | undefined; text: string } | undefined => {
  const inside = CODE_AND_MESSAGE.exec(text);
  if (inside !== null) return { code: inside[1], text: inside[2] ?? '' };
  if (TERRAFORM.test(`Error: ${text}`) && !saysOperationError(text)) return undefined;
  return { text: ANY_CODE.test(text) ? withoutCode(text) : text };
};

const TERRAFORM = /^Error: (?:creating|updating|deleting|waiting for|polling) /;

/** Older providers print both in one sentence. */
const CODE_AND_MESSAGE = /\bCode="?([A-Z][A-Za-z]{3,79})"? Message=("?[^]*)$/;
const CODE_REACH = 6;

const IN_FRONT = /^\(([A-Z][A-Za-z]{3,79})\) {0,9}(?=\S)/;
const ANY_CODE = /^["']?\([A-Z]/;
const MESSAGE = /^(?:- )?Message: {0,9}(?=\S)/i;
const MESSAGE_BEHIND_CODE = /\bMessage: {0,9}(?=\S)/i;
const SENTENCE = /\bunable to get (?:a )?response from the agent in time/i;
const OWN =
  /^(?:The extension operation failed with the following error:|Error: ?[[{](?!\s{0,9}\\{0,8}["'])|\{Helm |Helm (?:installation|upgrade) failed ?:)/i;
const HELM =
  /^(?:Unable to (?:install|upgrade|pull) [^"]{1,400}?: )?Error:(?= \S|$)|^Unable to pull \S{1,100} helm chart /;

const messageIn = (text: string, code: RegExpExecArray | null): Message | undefined => {
  const front = IN_FRONT.exec(text);
  if (front !== null) return { source: 'az', code: front[1] ?? '', text: text.slice(front[0].length) };
  const arc = ARC_ERROR.exec(text);
  if (arc !== null) return { source: 'az', code: arc[1] ?? '', text: text.slice(arc[0].length) };
  const message = MESSAGE.exec(text) ?? (code === null ? null : MESSAGE_BEHIND_CODE.exec(text));
  if (message !== null) return { source: 'az', text: text.slice(message.index + message[0].length) };
  if (OWN.test(text)) return { source: 'az', text };
  if (!HELM.test(text)) return undefined;
  return text.startsWith('Error:')
    ? { source: 'helm', text: text.slice('Error:'.length).trim() }
    : { source: 'az', text };
};

const withoutCode = (text: string): string => text.replace(/^["']/, '').replace(IN_FRONT, '');

/** Terraform quotes what the service said; a quote may lack its other end. */
const unquoted = (text: string): string => {
  const trimmed = text.trim();
  const quotes = trimmed.match(/(?<!\\)"/g)?.length ?? 0;
  if (/^"(?:[^]*[^\\])?"$/.test(trimmed) && quotes === 2) return withoutEscapes(trimmed.slice(1, -1)).trim();
  if (quotes % 2 === 0) return trimmed.replace(/^'([^']*)'?$/, '$1').trim();
  return withoutEscapes(trimmed.startsWith('"') ? trimmed.slice(1) : trimmed.replace(/"$/, '')).trim();
};

function* armErrors(block: readonly Line[]): Generator<PrintedError, void, undefined> {
  const text = block.map((line) => bareText(line.text)).join(block.some((line) => inBox(line.text)) ? ' ' : '\n');
  for (const { code, message, ...rest } of readArmErrors(
    text.slice(Math.max(0, text.search(/[[{]/))).replace(/,\s{0,9}$/, ''),
  )) {
    const line = lineOf(block, message) ?? (block[0] as Line);
    yield { source: 'arm', code, message, ...rest, first: line, last: line };
  }
}

/** The line that prints a message, by as much of its beginning as no escape interrupts. */
const lineOf = (block: readonly Line[], message: string): Line | undefined => {
  const start = /^[^"\\\n]{1,60}/.exec(message)?.[0];
  return start === undefined ? undefined : block.find((line) => line.text.includes(start));
};

/** What makes prints of one error the same: their words, however a terminal or JSON broke them. */
export const sameness = ({ message, time }: PrintedError): string =>
  `${time ?? ''} ${message.replace(/^(?:(?:INSTALLATION|UPGRADE) FAILED: )/, '').replace(/\s+/g, '')}`;

/** The lines of an error as one: a message of several lines is quoted by its first, which names it. */
export const quoteOfError = ({ first, last }: PrintedError): Line =>
  lastNumber(last) === first.number ? first : { ...first, endNumber: lastNumber(last) };
