import type { KnownFact } from '../facts/fact-set.ts';
import { isState } from '../facts/state.ts';
import type { CompiledLeaf } from '../rules/compile-condition.ts';
import type { CompiledField } from '../rules/compile-pattern.ts';
import { NO_BINDINGS, type Bindings } from './bindings.ts';
import { matchFact, matchMet, type Match } from './match-fact.ts';
import { textsOf } from './text-index.ts';
import { onShelf, shelve, type Shelf, type World } from './world.ts';

/**
 * The facts that one question is about, found once with all variables free. Variables only narrow: what does not meet
 * the question here never does.
 */
export interface LeafIndex {
  readonly leaf: CompiledLeaf;
  /** The fields by whose value its facts can be found; those that tell most come first. */
  readonly keys: readonly ShelfKey[];
  readonly met: Shelved;
  /** Facts that do not meet it, where they can speak against it: of states and findings; they are many, and few ask. */
  readonly others: () => Shelved;
}

/** A field that is compared with one variable and nothing else. */
export interface ShelfKey {
  readonly field: string;
  readonly variable: string;
}

interface Shelved {
  readonly all: readonly Match[];
  /** By field, each made when it is first asked for. */
  readonly shelves: Map<string, Shelf<Match>>;
}

/** Puts a question to the facts of its kind that may meet it; to all of them when it is asked what speaks against it. */
export function indexLeaf(leaf: CompiledLeaf, world: World, per: readonly string[]): LeafIndex {
  const met = promising(leaf, world).flatMap((known) => matchMet(leaf, known, NO_BINDINGS) ?? []);
  let others: Shelved | undefined;
  return {
    leaf,
    keys: shelfKeys(leaf, per),
    met: shelved(met),
    others: () => (others ??= shelved(canOppose(leaf) ? notMeeting(leaf, world) : [])),
  };
}

const notMeeting = (leaf: CompiledLeaf, world: World): readonly Match[] =>
  world.of(leaf.kind).flatMap((known) => {
    const match = matchFact(leaf, known, NO_BINDINGS);
    return match && match.answer !== 'met' ? [match] : [];
  });

/** Whether facts can speak against a question by not meeting it. */
export const canOppose = ({ kind }: CompiledLeaf): boolean => isState(kind) || kind === 'finding';

/** The facts that have the rarest of the fields, or of the texts, without which none can meet the question. */
const promising = ({ kind, of, tests }: CompiledLeaf, world: World): readonly KnownFact[] =>
  [
    ...tests.filter(isNeeded),
    ...of.filter((field) => isNeeded(field) && field.name !== 'namespace' && !field.joins.length),
  ]
    .map((field) => {
      const texts = textsOf(field);
      const holding = texts && world.holding(kind, field.name, texts);
      return holding ?? world.having(kind, field.name.split('.', 1)[0]!);
    })
    .reduce((fewest, facts) => (facts.length < fewest.length ? facts : fewest), world.of(kind));

const isNeeded = ({ test }: CompiledField): boolean =>
  test.type !== 'absent' && !(test.type === 'all' && test.tests.some(({ type }) => type === 'absent'));

/** The matches that can agree with the bindings, and maybe others. */
export function agreeing({ all, shelves }: Shelved, key: ShelfKey | undefined, bindings: Bindings): readonly Match[] {
  const values = key && bindings.get(key.variable);
  if (!key || !values || all.length === 0) return all;
  const shelf = shelves.get(key.field) ?? shelve(all, key.field, ({ known }) => known);
  shelves.set(key.field, shelf);
  return [...new Set([...values.keys()].flatMap((value) => onShelf(shelf, value)))];
}

/** The field to find facts by that agree with the bindings. */
export const keyFor = (keys: readonly ShelfKey[], bindings: Bindings): ShelfKey | undefined =>
  keys.find(({ variable }) => bindings.has(variable));

const shelved = (all: readonly Match[]): Shelved => ({ all, shelves: new Map() });

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
