import { readFile, stat } from 'node:fs/promises';
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
  const files = await readRuleFiles(folder);
  if (!Object.keys(files).some((path) => ruleFile(path).kind !== 'test')) {
    throw new RuleError([{ path: folder, line: 1, column: 1, message: 'holds no rules (FOLDER/NAME.yaml)' }]);
  }
  return loadRules(files, { name: basename(folder), version: '0.0.0', ...about });
}

/** The tests of the rules of a folder: every `NAME.test.yaml`, in order. */
export async function readRuleTests(directory: string | URL): Promise<readonly RuleTestFile[]> {
  const files = await readRuleFiles(directory);
  return Object.entries(files).flatMap(([path, text]) => (ruleFile(path).kind === 'test' ? [{ path, text }] : []));
}

/** The YAML files of a folder of rules, by their path in it. Links are not followed; throws a `RuleError` for a folder that is too big. */
export async function readRuleFiles(directory: string | URL): Promise<Readonly<Record<string, string>>> {
  const folder = folderPath(directory);
  const found = glob.stream('**/*.{yaml,yml}', { cwd: folder, followSymbolicLinks: false, onlyFiles: true });
  const paths: string[] = [];
  for await (const path of found) {
    paths.push(String(path));
    if (paths.length > MAX_FILES) throw tooBig(folder, `holds more than ${MAX_FILES} YAML files`);
  }
  const files: Record<string, string> = {};
  let size = 0;
  for (const path of paths.toSorted()) {
    size += (await stat(join(folder, path))).size;
    if (size > MAX_SIZE) throw tooBig(folder, 'holds more than 32 MiB of YAML');
    files[path] = await readFile(join(folder, path), 'utf8');
  }
  return files;
}

const tooBig = (folder: string, message: string): RuleError =>
  new RuleError([{ path: folder, line: 1, column: 1, message: `${message}: it is no folder of rules` }]);

const MAX_FILES = 5_000;
const MAX_SIZE = 32 * 1024 * 1024;

const folderPath = (directory: string | URL): string =>
  typeof directory === 'string' ? directory : fileURLToPath(directory);
