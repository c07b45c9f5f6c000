import type { Fact } from '../facts/fact.ts';
import type { KnownFact } from '../facts/fact-set.ts';
import type { CompiledLeaf } from '../rules/compile-condition.ts';
import type { Bindings, Way } from './bindings.ts';
import type { Cap } from './finding.ts';
import { matchFields } from './match-fields.ts';
import type { Matching } from './match-text.ts';
import { both, type Outcome } from './outcome.ts';

/** A fact that a question is about, and what it says to it. */
export interface Match {
  readonly known: KnownFact;
  readonly answer: Outcome['answer'];
  /** Why this fact is weak evidence; empty where it is strong. */
  readonly caps: readonly Cap[];
}

/** Puts a question to one fact; undefined where the question is not about it. */
export function matchFact(leaf: CompiledLeaf, known: KnownFact, bindings: Bindings): Match | undefined {
  const put = { leaf, bindings, told: leaf.shared };
  const subject = matchSubject(put, known);
  return subject.answer === 'met' ? matchWith(known, subject, matchTests(put, known)) : undefined;
}

/** As `matchFact`, for facts that meet the question only: far faster for the many that do not. */
export function matchMet(leaf: CompiledLeaf, known: KnownFact, bindings: Bindings): Match | undefined {
  const put = { leaf, bindings, told: leaf.shared };
  const tested = matchTests(put, known);
  if (tested.answer !== 'met') return undefined;
  const subject = matchSubject(put, known);
  const match = subject.answer === 'met' ? matchWith(known, subject, tested) : undefined;
  return match?.answer === 'met' ? match : undefined;
}

/** The ways in which a fact meets a question; none where it does not. */
export function waysOf(leaf: CompiledLeaf, known: KnownFact, bindings: Bindings): readonly Way[] {
  const put = { leaf, bindings, told: undefined };
  const subject = matchSubject(put, known);
  return subject.answer === 'met' ? both(subject, matchTests(put, known)).ways : NONE;
}

/** Whether a question is about a fact, whatever that says to it. */
export const concerns = (leaf: CompiledLeaf, known: KnownFact, bindings: Bindings): boolean =>
  matchSubject({ leaf, bindings, told: leaf.shared }, known).answer === 'met';

const NONE: readonly never[] = [];

/** A finding that is resolved or excluded does not hold, whatever else is said of it. */
export const isOver = (fact: Fact): boolean =>
  fact.kind === 'finding' && (fact.resolved === true || fact.verdict === 'excluded');

/** A question for given values. Whether it is met depends on ways only where several fields are compared with a variable. */
interface Put {
  readonly leaf: CompiledLeaf;
  readonly bindings: Bindings;
  readonly told: Matching['told'];
}

const matchSubject = ({ leaf, bindings, told }: Put, { fact }: KnownFact): Outcome =>
  matchFields(leaf.of, fact, { bindings, quoted: fact.quoted === true, told, subject: true });

const matchTests = ({ leaf, bindings, told }: Put, { fact }: KnownFact): Outcome =>
  matchFields(leaf.tests, fact, { bindings, quoted: fact.quoted === true, told, subject: false });

function matchWith(known: KnownFact, subject: Outcome, tested: Outcome): Match {
  const { fact } = known;
  const { answer } = tested.answer === 'met' ? both(subject, tested) : tested;
  return { known, answer: answer === 'met' && isOver(fact) ? 'unmet' : answer, caps: capsOf(fact, subject.loose) };
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
