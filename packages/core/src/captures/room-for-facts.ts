import type { Budget } from '../bundle/budget.ts';

/** How many more facts may be kept of the bundle. */
export const roomForFacts = ({ limits, spent }: Pick<Budget, 'limits' | 'spent'>): number =>
  Math.max(0, limits.facts - spent.facts);
