import type { KnownFact } from '../facts/fact-set.ts';
import { isState } from '../facts/state.ts';
import { blank, knownOf, supportedBy, unknownWanting, type AnsweredLeaf, type Inquiry } from './answered-leaf.ts';
import { isMended } from './changed-by.ts';
import { listingsFor } from './listings.ts';
import type { Match } from './match-fact.ts';
import { matchFields } from './match-fields.ts';
import { unknownFor } from './want.ts';
import type { World } from './world.ts';

/**
 * Whether all objects are as asked. One that is not contradicts; of things that happened none is known to be the last. That all are is known only where as many were seen as
 * there are.
 */
export function answerEvery(inquiry: Inquiry): AnsweredLeaf {
  const { leaf, matches } = inquiry;
  if (!isState(leaf.kind)) return unknownFor(inquiry);
  const failing = [...matches.others()].filter((match) => match.answer === 'unmet' && !isMended(match, inquiry));
  const against = failing.filter(({ caps }) => caps.length === 0);
  if (against.length > 0) return { ...blank(leaf, 'contradicted'), against: knownOf(against) };
  const total = failing.length > 0 ? undefined : totalOf(inquiry);
  const strong = matches.met.filter(({ caps }) => caps.length === 0);
  if (total !== undefined && countNames(strong) >= total) return supportedBy(leaf, strong);
  if (total !== undefined && countNames(matches.met) >= total)
    return weakly(supportedBy(leaf, matches.met), matches.met);
  return unknownWanting(leaf, matches.met.length === 0 ? 'not-captured' : 'cut');
}

/** How many objects were seen to be as asked, of how many there are where that is known. */
export const countsOf = (inquiry: Inquiry): { readonly seen: number; readonly total: number | undefined } => ({
  seen: countNames(inquiry.matches.met),
  total: totalOf(inquiry),
});

/** The count stands only with the weak facts among them. */
const weakly = (answered: AnsweredLeaf, matches: readonly Match[]): AnsweredLeaf => ({
  ...answered,
  caps: [...new Set(matches.flatMap(({ caps }) => caps))],
});

/** How many objects there are: the most that the scheduler or a listing speaks of. Undefined where none tells it in full. */
function totalOf(inquiry: Inquiry): number | undefined {
  const { leaf, bindings, facts } = inquiry;
  const { world } = facts;
  const complete = world.telling.filter((source) => source.complete === 'yes');
  const listed = listingsFor(leaf, bindings, complete) !== undefined;
  const scheduled = leaf.kind === 'node' ? scheduledNodes(world) : 0;
  if (!listed && scheduled === 0) return undefined;
  return Math.max(scheduled, largestListing(inquiry), 1);
}

/** The largest number of nodes that a scheduler message counts. */
const scheduledNodes = (world: World): number =>
  world.of('event').reduce((most, { fact }) => Math.max(most, (fact.kind === 'event' && fact.totalNodes) || 0), 0);

/** Rows of the longest listing that the question is, or may be, about. */
function largestListing({ leaf, bindings, facts }: Inquiry): number {
  const rows = new Map<unknown, number>();
  for (const { fact, source } of facts.world.of(leaf.kind)) {
    if (source.lists?.kind !== leaf.kind) continue;
    const { answer } = matchFields(leaf.of, fact, { bindings, quoted: fact.quoted === true, subject: false });
    if (answer !== 'unmet') rows.set(source, (rows.get(source) ?? 0) + 1);
  }
  return [...rows.values()].reduce((most, count) => Math.max(most, count), 0);
}

/** Objects by name; the same one in several captures counts once, one without a name not at all. */
const countNames = (matches: readonly Match[]): number =>
  new Set(matches.flatMap(({ known }) => nameOf(known) ?? [])).size;

const nameOf = ({ fact }: KnownFact): string | undefined => ('name' in fact ? fact.name : undefined);
