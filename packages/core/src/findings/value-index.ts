import type { KnownFact } from '../facts/fact-set.ts';
import type { CompiledField } from '../rules/compile-pattern.ts';
import { foldCase } from '../rules/fold-case.ts';
import { readField } from './read-field.ts';

/** Where the facts of a kind stand, by the value of one field that they show. */
export interface ValueIndex {
  readonly byValue: ReadonlyMap<string, readonly number[]>;
  /** Of those that show more or other than one value. */
  readonly open: readonly number[];
}

/** The texts (in small letters) of which a field that meets its test is one; undefined where it may be another. */
export function valuesOf({ test }: CompiledField): readonly string[] | undefined {
  if (test.type !== 'one-of') return undefined;
  const values: string[] = [];
  for (const { tokens } of test.patterns) {
    const token = tokens.length === 1 ? tokens[0]! : undefined;
    if (token?.type !== 'literal') return undefined;
    values.push(token.text);
  }
  return values;
}

/** Sorts facts by the value of a field. */
export function indexValues(facts: readonly KnownFact[], field: string): ValueIndex {
  const byValue = new Map<string, number[]>();
  const open: number[] = [];
  for (let place = 0; place < facts.length; place++) {
    const value = readField(facts[place]!.fact, field);
    if (value === undefined) continue;
    if (typeof value === 'object') open.push(place);
    else {
      const folded = foldCase(String(value));
      const places = byValue.get(folded);
      if (places) places.push(place);
      else byValue.set(folded, [place]);
    }
  }
  return { byValue, open };
}

/** In order, the places of the facts that may have one of the values. */
export function placesOf({ byValue, open }: ValueIndex, values: readonly string[]): readonly number[] {
  const lists = [...new Set(values)].flatMap((value) => byValue.get(value) ?? []);
  return values.length === 1 && open.length === 0 ? lists : [...lists, ...open].sort((a, b) => a - b);
}
