import { spellings, type Bindings } from './bindings.ts';
import type { FoundObject } from './finding.ts';

/**
 * What an instance is about: the last of `per` is its name, and says what it is unless a kind among them does; a namespace
 * among them is where it lives.
 */
export function foundObject(per: readonly string[], instance: Bindings): FoundObject | undefined {
  const last = per.findLast((name) => name !== 'namespace') ?? per.at(-1);
  const name = last === undefined ? undefined : spellings(instance, last)[0];
  if (last === undefined || name === undefined) return undefined;
  const kind = per.includes('kind') ? (spellings(instance, 'kind')[0] ?? last) : last;
  const namespace = kind === 'namespace' ? undefined : spellings(instance, 'namespace')[0];
  return namespace === undefined || !per.includes('namespace') ? { kind, name } : { kind, namespace, name };
}

/** Objects by namespace, then name. */
export const byName = (a: FoundObject, b: FoundObject): number =>
  compare(a.namespace ?? '', b.namespace ?? '') || compare(a.name, b.name);

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
