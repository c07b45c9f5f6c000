import type { KnownFact } from '../facts/fact-set.ts';
import type { CompiledField } from '../rules/compile-pattern.ts';
import { foldCase } from '../rules/fold-case.ts';
import { once } from './once.ts';
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

/** Facts to choose from; which they are is found when they are chosen. */
export interface Choice {
  readonly size: number;
  readonly facts: () => readonly KnownFact[];
}

/** Of the indexed facts those that may have one of the values, in order. */
export function choose({ byValue, open }: ValueIndex, values: readonly string[], facts: readonly KnownFact[]): Choice {
  const lists = [...new Set(values)].map((value) => byValue.get(value) ?? NOWHERE);
  const found = [...lists, open].filter(({ length }) => length > 0);
  return {
    size: found.reduce((sum, { length }) => sum + length, 0),
    facts: once(() => inOrder(found).map((place) => facts[place]!)),
  };
}

const inOrder = (lists: readonly (readonly number[])[]): readonly number[] =>
  lists.length === 1 ? lists[0]! : lists.flat().sort((a, b) => a - b);

const NOWHERE: readonly number[] = [];
