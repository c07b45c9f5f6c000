import type { KnownFact } from '../facts/fact-set.ts';
import type { CompiledLeaf } from '../rules/compile-condition.ts';
import { foldCase } from '../rules/fold-case.ts';
import { NO_BINDINGS, type Bindings } from './bindings.ts';
import { matchFact, type Match } from './match-fact.ts';

/**
 * The facts that one question is about, found once with all variables free. Variables only narrow: what does not meet
 * the question here never does.
 */
export interface LeafIndex {
  readonly leaf: CompiledLeaf;
  readonly met: Shelf;
  readonly others: Shelf;
}

/** Matches, also by the value that they have for a variable of the rule's instances. */
export interface Shelf {
  readonly all: readonly Match[];
  readonly byValue: ReadonlyMap<string, readonly Match[]>;
  /** Those that may agree with any value. */
  readonly open: readonly Match[];
}

/** Puts a question to all facts of its kind. */
export function indexLeaf(leaf: CompiledLeaf, facts: readonly KnownFact[], per: readonly string[]): LeafIndex {
  const met: Match[] = [];
  const others: Match[] = [];
  for (const known of facts) {
    const match = matchFact(leaf, known, NO_BINDINGS);
    if (match) (match.answer === 'met' ? met : others).push(match);
  }
  const field = shelfField(leaf, per)?.field;
  return { leaf, met: shelve(met, field), others: shelve(others, field) };
}

/** The matches that can agree with the bindings, and maybe others. */
export function fromShelf(shelf: Shelf, { leaf, per }: ShelfKey, bindings: Bindings): readonly Match[] {
  const key = shelfField(leaf, per);
  const values = key && bindings.get(key.variable);
  if (!values) return shelf.all;
  return [...values.keys()].flatMap((value) => shelf.byValue.get(value) ?? []).concat(shelf.open);
}

export interface ShelfKey {
  readonly leaf: CompiledLeaf;
  readonly per: readonly string[];
}

/** The field that is compared with a variable of the instances and nothing else; of several the most telling, the last. */
function shelfField(
  { of, tests }: CompiledLeaf,
  per: readonly string[],
): { field: string; variable: string } | undefined {
  for (const variable of per.toReversed()) {
    for (const { name, test } of [...of, ...tests]) {
      const tokens = test.type === 'one-of' && test.patterns.length === 1 ? test.patterns[0]!.tokens : [];
      const token = tokens.length === 1 ? tokens[0] : undefined;
      if (token?.type === 'variable' && token.name === variable) return { field: name, variable };
    }
  }
  return undefined;
}

function shelve(all: readonly Match[], field: string | undefined): Shelf {
  const byValue = new Map<string, Match[]>();
  const open: Match[] = [];
  for (const match of field === undefined ? [] : all) {
    const { fact } = match.known;
    const value = Object.hasOwn(fact, field!) ? (fact as unknown as Record<string, unknown>)[field!] : undefined;
    if (typeof value !== 'string' || fact.quoted === true) open.push(match);
    else place(byValue, foldCase(value), match);
  }
  return { all, byValue, open };
}

function place(shelves: Map<string, Match[]>, value: string, match: Match): void {
  const shelf = shelves.get(value);
  if (shelf) shelf.push(match);
  else shelves.set(value, [match]);
}
