import type { KnownFact } from '../facts/fact-set.ts';
import { isState } from '../facts/state.ts';
import type { CompiledLeaf } from '../rules/compile-condition.ts';
import { bindingsOf, keyOfBindings, NO_BINDINGS, type Bindings } from './bindings.ts';
import { agreeing, canOppose, indexLeaf, keyFor, type LeafIndex } from './leaf-index.ts';
import { firstLooks, tellingLooks, type Look } from './looks.ts';
import { concerns, matchFact, matchMet, waysOf, type Match } from './match-fact.ts';
import type { World } from './world.ts';

/** What a question is answered from: the facts it is about. */
export interface Matches {
  readonly met: readonly Match[];
  /** Facts that do not meet it, or do not show the field, found as they are taken. Of things that happened, one for each capture. */
  readonly others: () => Iterable<Match>;
  /** Of these, as many of each capture as tell whether it shows the field. */
  readonly looks: () => Iterable<Look>;
}

/** The facts of one rule's questions. */
export interface RuleFacts {
  readonly world: World;
  /** The variables that tell the rule's instances apart. */
  readonly per: readonly string[];
  /** All that can meet the question, for any instance. */
  possible(leaf: CompiledLeaf): readonly Match[];
  /** Whether anything can. */
  isPossible(leaf: CompiledLeaf): boolean;
  matches(leaf: CompiledLeaf, bindings: Bindings): Matches;
  /** The values that facts which meet the question give to its variables; undefined where none does. */
  values(leaf: CompiledLeaf, bindings: Bindings): Bindings | undefined;
}

/** Finds the facts of questions as they are asked, each question's only once. */
export function ruleFacts(world: World, per: readonly string[]): RuleFacts {
  const indexes = new Map<CompiledLeaf, LeafIndex>();
  const index = (leaf: CompiledLeaf): LeafIndex => {
    const found = indexes.get(leaf) ?? indexLeaf(leaf, world, per);
    indexes.set(leaf, found);
    return found;
  };
  const found = new Map<CompiledLeaf, Map<string, Bindings | undefined>>();
  const values = (leaf: CompiledLeaf, bindings: Bindings): Bindings | undefined => {
    const known = found.get(leaf) ?? new Map<string, Bindings | undefined>();
    found.set(leaf, known);
    const key = keyOfBindings(bindings, leaf.variables);
    if (!known.has(key)) known.set(key, valuesIn(leaf, metBy(index(leaf), bindings, world), bindings));
    return known.get(key);
  };
  return {
    world,
    per,
    possible: (leaf) => index(leaf).met().all,
    isPossible: (leaf) => index(leaf).isMet(),
    values,
    matches: (leaf, bindings) => matchesIn(index(leaf), bindings, world),
  };
}

function matchesIn(index: LeafIndex, bindings: Bindings, world: World): Matches {
  const met = metBy(index, bindings, world);
  if (!canOppose(index.leaf)) {
    const { leaf } = index;
    const facts = (): readonly KnownFact[] => subjectsOf(index, bindings, world);
    const look = (known: KnownFact): Look | undefined => (concerns(leaf, known, bindings) ? { known } : undefined);
    return {
      met,
      others: () => firstLooks(facts(), (known) => matchFact(leaf, known, bindings)),
      looks: () => firstLooks(facts(), look),
    };
  }
  const others = (): Iterable<Match> => opposing(index, bindings, world);
  return { met, others, looks: () => tellingLooks(index.leaf, asked(index, bindings, world), bindings) };
}

const NONE: readonly never[] = [];

const isFree = ({ variables }: CompiledLeaf, bindings: Bindings): boolean =>
  variables.every((name) => !bindings.has(name));

/** Samples and prose name no real thing, so they bind nothing. */
function valuesIn(leaf: CompiledLeaf, met: readonly Match[], bindings: Bindings): Bindings | undefined {
  const firm = met.filter(({ known }) => known.fact.quoted !== true);
  return firm.length === 0 ? undefined : bindingsOf(firm.flatMap(({ known }) => waysOf(leaf, known, bindings)));
}

function metBy(index: LeafIndex, bindings: Bindings, world: World): readonly Match[] {
  const { leaf, met, isMet } = index;
  if (!isMet()) return NONE;
  if (isFree(leaf, bindings)) return met().all;
  return free(index, bindings, world).flatMap((known) => matchMet(leaf, known, bindings) ?? []);
}

/**
 * The facts that can agree with the values, of those that meet the question while it is free. Of an object that is asked
 * for by its name there are few, so that those of all the others need not be found first.
 */
function free(index: LeafIndex, bindings: Bindings, world: World): readonly KnownFact[] {
  const { leaf, keys, met, isFound } = index;
  const key = keyFor(keys, bindings);
  if (key && isState(leaf.kind) && !isFound())
    return subjectsOf(index, bindings, world).filter((known) => matchMet(leaf, known, NO_BINDINGS));
  return agreeing(met(), key, bindings).map(({ known }) => known);
}

/** Also a fact that met the question while its variables were free may not meet it for their values. */
function* opposing(index: LeafIndex, bindings: Bindings, world: World): Generator<Match, void, undefined> {
  for (const known of asked(index, bindings, world)) {
    const match = matchFact(index.leaf, known, bindings);
    if (match && match.answer !== 'met') yield match;
  }
}

/** The facts that a question is about; those that met it while free come last. */
function asked(index: LeafIndex, bindings: Bindings, world: World): readonly KnownFact[] {
  const facts = subjectsOf(index, bindings, world);
  if (!index.isMet() || isFree(index.leaf, bindings)) return facts;
  const last = free(index, bindings, world);
  if (last.length === 0) return facts;
  const left = new Set(facts);
  for (const known of last) left.delete(known);
  return [...left, ...last];
}

/** Of thousands of objects a question about one is put to its own facts only. */
function subjectsOf({ leaf, keys, about }: LeafIndex, bindings: Bindings, world: World): readonly KnownFact[] {
  const key = keyFor(keys, bindings);
  const values = key && bindings.get(key.variable);
  if (values && leaf.kind !== 'finding') return world.with(leaf.kind, key.field, values.keys());
  if (leaf.of.length === 0 && !canOppose(leaf)) return world.firsts(leaf.kind);
  return agreeing(about(), key, bindings);
}
