import { HOUR } from '../facts/capture-time.ts';
import type { Line } from '../bundle/line.ts';
import type { CaptureKind, Command, PathHint, Recognition, ToldTime } from './capture.ts';
import { isoTime } from './text/rfc-time.ts';
import { printedTime } from './text/log-time.ts';
import { zonedTime } from './text/zoned-time.ts';

/**
 * What `date` or `Get-Date` printed, or a collector in its place: when captures were taken. It tells no fact of its own.
 *
 *     Wed May  1 10:00:07 UTC 2024
 *     2024-05-01 10:00:07.672123 +0000 UTC m=+0.04
 */
export const dateOutput: CaptureKind = {
  name: 'date',
  recognize,
  continues: (line) => timeIn(line) !== undefined,
  *parse() {},
  toldTime: (lines) => lines.map(timeIn).findLast((told) => told !== undefined),
};

function recognize(
  lines: readonly Line[],
  { command, fromPath }: { readonly command?: Command; readonly fromPath: PathHint },
): Recognition {
  const asked = command === undefined ? fromPath.date === true : PROGRAMS.has(command.program);
  const [first] = lines;
  return asked && first !== undefined && timeIn(first) !== undefined ? 3 : 0;
}

const PROGRAMS: ReadonlySet<string> = new Set(['date', 'get-date']);

function timeIn({ text, number }: Line): ToldTime | undefined {
  const trimmed = text.trim();
  if (trimmed.length > LONGEST) return undefined;
  const zoned = zonedTime(trimmed);
  if (zoned !== undefined) return spanOf(zoned.time, { line: number, text: trimmed, zone: zoned.zone });
  const time = printedTime(trimmed.replace(/ m=[+-]\S+$/, '')) ?? isoTime(trimmed);
  const at = /^\d{4}-/.test(time) ? Date.parse(time) : NaN;
  if (Number.isNaN(at)) return undefined;
  return spanOf(at, { line: number, text: trimmed, zone: STATED.test(trimmed) ? 'stated' : 'assumed' });
}

const LONGEST = 80;
const STATED = /(?:Z|[+-]\d\d:?\d\d)(?: [A-Z]{2,5})?(?: m=\S+)?$/;

/** What stands beside it was captured soon after, or before. */
const spanOf = (at: number, told: Pick<ToldTime, 'line' | 'text' | 'zone'>): ToldTime => ({
  at,
  earliest: at - (told.zone === 'stated' ? HOUR : 15 * HOUR),
  latest: at + (told.zone === 'stated' ? HOUR : 13 * HOUR),
  from: 'date',
  ...told,
});
