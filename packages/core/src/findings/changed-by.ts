import type { KnownFact } from '../facts/fact-set.ts';
import type { Inquiry } from './answered-leaf.ts';
import { matchFact, type Match } from './match-fact.ts';

/** Later looks at the object of a fact that meets a question, which say that it does not meet it any more. */
export function changedBy(
  { known }: Match,
  { leaf, bindings, facts }: Pick<Inquiry, 'leaf' | 'bindings' | 'facts'>,
): readonly KnownFact[] {
  return facts.world.laterLooks(known).filter((later) => matchFact(leaf, later, bindings)?.answer === 'unmet');
}

/** Whether a later look at the object of a fact that does not meet a question says that it meets it now. */
export const isMended = ({ known }: Match, { leaf, bindings, facts }: Inquiry): boolean =>
  facts.world.laterLooks(known).some((later) => matchFact(leaf, later, bindings)?.answer === 'met');
