import { lineOf, type RawLine } from '../bundle/block.ts';
import type { Line } from '../bundle/line.ts';
import { createKnownLines } from './known-lines.ts';
import type { PlacedReading } from './read-member.ts';

/** Entries kept of one sort at each end, and sorts of each kind of fact kept of one log. */
const KEPT = 8;
const SORTS = 500;

/** Lines that differ in times only are known again; so many such. */
const KNOWN_LINES = 1000;

/** Keeps the first and the last entries of each sort, so that a log of any length needs little memory. */
export interface LogFold {
  add(reading: PlacedReading): void;
  /** Adds what a line tells; it is not read if nothing of it would be kept, and later if only the last ones are. */
  addLine(line: RawLine, read: ReadLine): void;
  /** The bytes of the lines that were added change now. */
  settle(): void;
  kept(): readonly PlacedReading[];
}

type ReadLine = (line: Line) => readonly PlacedReading[];

interface Sort {
  readonly first: PlacedReading[];
  last: Entry[];
}

/** One entry of a sort: a reading, or the place of one among those of a line that is not read yet. */
type Entry = PlacedReading | { readonly line: Line | RawLine; readonly read: ReadLine; readonly index: number };

/** An empty fold. */
export function createLogFold(): LogFold {
  const sorts = new Map<string, Sort>();
  const counts = new Map<string, number>();
  const knownLines = createKnownLines<readonly (Sort | undefined)[]>(KNOWN_LINES);
  /** Sorts of which the last entries may be lines that are still bytes. */
  const unsettled = new Set<Sort>();
  const sortFor = (reading: PlacedReading): Sort | undefined => {
    const name = sortOf(reading);
    const known = sorts.get(name);
    if (known) return known;
    const { kind } = reading.fact;
    const count = counts.get(kind) ?? 0;
    if (count >= SORTS) return undefined;
    counts.set(kind, count + 1);
    const sort = { first: [], last: [] };
    sorts.set(name, sort);
    return sort;
  };
  const add = (reading: PlacedReading): Sort | undefined => {
    const sort = sortFor(reading);
    if (sort && sort.first.length < KEPT) sort.first.push(reading);
    else if (sort) keepLast(sort, reading);
    return sort;
  };
  return {
    add,
    addLine(raw, read) {
      const known = knownLines.find(raw);
      if (known === undefined) {
        const own = read(lineOf(raw)).map(add);
        if (own.every((sort) => sort === undefined || sort.first.length === KEPT)) knownLines.keep(raw, own);
        return;
      }
      for (let index = 0; index < known.length; index++) {
        const sort = known[index];
        if (sort === undefined) continue;
        keepLast(sort, { line: raw, read, index });
        unsettled.add(sort);
      }
    },
    settle() {
      for (const sort of unsettled) sort.last = sort.last.slice(-KEPT).map(settled);
      unsettled.clear();
    },
    kept: () => [...sorts.values()].flatMap(({ first, last }) => [...first, ...last.slice(-KEPT).flatMap(readingOf)]),
  };
}

/** Twice as many are held before the older half is dropped. */
function keepLast(sort: Sort, entry: Entry): void {
  if (sort.last.length >= 2 * KEPT) sort.last = sort.last.slice(-KEPT);
  sort.last.push(entry);
}

const decoded = (line: Line | RawLine): Line => ('text' in line ? line : lineOf(line));

const settled = (entry: Entry): Entry => ('fact' in entry ? entry : { ...entry, line: decoded(entry.line) });

const readingOf = (entry: Entry): readonly PlacedReading[] =>
  'fact' in entry ? [entry] : entry.read(decoded(entry.line)).slice(entry.index, entry.index + 1);

/** Entries of one sort differ in times, numbers and names only, as far as rules can tell. */
function sortOf({ fact }: PlacedReading): string {
  if (fact.kind === 'event') return JSON.stringify([fact.kind, fact.reason, wordsOf(fact.message ?? '')]);
  if (fact.kind === 'operation-error') {
    const { release, extension, notReady, conflicts, message } = fact;
    return JSON.stringify([fact.kind, fact.class, release, extension, notReady, conflicts, wordsOf(message)]);
  }
  if (fact.kind !== 'log-line') return fact.kind;
  const { httpStatus, endpoint, transport, pod, location, agent, message } = fact;
  return JSON.stringify([
    httpStatus,
    endpoint,
    transport?.class,
    transport?.host,
    pod,
    location,
    agent,
    wordsOf(message),
  ]);
}

const wordsOf = (message: string): string => message.slice(0, 400).replace(/\d+/g, '0').slice(0, 160);
