import { leavesOf, type CompiledCondition, type CompiledLeaf } from '../rules/compile-condition.ts';
import type { RuleFacts } from './rule-facts.ts';

/**
 * What may be so of some instance. Variables only narrow: where no fact meets a question with all of them free, none does
 * for any of their values, so that thousands of instances need not be asked.
 */
export interface MayBe {
  /** Whether a condition may be supported. */
  readonly supported: (condition: CompiledCondition) => boolean;
  /** Whether something may speak for a condition, if only for a part of it. */
  readonly told: (condition: CompiledCondition) => boolean;
}

/** What may be so of the instances of a rule. */
export function mayBeOver(facts: RuleFacts): MayBe {
  const isPossible = (leaf: CompiledLeaf): boolean => leaf.asks !== 'one' || facts.isPossible(leaf);
  const supported = (condition: CompiledCondition): boolean => {
    if (condition.type === 'leaf') return isPossible(condition);
    return condition.type === 'any' ? condition.children.some(supported) : condition.children.every(supported);
  };
  return { supported: kept(supported), told: kept((condition) => leavesOf(condition).some(isPossible)) };
}

function kept(find: (condition: CompiledCondition) => boolean): (condition: CompiledCondition) => boolean {
  const found = new Map<CompiledCondition, boolean>();
  return (condition) => {
    const answer = found.get(condition) ?? find(condition);
    found.set(condition, answer);
    return answer;
  };
}
