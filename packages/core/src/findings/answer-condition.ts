import type { KnownFact } from '../facts/fact-set.ts';
import type { CompiledCondition, CompiledLeaf } from '../rules/compile-condition.ts';
import { combine, type Answer } from './answer.ts';
import { unknownWanting, type AnsweredLeaf } from './answered-leaf.ts';
import type { Cap } from './finding.ts';

/** A group of conditions with its answer and those of its members. */
export interface AnsweredGroup {
  readonly type: 'all' | 'any';
  readonly answer: Answer;
  readonly children: readonly Answered[];
}

export type Answered = AnsweredLeaf | AnsweredGroup;

/** Answers a condition from the answers to its questions. */
export function answerCondition(condition: CompiledCondition, ask: (leaf: CompiledLeaf) => AnsweredLeaf): Answered {
  if (condition.type === 'leaf') return ask(condition);
  return answeredGroup(
    condition.type,
    condition.children.map((child) => answerCondition(child, ask)),
  );
}

/** Members as a group. */
export const answeredGroup = (type: 'all' | 'any', children: readonly Answered[]): AnsweredGroup => ({
  type,
  answer: combine(
    type,
    children.map(({ answer }) => answer),
  ),
  children,
});

/** Why supported conditions are weakly so; empty where they are strongly, or are not supported. */
export function capsIn(answered: Answered): readonly Cap[] {
  if (answered.answer !== 'supported') return [];
  if (answered.type === 'leaf') return answered.caps;
  const supported = answered.children.filter(({ answer }) => answer === 'supported');
  if (answered.type === 'any' && supported.some((child) => capsIn(child).length === 0)) return [];
  return [...new Set(supported.flatMap(capsIn))];
}

/** Supported questions outside of contradicted groups. */
export function supportedLeaves(answered: Answered): readonly AnsweredLeaf[] {
  if (answered.answer === 'contradicted') return [];
  if (answered.type !== 'leaf') return answered.children.flatMap(supportedLeaves);
  return answered.answer === 'supported' ? [answered] : [];
}

/** Open questions whose answers would change that of the whole. */
export function openLeaves(answered: Answered): readonly AnsweredLeaf[] {
  if (answered.answer !== 'unknown') return [];
  return answered.type === 'leaf' ? [answered] : answered.children.flatMap(openLeaves);
}

/** Contradicted questions, where the whole is contradicted. */
export function contradictedLeaves(answered: Answered): readonly AnsweredLeaf[] {
  if (answered.answer !== 'contradicted') return [];
  return answered.type === 'leaf' ? [answered] : answered.children.flatMap(contradictedLeaves);
}

/** The same condition, had nothing been found against it. */
export function withoutContradiction(answered: Answered): Answered {
  if (answered.type !== 'leaf') return answeredGroup(answered.type, answered.children.map(withoutContradiction));
  return answered.answer === 'contradicted' ? unknownWanting(answered.leaf, 'not-found') : answered;
}

/** The facts, and listings without such facts, that support a condition. */
export const supportOf = (answered: Answered): readonly KnownFact[] =>
  supportedLeaves(answered).flatMap(({ support }) => support);
