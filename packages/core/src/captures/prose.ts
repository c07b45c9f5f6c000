import type { Line } from '../bundle/line.ts';
import { lastNumber } from '../bundle/line.ts';
import type { EventFact, Fact, LogLineFact, OperationErrorFact, Origin } from '../facts/fact.ts';
import { known } from '../facts/known.ts';
import type { CaptureKind, Reading } from './capture.ts';
import { arcCodeIn } from './text/arc-error.ts';
import { withoutEscapes } from './text/escapes.ts';
import { MAY_TELL_OPERATION, OPERATION_SENTENCE } from './text/operation-class.ts';
import { readOperationMessage } from './text/operation-message.ts';
import { originOf } from './text/origin.ts';
import { messageBlock } from './text/printed-block.ts';
import { readSchedulerMessage } from './text/scheduler-message.ts';
import { readTransport } from './text/transport.ts';
import { readWait } from './text/wait-details.ts';

/**
 * Text that no command printed: a mail, a ticket, a page. Only error sentences that are known word for word become facts.
 *
 *     After 20 minutes the portal says "Unable to get a response from the agent in time".
 *     0/2 nodes are available: 2 node(s) had untolerated taint {CriticalAddonsOnly: true}.
 */
export const prose: CaptureKind = {
  name: 'text',
  recognize: () => 0,
  continues: () => true,
  *parse(lines, { path }) {
    const all = [...lines];
    let told = 0;
    for (const [at, line] of all.entries()) {
      const operation = at < told ? undefined : operationAt(all, at, path);
      if (operation !== undefined) {
        told = operation.end + 1;
        yield operation.reading;
      }
      for (const { pattern, read } of SENTENCES) {
        const found = spanOf(line, all[at + 1], pattern);
        const fact = found && read({ ...found, origin: originOf(path, found.line) });
        if (found && fact) yield { fact, quotes: { '': found.line } };
      }
    }
  },
};

/** An error that begins in a line; its message goes on below while its brackets are open. */
const operationAt = (
  lines: readonly Line[],
  at: number,
  path: string,
): { reading: Reading; end: number } | undefined => {
  const first = lines[at] as Line;
  if (!MAY_TELL_OPERATION.test(first.text)) return undefined;
  const found = spanOf(first, lines[at + 1], OPERATION_SENTENCE);
  if (found === undefined) return undefined;
  const block = messageBlock({ lines, at, start: (lines[at] as Line).text, width: undefined });
  const longer = lastNumber(block.last) > lastNumber(found.line);
  const message = (longer ? block.text : found.text).trim();
  const line = longer ? { ...found.line, endNumber: lastNumber(block.last) } : found.line;
  const code = arcCodeIn(message);
  const read = readOperationMessage(withoutEscapes(message), { code, helm: WHOLE.test(message) });
  if (read.class === 'conflict') return undefined;
  const fact = known<OperationErrorFact>({
    kind: 'operation-error',
    origin: originOf(path, line),
    source: 'text',
    code,
    message,
    ...read,
  });
  return { reading: { fact, quotes: { '': line } }, end: Math.max(block.end, at + lastNumber(line) - line.number) };
};

/** Typed by somebody who saw it; what kubectl and the kubelet wait for stands beside theirs. */
const WHOLE = /^\W{0,4}(?:timed? out waiting for the condition|context deadline exceeded)\W{0,4}$/i;

interface Said {
  /** The line, with the next one where the sentence goes on there. */
  readonly text: string;
  /** The sentence to its end, which may stand in the next line. */
  readonly sentence: string;
  readonly origin: Origin;
}

interface Sentence {
  /** How it begins; searched in the line and the one below it. */
  readonly pattern: RegExp;
  readonly read: (said: Said) => Fact | undefined;
}

const logLine = ({ text, origin }: Said): LogLineFact =>
  known<LogLineFact>({ kind: 'log-line', origin, text, message: text.trim(), ...readTransport(text) });

