import { stat } from 'node:fs/promises';
import { createBudget, didYouMean, openBundle, type Container } from '@referto/core';
import { COMMANDS } from './commands.ts';
import { UsageError } from './usage-error.ts';

/** Whether what was named is one bundle, or each of it one; absent: loose files are one, each archive is one. */
export type Grouping = 'together' | 'each' | undefined;

/** The paths of one bundle. */
export type BundlePaths = readonly [string, ...string[]];

/** Which of the named paths make a bundle. Throws a `UsageError` that names every path that is not there. */
export async function bundlesOf(named: readonly string[], grouping: Grouping): Promise<readonly BundlePaths[]> {
  const paths = [...new Set(named)];
  await refuseMissing(paths);
  const alone = await Promise.all(
    paths.map(async (path) => grouping === 'each' || (!grouping && (await isArchive(path)))),
  );
  const loose = paths.filter((_path, at) => !alone[at]);
  // The loose ones stand where the first of them was named.
  const firsts = paths.filter((path, at) => alone[at] || path === loose[0]);
  return firsts.map((path): BundlePaths => (path === loose[0] ? [path, ...loose.slice(1)] : [path]));
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
  return bundle !== undefined && !LOOSE.has(bundle.container);
}

const LOOSE: ReadonlySet<Container> = new Set(['folder', 'files', 'text', 'memory']);
