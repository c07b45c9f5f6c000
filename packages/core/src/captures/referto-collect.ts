import type { Line } from '../bundle/line.ts';
import type { CollectionFailureFact } from '../facts/fact.ts';
import type { CaptureKind, Reading } from './capture.ts';
import { originOf } from './text/origin.ts';

/**
 * The manifest beside the captures that a script of ours took: which of its commands failed. What each printed stands,
 * below its command line, in a file of its own.
 *
 *     {"referto-collect":1,"shell":"bash","bundle":"ticket.tgz","startedAt":"2026-11-25T10:00:00Z","captures":[
 *     {"command":"helm history -n shop web","file":"captures/002-helm-history.txt","exitCode":127,"startedAt":"2026-11-25T10:00:01Z","endedAt":"2026-11-25T10:00:01Z"}
 *     ],"endedAt":"2026-11-25T10:00:04Z"}
 */
export const refertoCollect: CaptureKind = {
  name: 'referto collect',
  recognize: ([first]) => (first?.text.startsWith('{"referto-collect":1,') ? 3 : 0),
  continues: ({ text }) => text.startsWith('{"command":') || text.startsWith(']'),
  *parse(lines, context) {
    for (const line of lines) {
      const entry = entryIn(line);
      if (entry === 'unreadable') context.unreadLines++;
      else if (entry) yield* failureIn(entry, line, context.path);
    }
  },
};

interface Entry {
  readonly command: string;
  readonly exitCode: number;
}

/** One capture; undefined for the lines around the list. */
function entryIn({ text }: Line): Entry | 'unreadable' | undefined {
  if (!text.startsWith('{"command":')) return undefined;
  try {
    const { command, exitCode } = JSON.parse(text.replace(/,\s*$/, '')) as Record<string, unknown>;
    return typeof command === 'string' && typeof exitCode === 'number' ? { command, exitCode } : 'unreadable';
  } catch {
    return 'unreadable';
  }
}

function* failureIn({ command, exitCode }: Entry, line: Line, path: string): Generator<Reading, void, undefined> {
  const reason = REASONS.get(exitCode) ?? (isTool(command) ? 'failed' : undefined);
  if (exitCode === 0 || reason === undefined) return;
  const fact: CollectionFailureFact = {
    kind: 'collection-failure',
    origin: originOf(path, line),
    reason,
    message: `exit code ${exitCode}`,
    command,
  };
  yield { fact, quotes: { '': line } };
}

const REASONS: ReadonlyMap<number, string> = new Map([
  [124, 'timed-out'],
  [126, 'not-run'],
  [127, 'no-program'],
]);

/** A lookup that finds no name fails too, and so does one inside a pod: it was taken all the same. */
const isTool = (command: string): boolean => /^(?:kubectl (?!exec )|helm |az )/.test(command);
