import type { KnownFact } from '../facts/fact-set.ts';

/** A finding as a fact, with the fact of the bundle whose place and time it takes over. */
export interface DerivedFact extends KnownFact {
  readonly basis?: KnownFact;
}
