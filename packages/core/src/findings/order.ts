import type { Fact } from '../facts/fact.ts';
import type { KnownFact, Source } from '../facts/fact-set.ts';
import { isState, type DerivedFact } from './world.ts';

/** Whether `a` tells of a later time than `b`; undefined where that cannot be known. */
export function newer(a: KnownFact, b: KnownFact): boolean | undefined {
  const order = compareTime(basisOf(a), basisOf(b));
  return order === undefined ? undefined : order > 0;
}

/** A finding stands where the fact stands that shows it. */
const basisOf = (known: DerivedFact): KnownFact => known.basis ?? known;

/** Positive where `a` is newer, 0 where both tell of one moment. */
function compareTime(a: KnownFact, b: KnownFact): number | undefined {
  const [timeA, timeB] = [timeOf(a.fact), timeOf(b.fact)];
  const together = isSameSource(a.source, b.source);
  if (timeA !== undefined && timeB !== undefined && timeA !== timeB) return timeA - timeB;
  if (timeA !== undefined && timeB !== undefined) return together ? byLine(a, b) : undefined;
  return together ? compareInSource(a, b) : compareInSession(a, b);
}

/** A capture shows states as they are when it is taken: after all that it tells to have happened. */
function compareInSource(a: KnownFact, b: KnownFact): number | undefined {
  const [stateA, stateB] = [isState(a.fact.kind), isState(b.fact.kind)];
  if (stateA || stateB) return Number(stateA) - Number(stateB);
  const [ageA, ageB] = [ageOf(a.fact), ageOf(b.fact)];
  if (ageA === undefined && ageB === undefined) return byLine(a, b);
  if (ageA === undefined || ageB === undefined) return undefined;
  return ageB - ageA || byLine(a, b);
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

/** Milliseconds since 1970, of facts that carry a time. */
function timeOf(fact: Fact): number | undefined {
  const text = 'time' in fact ? fact.time : undefined;
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
    for (const [name, measured] of measure(known)) {
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

function measure(known: KnownFact): readonly (readonly [string, Measured])[] {
  const { fact, source } = basisOf(known);
  const [time, age, { line }] = [timeOf(fact), ageOf(fact), fact.origin];
  const group = [source.path, source.line, source.index, fact.kind, time === undefined, age === undefined].join('\0');
  return [
    [`${group}\0line`, { known, value: line, line }] as const,
    ...(time === undefined ? [] : [[`${group}\0time`, { known, value: time, line }] as const]),
    ...(age === undefined ? [] : [[`${group}\0age`, { known, value: -age, line }] as const]),
  ];
}

const isBefore = (a: Measured, b: Measured): boolean => a.value < b.value || (a.value === b.value && a.line < b.line);
