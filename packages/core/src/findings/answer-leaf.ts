import type { KnownFact } from '../facts/fact-set.ts';
import { isState } from '../facts/state.ts';
import type { CompiledLeaf } from '../rules/compile-condition.ts';
import { answerEvery } from './answer-every.ts';
import { keyOfBindings, type Bindings } from './bindings.ts';
import { blank, knownOf, supportedBy, type AnsweredLeaf, type Asking, type Inquiry } from './answered-leaf.ts';
import { canOppose } from './leaf-index.ts';
import { listingsFor } from './listings.ts';
import { changedBy } from './changed-by.ts';
import { isOver, type Match } from './match-fact.ts';
import { unknownFor } from './want.ts';
import type { RuleFacts } from './rule-facts.ts';

/** Answers questions for given values of their variables. */
export type Ask = (leaf: CompiledLeaf) => AnsweredLeaf;

/**
 * Asks for the instances of a rule; a question has the same answer for all that agree on its variables. Of a question
 * about what tells instances apart no other will have the answer, so it is not kept.
 */
export function askFor(facts: RuleFacts, unquoted?: true): (bindings: Bindings) => Ask {
  const given = new Map<CompiledLeaf, Map<string, AnsweredLeaf>>();
  const answer = (leaf: CompiledLeaf, bindings: Bindings): AnsweredLeaf =>
    answerLeaf(leaf, unquoted ? { bindings, facts, unquoted } : { bindings, facts });
  return (bindings) => (leaf) => {
    if (isOfOne(leaf, facts)) return answer(leaf, bindings);
    const answers = given.get(leaf) ?? new Map<string, AnsweredLeaf>();
    given.set(leaf, answers);
    const key = keyOfBindings(bindings, leaf.variables);
    const answered = answers.get(key) ?? answer(leaf, bindings);
    answers.set(key, answered);
    return answered;
  };
}

const isOfOne = ({ variables }: CompiledLeaf, { per }: RuleFacts): boolean =>
  per.length > 0 && per.every((name) => variables.includes(name));

/** Answers one question from the facts it is about. */
export function answerLeaf(leaf: CompiledLeaf, asking: Asking): AnsweredLeaf {
  return ANSWERERS[leaf.asks](inquiryFor(leaf, asking));
}

/** What the answer to a question is made of. */
export function inquiryFor(leaf: CompiledLeaf, asking: Asking): Inquiry {
  const { bindings, facts, unquoted } = asking;
  const matches = facts.matches(leaf, bindings);
  if (!unquoted) return { bindings, facts, leaf, matches };
  const { others, looks } = matches;
  const met = matches.met.filter(
    (match) => isUnquoted(match) && changedBy(match, { leaf, bindings, facts }).length === 0,
  );
  return { bindings, facts, unquoted, leaf, matches: { met, others, looks } };
}

const isUnquoted = ({ known }: Match): boolean => known.fact.quoted !== true;

const ANSWERERS = { one: answerOne, none: answerNone, every: answerEvery };

/** Neither a sample nor joined by a field it lacks: such a fact can speak against a question. */
export const isFirm = ({ caps }: Match): boolean => caps.every((cap) => cap === 'likely-finding');

/** Whether one fact meets the question. */
function answerOne(inquiry: Inquiry): AnsweredLeaf {
  const { leaf, matches } = inquiry;
  if (matches.met.length > 0) return supportedByNewest(inquiry);
  const against = contradicting(inquiry);
  return against.length > 0 ? { ...blank(leaf, 'contradicted'), against } : unknownFor(inquiry);
}

/** Where an object was looked at several times, the last look counts; where all have changed, the answer was so once. */
function supportedByNewest(inquiry: Inquiry): AnsweredLeaf {
  const { leaf, matches } = inquiry;
  const changes = matches.met.map((match) => ({ match, changed: changedBy(match, inquiry) }));
  const current = changes.filter(({ changed }) => changed.length === 0).map(({ match }) => match);
  if (current.length > 0) return supportedBy(leaf, current);
  return { ...supportedBy(leaf, matches.met), ended: [...new Set(changes.flatMap(({ changed }) => changed))] };
}

/** Facts that show that none is as asked: states, each of them in a capture that is all there. */
function contradicting({ leaf, matches }: Inquiry): readonly KnownFact[] {
  if (!canOppose(leaf)) return [];
  const counted: KnownFact[] = [];
  for (const match of matches.others()) {
    if (match.answer !== 'unmet' || !isFirm(match)) continue;
    const { known } = match;
    if (leaf.kind === 'finding' ? !isOver(known.fact) : known.source.complete !== 'yes') return [];
    counted.push(known);
  }
  return counted;
}

/** Whether there is no such fact: only a complete listing can say so. */
function answerNone(inquiry: Inquiry): AnsweredLeaf {
  const { leaf, bindings, facts, matches } = inquiry;
  const there = matches.met.filter(isFirm);
  if (there.length > 0) return { ...blank(leaf, 'contradicted'), against: knownOf(there) };
  const complete = facts.world.telling.filter((source) => source.complete === 'yes');
  const listings = isState(leaf.kind) && matches.met.length === 0 ? listingsFor(leaf, bindings, complete) : undefined;
  return listings ? { ...blank(leaf, 'supported'), listings } : unknownFor(inquiry);
}
