import type { CompiledRule } from '../rules/compile-rule.ts';
import { findingFacts } from './finding-facts.ts';
import { foldFindings, type FoldedFinding } from './fold-findings.ts';
import { judgeRule, type JudgedInstance } from './judge-rule.ts';
import { judgingOrder } from './judging-order.ts';
import type { World } from './world.ts';

/** A rule with its instances, and the findings that those of which the same is to be said make. */
export interface JudgedRule {
  readonly rule: CompiledRule;
  readonly instances: readonly JudgedInstance[];
  readonly folded: readonly FoldedFinding[];
}

/**
 * Judges rules so that each comes after those whose findings it asks about. While a rule is handed out, the world is as
 * it was judged over; then its findings are added.
 */
export function* judgeInOrder(rules: readonly CompiledRule[], world: World): Generator<JudgedRule, void, undefined> {
  for (const rule of judgingOrder(rules)) {
    const instances = judgeRule(rule, world);
    const folded = foldFindings(rule, instances);
    yield { rule, instances, folded };
    for (const facts of folded.map(findingFacts)) world.add(facts);
  }
}
