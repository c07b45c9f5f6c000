import type { Line } from '../bundle/line.ts';
import type { Fact } from '../facts/fact.ts';
import type { CaptureContext, CaptureKind, Command, Quotes, Reading } from './capture.ts';

/** What a kind reads from a text, for tests. */
export interface SampleRead {
  readonly facts: readonly Fact[];
  readonly quotes: readonly Quotes[];
  readonly readings: readonly Reading[];
  readonly unreadLines: number;
  readonly notes: readonly { code: string; message: string; line: number | undefined }[];
}

/** A text as numbered lines. */
export const linesOf = (text: string): readonly Line[] =>
  text.split('\n').map((line, i) => ({ text: line, number: i + 1 }));

/** Parses a text with one kind as if it were the whole file `capture.txt`. */
export function parseSample(kind: CaptureKind, text: string, command?: Command): SampleRead {
  const notes: SampleRead['notes'][number][] = [];
  const context: CaptureContext = {
    path: 'capture.txt',
    ...(command === undefined ? {} : { command }),
    head: [],
    fromPath: {},
    wanted: () => true,
    note: (code, message, line) => void notes.push({ code, message, line }),
    unreadLines: 0,
  };
  const readings = [...kind.parse(linesOf(text), context)];
  return {
    facts: readings.map(({ fact }) => fact),
    quotes: readings.map(({ quotes }) => quotes),
    readings,
    unreadLines: context.unreadLines,
    notes,
  };
}

/** A command as a session would show it. */
export const commandOf = (text: string, more: Partial<Command> = {}): Command => ({
  text,
  line: 1,
  program: 'kubectl',
  names: [],
  ...more,
});
