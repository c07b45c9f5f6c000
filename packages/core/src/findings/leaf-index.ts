import type { Fact } from '../facts/fact.ts';
import type { KnownFact } from '../facts/fact-set.ts';
import { isState } from '../facts/state.ts';
import type { CompiledLeaf } from '../rules/compile-condition.ts';
import type { CompiledField } from '../rules/compile-pattern.ts';
import { NO_BINDINGS, type Bindings } from './bindings.ts';
import { matchMet, type Match } from './match-fact.ts';
import { once } from './once.ts';
import { onShelf, shelve, type Shelf } from './shelf.ts';
import { textsOf } from './text-index.ts';
import { valuesOf, type Choice } from './value-index.ts';
import type { World } from './world.ts';

/**
 * The facts that one question is about, found once with all variables free. Variables only narrow: what does not meet
 * the question here never does.
 */
export interface LeafIndex {
  readonly leaf: CompiledLeaf;
  /** The fields by whose value its facts can be found; those that tell most come first. */
  readonly keys: readonly ShelfKey[];
  readonly met: () => Shelved<Match>;
  /** Whether any fact meets it. */
  readonly isMet: () => boolean;
  /** Whether those that meet it were found already. */
  readonly isFound: () => boolean;
  /** In order, the facts that it may be about, whether or not they meet it; they are many, and few ask. */
  readonly about: () => Shelved<KnownFact>;
}

/** A field that is compared with one variable and nothing else. */
export interface ShelfKey {
  readonly field: string;
  readonly variable: string;
}

interface Shelved<T> {
  readonly all: readonly T[];
  readonly knownOf: (thing: T) => KnownFact;
  /** By field, each made when it is first asked for. */
  readonly shelves: Map<string, Shelf<T>>;
}

/** Puts a question to the facts of its kind that may meet it, when it is first asked. */
export function indexLeaf(leaf: CompiledLeaf, world: World, per: readonly string[]): LeafIndex {
  const matchFree = (known: KnownFact): Match | undefined => matchMet(leaf, known, NO_BINDINGS);
  const candidates = once(() => promising(leaf, world));
  let met: Shelved<Match> | undefined;
  let isMet: boolean | undefined;
  return {
    leaf,
    keys: shelfKeys(leaf, per),
    met: () =>
      (met ??= shelved(
        candidates().flatMap((known) => matchFree(known) ?? []),
        matched,
      )),
    isFound: () => met !== undefined,
    isMet: () => (isMet ??= met ? met.all.length > 0 : candidates().some(matchFree)),
    about: once(() => shelved(subjects(leaf, world), (known) => known)),
  };
}

/** Whether facts can speak against a question by not meeting it. */
export const canOppose = ({ kind }: CompiledLeaf): boolean => isState(kind) || kind === 'finding';

/** The facts that have the rarest of the fields, values or texts without which none can meet the question. */
function promising({ kind, of, tests }: CompiledLeaf, world: World): readonly KnownFact[] {
  const needed = [
    ...tests.filter(isNeeded),
    ...of.filter((field) => isNeeded(field) && field.name !== 'namespace' && !field.joins.length),
  ];
  return rarest(kind, needed, world);
}

/** The facts that have the rarest of the values without which the question is not about them. */
const subjects = ({ kind, of }: CompiledLeaf, world: World): readonly KnownFact[] =>
  rarest(
    kind,
    of.filter((field) => field.name !== 'namespace' && valuesOf(field) !== undefined),
    world,
  );

function rarest(kind: Fact['kind'], fields: readonly CompiledField[], world: World): readonly KnownFact[] {
  const all = world.of(kind);
  let [size, facts] = [all.length, (): readonly KnownFact[] => all];
  for (const field of fields) {
    const choice = showing(kind, field, world);
    if (choice.size < size) ({ size, facts } = choice);
  }
  return facts();
}

/** The facts that show a field and may have there what its test asks for. */
function showing(kind: Fact['kind'], field: CompiledField, world: World): Choice {
  const values = valuesOf(field);
  if (values) return world.showing(kind, field.name, values);
  const texts = textsOf(field);
  const facts = (texts && world.holding(kind, field.name, texts)) ?? world.having(kind, field.name);
  return { size: facts.length, facts: () => facts };
}

/** Whether a fact that does not show a field cannot meet its test. */
export const isNeeded = ({ test }: CompiledField): boolean =>
  test.type !== 'absent' && !(test.type === 'all' && test.tests.some(({ type }) => type === 'absent'));

/** What can agree with the bindings, and maybe more. */
export function agreeing<T>(
  { all, knownOf, shelves }: Shelved<T>,
  key: ShelfKey | undefined,
  bindings: Bindings,
): readonly T[] {
  const values = key && bindings.get(key.variable);
  if (!key || !values || all.length === 0) return all;
  const shelf = shelves.get(key.field) ?? shelve(all, key.field, knownOf);
  shelves.set(key.field, shelf);
  return onShelf(shelf, values.keys());
}

/** The field to find facts by that agree with the bindings. */
export const keyFor = (keys: readonly ShelfKey[], bindings: Bindings): ShelfKey | undefined =>
  keys.find(({ variable }) => bindings.has(variable));

const matched = ({ known }: Match): KnownFact => known;

const shelved = <T>(all: readonly T[], knownOf: (thing: T) => KnownFact): Shelved<T> => ({
  all,
  knownOf,
  shelves: new Map(),
});

/** A variable of the instances tells most, the last of them before all others; a namespace tells least. */
function shelfKeys({ of, tests }: CompiledLeaf, per: readonly string[]): readonly ShelfKey[] {
  const rank = ({ field, variable }: ShelfKey): number => (field === 'namespace' ? -2 : per.lastIndexOf(variable));
  return [...of, ...tests]
    .flatMap(({ name, test }) => {
      const tokens = test.type === 'one-of' && test.patterns.length === 1 ? test.patterns[0]!.tokens : [];
      const token = tokens.length === 1 ? tokens[0] : undefined;
      return token?.type === 'variable' ? [{ field: name, variable: token.name }] : [];
    })
    .toSorted((a, b) => rank(b) - rank(a));
}
