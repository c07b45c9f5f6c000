import type { Fact } from '../facts/fact.ts';
import type { FactSet, KnownFact, Source } from '../facts/fact-set.ts';

/** Facts as judging sees them: those of the bundle, and the findings made of them so far. */
export interface World {
  of(kind: Fact['kind']): readonly KnownFact[];
  readonly sources: readonly Source[];
  /** Makes findings known to the rules that are judged after. */
  add(findings: readonly DerivedFact[]): void;
}

/** A finding as a fact, with the fact of the bundle whose place and time it takes over. */
export interface DerivedFact extends KnownFact {
  readonly basis?: KnownFact;
}

/** A world that begins with the facts of a bundle. */
export function worldOf(facts: FactSet): World {
  const findings: KnownFact[] = [...facts.of('finding')];
  return {
    of: (kind) => (kind === 'finding' ? findings : facts.of(kind)),
    sources: facts.sources,
    add: (more) => void findings.push(...more),
  };
}

const STATES: ReadonlySet<string> = new Set([
  'pod',
  'node',
  'workload',
  'release',
  'service',
  'object',
  'config-map',
  'dns-lookup',
]);

/** Whether facts of a kind say how a thing is; the others say that something happened. */
export const isState = (kind: Fact['kind']): boolean => STATES.has(kind);
