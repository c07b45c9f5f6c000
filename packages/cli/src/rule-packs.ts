import type { RulePack } from '@referto/core';
import { readRules } from '@referto/core/node';
import { rules } from '@referto/rules';
import { rulePlace } from './rule-place.ts';

/**
 * The rules of this program, and those of the given folders and packages, each of which may build on those before it.
 * Throws a `RuleError` that says where a file is wrong.
 */
export async function rulePacks(places: readonly string[]): Promise<readonly RulePack[]> {
  const packs: RulePack[] = [rules];
  for (const place of places) {
    const { folder, name, version } = await rulePlace(place);
    packs.push(await readRules(folder, { name, version, packs: [...packs] }));
  }
  return packs;
}
