import { stat } from 'node:fs/promises';
import { createBudget, didYouMean, openBundle } from '@referto/core';
import { COMMANDS } from './commands.ts';
import { UsageError } from './usage-error.ts';

/** Whether what was named is one bundle, or each of it one; absent: loose files are one, each archive is one. */
export type Grouping = 'together' | 'each' | undefined;

/** The paths of one bundle. */
export type BundlePaths = readonly [string, ...string[]];

/** Which of the named paths make a bundle. Throws a `UsageError` that names every path that is not there. */
export async function bundlesOf(paths: readonly string[], grouping: Grouping): Promise<readonly BundlePaths[]> {
  await refuseMissing(paths);
  const [first, ...others] = paths;
  if (first === undefined) return [];
  if (grouping === 'together') return [[first, ...others]];
  if (grouping === 'each') return paths.map((path): BundlePaths => [path]);
  const archives = await Promise.all(paths.map(isArchive));
  const [loose, ...more] = paths.filter((_path, at) => !archives[at]);
  const single = paths.filter((_path, at) => archives[at]).map((path): BundlePaths => [path]);
  return loose === undefined ? single : [[loose, ...more], ...single];
}

async function refuseMissing(paths: readonly string[]): Promise<void> {
  const there = await Promise.all(paths.map(isThere));
  const absent = paths.filter((_path, at) => !there[at]);
  if (absent.length > 0) throw new UsageError(absent.map(nothingAt).join('\n'));
}

const isThere = async (path: string): Promise<boolean> =>
  stat(path).then(
    () => true,
    (error: unknown) => !(error instanceof Error && 'code' in error && ABSENT.has(error.code)),
  );

const ABSENT = new Set<unknown>(['ENOENT', 'ENOTDIR', 'EINVAL', 'ENAMETOOLONG', 'ERR_INVALID_ARG_VALUE']);

/** A word alone may be a command that was misspelt. */
const nothingAt = (path: string): string =>
  `there is nothing at ${path}${/^[a-z]+$/i.test(path) ? didYouMean(path, COMMANDS) : ''}`;

/** An archive, by its content; what cannot be opened is none here, and is told of when it is read. */
async function isArchive(path: string): Promise<boolean> {
  const bundle = await openBundle(path, { budget: createBudget() }).catch(() => undefined);
  return bundle?.container === 'tar' || bundle?.container === 'tar.gz';
}
