import type { Fact } from './fact.ts';

/** Chooses among facts where there is no room for all. */
export interface FactChoice {
  /** Whether a fact may matter, by itself or beside those that were told before. */
  matters(fact: Fact): boolean;
}
