import type { KnownFact, Source } from '../facts/fact-set.ts';
import type { CompiledLeaf } from '../rules/compile-condition.ts';
import type { Answer, Want } from './answer.ts';
import type { Bindings } from './bindings.ts';
import type { Cap } from './finding.ts';
import type { Match } from './match-fact.ts';
import type { Matches, RuleFacts } from './rule-facts.ts';

/** A question with its answer and what the answer rests on. */
export interface AnsweredLeaf {
  readonly type: 'leaf';
  readonly leaf: CompiledLeaf;
  readonly answer: Answer;
  /** Why the support is weak; empty where it is strong or there is none. */
  readonly caps: readonly Cap[];
  readonly support: readonly KnownFact[];
  readonly against: readonly KnownFact[];
  /** Later looks at the objects of its support, of which none is as asked any more. */
  readonly ended?: readonly KnownFact[];
  /** Complete listings that hold none of what was asked for. */
  readonly listings: readonly Source[];
  /** Of an unknown answer: what was looked at for it. Few ask. */
  readonly look?: () => Looked;
}

/** What was looked at for an answer. */
export interface Looked {
  readonly want: Want;
  /** Kinds of the captures. */
  readonly kinds: readonly string[];
}

/** Where and how a question is asked. */
export interface Asking {
  readonly bindings: Bindings;
  readonly facts: RuleFacts;
  /** Samples and prose do not count: they never exclude or resolve anything. */
  readonly unquoted?: true;
}

/** What answers are made of, for one question. */
export interface Inquiry extends Asking {
  readonly leaf: CompiledLeaf;
  readonly matches: Matches;
}

/** Supported by facts, as strongly as the strongest. */
export function supportedBy(leaf: CompiledLeaf, matches: readonly Match[]): AnsweredLeaf {
  const strong = matches.some(({ caps }) => caps.length === 0);
  const caps = strong ? [] : [...new Set(matches.flatMap((match) => match.caps))];
  return { ...blank(leaf, 'supported'), caps, support: knownOf(matches) };
}

/** An answer that rests on nothing yet. */
export const blank = (leaf: CompiledLeaf, answer: Answer): AnsweredLeaf => ({
  type: 'leaf',
  leaf,
  answer,
  caps: NOTHING,
  support: NOTHING,
  against: NOTHING,
  listings: NOTHING,
});

/** An open answer of which it is known what is missing, whatever was looked at. */
export const unknownWanting = (leaf: CompiledLeaf, want: Want): AnsweredLeaf => ({
  look: () => ({ want, kinds: NOTHING }),
  ...blank(leaf, 'unknown'),
});

const NOTHING: readonly never[] = [];

/** The facts of matches. */
export const knownOf = (matches: readonly Match[]): readonly KnownFact[] => matches.map(({ known }) => known);
