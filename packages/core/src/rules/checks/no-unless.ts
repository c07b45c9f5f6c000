import type { Check } from './check.ts';

/** A cause says what speaks against it, or why nothing can; not both. */
export const noUnless: Check = function* (rule) {
  for (const [index, cause] of rule.causes.entries()) {
    if (cause.unless !== undefined && cause['no-unless'] !== undefined)
      yield {
        at: ['causes', index, 'no-unless'],
        key: true,
        message: 'no-unless says why there is no unless, and here is one',
      };
  }
};
