import type { KnownFact, Source } from '../facts/fact-set.ts';
import type { CompiledLeaf } from '../rules/compile-condition.ts';
import type { Bindings } from './bindings.ts';
import { matchFact, type Match } from './match-fact.ts';

/** A fact that was looked at for an answer; how it stands to the question is told where that matters. */
export interface Look {
  readonly known: KnownFact;
  readonly answer?: Match['answer'];
}

/** One fact for each capture that the question is about, samples aside: it was looked at, and nothing was found. */
export function* firstLooks<L>(
  facts: readonly KnownFact[],
  look: (known: KnownFact) => L | undefined,
): Generator<L, void, undefined> {
  const told = new Set<Source>();
  for (const known of facts) {
    if (known.fact.quoted === true || told.has(known.source)) continue;
    const found = look(known);
    if (found === undefined) continue;
    told.add(known.source);
    yield found;
  }
}

/** Facts that do not meet the question: of each capture one that shows the field, and of a listing also a row that does not. */
export function* tellingLooks(
  leaf: CompiledLeaf,
  facts: readonly KnownFact[],
  bindings: Bindings,
): Generator<Match, void, undefined> {
  const shown = new Set<Source>();
  const bare = new Set<Source>();
  for (const known of facts) {
    const { fact, source } = known;
    if (shown.has(source) && (source.lists === undefined || bare.has(source))) continue;
    const match = matchFact(leaf, known, bindings);
    if (!match || match.answer === 'met') continue;
    const told = isBareRow(match) ? bare : shown;
    if (told.has(source) || (told === shown && fact.quoted === true)) continue;
    told.add(source);
    yield match;
  }
}

/** The row of a table has few of an object's fields: that one is not among them says nothing. */
export const isBareRow = ({ known: { fact }, answer }: Look): boolean => answer === 'lacks' && 'cells' in fact;
