import type { GramCounts } from './gram-counts.ts';
import type { PlacedLiteral, Window } from './gram-entries.ts';
import type { Place, Word } from './gram-windows.ts';
import type { LinkedToken } from './match-literal.ts';
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

/** Chooses the rarest window of each literal, and of each want the group that adds least to what is looked for anyway. */
export function chooseWindows(
  literals: readonly WordedLiteral[],
  { wants, counts }: { readonly wants: readonly Want[]; readonly counts: GramCounts },
): ChosenWindows {
  const rated = literals.map(({ tokens, words }, literal) => {
    const { window, cost } = rarest(words, counts);
    return { literal, tokens, window, cost };
  });
  const chosen = new Set<number>();
  const cost = (group: readonly number[]): number =>
    group.reduce((sum, literal) => (chosen.has(literal) ? sum : sum + rated[literal]!.cost), 0);
  for (const want of wants.toSorted((a, b) => a.length - b.length)) {
    for (const literal of want.reduce((best, group) => (cost(group) < cost(best) ? group : best))) chosen.add(literal);
  }
  const all = rated.flatMap(({ literal, tokens, window }) =>
    window === undefined ? [] : [{ literal, tokens, window }],
  );
  return {
    first: all.filter(({ literal }) => chosen.has(literal)),
    others: all.filter(({ literal }) => !chosen.has(literal)),
  };
}

/** The window whose grams were seen least often; many grams cost a little even if none was. */
function rarest(
  words: readonly Word[],
  counts: GramCounts,
): { readonly window: Window | undefined; readonly cost: number } {
  let best: Window | undefined;
  let least = Infinity;
  for (const { index, places } of words) {
    const chosen = places.map((sort) => rarestPlace(sort, counts));
    const cost = chosen.reduce((sum, place) => sum + place.cost, 0);
    if (cost >= least) continue;
    least = cost;
    best = { index, places: chosen.map(({ place }) => place) };
  }
  return { window: best, cost: least };
}

function rarestPlace(places: readonly Place[], counts: GramCounts): { readonly place: Place; readonly cost: number } {
  const costs = places.map(({ grams }) => grams.reduce((sum, gram) => sum + counts.of(gram), 0));
  const cost = Math.min(...costs);
  return { place: places[costs.indexOf(cost)]!, cost };
}