/** Also as the document translates it. */
const refused = (said: Said): LogLineFact => ({ ...logLine(said), httpStatus: 403 });

/** Failed calls are told of everywhere; only those to a known endpoint of Azure are worth a fact. */
const failedCall = (said: Said): LogLineFact | undefined => {
  const { transport } = readTransport(said.text);
  return transport?.endpoint === undefined || transport.endpoint === 'other' ? undefined : logLine(said);
};

const failedScheduling = ({ sentence, origin }: Said): EventFact | undefined => {
  const read = readSchedulerMessage(sentence);
  if (read === undefined) return undefined;
  const { available: availableNodes, total: totalNodes, reasons } = read;
  const message = sentence.trim();
  return known<EventFact>({
    kind: 'event',
    origin,
    reason: 'FailedScheduling',
    message,
    availableNodes,
    totalNodes,
    reasons,
  });
};

/** What Helm says while it waits: nothing has failed so far. */
const waiting = ({ text, origin }: Said): OperationErrorFact | undefined => {
  if (OPERATION_SENTENCE.test(text)) return undefined;
  return { kind: 'operation-error', origin, source: 'text', message: text.trim(), ...readWait(text) };
};

/** A sentence more is a line more. */
const SENTENCES: readonly Sentence[] = [
  { pattern: /\b[A-Z][A-Za-z]{2,40} is not (?:ready|bound|completed): [a-z0-9-]{1,63}\/[a-z0-9]/, read: waiting },
  {
    pattern:
      /\berror\s?code:\s{0,9}403\b.{0,60}?This\s+traffic\s+is\s+not\s+authorized|\bcodice\s+errore:\s{0,9}403\b.{0,60}?questo\s+traffico\s+non\s+è\s+autorizzato/i,
    read: refused,
  },
  { pattern: /\bGET configurations returned response code \{\d{3}\}/, read: logLine },
  { pattern: /\bdial\s+tcp\b|\bTLS\s+handshake\s+timeout|\bClient\.Timeout\b|\bx509:\s+certificate/, read: failedCall },
  {
    pattern:
      /\b\d{1,7}\/\d{1,7}\s{1,9}nodes?\s{1,9}(?:(?:are|is)\s{1,9})?available:|\bsono\s{1,9}disponibili\s{1,9}\d{1,7}\/\d{1,7}\s{1,9}nodi:/i,
    read: failedScheduling,
  },
];

/** Whether there may be a fact in a text whose lines were put together with a blank between them. */
export const maySaySomething = (text: string): boolean => MAY_SAY_SOMETHING.test(text);

const MAY_SAY_SOMETHING = new RegExp(
  [MAY_TELL_OPERATION, ...SENTENCES.map(({ pattern }) => pattern)].map(({ source }) => source).join('|'),
  'i',
);

/** Finds a sentence that begins in a line, and may end in the next. */
const spanOf = (
  line: Line,
  next: Line | undefined,
  pattern: RegExp,
): { line: Line; text: string; sentence: string } | undefined => {
  const alone = pattern.exec(line.text);
  if (alone !== null) {
    const rest = /[.!?"'`]\s*$/.test(line.text) ? '' : ` ${next?.text.trim() ?? ''}`;
    return { line, text: line.text, sentence: line.text.slice(alone.index) + rest };
  }
  const start = line.text.slice(-MAX_BROKEN);
  const joined = next === undefined ? undefined : `${start} ${next.text.trimStart().slice(0, MAX_BROKEN)}`;
  const found = joined === undefined ? null : pattern.exec(joined);
  if (joined === undefined || next === undefined || found === null || found.index >= start.length) return undefined;
  const whole = { ...line, endNumber: lastNumber(next) };
  return { line: whole, text: joined, sentence: joined.slice(found.index) };
};

/** A sentence that was broken is no longer than this on either side. */
const MAX_BROKEN = 2000;
