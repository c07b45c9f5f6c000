import { spellings, type Bindings } from './bindings.ts';
import type { FoundObject } from './finding.ts';

/** What an instance is about: the last of `per` names its kind, and a namespace among them is where it lives. */
export function foundObject(per: readonly string[], instance: Bindings): FoundObject | undefined {
  const kind = per.findLast((name) => name !== 'namespace') ?? per.at(-1);
  const name = kind === undefined ? undefined : spellings(instance, kind)[0];
  if (kind === undefined || name === undefined) return undefined;
  const namespace = kind === 'namespace' ? undefined : spellings(instance, 'namespace')[0];
  return namespace === undefined || !per.includes('namespace') ? { kind, name } : { kind, namespace, name };
}

/** Objects by namespace, then name. */
export const byName = (a: FoundObject, b: FoundObject): number =>
  compare(a.namespace ?? '', b.namespace ?? '') || compare(a.name, b.name);

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
