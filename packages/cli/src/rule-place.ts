import { readFile, realpath, stat } from 'node:fs/promises';
import { basename, dirname, isAbsolute, join, relative, resolve, sep } from 'node:path';
import { UsageError } from './usage-error.ts';

/** Where the rules of a pack lie, and what it is called. */
export interface RulePlace {
  readonly folder: string;
  /** The folder as messages name it. */
  readonly shown: string;
  readonly name: string;
  readonly version: string;
}

/**
 * The rules that `--rules` names: a folder of rules, the folder of an npm package, or the name of a package that is
 * installed here or above. Of a package only its package.json and its YAML files are read; none of its code runs.
 */
export async function rulePlace(given: string): Promise<RulePlace> {
  if (await isFolder(given)) return ofFolder(given);
  if (PACKAGE_NAME.test(given)) {
    const found = await installedPackage(given);
    if (found !== undefined) return ofPackage(found, await packageJson(found));
    throw new UsageError(`there is no folder ${given}, and no package ${given} in node_modules here or above`);
  }
  throw new UsageError(`there is no folder ${given}`);
}

/** `name` or `@scope/name`, as npm allows them. */
const PACKAGE_NAME = /^(?:@[a-z0-9~-][a-z0-9._~-]*\/)?[a-z0-9~-][a-z0-9._~-]*$/;

async function ofFolder(given: string): Promise<RulePlace> {
  const about = await packageJson(given);
  if (about?.referto !== undefined) return ofPackage(given, about);
  return { folder: resolve(given), shown: given, name: basename(resolve(given)), version: '0.0.0' };
}

async function ofPackage(path: string, about: PackageJson | undefined): Promise<RulePlace> {
  const file = join(path, 'package.json');
  const rules = isObject(about?.referto) ? about.referto['rules'] : undefined;
  if (typeof rules !== 'string')
    throw new UsageError(`${file} names no folder of rules: it needs "referto": { "rules": "FOLDER" }`);
  const folder = await realpath(join(path, rules)).catch(() => undefined);
  if (folder === undefined || !(await isFolder(folder)))
    throw new UsageError(`${file} names the folder ${rules} for its rules, and there is none`);
  if (isAbsolute(rules) || leaves(await realpath(path), folder))
    throw new UsageError(`${file} names the folder ${rules} for its rules, which is not inside of the package`);
  const name = typeof about?.name === 'string' ? about.name : basename(resolve(path));
  return {
    folder,
    shown: join(path, rules),
    name,
    version: typeof about?.version === 'string' ? about.version : '0.0.0',
  };
}

const leaves = (outer: string, inner: string): boolean => {
  const way = relative(outer, inner);
  return way === '..' || way.startsWith(`..${sep}`) || isAbsolute(way);
};

async function installedPackage(name: string): Promise<string | undefined> {
  for (let here = process.cwd(); ; here = dirname(here)) {
    const folder = join(here, 'node_modules', name);
    if (await isFolder(folder)) return folder;
    if (dirname(here) === here) return undefined;
  }
}

interface PackageJson {
  readonly name?: unknown;
  readonly version?: unknown;
  readonly referto?: unknown;
}

async function packageJson(folder: string): Promise<PackageJson | undefined> {
  const file = join(folder, 'package.json');
  const size = await stat(file).then(
    (found) => (found.isFile() ? found.size : undefined),
    () => undefined,
  );
  if (size === undefined) return undefined;
  if (size > MAX_SIZE) throw new UsageError(`${file} is longer than 1 MiB`);
  try {
    const about: unknown = JSON.parse(await readFile(file, 'utf8'));
    return isObject(about) ? about : undefined;
  } catch (error) {
    throw new UsageError(`${file} is not valid JSON: ${error instanceof Error ? error.message : String(error)}`);
  }
}

const MAX_SIZE = 1024 * 1024;

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isFolder = async (path: string): Promise<boolean> =>
  stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  );
