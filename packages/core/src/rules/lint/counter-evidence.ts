import type { Check } from '../checks/check.ts';

/** Every cause says what would speak against it, or why nothing can. */
export const counterEvidence: Check = function* (rule) {
  for (const [index, cause] of rule.causes.entries()) {
    if (cause.unless !== undefined || cause['no-unless'] !== undefined) continue;
    const message = `cause ${cause.id} has neither an unless nor a no-unless that says why nothing can speak against it`;
    yield { at: ['causes', index, 'id'], message };
  }
};
