import { readFile, realpath, stat } from 'node:fs/promises';
import { basename, dirname, extname, join, resolve } from 'node:path';
import type { RulePack } from '@referto/core';
import { readRuleTests, type RuleTestFile } from '@referto/core/node';
import { rules } from '@referto/rules';
import { ownFile } from './own-files.ts';
import { rulePlace, type RulePlace } from './rule-place.ts';
import { UsageError } from './usage-error.ts';

/** Rules that a command is to look at: a folder of them, or some of its files. */
export interface RuleFolder extends RulePlace {
  /** Ids of the rules that were named by their files; absent: all of the folder. */
  readonly only?: ReadonlySet<string>;
}

/** What paths of folders, packages and rule files name, each folder once. */
export async function ruleFolders(paths: readonly string[]): Promise<readonly RuleFolder[]> {
  const folders = new Map<string, RuleFolder>();
  for (const path of paths) {
    const found = (await isFile(path)) ? ofFile(path) : await rulePlace(path);
    const before = folders.get(found.folder);
    folders.set(found.folder, before ? merged(before, found) : found);
  }
  return [...folders.values()];
}

/** The packs beside which the rules of a folder are judged; the rules of this program do not stand beside themselves. */
export async function packsBeside(folder: string): Promise<readonly RulePack[]> {
  if (await isCopy(folder)) return [];
  const real = await realpath(folder).catch(() => resolve(folder));
  for (let here = real; ; here = dirname(here)) {
    const about = await readFile(join(here, 'package.json'), 'utf8').catch(() => undefined);
    if (about !== undefined) return nameIn(about) === rules.name ? [] : [rules];
    if (dirname(here) === here) return [rules];
  }
}

/** Whether a folder holds every rule of this program: a copy in which somebody works on them. */
async function isCopy(folder: string): Promise<boolean> {
  const found = await Promise.all(rules.rules.map(({ id }) => isFile(join(folder, `${id}.yaml`))));
  return found.every(Boolean);
}

/** The cases of the program's own rules, in which those of others have to be silent. */
export const ownCases = (): Promise<readonly RuleTestFile[]> => readRuleTests(ownFile('dist/rule-cases/'));

function nameIn(text: string): unknown {
  try {
    return (JSON.parse(text) as { readonly name?: unknown } | null)?.name;
  } catch {
    return undefined;
  }
}

/** A rule file `FOLDER/NAME.yaml`, its test or its words stand for the rule. */
function ofFile(path: string): RuleFolder {
  if (extname(path) !== '.yaml') throw new UsageError(`${path} is no rule file (FOLDER/NAME.yaml)`);
  const subject = dirname(resolve(path));
  const folder = dirname(subject);
  const id = `${basename(subject)}/${basename(path).split('.', 1)[0]}`;
  return { folder, shown: shownFolder(path), name: basename(folder), version: '0.0.0', only: new Set([id]) };
}

/** The folder of the rules as the path of a file names it, for messages. */
function shownFolder(path: string): string {
  const subject = dirname(path);
  return subject === '.' ? '..' : join(subject, '..');
}

const merged = (a: RuleFolder, b: RuleFolder): RuleFolder => {
  const { only: _, ...whole } = a;
  return a.only && b.only ? { ...whole, only: new Set([...a.only, ...b.only]) } : whole;
};

const isFile = async (path: string): Promise<boolean> =>
  stat(path).then(
    (found) => found.isFile(),
    () => false,
  );
