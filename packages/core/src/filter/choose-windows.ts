import type { GramCounts } from './gram-counts.ts';
import type { PlacedLiteral, Window } from './gram-entries.ts';
import type { Place, Word } from './gram-windows.ts';
import type { LinkedToken } from './match-literal.ts';
import type { StandCounts } from './stand-counts.ts';
import type { Want } from './wanted-texts.ts';

/** A literal and the words in which it can be looked for. */
export interface WordedLiteral {
  readonly tokens: readonly LinkedToken[];
  readonly words: readonly Word[];
}

/** The literals that are looked for in all of a text, and the others, for the lines in which one of those stands. */
export interface ChosenWindows {
  readonly first: readonly PlacedLiteral[];
  readonly others: readonly PlacedLiteral[];
}

/** What was seen of a text so far. */
export interface Seen {
  readonly counts: GramCounts;
  readonly stands: StandCounts;
}

/** Chooses the rarest window of each literal, and of each want the group that adds least to what is looked for anyway. */
export function chooseWindows(
  literals: readonly WordedLiteral[],
  { wants, ...seen }: Seen & { readonly wants: readonly Want[] },
): ChosenWindows {
  const rated = literals.map(({ tokens, words }, literal) => ({ literal, tokens, ...rarest(words, seen) }));
  const chosen = new Set<number>();
  const cost = (group: readonly number[]): number =>
    group.reduce((sum, literal) => (chosen.has(literal) ? sum : sum + rated[literal]!.cost), 0);
  for (const want of wants.toSorted((a, b) => a.length - b.length)) {
    for (const literal of want.reduce((best, group) => (cost(group) < cost(best) ? group : best))) chosen.add(literal);
  }
  const all = rated.flatMap(({ window, ...literal }) => (window === undefined ? [] : [{ ...literal, window }]));
  return {
    first: all.filter(({ literal }) => chosen.has(literal)),
    others: all.filter(({ literal }) => !chosen.has(literal)),
  };
}

/** The window whose grams were seen least often; many grams cost a little even if none was. */
function rarest(words: readonly Word[], seen: Seen): { readonly window: Window | undefined; readonly cost: number } {
  let best: Window | undefined;
  let least = Infinity;
  for (const { index, places } of words) {
    const chosen = places.map((sort) => rarestPlace(sort, seen));
    const cost = chosen.reduce((sum, place) => sum + place.cost, 0);
    if (cost >= least) continue;
    least = cost;
    best = { index, places: chosen.map(({ place }) => place) };
  }
  return { window: best, cost: least };
}

function rarestPlace(places: readonly Place[], seen: Seen): { readonly place: Place; readonly cost: number } {
  const costs = places.map((place) => costOf(place, seen));
  const cost = Math.min(...costs);
  return { place: places[costs.indexOf(cost)]!, cost };
}

/** To compare a whole literal costs so many times as much as to see that it cannot stand there. */
const COMPARING = 2;

function costOf(place: Place, { counts, stands }: Seen): number {
  const met = place.grams.reduce((sum, gram) => sum + counts.of(gram), 0);
  return met + COMPARING * (stands.of(place) ?? met);
}
