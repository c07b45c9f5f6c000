import type { CaptureTime, Moment } from '../facts/capture-time.ts';
import type { EventFact, LogLineFact } from '../facts/fact.ts';
import type { Capture } from './capture.ts';
import type { MemberRead } from './read-member.ts';
import { datedName } from './text/dated-name.ts';

/** What is asked for the time of a bundle. */
export interface BundleTimes {
  /** Of the bundle: of its file or folder. */
  readonly name: string;
  /** The folder that all its files are in, with its `/`; empty where they share none. */
  readonly root: string;
  readonly members: readonly MemberRead[];
  /** Of all its files, also of those that tell nothing. */
  readonly paths: Iterable<string>;
  /** What the user says, in milliseconds since 1970. */
  readonly option?: number | undefined;
}

/**
 * When a bundle was taken: what the user says, else the newest of what `date` printed in it, a date in its name, and the
 * newest time of its logs and events. The time of a file is never asked. Undefined where nothing tells.
 */
export function capturedAtOf({ name, root, members, paths, option }: BundleTimes): CaptureTime | undefined {
  if (option !== undefined) return { at: option, earliest: option, latest: option, from: 'option', zone: 'stated' };
  const told = members.flatMap((member) => toldIn(member));
  const named = [fromFolders(paths, root), estimate(fromName(name))].filter((time) => time !== undefined);
  const dates = newest(told.filter(({ from }) => from === 'date'));
  const logs = newest(told.filter(({ from }) => from === 'log'));
  const candidates = [...dates, ...named.slice(0, 1), ...logs];
  const [best] = newest(candidates);
  return best && { ...best, ...boundsOf(candidates) };
}

/** When the captures of one file were taken, by a date in its folders and its name; eight digits may be a number. */
export function datedPath(path: string): Moment | undefined {
  for (const step of path.split(/!?\//).toReversed()) {
    const dated = datedName(step);
    if (dated !== undefined && !LOG_NAME.test(step) && !/^\d{8}$/.test(dated.text)) return dated;
  }
  return undefined;
}

/** A log that is written in turns has the day of its first entry in its name. */
const LOG_NAME = /\.log\b|^(?:syslog|messages|journal)/;

/** Of equally late ones the first by path and line. */
const newest = (times: readonly CaptureTime[]): readonly CaptureTime[] => {
  const latest = Math.max(...times.map(({ at }) => at));
  return times
    .filter(({ at }) => at === latest)
    .toSorted((a, b) => compare(a.path ?? '', b.path ?? '') || (a.line ?? 0) - (b.line ?? 0))
    .slice(0, 1);
};

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** The folders that all files are in, from the innermost out: a collector makes one, a customer wraps it. */
function fromFolders(paths: Iterable<string>, root: string): CaptureTime | undefined {
  if (root === '') return undefined;
  let shared: string | undefined;
  for (const path of paths) {
    shared ??= path.slice(0, path.lastIndexOf('/') + 1);
    while (!path.startsWith(shared)) shared = shared.slice(0, shared.lastIndexOf('/', shared.length - 2) + 1);
  }
  return (shared ?? '')
    .split('/')
    .toReversed()
    .map(fromName)
    .find((time) => time !== undefined);
}

/** The customer may have named the archive, on another day: what it says is a guess, and bounds nothing. */
function estimate(time: CaptureTime | undefined): CaptureTime | undefined {
  if (time === undefined) return undefined;
  const { earliest: _, latest: __, ...guess } = time;
  return guess;
}

function fromName(name: string): CaptureTime | undefined {
  const dated = datedName(name);
  return dated && { ...dated, from: 'name' };
}

/** What `date` printed, the ends of logs, and the newest event or entry with a time of its own. */
function toldIn({ path, captures, readings }: MemberRead): readonly CaptureTime[] {
  const told = captures.flatMap((capture) => (capture.told && !capture.quoted ? [{ ...capture.told, path }] : []));
  let event: CaptureTime | undefined;
  for (const { fact, capture } of readings) {
    if ((fact.kind !== 'event' && fact.kind !== 'log-line') || capture.quoted) continue;
    const at = Date.parse(fact.time ?? '');
    if (at > (event?.at ?? -Infinity))
      event = { at, earliest: at, from: 'log', zone: zoneOf(fact), path, line: fact.origin.line };
  }
  return event === undefined ? told : [...told, event];
}

const zoneOf = ({ time = '' }: EventFact | LogLineFact): CaptureTime['zone'] =>
  /(?:Z|[+-]\d\d:?\d\d)$/.test(time) ? 'stated' : 'assumed';

/** Not before the newest entry of a log, and within what the folder and the `date` allow, as far as logs do not belie them. */
function boundsOf(candidates: readonly CaptureTime[]): Pick<Moment, 'earliest' | 'latest'> {
  const floor = Math.max(...candidates.map(({ from, at }) => (from === 'log' ? at : -Infinity)));
  const sound = candidates.filter(({ latest }) => (latest ?? Infinity) >= floor);
  const earliest = Math.max(...sound.map(({ earliest: own }) => own ?? -Infinity));
  const latest = Math.min(...sound.map(({ latest: own }) => own ?? Infinity));
  return {
    ...(Number.isFinite(earliest) && { earliest }),
    ...(Number.isFinite(latest) && latest >= earliest && { latest }),
  };
}

/** For each capture of a file the time of the last `date` above it, which counts for what stands below it. */
export function datesAbove(captures: readonly Capture[]): readonly (Moment | undefined)[] {
  let above: Moment | undefined;
  return captures.map(({ told }) => {
    const date = above;
    if (told?.from === 'date') above = told;
    return date;
  });
}
