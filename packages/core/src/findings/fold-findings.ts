import type { CompiledRule } from '../rules/compile-rule.ts';
import type { FoundObject } from './finding.ts';
import { becauseOf } from './because.ts';
import { findingId } from './finding-id.ts';
import { byName, foundObject } from './found-objects.ts';
import type { JudgedInstance } from './judge-rule.ts';

/** Instances of a rule of which the same is to be said. */
export interface FoldedFinding {
  readonly id: string;
  readonly rule: CompiledRule;
  readonly objects: readonly FoundObject[];
  /** At least one. */
  readonly instances: readonly JudgedInstance[];
}

/** Puts instances with the same verdicts, explained by the same findings, together, in the order of the first of each. */
export function foldFindings(rule: CompiledRule, instances: readonly JudgedInstance[]): readonly FoldedFinding[] {
  const alike = new Map<string, JudgedInstance[]>();
  for (const instance of instances.filter(({ reported }) => reported)) {
    const key = sayingOf(instance);
    const group = alike.get(key);
    if (group) group.push(instance);
    else alike.set(key, [instance]);
  }
  const ids = new Set<string>();
  return [...alike.values()].map((group) => {
    const objects = group.flatMap((instance) => foundObject(rule.per, instance.of) ?? []).sort(byName);
    return { id: freshId(ids, rule.rule.id, objects), rule, objects, instances: group };
  });
}

const sayingOf = ({ seen, resolved, causes }: JudgedInstance): string =>
  JSON.stringify([seen, resolved, causes.map((cause) => [cause.verdict, cause.resolved, becauseOf(cause.because)])]);

/** Two findings can be about pods of one controller; the later one's id is made from the earlier one's. */
function freshId(ids: Set<string>, rule: string, objects: readonly FoundObject[]): string {
  let id = findingId(rule, objects);
  while (ids.has(id)) id = findingId(`${rule} ${id}`, objects);
  ids.add(id);
  return id;
}
