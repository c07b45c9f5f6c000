import type { RulePack } from '@referto/core';
import { readRules } from '@referto/core/node';
import { rules } from '@referto/rules';

/** The rules of this program, and those of the given folders. Throws a `RuleError` that says where a file is wrong. */
export async function rulePacks(directories: readonly string[]): Promise<readonly RulePack[]> {
  const own: readonly RulePack[] = [rules];
  const packs = await Promise.all(directories.map((directory) => readRules(directory, { packs: own })));
  return [...own, ...packs];
}
