import type { KnownFact } from '../facts/fact-set.ts';
import { supportedLeaves, type Answered } from './answer-condition.ts';
import type { AnsweredLeaf } from './answered-leaf.ts';
import type { Weight } from './explanation.ts';
import { extremes, newer } from './order.ts';

/** Questions that speak against something, each with those of its facts that are not too old to count. */
export function countingAgainst(unless: Answered, support: readonly KnownFact[]): readonly AnsweredLeaf[] {
  if (unless.answer !== 'supported') return [];
  return withFacts(unless, (against) => weighAgainst(against, support) === 'not-older');
}

/** Questions that show that something is over, each with those of its facts that are newer than what showed it. */
export function countingResolved(resolvedBy: Answered, support: readonly KnownFact[]): readonly AnsweredLeaf[] {
  if (resolvedBy.answer !== 'supported') return [];
  return withFacts(resolvedBy, (resolving) => weighEnd(resolving, support) === 'newer').filter(
    (leaf) => leaf.support.length > 0,
  );
}

/** Questions about objects of which a later look says that they are not so any more, with those looks. */
export function countingChanged(when: Answered, support: readonly KnownFact[]): readonly AnsweredLeaf[] {
  return supportedLeaves(when).flatMap((leaf) => {
    const counting = (leaf.ended ?? []).filter((later) => weighEnd(later, support) === 'newer');
    return counting.length === 0 ? [] : [{ ...leaf, support: counting }];
  });
}

/** Older than all that was found for something, a fact against it no longer counts. */
export const weighAgainst = (against: KnownFact, support: readonly KnownFact[]): Weight =>
  isOlderThanAll(against, support) ? 'older' : 'not-older';

/** What shows an end has to be newer than all it can be ordered against, and there has to be some. */
export function weighEnd(resolving: KnownFact, support: readonly KnownFact[]): Weight {
  const orders = support.map((fact) => newer(resolving, fact));
  if (orders.includes(false)) return 'not-newer';
  if (orders.includes(true)) return 'newer';
  return support.length === 0 ? 'no-evidence' : 'order-unknown';
}

/** Whether what was found against something was so before all that was found for it. */
export const areOlderThanAll = (against: readonly KnownFact[], support: readonly KnownFact[]): boolean =>
  against.length > 0 && against.every((fact) => isOlderThanAll(fact, support));

/** Whether each of the facts is known to be older than one of those that resolve. */
export const areAllEnded = (facts: readonly KnownFact[], resolving: readonly KnownFact[]): boolean => {
  const ends = extremes(resolving);
  return extremes(facts).every((fact) => ends.some((end) => newer(end, fact)));
};

function withFacts(answered: Answered, counts: (fact: KnownFact) => boolean): readonly AnsweredLeaf[] {
  return countedLeaves(answered)
    .map((leaf) => ({ ...leaf, support: leaf.support.filter(counts) }))
    .filter(({ support, listings }) => support.length > 0 || listings.length > 0);
}

/** Supported questions; of members that all have to be met none counts where one is not. */
function countedLeaves(answered: Answered): readonly AnsweredLeaf[] {
  if (answered.answer !== 'supported') return [];
  return answered.type === 'leaf' ? [answered] : answered.children.flatMap(countedLeaves);
}

const isOlderThanAll = (against: KnownFact, support: readonly KnownFact[]): boolean =>
  support.length > 0 && support.every((fact) => newer(fact, against) === true);
