import type { Check } from '../checks/check.ts';
import type { Complaint, KeyPath } from '../rule-document.ts';
import type { Condition } from '../rule.ts';

/** Questions of which the answer is known from another: asked twice, or for and against the same thing. */
export const pointlessQuestions: Check = function* (rule) {
  yield* ofOwner(rule, [], rule.appears);
  for (const [index, cause] of rule.causes.entries()) {
    const speaking = [...(cause.when ?? []), ...(cause.when ? [] : rule.appears)];
    yield* ofOwner(cause, ['causes', index], speaking);
  }
};

/** A rule or a cause, by its lists of conditions. */
type Owner = { readonly [P in (typeof PARTS)[number]]?: readonly Condition[] };

const PARTS = ['appears', 'when', 'unless', 'resolved-by', 'because', 'uses'] as const;

function* ofOwner(owner: Owner, at: KeyPath, speaking: readonly Condition[]): Generator<Complaint> {
  for (const part of PARTS) {
    const conditions = owner[part] ?? [];
    yield* repeated(conditions, [...at, part]);
    if (part === 'unless' || part === 'resolved-by') yield* contrary(conditions, [...at, part], speaking);
  }
}

function* repeated(conditions: readonly Condition[], at: KeyPath): Generator<Complaint> {
  const seen = new Set<string>();
  for (const [index, condition] of conditions.entries()) {
    const key = JSON.stringify(condition);
    if (seen.has(key)) yield { at: [...at, index], message: 'this condition is here twice' };
    seen.add(key);
    for (const group of ['any', 'all'] as const) {
      const inner = (condition as { readonly [G in typeof group]?: readonly Condition[] })[group];
      if (inner) yield* repeated(inner, [...at, index, group]);
    }
  }
}

/** What has to hold for something cannot speak against it as well. */
function* contrary(
  conditions: readonly Condition[],
  at: KeyPath,
  speaking: readonly Condition[],
): Generator<Complaint> {
  const needed = new Set(speaking.map((condition) => JSON.stringify(condition)));
  for (const [index, condition] of conditions.entries()) {
    if (needed.has(JSON.stringify(condition)))
      yield {
        at: [...at, index],
        message: `this condition has to hold for it to be so: it cannot stand in ${String(at.at(-1))}`,
      };
  }
}
