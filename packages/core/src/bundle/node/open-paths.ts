import { constants } from 'node:fs';
import { access, stat } from 'node:fs/promises';
import { basename, dirname, relative, resolve, sep } from 'node:path';
import type { Budget } from '../budget.ts';
import { BundleError } from '../bundle-error.ts';
import { noteEntries, spendEntry } from '../create-budget.ts';
import type { Entry } from '../entry.ts';
import { createLabels } from '../label-path.ts';
import type { Place } from '../platform.ts';
import { describeError } from '../stall-guard.ts';
import { readFile } from './read-file.ts';
import type { Folder } from './read-folder.ts';

/** What stands at the paths the user named: one file, one folder, or several that make one bundle. */
export async function openPaths(paths: readonly string[], budget: Budget): Promise<Place> {
  const named = [...new Set(paths.map((path) => resolve(path)))];
  const [only, ...others] = await Promise.all(named.map(inspect));
  if (only === undefined) throw new BundleError('empty-input', 'no path was given');
  if (others.length > 0) return openSeveral([only, ...others], budget);
  const { file, isFolder, isFile } = only;
  const name = basename(file) || 'root';
  if (isFolder) {
    return { kind: 'many', name, container: 'folder', entries: () => readFolder({ folder: file, prefix: '', budget }) };
  }
  return {
    kind: 'single',
    name,
    once: !isFile,
    bytes: () => readFile({ file, label: name, budget, named: true }),
    ...(isFile && { onDisk: { file, named: true } }),
  };
}

interface Named {
  readonly file: string;
  readonly isFolder: boolean;
  /** A fifo or a terminal gives its bytes only once. */
  readonly isFile: boolean;
}

async function inspect(file: string): Promise<Named> {
  try {
    const stats = await stat(file);
    const isFolder = stats.isDirectory();
    await access(file, isFolder ? constants.R_OK | constants.X_OK : constants.R_OK);
    return { file, isFolder, isFile: stats.isFile() };
  } catch (error) {
    const missing = error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR');
    if (missing) throw new BundleError('not-found', `there is nothing at ${file}`, { cause: error });
    throw new BundleError('unreadable', `${file} cannot be read: ${describeError(error)}`, { cause: error });
  }
}

/** Their paths are told from the folder that all of them are in; what is in a named folder is not read twice. */
function openSeveral(named: readonly Named[], budget: Budget): Place {
  const folders = named.filter(({ isFolder }) => isFolder).map(({ file }) => `${file}${sep}`);
  const outermost = named.filter(({ file }) => !folders.some((folder) => file.startsWith(folder)));
  const top = outermost.map(({ file }) => dirname(file)).reduce(sharedFolder);
  return {
    kind: 'many',
    name: basename(top) || 'root',
    container: 'files',
    entries: () => readSeveral(outermost, { top, budget }),
  };
}

function sharedFolder(a: string, b: string): string {
  let shared = a;
  while (relative(shared, b).split(sep)[0] === '..') shared = dirname(shared);
  return shared;
}

async function* readSeveral(
  named: readonly Named[],
  { top, budget }: { top: string; budget: Budget },
): AsyncGenerator<Entry> {
  const labels = createLabels(budget);
  const placed = named.map((one) => ({ ...one, path: relative(top, one.file) }));
  const sorted = placed.toSorted((a, b) => compare(sortKey(a), sortKey(b)));
  for (const { file, isFolder, isFile, path } of sorted) {
    const label = labels.claim(path);
    const onDisk = isFile ? { onDisk: { file, named: true as const } } : {};
    if (isFolder) yield* readFolder({ folder: file, prefix: `${label}/`, budget });
    else if (!spendEntry(budget)) return noteEntries(budget, undefined);
    else yield { path: label, bytes: () => readFile({ file, label, budget, named: true }), ...onDisk };
  }
}

/** A folder stands where its files would. */
const sortKey = ({ path, isFolder }: { path: string; isFolder: boolean }): string => (isFolder ? `${path}/` : path);

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** What lists folders is loaded when one is read. */
async function* readFolder(folder: Folder): AsyncGenerator<Entry> {
  yield* (await import('./read-folder.ts')).readFolder(folder);
}
