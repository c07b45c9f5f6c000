import type { Fact } from '../facts/fact.ts';
import type { KnownFact } from '../facts/fact-set.ts';
import type { CompiledLeaf } from '../rules/compile-condition.ts';
import type { Bindings, Way } from './bindings.ts';
import type { Cap } from './finding.ts';
import { matchFields } from './match-fields.ts';
import { both, type Outcome } from './outcome.ts';

/** A fact that a question is about, and what it says to it. */
export interface Match {
  readonly known: KnownFact;
  readonly answer: Outcome['answer'];
  /** Why this fact is weak evidence; empty where it is strong. */
  readonly caps: readonly Cap[];
  readonly ways: readonly Way[];
}

/** Puts a question to one fact; undefined where the question is not about it. */
export function matchFact(leaf: CompiledLeaf, known: KnownFact, bindings: Bindings): Match | undefined {
  const subject = matchSubject(leaf, known, bindings);
  return subject.answer === 'met' ? matchWith(known, subject, matchTests(leaf, known, bindings)) : undefined;
}

/** As `matchFact`, for facts that meet the question only: far faster for the many that do not. */
export function matchMet(leaf: CompiledLeaf, known: KnownFact, bindings: Bindings): Match | undefined {
  const tested = matchTests(leaf, known, bindings);
  if (tested.answer !== 'met') return undefined;
  const subject = matchSubject(leaf, known, bindings);
  const match = subject.answer === 'met' ? matchWith(known, subject, tested) : undefined;
  return match?.answer === 'met' ? match : undefined;
}

/** A finding that is resolved or excluded does not hold, whatever else is said of it. */
export const isOver = (fact: Fact): boolean =>
  fact.kind === 'finding' && (fact.resolved === true || fact.verdict === 'excluded');

const matchSubject = ({ of }: CompiledLeaf, { fact }: KnownFact, bindings: Bindings): Outcome =>
  matchFields(of, fact, { bindings, quoted: fact.quoted === true, subject: true });

const matchTests = ({ tests }: CompiledLeaf, { fact }: KnownFact, bindings: Bindings): Outcome =>
  matchFields(tests, fact, { bindings, quoted: fact.quoted === true, subject: false });

function matchWith(known: KnownFact, subject: Outcome, tested: Outcome): Match {
  const { fact } = known;
  const { answer, ways } = tested.answer === 'met' ? both(subject, tested) : tested;
  return {
    known,
    answer: answer === 'met' && isOver(fact) ? 'unmet' : answer,
    caps: capsOf(fact, subject.loose),
    ways,
  };
}

function capsOf(fact: Fact, loose: boolean): readonly Cap[] {
  const likely = fact.kind === 'finding' && fact.verdict === 'likely';
  if (!loose && !likely && fact.quoted !== true) return STRONG;
  return [
    ...(fact.quoted === true ? (['quoted'] as const) : []),
    ...(loose ? (['loose-join'] as const) : []),
    ...(likely ? (['likely-finding'] as const) : []),
  ];
}

const STRONG: readonly Cap[] = [];
