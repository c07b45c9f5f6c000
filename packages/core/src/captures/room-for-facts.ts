import type { Budget } from '../bundle/budget.ts';

type Account = Pick<Budget, 'limits' | 'spent'>;

/** How many more facts may be kept of the bundle; fewer where those that matter are chosen, as to judge them takes room too. */
export const roomForFacts = ({ limits, spent }: Account, canChoose: boolean): number =>
  Math.max(0, Math.ceil(limits.facts * (canChoose ? CHOSEN : 1)) - spent.facts);

/** How many more are kept whatever they say. */
export const roomForAll = ({ limits, spent }: Account, canChoose: boolean): number =>
  Math.max(0, Math.ceil(limits.facts * (canChoose ? UNSEEN : 1)) - spent.facts);

/** Where facts are chosen, this share of the limit is kept whatever it says, and up to that share what matters. */
const UNSEEN = 0.4;
const CHOSEN = 0.6;
