import type { CompiledLeaf } from '../rules/compile-condition.ts';
import type { Bindings } from './bindings.ts';
import { fromShelf, indexLeaf, type LeafIndex } from './leaf-index.ts';
import { matchFact, type Match } from './match-fact.ts';
import { isState, type World } from './world.ts';

/** What a question is answered from: the facts it is about. */
export interface Matches {
  readonly met: readonly Match[];
  /** Facts that do not meet it, or do not show the field. Of things that happened, one for each capture is enough. */
  readonly others: readonly Match[];
}

/** The facts of one rule's questions. */
export interface RuleFacts {
  readonly world: World;
  /** All that can meet the question, for any instance. */
  possible(leaf: CompiledLeaf): readonly Match[];
  matches(leaf: CompiledLeaf, bindings: Bindings): Matches;
}

/** Finds the facts of questions as they are asked, each question's only once. */
export function ruleFacts(world: World, per: readonly string[]): RuleFacts {
  const indexes = new Map<CompiledLeaf, LeafIndex>();
  const index = (leaf: CompiledLeaf): LeafIndex => {
    const found = indexes.get(leaf) ?? indexLeaf(leaf, world.of(leaf.kind), per);
    indexes.set(leaf, found);
    return found;
  };
  return {
    world,
    possible: (leaf) => index(leaf).met.all,
    matches: (leaf, bindings) => narrow(index(leaf), { leaf, per }, bindings),
  };
}

function narrow(index: LeafIndex, key: { leaf: CompiledLeaf; per: readonly string[] }, bindings: Bindings): Matches {
  const { leaf } = key;
  if (leaf.variables.every((name) => !bindings.has(name))) return { met: index.met.all, others: index.others.all };
  const met: Match[] = [];
  const others: Match[] = [];
  const seen = new Set<unknown>();
  for (const { known } of fromShelf(index.met, key, bindings)) {
    const match = matchFact(leaf, known, bindings);
    if (match) (match.answer === 'met' ? met : others).push(match);
  }
  for (const { known } of fromShelf(index.others, key, bindings)) {
    if (!isState(leaf.kind) && seen.has(known.source)) continue;
    const match = matchFact(leaf, known, bindings);
    if (!match) continue;
    seen.add(known.source);
    others.push(match);
  }
  return { met, others };
}
