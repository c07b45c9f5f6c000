import { foldCase } from '../rules/fold-case.ts';
import type { Way } from './bindings.ts';

/** How a fact stands to a test: it meets it, does not, or does not show the field. */
export interface Outcome {
  readonly answer: 'met' | 'unmet' | 'lacks';
  /** It is met only because a field that a variable is compared with is not shown. */
  readonly loose: boolean;
  /** The ways in which it is met; at least one where it is. */
  readonly ways: readonly Way[];
}

const NOWHERE: readonly Way[] = [new Map()];

export const MET: Outcome = { answer: 'met', loose: false, ways: NOWHERE };
export const LOOSE: Outcome = { answer: 'met', loose: true, ways: NOWHERE };
export const UNMET: Outcome = { answer: 'unmet', loose: false, ways: [] };
export const LACKS: Outcome = { answer: 'lacks', loose: false, ways: [] };

export const metIf = (met: boolean): Outcome => (met ? MET : UNMET);

/** Met in each of the ways; unmet where there is none. */
export const metBy = (ways: readonly Way[]): Outcome =>
  ways.length === 0 ? UNMET : { answer: 'met', loose: false, ways };

/** All must be met, with one text for each variable. */
export function both(first: Outcome, second: Outcome): Outcome {
  if (first.answer === 'unmet' || second.answer === 'unmet') return UNMET;
  if (first.answer === 'lacks' || second.answer === 'lacks') return LACKS;
  if (first === MET) return second;
  if (second === MET) return first;
  const ways = joinWays(first.ways, second.ways);
  return ways.length === 0 ? UNMET : { answer: 'met', loose: first.loose || second.loose, ways };
}

/** One must meet it; loosely only if none meets it otherwise. */
export function either<T>(elements: readonly T[], outcomeOf: (element: T) => Outcome): Outcome {
  let first: Outcome | undefined;
  let more: Outcome[] | undefined;
  let none = UNMET;
  for (const element of elements) {
    const outcome = outcomeOf(element);
    if (outcome.answer === 'lacks') none = LACKS;
    if (outcome.answer !== 'met') continue;
    if (first) (more ??= [first]).push(outcome);
    else first = outcome;
  }
  return more ? anyOf(more) : (first ?? none);
}

const anyOf = (met: readonly Outcome[]): Outcome => ({
  answer: 'met',
  loose: met.every(({ loose }) => loose),
  ways: met.flatMap(({ ways }) => ways).slice(0, MAX_WAYS),
});

function joinWays(first: readonly Way[], second: readonly Way[]): readonly Way[] {
  const joined: Way[] = [];
  for (const a of first) {
    for (const b of second) {
      if (joined.length === MAX_WAYS) return joined;
      if (agree(a, b)) joined.push(joinWay(a, b));
    }
  }
  return joined;
}

function joinWay(a: Way, b: Way): Way {
  const joined = new Map(a);
  for (const [name, text] of b) joined.set(name, text);
  return joined;
}

function agree(a: Way, b: Way): boolean {
  for (const [name, text] of a) {
    const other = b.get(name);
    if (other !== undefined && other !== text && foldCase(other) !== foldCase(text)) return false;
  }
  return true;
}

/** A hostile list of thousands of elements must not multiply. */
const MAX_WAYS = 256;
