import type { KnownFact } from '../facts/fact-set.ts';
import { foldCase } from '../rules/fold-case.ts';

/** Things by the value that their facts have in one field. */
export interface Shelf<T> {
  readonly byValue: ReadonlyMap<string, readonly T[]>;
  /** Those that may agree with any value: the field is not shown, or is a list, or the fact is a sample. */
  readonly open: readonly T[];
}

/** Sorts things by a field of their facts. */
export function shelve<T>(things: readonly T[], field: string, knownOf: (thing: T) => KnownFact): Shelf<T> {
  const byValue = new Map<string, T[]>();
  const open: T[] = [];
  for (const thing of things) {
    const { fact } = knownOf(thing);
    const value = Object.hasOwn(fact, field) ? (fact as unknown as Record<string, unknown>)[field] : undefined;
    if (typeof value !== 'string' || fact.quoted === true) open.push(thing);
    else {
      const folded = foldCase(value);
      const shelf = byValue.get(folded);
      if (shelf) shelf.push(thing);
      else byValue.set(folded, [thing]);
    }
  }
  return { byValue, open };
}

/** What may have one of the values (in small letters), each thing once. */
export function onShelf<T>({ byValue, open }: Shelf<T>, values: Iterable<string>): readonly T[] {
  const found: T[] = [];
  let isFirst = true;
  for (const value of values) {
    for (const thing of byValue.get(value) ?? NOTHING) found.push(thing as T);
    if (isFirst) for (const thing of open) found.push(thing);
    isFirst = false;
  }
  return found;
}

const NOTHING: readonly never[] = [];
