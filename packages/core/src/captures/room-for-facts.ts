import type { Budget } from '../bundle/budget.ts';

type Account = Pick<Budget, 'limits' | 'spent'>;

/** How many more facts may be kept of the bundle. */
export const roomForFacts = ({ limits, spent }: Account): number => Math.max(0, limits.facts - spent.facts);

/** How many more are kept whatever they say: where it can be told which matter, the last third of the room is for those. */
export const roomForAll = ({ limits, spent }: Account, canChoose: boolean): number =>
  Math.max(0, (canChoose ? Math.ceil((limits.facts * 2) / 3) : limits.facts) - spent.facts);
