import { compareAges } from '../facts/capture-ages.ts';
import type { Fact } from '../facts/fact.ts';
import type { KnownFact, Source } from '../facts/fact-set.ts';
import { isState } from '../facts/state.ts';
import type { DerivedFact } from './derived-fact.ts';

/** Whether `a` tells of a later time than `b`; undefined where that cannot be known. */
export function newer(a: KnownFact, b: KnownFact): boolean | undefined {
  const order = compareTime(basisOf(a), basisOf(b));
  return order === undefined ? undefined : order > 0;
}

/** A finding stands where the fact stands that shows it. */
const basisOf = (known: DerivedFact): KnownFact => known.basis ?? known;

/** Positive where `a` is newer, 0 where both tell of one moment. */
function compareTime(a: KnownFact, b: KnownFact): number | undefined {
  if (isSameSource(a.source, b.source)) return compareInSource(a, b);
  const [spanA, spanB] = [spanOf(a), spanOf(b)];
  const apart = spanA && spanB && compareSpans(spanA, spanB);
  return apart ?? compareInSession(a, b) ?? compareCaptures(a, b);
}

/** Positive where the one lies after the other; undefined where they may overlap. */
function compareSpans([firstA, lastA]: Span, [firstB, lastB]: Span): number | undefined {
  if (firstA > lastB) return 1;
  return lastA < firstB ? -1 : undefined;
}

/** What a later capture shows to be so is newer than all that an earlier one tells. */
function compareCaptures(a: KnownFact, b: KnownFact): number | undefined {
  const order = compareAges(a.source, b.source);
  return order !== undefined && isState((order > 0 ? a : b).fact.kind) ? order : undefined;
}

/** A capture shows states as they are when it is taken: after all that it tells to have happened. */
function compareInSource(a: KnownFact, b: KnownFact): number | undefined {
  const [timeA, timeB] = [exactTimeOf(a), exactTimeOf(b)];
  if (timeA !== undefined && timeB !== undefined) return timeA - timeB || byLine(a, b);
  if (isState(a.fact.kind) || isState(b.fact.kind)) return compareStates(a, b);
  const [ageA, ageB] = [ageOf(a.fact), ageOf(b.fact)];
  if (ageA === undefined && ageB === undefined) return byLine(a, b);
  if (ageA === undefined || ageB === undefined) return undefined;
  return ageB - ageA || byLine(a, b);
}

const compareStates = (a: KnownFact, b: KnownFact): number =>
  isWatched(a.fact, b.fact) ? byLine(a, b) : Number(isState(a.fact.kind)) - Number(isState(b.fact.kind));

/** Only a table that goes on while it is watched has two rows for one object. */
const isWatched = (a: Fact, b: Fact): boolean =>
  'cells' in a && 'cells' in b && WATCHED.has(a.kind) && rowOf(a) !== undefined && rowOf(a) === rowOf(b);

const WATCHED: ReadonlySet<Fact['kind']> = new Set(['pod', 'node', 'workload']);

function rowOf(fact: Fact): string | undefined {
  if (!('name' in fact) || fact.name === undefined) return undefined;
  return `${fact.kind} ${'namespace' in fact ? fact.namespace : ''}/${fact.name}`;
}

/** The later capture of a session is newer, but an event in it may be far older than the capture. */
function compareInSession(a: KnownFact, b: KnownFact): number | undefined {
  const { source: first } = a;
  const { source: second } = b;
  if (!first.session || !second.session || first.path !== second.path || first.index === second.index) return undefined;
  const order = first.index - second.index;
  return ageOf((order > 0 ? a : b).fact) === undefined ? order : undefined;
}

const isSameSource = (a: Source, b: Source): boolean =>
  a === b || (a.path === b.path && a.line === b.line && a.index === b.index);

const byLine = (a: KnownFact, b: KnownFact): number => a.fact.origin.line - b.fact.origin.line;

/** How long ago something happened. The age of a pod or node says only how long it exists. */
const ageOf = (fact: Fact): number | undefined => (fact.kind === 'event' ? fact.ageSeconds : undefined);

/** Milliseconds since 1970 between which something was; both are the same where the time is exact. */
type Span = readonly [first: number, last: number];

/** Of a fact with a time, or of a state that was captured at a known time. */
function spanOf({ fact, source }: KnownFact): Span | undefined {
  if (fact.kind === 'event' && fact.reckoned === true)
    return [timeIn(fact.earliest) ?? -Infinity, timeIn(fact.latest) ?? Infinity];
  const time = exactTimeOf({ fact });
  if (time !== undefined) return [time, time];
  const { earliest = -Infinity, latest = Infinity } = (isState(fact.kind) ? source.taken : undefined) ?? {};
  return earliest === -Infinity && latest === Infinity ? undefined : [earliest, latest];
}

function exactTimeOf({ fact }: Pick<KnownFact, 'fact'>): number | undefined {
  if (fact.kind === 'event' && fact.reckoned === true) return undefined;
  return timeIn('time' in fact ? fact.time : undefined);
}

function timeIn(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const time = Date.parse(ZONE.test(text) ? text : `${text}Z`);
  return Number.isNaN(time) ? undefined : time;
}

const ZONE = /(?:Z|[+-]\d\d:?\d\d)$/i;

/**
 * Of many facts, those that are first or last by line, time or age in their capture: what is newer or older than these
 * is so for all of them.
 */
export function extremes(facts: readonly KnownFact[]): readonly KnownFact[] {
  if (facts.length <= FEW) return facts;
  const kept = new Map<string, { first: Measured; last: Measured }>();
  for (const known of facts) {
    for (const [name, measured] of measuresOf(known)) {
      const group = kept.get(name);
      if (!group) kept.set(name, { first: measured, last: measured });
      else if (isBefore(measured, group.first)) group.first = measured;
      else if (isBefore(group.last, measured)) group.last = measured;
    }
  }
  return [...new Set([...kept.values()].flatMap(({ first, last }) => [first.known, last.known]))];
}

const FEW = 8;

interface Measured {
  readonly known: KnownFact;
  readonly value: number;
  readonly line: number;
}

/** The same facts speak for cause after cause. */
function measuresOf(known: KnownFact): ReturnType<typeof measure> {
  const before = measures.get(known);
  if (before) return before;
  const found = measure(known);
  measures.set(known, found);
  return found;
}

const measures = new WeakMap<KnownFact, ReturnType<typeof measure>>();

function measure(known: KnownFact): readonly (readonly [string, Measured])[] {
  const { fact, source } = basisOf(known);
  const [span, age, { line }] = [spanOf({ ...known, fact, source }), ageOf(fact), fact.origin];
  const group = [source.path, source.line, source.index, fact.kind, span === undefined, age === undefined].join('\0');
  return [
    [`${group}\0line`, { known, value: line, line }] as const,
    ...(span ?? []).map((value, end) => [`${group}\0time${end}`, { known, value, line }] as const),
    ...(age === undefined ? [] : [[`${group}\0age`, { known, value: -age, line }] as const]),
  ];
}

const isBefore = (a: Measured, b: Measured): boolean => a.value < b.value || (a.value === b.value && a.line < b.line);
