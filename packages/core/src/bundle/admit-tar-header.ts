import type { Limits } from './budget.ts';
import type { NoteCode } from './note.ts';
import { readPaxRecords } from './pax-records.ts';
import type { PaxRecords } from './pax-records.ts';
import { joinBytes } from './peek-bytes.ts';
import {
  BLOCK_BYTES,
  hasValidChecksum,
  isZero,
  readLinkName,
  readName,
  readSize,
  readText,
  readType,
} from './tar-header.ts';

/** What is told of an archive; `name` is the entry's, as it stands in the archive. */
export type TarNote = (code: NoteCode, message: string, name?: string) => void;

/** An entry of an archive that may be seen, with the one size that counts. */
export interface TarEntry {
  readonly name: string;
  readonly type: 'file' | 'directory' | 'link' | 'symlink' | 'special';
  /** Bytes of its body; only files have any. */
  readonly size: number;
  readonly linkname: string;
}

/** What the next bytes of an archive are. */
export type TarMode = 'header' | 'meta' | 'body' | 'skip' | 'sparse-map' | 'after-end' | 'done';

/** How far the reading of an archive has come. */
export interface TarState {
  readonly limits: Limits;
  readonly note: TarNote;
  mode: TarMode;
  /** Bytes to come of the body or the meta header, padding included. */
  left: number;
  /** The entry that was admitted last, and how much of its body has not been taken. */
  entry: TarEntry | undefined;
  body: number;
  meta: { readonly type: string; readonly size: number; readonly parts: Uint8Array[] };
  metaTotal: number;
  /** What headers say of all entries, and of the next one; `false` where its size cannot be told. */
  globals: PaxRecords;
  records: PaxRecords | false;
  zeroBlocks: number;
}

/** Decides on one header block: whether an entry begins there, and what the bytes after it are. */
export function admitHeader(block: Uint8Array, state: TarState): void {
  if (isZero(block)) return admitZeroBlock(state);
  const size = hasValidChecksum(block) ? readSize(block) : undefined;
  if (size === undefined) return damage(state, 'a header is damaged; reading goes on at the next one');
  if (state.zeroBlocks > 0) damage(state, 'there is a hole before an entry');
  state.zeroBlocks = 0;
  const type = readType(block);
  if (META_TYPES.has(type)) return startMeta({ type, size }, state);
  const records = state.records;
  state.records = NO_RECORDS;
  if (records === false) return damage(state, 'the size of an entry is no number; reading goes on at the next one');
  startEntry({ block, type, size, records: joined(state.globals, records) }, state);
}

/** Takes in a complete PAX or long-name header. */
export function admitMeta(state: TarState): void {
  const { type, size, parts } = state.meta;
  const body = joinBytes(
    parts,
    parts.reduce((sum, part) => sum + part.length, 0),
  ).subarray(0, size);
  state.meta = NO_META;
  if (type === 'L' || type === 'K') {
    const name = type === 'L' ? { path: readText(body) } : { linkpath: readText(body) };
    if (state.records !== false) state.records = { ...name, ...state.records };
    return;
  }
  const read = readPaxRecords(body);
  if (type === 'g') state.globals = { ...state.globals, ...read };
  else state.records = read !== undefined && state.records !== false && { ...state.records, ...read };
}

/** Notes damage of the archive itself; one note, whatever follows. */
export function damage(state: TarState, message: string): void {
  state.note('archive-damaged', message);
}

/** Bytes that so many bytes take in the archive. */
export const paddedSize = (size: number): number => Math.ceil(size / BLOCK_BYTES) * BLOCK_BYTES;

/** Most entries have no headers of their own. */
export const NO_RECORDS: PaxRecords = {};

const joined = (globals: PaxRecords, own: PaxRecords): PaxRecords =>
  globals === NO_RECORDS && own === NO_RECORDS ? NO_RECORDS : { ...globals, ...own };

/** The state when no meta header is being read. */
export const NO_META: TarState['meta'] = { type: '', size: 0, parts: [] };

/** PAX for the next entry, the same in old Solaris archives, PAX for all entries, GNU long name and long link. */
const META_TYPES = new Set(['x', 'X', 'g', 'L', 'K']);

/** Links, devices, folders and fifos have no body, whatever their size says. */
const BODILESS_TYPES = new Set(['1', '2', '3', '4', '5', '6']);

/** Volume labels, parts of files and lists of folders: not files; they count as a fifo would, without a body. */
const SPECIAL_TYPES = new Set(['A', 'D', 'M', 'N', 'V']);

/** In an old GNU sparse header: whether blocks with more of its map follow. */
export const SPARSE_MORE = { inHeader: 482, inMap: 504 } as const;

interface EntryHeader {
  readonly block: Uint8Array;
  readonly type: string;
  readonly size: number;
  readonly records: PaxRecords;
}

function admitZeroBlock(state: TarState): void {
  state.zeroBlocks += 1;
  if (state.zeroBlocks === 2) state.mode = 'after-end';
}

function startMeta({ type, size }: { type: string; size: number }, state: TarState): void {
  const { metaBytes, metaTotalBytes, globalMetaBytes } = state.limits;
  state.left = paddedSize(size);
  state.metaTotal += size;
  if (size > (type === 'g' ? globalMetaBytes : metaBytes) || state.metaTotal > metaTotalBytes) {
    state.note('limit-meta', 'long names or attributes are larger than the limit; they were left out');
    state.mode = size > 0 ? 'skip' : 'header';
    return;
  }
  state.meta = { type, size, parts: [] };
  if (size === 0) admitMeta(state);
  else state.mode = 'meta';
}

function startEntry({ block, type, size: stated, records }: EntryHeader, state: TarState): void {
  const name = records.path === undefined || records.path === '' ? readName(block) : records.path;
  const size = BODILESS_TYPES.has(type) ? 0 : (records.size ?? stated);
  state.left = paddedSize(size);
  state.mode = size > 0 ? 'skip' : 'header';
  if (type === 'S' || records.sparse === true) {
    state.note('sparse-skipped', 'a file with holes is not read', name);
    if (type === 'S' && block[SPARSE_MORE.inHeader] !== 0) state.mode = 'sparse-map';
    return;
  }
  state.entry = entryOf({ block, type, size, records }, name);
  state.body = state.entry.size;
  if (state.body > 0) state.mode = 'body';
}

function entryOf({ block, type, size, records }: EntryHeader, name: string): TarEntry {
  const known = typeOf(type, name);
  if (known === 'file') return { name, type: known, size, linkname: '' };
  return { name, type: known, size: 0, linkname: records.linkpath || readLinkName(block) };
}

/** A regular file, unless it is one of the few types that are known to be none, or named as a folder. */
function typeOf(type: string, name: string): TarEntry['type'] {
  if (BODILESS_TYPES.has(type)) return TYPES[type] ?? 'special';
  if (SPECIAL_TYPES.has(type)) return 'special';
  return name.endsWith('/') ? 'directory' : 'file';
}

const TYPES: Readonly<Record<string, TarEntry['type']>> = { 1: 'link', 2: 'symlink', 5: 'directory' };
