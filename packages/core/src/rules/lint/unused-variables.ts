import { FACT_FIELDS } from '../../facts/fact-fields.ts';
import { usesOf } from '../checks/bound-names.ts';
import type { Check } from '../checks/check.ts';
import { textsOfRule } from '../checks/texts-of-rule.ts';
import { placeholdersIn } from '../variable.ts';

/** A variable joins conditions, tells instances apart, is printed, or is what other rules ask a finding for. */
export const unusedVariables: Check = function* (rule) {
  const uses = [...usesOf(rule)];
  const printed = [...textsOfRule(rule)].flatMap(({ text }) => placeholdersIn(text));
  const used = new Set([...(rule.per ?? []), ...printed, ...Object.keys(FACT_FIELDS['finding'] ?? {})]);
  for (const { name, at } of uses) {
    if (used.has(name) || uses.filter((use) => use.name === name).length > 1) continue;
    yield { at, message: `{${name}} is used nowhere: write * for a value that does not matter` };
  }
};
