import type { Limits } from './budget.ts';
import type { NoteCode } from './note.ts';
import { readPaxRecords, writePaxRecords } from './pax-records.ts';
import type { PaxRecords } from './pax-records.ts';
import { joinBytes } from './peek-bytes.ts';
import {
  BLOCK_BYTES,
  hasValidChecksum,
  isZero,
  readName,
  readSize,
  readText,
  readType,
  rewriteHeader,
} from './tar-header.ts';

/** What the guard tells of an archive; `name` is the entry's, as it stands in the archive. */
export type TarNote = (code: NoteCode, message: string, name?: string) => void;

/** Where an archive ended in the middle of an entry, and how many bytes of that entry there are. */
export interface TarCut {
  readonly entry: number;
  readonly bytes: number;
}

/** What the next bytes of an archive are. */
export type GuardMode = 'header' | 'meta' | 'body' | 'skip' | 'sparse-map' | 'after-end' | 'done';

/** How far the guard has come in an archive. */
export interface GuardState {
  readonly limits: Limits;
  readonly note: TarNote;
  mode: GuardMode;
  /** Bytes to come of the body or the meta header, padding included. */
  left: number;
  /** Size of the body that passes, without padding. */
  bodySize: number;
  /** Index of the last entry that passed, and its name. */
  entry: number;
  name: string;
  meta: { readonly type: string; readonly size: number; readonly parts: Uint8Array[] };
  metaTotal: number;
  /** What headers say of all entries, and of the next one; `false` where its size cannot be told. */
  globals: PaxRecords;
  records: PaxRecords | false;
  zeroBlocks: number;
  out: Uint8Array[];
  cut?: TarCut;
}

/** Decides on one header block: what passes, and what the bytes after it are. */
export function admitHeader(block: Uint8Array, state: GuardState): void {
  if (isZero(block)) return admitZeroBlock(state);
  const size = hasValidChecksum(block) ? readSize(block) : undefined;
  if (size === undefined) return damage(state, 'a header is damaged; reading goes on at the next one');
  if (state.zeroBlocks > 0) damage(state, 'there is a hole before an entry');
  state.zeroBlocks = 0;
  const type = readType(block);
  if (META_TYPES.has(type)) return startMeta({ type, size }, state);
  const records = state.records;
  state.records = {};
  if (records === false) return damage(state, 'the size of an entry is no number; reading goes on at the next one');
  startEntry({ block, type, size, records: { ...state.globals, ...records } }, state);
}

/** Takes in a complete PAX or long-name header. */
export function admitMeta(state: GuardState): void {
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

/** Lets bytes through; what lies side by side in memory stays one piece, so that sound archives are not copied. */
export function pass(bytes: Uint8Array, state: GuardState): void {
  const last = state.out.at(-1);
  if (last?.buffer === bytes.buffer && last.byteOffset + last.length === bytes.byteOffset) {
    state.out[state.out.length - 1] = new Uint8Array(last.buffer, last.byteOffset, last.length + bytes.length);
  } else state.out.push(bytes);
}

/** Notes damage of the archive itself; one note, whatever follows. */
export function damage(state: GuardState, message: string): void {
  state.note('archive-damaged', message);
}

/** Bytes that so many bytes take in the archive. */
export const paddedSize = (size: number): number => Math.ceil(size / BLOCK_BYTES) * BLOCK_BYTES;

/** The state when no meta header is being read. */
export const NO_META: GuardState['meta'] = { type: '', size: 0, parts: [] };

/** PAX for the next entry, the same in old Solaris archives, PAX for all entries, GNU long name and long link. */
const META_TYPES = new Set(['x', 'X', 'g', 'L', 'K']);

/** Links, devices, folders and fifos have no body, whatever their size says. */
const BODILESS_TYPES = new Set(['1', '2', '3', '4', '5', '6']);

/** Volume labels, parts of files and lists of folders: not files; they pass as a fifo would, without a body. */
const SPECIAL_TYPES = new Set(['A', 'D', 'M', 'N', 'V']);

/** In an old GNU sparse header: whether blocks with more of its map follow. */
export const SPARSE_MORE = { inHeader: 482, inMap: 504 } as const;

interface EntryHeader {
  readonly block: Uint8Array;
  readonly type: string;
  readonly size: number;
  readonly records: PaxRecords;
}

function admitZeroBlock(state: GuardState): void {
  state.zeroBlocks += 1;
  if (state.zeroBlocks === 2) state.mode = 'after-end';
}

function startMeta({ type, size }: { type: string; size: number }, state: GuardState): void {
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

function startEntry({ block, type, size: stated, records }: EntryHeader, state: GuardState): void {
  const name = records.path === undefined || records.path === '' ? readName(block) : records.path;
  const size = BODILESS_TYPES.has(type) ? 0 : (records.size ?? stated);
  state.left = paddedSize(size);
  state.mode = size > 0 ? 'skip' : 'header';
  if (type === 'S' || records.sparse === true) {
    state.note('sparse-skipped', 'a file with holes is not read', name);
    if (type === 'S' && block[SPARSE_MORE.inHeader] !== 0) state.mode = 'sparse-map';
    return;
  }
  const passed = passedType(type, name);
  state.name = name;
  passEntry({ block, type: passed, size: passed === '0' ? size : 0, records }, state);
}

/** A regular file, unless it is one of the few types that are known to be none, or named as a folder. */
function passedType(type: string, name: string): string {
  if (BODILESS_TYPES.has(type)) return type;
  if (SPECIAL_TYPES.has(type)) return '6';
  return name.endsWith('/') ? '5' : '0';
}

function passEntry({ block, type, size, records }: EntryHeader, state: GuardState): void {
  const unnamed = records.path !== undefined && records.path !== '';
  for (const extra of writePaxRecords(records)) pass(extra, state);
  pass(rewriteHeader(block, { type, size, unnamed }), state);
  state.entry += 1;
  state.bodySize = size;
  if (size > 0) state.mode = 'body';
}
