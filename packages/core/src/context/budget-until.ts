import type { Budget, Limits } from '../bundle/budget.ts';
import { createBudget } from '../bundle/create-budget.ts';

/** An account that from a time on (milliseconds since 1970) lets nothing more be read, wherever reading is then. */
export function budgetUntil(deadline: number, limits: Partial<Limits> | undefined): Budget {
  const budget = createBudget(limits);
  const over = { ...budget.limits, totalBytes: 0 };
  return {
    spent: budget.spent,
    note: budget.note,
    get notes() {
      return budget.notes;
    },
    get limits() {
      return Date.now() > deadline ? over : budget.limits;
    },
  };
}
