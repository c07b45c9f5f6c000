import type { Fact } from '../facts/fact.ts';
import type { FactSet, KnownFact } from '../facts/fact-set.ts';
import { newer } from './order.ts';

/**
 * The later looks at the object that a fact shows: facts of the same object in captures that are known to be newer. A
 * lookup and a release tell their order themselves, so they are none of these.
 */
export function laterLooks(facts: FactSet): (known: KnownFact) => readonly KnownFact[] {
  const later = new Map<KnownFact, readonly KnownFact[]>();
  for (const looks of looksAtOneObject(facts)) {
    for (const known of looks) {
      const after = looks.filter((other) => newer(other, known) === true);
      if (after.length > 0) later.set(known, after);
    }
  }
  return (known) => later.get(known) ?? NONE;
}

const NONE: readonly KnownFact[] = [];

/** Looks at one object are compared each with each; nobody captures a thing more often than this. */
const MOST_LOOKS = 64;

function looksAtOneObject(facts: FactSet): readonly (readonly KnownFact[])[] {
  const byObject = new Map<string, KnownFact[]>();
  for (const kind of KINDS) {
    for (const known of facts.of(kind)) {
      const key = known.fact.quoted === true ? undefined : objectOf(known.fact);
      const looks = key === undefined ? undefined : byObject.get(key);
      if (looks) looks.push(known);
      else if (key !== undefined) byObject.set(key, [known]);
    }
  }
  return [...byObject.values()].filter(({ length }) => length > 1 && length <= MOST_LOOKS);
}

const KINDS: readonly Fact['kind'][] = ['pod', 'node', 'workload', 'config-map', 'object', 'extension'];

function objectOf(fact: Fact): string | undefined {
  if (!('name' in fact) || fact.name === undefined) return undefined;
  // A table of extensions does not show where they are released to.
  if (fact.kind === 'extension') return `extension ${fact.name}`;
  return keyOf(fact.kind, fact.name, fact as Place);
}

/** A name for the object that a fact shows, or for the pod or node that it tells of; undefined where there is none. */
export function toldObject(fact: Fact): string | undefined {
  const { namespace = '', pod, objectKind, objectName } = fact as Told;
  if (pod !== undefined) return keyOf('pod', pod, { namespace });
  return objectKind === 'node' && objectName !== undefined ? keyOf('node', objectName, {}) : objectOf(fact);
}

/** A name for the node on which what a fact shows is, as it would be told by a fact of that node. */
export function nodeUnder(fact: Fact): string | undefined {
  const { node } = fact as Told;
  return node === undefined ? undefined : keyOf('node', node, {});
}

interface Told extends Place {
  readonly pod?: string;
  readonly objectName?: string;
  readonly node?: string;
}

interface Place {
  readonly namespace?: string;
  readonly objectKind?: string;
}

const keyOf = (kind: Fact['kind'], name: string, { namespace = '', objectKind = '' }: Place): string =>
  `${kind} ${objectKind} ${namespace}/${name}`;
