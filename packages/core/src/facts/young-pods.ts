import type { KnownFact } from './fact-set.ts';
import type { PodFact } from './fact.ts';

/**
 * A description tells no age of a pod that has no node. Where a listing tells that the same pod is young, the description
 * shows it starting as well, unless another listing shows it stuck.
 */
export function settleYoung(facts: readonly KnownFact[]): readonly KnownFact[] {
  const young = namesOf(facts, 'starting');
  if (young.size === 0) return facts;
  const stuck = namesOf(facts, 'stuck');
  const waits = (pod: PodFact): boolean =>
    pod.health === 'stuck' && !isAged(pod) && young.has(nameOf(pod)) && !stuck.has(nameOf(pod));
  return facts.map((known) =>
    known.fact.kind === 'pod' && waits(known.fact) ? { ...known, fact: { ...known.fact, health: 'starting' } } : known,
  );
}

const isAged = ({ ageSeconds }: PodFact): boolean => ageSeconds !== undefined;

const nameOf = ({ namespace = '', name = '' }: PodFact): string => `${namespace}/${name}`;

/** The pods that a capture with ages shows so. */
const namesOf = (facts: readonly KnownFact[], health: PodFact['health']): ReadonlySet<string> =>
  new Set(
    facts.flatMap(({ fact }) =>
      fact.kind === 'pod' && fact.quoted !== true && isAged(fact) && fact.health === health ? [nameOf(fact)] : [],
    ),
  );
