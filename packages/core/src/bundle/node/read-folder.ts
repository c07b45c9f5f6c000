import { constants } from 'node:fs';
import { access, readlink } from 'node:fs/promises';
import { join } from 'node:path';
import fastGlob from 'fast-glob';
import type { Entry as Found } from 'fast-glob';
import type { Budget } from '../budget.ts';
import { noteEntries, placed, spendEntry } from '../create-budget.ts';
import type { Entry } from '../entry.ts';
import { createLabels, labelPath } from '../label-path.ts';
import type { Labels } from '../label-path.ts';
import { createOddities } from '../note-oddities.ts';
import { describeError } from '../stall-guard.ts';
import { readFile } from './read-file.ts';

/** A folder of the disk and what stands before the paths of its files. */
export interface Folder {
  readonly folder: string;
  readonly prefix: string;
  readonly budget: Budget;
}

/**
 * The regular files of a folder and its folders, sorted by path. Links are never followed and special files never
 * opened; both are noted as in an archive.
 */
export async function* readFolder({ folder, prefix, budget }: Folder): AsyncGenerator<Entry> {
  const found = await listFolder({ folder, prefix, budget });
  const labels = createLabels(budget, prefix);
  yield* sortByLabel(
    found.filter(({ dirent }) => dirent.isFile()),
    labels,
  ).map(({ path, label }) => ({
    path: label,
    bytes: () => readFile({ file: join(folder, path), label, budget }),
    onDisk: { file: join(folder, path) },
  }));
  await noteOthers(found, { folder, prefix, budget, labels });
}

async function listFolder({ folder, prefix, budget }: Folder): Promise<readonly Found[]> {
  const found: Found[] = [];
  try {
    for await (const entry of fastGlob.stream('**', { ...GLOB, cwd: folder }) as AsyncIterable<unknown>) {
      if (!isFound(entry)) continue;
      if (!spendEntry(budget)) {
        noteEntries(budget, prefix.slice(0, -1));
        break;
      }
      found.push(entry);
    }
  } catch (error) {
    budget.note('unreadable', `the folder cannot be read: ${describeError(error)}`, placed(prefix.slice(0, -1)));
  }
  return found;
}

/** Errors are suppressed there for they would end the list; folders that cannot be read are found and noted here. */
const GLOB = {
  dot: true,
  onlyFiles: false,
  objectMode: true,
  followSymbolicLinks: false,
  suppressErrors: true,
} as const;

const isFound = (entry: unknown): entry is Found => typeof entry === 'object' && entry !== null && 'dirent' in entry;

interface Labeled {
  readonly path: string;
  readonly label: string;
}

/** Sorted by name first, so that of two files with one label always the same gets the number. */
function sortByLabel(files: readonly Found[], labels: Labels): readonly Labeled[] {
  const named = files.map(({ path }) => path).toSorted(compare);
  return named.map((path) => ({ path, label: labels.claim(path) })).toSorted((a, b) => compare(a.label, b.label));
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

interface Others extends Folder {
  readonly labels: Labels;
}

async function noteOthers(found: readonly Found[], { folder, prefix, budget, labels }: Others): Promise<void> {
  const oddities = createOddities({ budget, ...placed(prefix.slice(0, -1)) }, prefix);
  for (const { path, dirent } of found) {
    if (dirent.isSymbolicLink()) {
      oddities.see({ name: path, type: 'symlink', linkname: await readlink(join(folder, path)).catch(() => '/') });
    } else if (dirent.isDirectory()) {
      if (!(await isReadable(join(folder, path)))) {
        budget.note('unreadable', 'the folder cannot be read', { path: prefix + labelPath(path) });
      }
    } else if (!dirent.isFile()) oddities.see({ name: path, type: 'special' });
  }
  oddities.note(labels);
}

const isReadable = (folder: string): Promise<boolean> =>
  access(folder, constants.R_OK | constants.X_OK).then(
    () => true,
    () => false,
  );
