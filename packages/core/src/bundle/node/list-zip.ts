import type { Entry as ZipEntry, ZipFile } from 'yauzl';
import { noteEntries, placed, spendEntry } from '../create-budget.ts';
import { describeError } from '../stall-guard.ts';
import type { Watch } from '../stall-guard.ts';
import { nameInZip } from './zip-name.ts';

/** A file of a zip archive as the list at its end tells. */
export interface ZipItem {
  readonly name: string;
  readonly type: 'file' | 'directory' | 'symlink' | 'special';
  readonly entry: ZipEntry;
}

/**
 * What the list at the end of a zip archive names; nothing where it claims more than the archive can hold. Of a list that
 * breaks off, what stands before.
 */
export async function listZip(zip: ZipFile, watch: Watch): Promise<readonly ZipItem[]> {
  const items: ZipItem[] = [];
  try {
    for await (const entry of zip.eachEntry()) {
      if (!spendEntry(watch.budget)) {
        noteEntries(watch.budget, watch.path);
        break;
      }
      items.push(itemOf(entry));
    }
  } catch (error) {
    noteDamage(`the list of its files breaks off: ${describeError(error)}`, watch);
  }
  const lie = lieOf(items, zip.fileSize);
  if (lie === undefined) return items;
  noteDamage(`it was not read: ${lie}`, watch);
  return [];
}

function noteDamage(what: string, { budget, path }: Watch): void {
  budget.note('archive-damaged', `the zip archive is damaged; ${what}`, placed(path));
}

function itemOf(entry: ZipEntry): ZipItem {
  const name = nameInZip(entry.fileNameRaw, entry.generalPurposeBitFlag, entry.extraFields);
  return { name, type: typeOf(entry, name), entry };
}

/** The mode of a Unix file stands in the upper half of the attributes. */
function typeOf({ externalFileAttributes, versionMadeBy }: ZipEntry, name: string): ZipItem['type'] {
  if (/[/\\]$/.test(name)) return 'directory';
  const mode = versionMadeBy >>> 8 === UNIX ? (externalFileAttributes >>> 16) & 0o170000 : 0;
  return TYPES.get(mode) ?? 'special';
}

const UNIX = 3;
const TYPES: ReadonlyMap<number, ZipItem['type']> = new Map([
  [0, 'file'],
  [0o100000, 'file'],
  [0o040000, 'directory'],
  [0o120000, 'symlink'],
]);

/** Bytes of a local header without the name. */
const HEADER_BYTES = 30;

/** Files that share bytes are how a small archive claims to be a huge one. */
function lieOf(items: readonly ZipItem[], fileSize: number): string | undefined {
  const spans = items
    .map(({ entry }) => ({
      start: entry.relativeOffsetOfLocalHeader,
      end: entry.relativeOffsetOfLocalHeader + HEADER_BYTES + entry.fileNameLength + entry.compressedSize,
    }))
    .toSorted((a, b) => a.start - b.start);
  const claimed = items.reduce((sum, { entry }) => sum + entry.compressedSize, 0);
  if (claimed > fileSize) return 'its files claim more bytes than it has';
  const overlaps = spans.some(({ end }, index) => end > (spans[index + 1]?.start ?? fileSize));
  return overlaps ? 'files in it overlap' : undefined;
}
