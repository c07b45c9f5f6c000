import { foldCase } from '../rules/fold-case.ts';

/** The values of one variable: as they compare (small letters) and as they are spelled. */
export type Values = ReadonlyMap<string, string>;

/** Variables and their values; a variable that is not in it is free. */
export type Bindings = ReadonlyMap<string, Values>;

/** One way in which a fact meets a condition: a text for each variable. */
export type Way = ReadonlyMap<string, string>;

export const NO_BINDINGS: Bindings = new Map();

/** Values of spellings that differ in more than case. Of several spellings the last by code unit stays: small letters. */
export function valuesOf(spellings: Iterable<string>): Values {
  const values = new Map<string, string>();
  for (const spelling of spellings) {
    const folded = foldCase(spelling);
    const before = values.get(folded);
    if (before === undefined || before < spelling) values.set(folded, spelling);
  }
  return values.size < 2 ? values : new Map([...values].sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** The values that a set of ways gives to each variable. */
export function bindingsOf(ways: Iterable<Way>): Bindings {
  const spellings = new Map<string, string[]>();
  for (const way of ways) for (const [name, text] of way) append(spellings, name, text);
  return new Map([...spellings].map(([name, texts]) => [name, valuesOf(texts)]));
}

/** Every value of every variable. */
export function union(all: readonly Bindings[]): Bindings {
  if (all.length === 1) return all[0]!;
  const spellings = new Map<string, string[]>();
  for (const bindings of all)
    for (const [name, values] of bindings) for (const text of values.values()) append(spellings, name, text);
  return new Map([...spellings].map(([name, texts]) => [name, valuesOf(texts)]));
}

/** What is known first, completed by variables that only `more` knows. */
export function complete(first: Bindings, more: Bindings): Bindings {
  let completed: Map<string, Values> | undefined;
  for (const [name, values] of more) if (!first.has(name)) (completed ??= new Map(first)).set(name, values);
  return completed ?? first;
}

/** Spellings of a variable's values, in order; none where it is free. */
export const spellings = (bindings: Bindings, name: string): readonly string[] => [
  ...(bindings.get(name)?.values() ?? []),
];

/** Tells bindings apart as far as these variables go: with the same key they ask the same. */
export const keyOfBindings = (bindings: Bindings, names: readonly string[]): string =>
  names.map((name) => keyOfValues(bindings.get(name))).join('\0');

/** Many values have a number in place of a long text; the same ones found twice then count as others. */
function keyOfValues(values: Values | undefined): string {
  if (values === undefined) return '';
  if (values.size <= FEW_VALUES) return `=${[...values.keys()].join('\u0001')}`;
  const number = numbers.get(values) ?? (numbered += 1);
  numbers.set(values, number);
  return `#${number}`;
}

const FEW_VALUES = 4;
const numbers = new WeakMap<Values, number>();
let numbered = 0;

function append(lists: Map<string, string[]>, name: string, text: string): void {
  const list = lists.get(name);
  if (list) list.push(text);
  else lists.set(name, [text]);
}
