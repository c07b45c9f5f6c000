import { open } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { crc32 } from 'node:zlib';
import { fromBufferPromise, fromFdPromise } from 'yauzl';
import type { Entry as ZipEntry, ZipFile } from 'yauzl';
import { noteTotalBytes, placed } from '../create-budget.ts';
import type { Bytes, Entry } from '../entry.ts';
import { createLabels } from '../label-path.ts';
import { createOddities } from '../note-oddities.ts';
import type { ZipSource, ZipOptions } from '../platform.ts';
import { describeError, guardBytes } from '../stall-guard.ts';
import { createByteReader } from './byte-reader.ts';
import { inflateMember } from './inflate-member.ts';
import { listZip } from './list-zip.ts';
import type { ZipItem } from './list-zip.ts';
import { openFlags } from './read-file.ts';
import { salvageZip } from './salvage-zip.ts';

/**
 * The regular files of a zip archive, in the order of the list at its end. Never throws and never hangs: a file that
 * cannot be read is a note of its own, and the others are read.
 */
export async function* readZip(source: ZipSource, options: ZipOptions): AsyncGenerator<Entry> {
  const { budget, path } = options.watch;
  let opened: Opened | undefined;
  try {
    opened = await openZip(source);
    if (opened.lost) budget.note('archive-damaged', `${SALVAGED}: ${opened.lost}`, placed(path));
    yield* opened.zip ? entriesOf(opened.zip, options) : salvageZip(opened.bytes(), options);
  } catch (error) {
    const message = `the zip archive is damaged, and was not read to its end: ${describeError(error)}`;
    budget.note('archive-damaged', message, placed(path));
  } finally {
    await opened?.close();
  }
}

const SALVAGED = 'the end of the zip archive is cut or damaged; its files were read as far as they are whole';

/** An archive whose list of files is there, or its bytes and why the list is not. */
interface Opened {
  readonly zip?: ZipFile;
  readonly lost?: string;
  bytes(): Bytes;
  close(): Promise<void>;
}

async function openZip(source: ZipSource): Promise<Opened> {
  if (source.bytes !== undefined) {
    const { buffer, byteOffset, byteLength } = source.bytes;
    const whole = Buffer.from(buffer, byteOffset, byteLength);
    const closed = { bytes: () => Readable.from([whole]), close: () => Promise.resolve() };
    return { ...(await listed(() => fromBufferPromise(whole, OPTIONS))), ...closed };
  }
  const handle = await open(source.file, openFlags(source));
  const rest = { bytes: () => handle.createReadStream({ autoClose: false, start: 0 }), close: () => handle.close() };
  return { ...(await listed(() => fromFdPromise(handle.fd, OPTIONS))), ...rest };
}

async function listed(openList: () => Promise<ZipFile>): Promise<Pick<Opened, 'zip' | 'lost'>> {
  try {
    return { zip: await openList() };
  } catch (error) {
    return { lost: describeError(error) };
  }
}

/** One bad name or size ends the reading of all where the library judges them, so it is told not to. */
const OPTIONS = { autoClose: false, decodeStrings: false, validateEntrySizes: false };

async function* entriesOf(zip: ZipFile, { watch, prefix }: ZipOptions): AsyncGenerator<Entry> {
  const { budget } = watch;
  const labels = createLabels(budget, prefix);
  const oddities = createOddities(watch, prefix);
  for (const item of await listZip(zip, watch)) {
    if (item.type !== 'file') {
      oddities.see({ name: item.name, type: item.type, linkname: await targetOf(zip, item) });
      continue;
    }
    const path = labels.claim(item.name);
    const refusal = refusalOf(item.entry);
    if (refusal !== undefined) {
      budget.note('archive-unsupported', refusal, { path });
    } else if (budget.spent.bytes >= budget.limits.totalBytes) {
      return noteTotalBytes(budget, watch.path);
    } else
      yield { path, bytes: () => guardBytes(readItem(zip, { entry: item.entry, path, watch }), { ...watch, path }) };
  }
  oddities.note(labels);
}

const STORED = 0;
const DEFLATED = 8;

function refusalOf(entry: ZipEntry): string | undefined {
  if (entry.isEncrypted()) return 'the file is encrypted; unpack the archive with its password and give the folder';
  if (entry.compressionMethod === STORED || entry.compressionMethod === DEFLATED) return undefined;
  return `the file is packed in a way that is not read (method ${entry.compressionMethod}); unpack the archive and give the folder`;
}

/** What a link says; a long text is no path. */
async function targetOf(zip: ZipFile, { type, entry }: ZipItem): Promise<string> {
  if (type !== 'symlink' || entry.isEncrypted() || entry.compressedSize > LONGEST_TARGET) return '/';
  const target: Uint8Array[] = [];
  try {
    for await (const chunk of unpacked(zip, entry)) {
      target.push(chunk);
      if (target.length > LONGEST_TARGET) break;
    }
  } catch {
    return '/';
  }
  return Buffer.concat(target).subarray(0, LONGEST_TARGET).toString();
}

const LONGEST_TARGET = 4096;

interface Item {
  readonly entry: ZipEntry;
  readonly path: string;
  readonly watch: ZipOptions['watch'];
}

/** The bytes of one file, no more than the list says it has; what does not agree with the list is a note. */
async function* readItem(zip: ZipFile, { entry, path, watch }: Item): AsyncGenerator<Uint8Array> {
  const note = (what: string): void => watch.budget.note('archive-damaged', what, { path });
  let left = entry.uncompressedSize;
  let crc = 0;
  try {
    for await (const chunk of unpacked(zip, entry)) {
      const granted = chunk.subarray(0, left);
      crc = crc32(granted, crc);
      left -= granted.length;
      if (isTooMuch(entry, left, watch)) {
        const { ratio } = watch.budget.limits;
        const message = `more than ${ratio} bytes came out of each compressed byte; the rest was not read`;
        return watch.budget.note('limit-ratio', message, { path });
      }
      if (granted.length > 0) yield granted;
      if (granted.length < chunk.length) return note('the file is longer than the archive says; the rest was not read');
    }
  } catch (error) {
    return note(`the file is damaged; what could be unpacked was read: ${describeError(error)}`);
  }
  if (left > 0) note('the file is shorter than the archive says: it is cut or damaged');
  else if (crc >>> 0 !== entry.crc32) note('the checksum does not match: some of the text may be wrong');
}

/** Small files may well be repetitive. */
const RATIO_ASKED_FROM = 64 * 1024 * 1024;

function isTooMuch(entry: ZipEntry, left: number, { budget }: ZipOptions['watch']): boolean {
  const given = entry.uncompressedSize - left;
  return given > RATIO_ASKED_FROM && given > budget.limits.ratio * entry.compressedSize;
}

async function* unpacked(zip: ZipFile, entry: ZipEntry): AsyncGenerator<Uint8Array> {
  const packed: AsyncIterable<Uint8Array> = await zip.openReadStreamPromise(entry, { decodeFileData: false });
  if (entry.compressionMethod === STORED) return yield* packed;
  const reader = createByteReader(packed);
  try {
    const end = yield* inflateMember(reader);
    if (end === 'bad-data') throw new Error('the compressed data is damaged');
  } finally {
    await reader.close();
  }
}
