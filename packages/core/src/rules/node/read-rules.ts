import { readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import glob from 'fast-glob';
import { loadRules, type PackInfo } from '../load-rules.ts';
import { RuleError } from '../rule-error.ts';
import { ruleFile } from '../rule-file.ts';
import type { RulePack } from '../rule.ts';

/** A test file of a rule, by its path from the folder of the rules on. */
export interface RuleTestFile {
  readonly path: string;
  readonly text: string;
}

/** The rules of a folder; throws a `RuleError` that lists everything that is wrong with them. */
export async function readRules(directory: string | URL, about: Partial<PackInfo> = {}): Promise<RulePack> {
  const folder = folderPath(directory);
  const files = await readYaml(folder);
  if (!Object.keys(files).some((path) => ruleFile(path).kind !== 'test')) {
    throw new RuleError([{ path: folder, line: 1, column: 1, message: 'holds no rules (FOLDER/NAME.yaml)' }]);
  }
  return loadRules(files, { name: basename(folder), version: '0.0.0', ...about });
}

/** The tests of the rules of a folder: every `NAME.test.yaml`, in order. */
export async function readRuleTests(directory: string | URL): Promise<readonly RuleTestFile[]> {
  const files = await readYaml(folderPath(directory));
  return Object.entries(files).flatMap(([path, text]) => (ruleFile(path).kind === 'test' ? [{ path, text }] : []));
}

async function readYaml(folder: string): Promise<Readonly<Record<string, string>>> {
  const paths = await glob('**/*.{yaml,yml}', { cwd: folder, followSymbolicLinks: false, onlyFiles: true });
  const read = paths.toSorted().map(async (path) => [path, await readFile(join(folder, path), 'utf8')] as const);
  return Object.fromEntries(await Promise.all(read));
}

const folderPath = (directory: string | URL): string =>
  typeof directory === 'string' ? directory : fileURLToPath(directory);
