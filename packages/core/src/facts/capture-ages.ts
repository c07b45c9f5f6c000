import { ageSpan } from './capture-time.ts';
import { podStem } from './component.ts';
import type { EventFact, Fact, PodFact } from './fact.ts';
import type { KnownFact, Source } from './fact-set.ts';

/**
 * The ages that captures show of things whose names are never given twice, by capture: they tell which of several was
 * taken later. Found when they are first asked for: only captures that show the same object are compared.
 */
export function agesBySource(facts: readonly KnownFact[]): ReadonlyMap<Source, () => Ages> {
  const aged = new Set<Source>();
  for (const { fact, source } of facts) if (hasAge(fact)) aged.add(source);
  if (aged.size < 2) return new Map();
  let all: ReadonlyMap<Source, Ages> | undefined;
  const agesIn = (source: Source): Ages => (all ??= agesOf(facts)).get(source) ?? NO_AGES;
  return new Map([...aged].map((source) => [source, () => agesIn(source)]));
}

function agesOf(facts: readonly KnownFact[]): ReadonlyMap<Source, Ages> {
  const all = new Map<Source, Map<string, readonly [number, number]>>();
  for (const { fact, source } of facts) {
    const key = fact.quoted === true ? undefined : keyOf(fact);
    const span = spanOf(fact);
    if (key === undefined || span === undefined) continue;
    const ages = all.get(source) ?? new Map<string, readonly [number, number]>();
    const before = ages.get(key);
    ages.set(key, before ? [Math.min(span[0], before[0]), Math.max(span[1], before[1])] : span);
    all.set(source, ages);
  }
  return all;
}

/** Positive where `a` was taken after `b`, by the ages of what both show; undefined where those do not tell. */
export function compareAges(a: Source, b: Source): number | undefined {
  if (!a.ages || !b.ages) return undefined;
  const orders = known.get(a) ?? new WeakMap<Source, { readonly order: number | undefined }>();
  known.set(a, orders);
  const found = orders.get(b) ?? { order: orderOf(a.ages, b.ages) };
  orders.set(b, found);
  return found.order;
}

/** Captures are compared again for every two facts of theirs. */
const known = new WeakMap<Source, WeakMap<Source, { readonly order: number | undefined }>>();

type Ages = NonNullable<Source['ages']>;

const NO_AGES: Ages = new Map();

function orderOf(agesOfA: Ages, agesOfB: Ages): number | undefined {
  let [least, most] = [-Infinity, Infinity];
  for (const [key, [ageA, belowA]] of agesOfA) {
    const other = agesOfB.get(key);
    if (!other) continue;
    least = Math.max(least, ageA - other[1]);
    most = Math.min(most, belowA - other[0]);
  }
  if (least > most) return undefined;
  return least >= 0 ? 1 : most <= 0 ? -1 : undefined;
}

/** A pod of a stateful set gets its old name again, and an event that goes on is told anew with another count. */
function keyOf(fact: Fact): string | undefined {
  if (fact.kind === 'pod') {
    const { name = '', namespace = '' } = fact;
    return podStem(name) === name || /-\d{1,4}$/.test(name) ? undefined : `pod ${namespace}/${name}`;
  }
  if (fact.kind !== 'event' || fact.object === undefined || fact.reason === undefined) return undefined;
  const { namespace, object, reason, message, count } = fact;
  return JSON.stringify([namespace, object, reason, message, count]);
}

const hasAge = (fact: Fact): fact is (PodFact | EventFact) & { readonly ageSeconds: number } =>
  (fact.kind === 'pod' || fact.kind === 'event') && fact.ageSeconds !== undefined;

const spanOf = (fact: Fact): readonly [number, number] | undefined =>
  hasAge(fact) ? ageSpan(fact.ageSeconds, fact.age ?? '') : undefined;
