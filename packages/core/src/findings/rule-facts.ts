import type { KnownFact } from '../facts/fact-set.ts';
import type { CompiledLeaf } from '../rules/compile-condition.ts';
import { bindingsOf, keyOfBindings, type Bindings } from './bindings.ts';
import { agreeing, canOppose, indexLeaf, keyFor, type LeafIndex } from './leaf-index.ts';
import { matchFact, matchMet, type Match } from './match-fact.ts';
import type { World } from './world.ts';

/** What a question is answered from: the facts it is about. */
export interface Matches {
  readonly met: readonly Match[];
  /** Facts that do not meet it, or do not show the field. Of things that happened, one for each capture is enough. */
  readonly others: () => readonly Match[];
}

/** The facts of one rule's questions. */
export interface RuleFacts {
  readonly world: World;
  /** All that can meet the question, for any instance. */
  possible(leaf: CompiledLeaf): readonly Match[];
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
    if (!known.has(key)) known.set(key, valuesIn(metBy(index(leaf), bindings)));
    return known.get(key);
  };
  return {
    world,
    possible: (leaf) => index(leaf).met.all,
    values,
    matches: (leaf, bindings) => ({
      met: metBy(index(leaf), bindings),
      others: () => (canOppose(leaf) ? opposing(index(leaf), bindings, world) : looking(index(leaf), bindings, world)),
    }),
  };
}

const isFree = ({ variables }: CompiledLeaf, bindings: Bindings): boolean =>
  variables.every((name) => !bindings.has(name));

/** Samples and prose name no real thing, so they bind nothing. */
function valuesIn(met: readonly Match[]): Bindings | undefined {
  const firm = met.filter(({ known }) => known.fact.quoted !== true);
  return firm.length === 0 ? undefined : bindingsOf(firm.flatMap(({ ways }) => ways));
}

function metBy({ leaf, keys, met }: LeafIndex, bindings: Bindings): readonly Match[] {
  if (isFree(leaf, bindings)) return met.all;
  return agreeing(met, keyFor(keys, bindings), bindings).flatMap(({ known }) => matchMet(leaf, known, bindings) ?? []);
}

/** Also a fact that met the question while its variables were free may not meet it for their values. */
function opposing(index: LeafIndex, bindings: Bindings, world: World): readonly Match[] {
  const { leaf } = index;
  return asked(index, bindings, world).flatMap((known) => {
    const match = matchFact(leaf, known, bindings);
    return match && match.answer !== 'met' ? [match] : [];
  });
}

/** Of thousands of objects a question about one is put to its own facts only: those that met it while free come last. */
function asked({ leaf, keys, met, others }: LeafIndex, bindings: Bindings, world: World): readonly KnownFact[] {
  const key = keyFor(keys, bindings);
  const values = key && bindings.get(key.variable);
  if (!key || !values || leaf.kind === 'finding')
    return [...agreeing(others(), key, bindings), ...agreeing(met, key, bindings)].map(({ known }) => known);
  const found = new Set([...values.keys()].flatMap((value) => world.with(leaf.kind, key.field, value)));
  const last = agreeing(met, key, bindings).map(({ known }) => known);
  for (const known of last) found.delete(known);
  return [...found, ...last];
}

/** One fact for each capture, samples aside: it was looked at, and nothing was found. */
function looking({ leaf, keys }: LeafIndex, bindings: Bindings, world: World): readonly Match[] {
  const bySource = new Map<unknown, Match>();
  for (const known of about({ leaf, keys, bindings }, world)) {
    if (known.fact.quoted === true || bySource.has(known.source)) continue;
    const match = matchFact(leaf, known, bindings);
    if (match) bySource.set(known.source, match);
  }
  return [...bySource.values()];
}

function about(
  { leaf, keys, bindings }: Pick<LeafIndex, 'leaf' | 'keys'> & { bindings: Bindings },
  world: World,
): readonly KnownFact[] {
  const key = keyFor(keys, bindings);
  const values = key && bindings.get(key.variable);
  if (!key || !values) return leaf.of.length === 0 ? world.firsts(leaf.kind) : world.of(leaf.kind);
  return [...values.keys()].flatMap((value) => world.with(leaf.kind, key.field, value));
}
