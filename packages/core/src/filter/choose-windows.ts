import type { GramCounts } from './gram-counts.ts';
import type { PlacedLiteral } from './gram-table.ts';
import type { Window } from './gram-windows.ts';
import type { LinkedToken } from './match-literal.ts';
import type { Want } from './wanted-texts.ts';

/** A literal and the windows in which it can be looked for. */
export interface WindowedLiteral {
  readonly tokens: readonly LinkedToken[];
  readonly windows: readonly Window[];
}

/** The literals that are looked for in all of a text, and all of them, for the lines in which one of those stands. */
export interface ChosenWindows {
  readonly first: readonly PlacedLiteral[];
  readonly all: readonly PlacedLiteral[];
}

/** Chooses the rarest window of each literal, and of each want the group whose literals are rarest together. */
export function chooseWindows(
  literals: readonly WindowedLiteral[],
  { wants, counts }: { readonly wants: readonly Want[]; readonly counts: GramCounts },
): ChosenWindows {
  const rated = literals.map(({ tokens, windows }, literal) => ({ literal, tokens, ...rarest(windows, counts) }));
  const cost = (group: readonly number[]): number => group.reduce((sum, literal) => sum + rated[literal]!.cost, 0);
  const groups = wants.map((want) => want.reduce((best, group) => (cost(group) < cost(best) ? group : best)));
  const all = rated.flatMap(({ window, ...literal }) => (window === undefined ? [] : [{ ...literal, window }]));
  const chosen = new Set(groups.flat());
  return { first: all.filter(({ literal }) => chosen.has(literal)), all };
}

/** How often one of the grams of a window was seen; many grams cost a little even if none was. */
function rarest(
  windows: readonly Window[],
  counts: GramCounts,
): { readonly window: Window | undefined; readonly cost: number } {
  let best: Window | undefined;
  let least = Infinity;
  for (const window of windows) {
    let cost = 0;
    for (const gram of window.grams) cost += counts.of(gram);
    if (cost >= least) continue;
    least = cost;
    best = window;
  }
  return { window: best, cost: least };
}
