import type { CompiledLeaf } from '../rules/compile-condition.ts';
import { leavesOf } from '../rules/compile-condition.ts';
import { conditionsOf, type CompiledRule } from '../rules/compile-rule.ts';
import { NO_BINDINGS } from './bindings.ts';
import { matchText } from './match-text.ts';

/** The rules so that each comes after those whose findings it asks about, else as given. A circle is cut where it closes. */
export function judgingOrder(rules: readonly CompiledRule[]): readonly CompiledRule[] {
  const ordered = new Set<CompiledRule>();
  const begun = new Set<CompiledRule>();
  const place = (rule: CompiledRule): void => {
    if (begun.has(rule)) return;
    begun.add(rule);
    for (const needed of neededBy(rule, rules)) place(needed);
    ordered.add(rule);
  };
  for (const rule of rules) place(rule);
  return [...ordered];
}

function neededBy(rule: CompiledRule, rules: readonly CompiledRule[]): readonly CompiledRule[] {
  const asked = conditionsOf(rule)
    .flatMap(leavesOf)
    .filter(({ kind }) => kind === 'finding');
  return asked.length === 0 ? [] : rules.filter(({ rule: { id } }) => asked.some((leaf) => asksAbout(leaf, id)));
}

/** A question that names no rule is about any. */
function asksAbout({ of }: CompiledLeaf, id: string): boolean {
  const test = of.find(({ name }) => name === 'rule')?.test;
  if (test?.type !== 'one-of') return true;
  return test.patterns.some((pattern) => matchText(pattern, id, { bindings: NO_BINDINGS, quoted: false }));
}
