import type { KnownFact } from '../facts/fact-set.ts';
import type { CompiledLeaf } from '../rules/compile-condition.ts';
import type { CompiledField } from '../rules/compile-pattern.ts';
import { NO_BINDINGS, type Bindings } from './bindings.ts';
import { matchFact, matchMet, type Match } from './match-fact.ts';
import { isState, onShelf, shelve, type Shelf, type World } from './world.ts';

/**
 * The facts that one question is about, found once with all variables free. Variables only narrow: what does not meet
 * the question here never does.
 */
export interface LeafIndex {
  readonly leaf: CompiledLeaf;
  /** The field whose value tells the instances apart. */
  readonly key: ShelfKey | undefined;
  readonly met: Shelved;
  /** Facts that do not meet it, where they can speak against it: of states and findings. */
  readonly others: Shelved;
}

/** A field that is compared with a variable of the rule's instances and nothing else. */
export interface ShelfKey {
  readonly field: string;
  readonly variable: string;
}

interface Shelved {
  readonly all: readonly Match[];
  readonly shelf?: Shelf<Match>;
}

/** Puts a question to all facts of its kind. */
export function indexLeaf(leaf: CompiledLeaf, world: World, per: readonly string[]): LeafIndex {
  const met: Match[] = [];
  const others: Match[] = [];
  const [match, facts] = canOppose(leaf) ? [matchFact, world.of(leaf.kind)] : [matchMet, promising(leaf, world)];
  for (const known of facts) {
    const found = match(leaf, known, NO_BINDINGS);
    if (found) (found.answer === 'met' ? met : others).push(found);
  }
  const key = shelfKey(leaf, per);
  return { leaf, key, met: shelved(met, key), others: shelved(others, key) };
}

/** Whether facts can speak against a question by not meeting it. */
export const canOppose = ({ kind }: CompiledLeaf): boolean => isState(kind) || kind === 'finding';

/** The facts that have the rarest of the fields without which none can meet the question: most log lines have few. */
const promising = ({ kind, of, tests }: CompiledLeaf, world: World): readonly KnownFact[] =>
  [
    ...tests.filter(isNeeded),
    ...of.filter((field) => isNeeded(field) && field.name !== 'namespace' && !field.joins.length),
  ]
    .map(({ name }) => world.having(kind, name.split('.', 1)[0]!))
    .reduce((fewest, facts) => (facts.length < fewest.length ? facts : fewest), world.of(kind));

const isNeeded = ({ test }: CompiledField): boolean =>
  test.type !== 'absent' && !(test.type === 'all' && test.tests.some(({ type }) => type === 'absent'));

/** The matches that can agree with the bindings, and maybe others. */
export function agreeing({ all, shelf }: Shelved, key: ShelfKey | undefined, bindings: Bindings): readonly Match[] {
  const values = key && bindings.get(key.variable);
  if (!values || !shelf) return all;
  return [...new Set([...values.keys()].flatMap((value) => onShelf(shelf, value)))];
}

const shelved = (all: readonly Match[], key: ShelfKey | undefined): Shelved =>
  key ? { all, shelf: shelve(all, key.field, ({ known }) => known) } : { all };

/** Of several such fields the one of the last variable: it tells most. */
function shelfKey({ of, tests }: CompiledLeaf, per: readonly string[]): ShelfKey | undefined {
  for (const variable of per.toReversed()) {
    for (const { name, test } of [...of, ...tests]) {
      const tokens = test.type === 'one-of' && test.patterns.length === 1 ? test.patterns[0]!.tokens : [];
      const token = tokens.length === 1 ? tokens[0] : undefined;
      if (token?.type === 'variable' && token.name === variable) return { field: name, variable };
    }
  }
  return undefined;
}
