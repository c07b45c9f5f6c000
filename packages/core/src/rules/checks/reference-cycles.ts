import type { FindingReference } from './finding-references.ts';

/** A circle of rules that build on each other, with the reference that closes it. */
export interface ReferenceCycle {
  /** The rule that has the reference. */
  readonly from: string;
  readonly reference: FindingReference;
  /** From the rule that is referred to, round to itself. */
  readonly ids: readonly string[];
}

/** The circles among rules that build on findings of others; each reference that closes one is given once. */
export function referenceCycles(
  references: ReadonlyMap<string, readonly FindingReference[]>,
): readonly ReferenceCycle[] {
  const cycles: ReferenceCycle[] = [];
  const done = new Set<string>();
  const way: string[] = [];
  const visit = (from: string): void => {
    way.push(from);
    for (const reference of references.get(from) ?? []) {
      const start = way.indexOf(reference.to);
      if (start >= 0) cycles.push({ from, reference, ids: [...way.slice(start), reference.to] });
      else if (!done.has(reference.to)) visit(reference.to);
    }
    way.pop();
    done.add(from);
  };
  for (const id of [...references.keys()].toSorted()) if (!done.has(id)) visit(id);
  return cycles;
}
