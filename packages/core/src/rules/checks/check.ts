import type { Rule } from '../rule.ts';
import type { Complaint } from '../rule-document.ts';

/** Looks at one aspect of a rule whose structure is sound. `id` is what its path says. */
export type Check = (rule: Rule, id: string) => Iterable<Complaint>;
