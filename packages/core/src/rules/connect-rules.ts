import { findingReferences, type FindingReference } from './checks/finding-references.ts';
import { referenceCycles } from './checks/reference-cycles.ts';
import type { LoadedRule } from './load-rule.ts';
import type { RuleProblem } from './rule-error.ts';
import type { Rule, RulePack } from './rule.ts';

/** What is wrong between rules: ids that another pack has, findings that no rule gives, circles. */
export function connectRules(loaded: readonly LoadedRule[], packs: readonly RulePack[]): readonly RuleProblem[] {
  const problems: RuleProblem[] = [];
  const foreign = new Map(packs.flatMap(({ name, rules }) => rules.map((rule) => [rule.id, { rule, name }] as const)));
  const known = new Map<string, Rule | undefined>([...foreign].map(([id, { rule }]) => [id, rule]));
  for (const { id, rule } of loaded) known.set(id, rule);
  const references = new Map<string, readonly FindingReference[]>();
  const documents = new Map(loaded.map(({ id, document }) => [id, document]));
  for (const { id, rule, document } of loaded) {
    const other = foreign.get(id);
    if (other) problems.push(document.locate({ at: ['id'], message: `id ${id} is taken by a rule of ${other.name}` }));
    if (!rule) continue;
    const found = findingReferences(rule, known);
    problems.push(...found.complaints.map(document.locate));
    references.set(id, found.references);
  }
  for (const { from, reference, ids } of referenceCycles(references)) {
    const message = `rules build on each other in a circle: ${ids.join(' -> ')}`;
    problems.push(documents.get(from)!.locate({ at: reference.at, message }));
  }
  return problems;
}
