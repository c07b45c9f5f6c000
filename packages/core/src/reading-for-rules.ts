import type { Pseudonym } from './anonymity/pseudonyms.ts';
import { DERIVED_LITERALS } from './captures/text/derived-literals.ts';
import { factsThatMatter } from './findings/facts-that-matter.ts';
import type { ReadSourceOptions } from './read-source.ts';
import type { CompiledRule } from './rules/compile-rule.ts';
import type { RulePack } from './rules/rule.ts';
import { wantedTexts } from './rules/wanted-texts.ts';

/** The rules that will be put to what is read. */
export interface RulesToCome {
  readonly rules: readonly RulePack[];
  readonly compiled: readonly CompiledRule[];
  readonly anonymize: Pseudonym | undefined;
}

/**
 * What of one bundle is read for rules: the log entries they want, and where there is no room for all facts those that may
 * matter to them. Where names get pseudonyms the first are kept: a name that is in no fact would get none.
 */
export const readingForRules = ({
  rules,
  compiled,
  anonymize,
}: RulesToCome): Pick<ReadSourceOptions, 'wanted' | 'choice'> => ({
  wanted: wantedTexts(rules, DERIVED_LITERALS),
  ...(anonymize === undefined && { choice: factsThatMatter(compiled) }),
});
