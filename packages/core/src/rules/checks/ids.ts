import type { Complaint, KeyPath } from '../rule-document.ts';
import type { Check } from './check.ts';

/** The id of a rule is its path, and ids inside it are there once. */
export const ids: Check = function* (rule, id) {
  if (rule.id !== id) yield { at: ['id'], message: `id must be ${id}, as the file is named` };
  yield* repeated(rule.causes, ['causes']);
  for (const [index, { solutions }] of rule.causes.entries())
    yield* repeated(solutions, ['causes', index, 'solutions']);
};

function* repeated(entries: readonly { readonly id: string }[], at: KeyPath): Generator<Complaint> {
  const seen = new Set<string>();
  for (const [index, { id }] of entries.entries()) {
    if (seen.has(id)) yield { at: [...at, index, 'id'], message: `id ${id} is here twice` };
    seen.add(id);
  }
}
