import type { RulePack } from '@referto/core';
import { rules } from '@referto/rules';

/**
 * The rules of this program, and those of the given folders and packages, each of which may build on those before it.
 * Throws a `RuleError` that says where a file is wrong.
 */
export async function rulePacks(places: readonly string[]): Promise<readonly RulePack[]> {
  const packs: RulePack[] = [rules];
  if (places.length === 0) return packs;
  const [{ readRules }, { rulePlace }] = await Promise.all([import('@referto/core/node'), import('./rule-place.ts')]);
  for (const place of places) {
    const { folder, name, version } = await rulePlace(place);
    packs.push(await readRules(folder, { name, version, packs: [...packs] }));
  }
  return packs;
}
