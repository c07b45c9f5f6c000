import { admitHeader, admitMeta, damage, NO_META, NO_RECORDS, SPARSE_MORE } from './admit-tar-header.ts';
import type { TarEntry, TarMode, TarNote, TarState } from './admit-tar-header.ts';
import type { Limits } from './budget.ts';
import { BLOCK_BYTES, isZero } from './tar-header.ts';

/** Takes the bytes of an archive as they come, and says what is in them. Never throws, and takes in every byte once. */
export interface TarParser {
  /** The next bytes of the archive; those before must have been gone through. */
  push(chunk: Uint8Array): void;
  /** The next entry; undefined where that takes more bytes. What nobody took of the body before it is skipped. */
  next(): TarEntry | undefined;
  /** The body of the last entry, if all of it is here. */
  whole(): Uint8Array | undefined;
  /** The next piece of that body; undefined at its end, and where that takes more bytes. */
  piece(): Uint8Array | undefined;
  /** There is more to come of that body. */
  readonly inBody: boolean;
  /** Nothing more can come of this archive. */
  readonly done: boolean;
  /** There are no more bytes. */
  end(): void;
}

/**
 * A parser for tar archives of all dialects. Of what can be said in several ways, one counts: the size of the last PAX
 * record over the one in the header, no body of what is no file; PAX and long names are bounded.
 */
export function createTarParser(limits: Limits, note: TarNote): TarParser {
  const state: ParserState = {
    ...START,
    limits,
    note,
    chunk: NOTHING,
    at: 0,
    block: { bytes: new Uint8Array(BLOCK_BYTES), filled: 0 },
  };
  return {
    push(chunk) {
      state.chunk = chunk;
      state.at = 0;
    },
    next: () => nextEntry(state),
    whole: () => (state.chunk.length - state.at < state.body ? undefined : takeBody(state)),
    piece: () => takeBody(state),
    get inBody() {
      return state.body > 0;
    },
    get done() {
      return state.mode === 'done';
    },
    end: () => endArchive(state),
  };
}

const NOTHING = new Uint8Array(0);

const START: Omit<TarState, 'limits' | 'note'> = {
  mode: 'header',
  left: 0,
  entry: undefined,
  body: 0,
  meta: NO_META,
  metaTotal: 0,
  globals: NO_RECORDS,
  records: NO_RECORDS,
  zeroBlocks: 0,
};

interface ParserState extends TarState {
  /** Where in the bytes at hand the reading is. */
  chunk: Uint8Array;
  at: number;
  /** A block that came in parts. */
  readonly block: { readonly bytes: Uint8Array; filled: number };
}

const blockwise = (mode: TarMode): boolean => mode === 'header' || mode === 'sparse-map';

function nextEntry(state: ParserState): TarEntry | undefined {
  const before = state.entry;
  state.body = 0;
  while (state.at < state.chunk.length && state.mode !== 'done') {
    if (blockwise(state.mode)) takeBlock(state);
    else takeRun(state);
    if (state.entry !== before) return state.entry;
  }
  return undefined;
}

/** Takes one block, whole from the chunk or piece by piece. */
function takeBlock(state: ParserState): void {
  const { chunk, at, block } = state;
  if (block.filled === 0 && chunk.length - at >= BLOCK_BYTES) {
    state.at += BLOCK_BYTES;
    return admitBlock(chunk.subarray(at, at + BLOCK_BYTES), state);
  }
  const piece = chunk.subarray(at, at + BLOCK_BYTES - block.filled);
  state.at += piece.length;
  block.bytes.set(piece, block.filled);
  block.filled += piece.length;
  if (block.filled < BLOCK_BYTES) return;
  block.filled = 0;
  admitBlock(block.bytes, state);
}

function admitBlock(block: Uint8Array, state: ParserState): void {
  if (state.mode === 'header') return admitHeader(block, state);
  if (block[SPARSE_MORE.inMap] === 0) state.mode = state.left > 0 ? 'skip' : 'header';
}

/** Takes as much as there is of what is skipped, of a meta header, or of what follows the end. */
function takeRun(state: ParserState): void {
  if (state.mode === 'after-end') return lookAfterEnd(state);
  const length = Math.min(state.left, state.chunk.length - state.at);
  if (state.mode === 'meta') state.meta.parts.push(state.chunk.subarray(state.at, state.at + length));
  state.at += length;
  state.left -= length;
  if (state.left > 0) return;
  const { mode } = state;
  state.mode = 'header';
  if (mode === 'meta') admitMeta(state);
}

function takeBody(state: ParserState): Uint8Array | undefined {
  const length = Math.min(state.body, state.chunk.length - state.at);
  if (length === 0) return undefined;
  const piece = state.chunk.subarray(state.at, state.at + length);
  state.at += length;
  state.body -= length;
  state.left -= length;
  if (state.left === 0) state.mode = 'header';
  return piece;
}

function lookAfterEnd(state: ParserState): void {
  if (!isZero(state.chunk.subarray(state.at))) {
    state.note('archive-garbage-after-end', 'bytes after the end of the archive were not read');
    state.mode = 'done';
  }
  state.at = state.chunk.length;
}

function endArchive(state: ParserState): void {
  const complete = state.mode === 'header' && state.block.filled === 0;
  if (state.mode === 'after-end' || state.mode === 'done') return;
  if (state.mode === 'body') endInBody(state);
  else if (!complete) damage(state, 'the archive is cut; what is there was read');
  else if (state.zeroBlocks === 0) damage(state, 'the archive has no end mark and may be cut');
}

function endInBody(state: ParserState): void {
  const { name = '', size = 0 } = state.entry ?? {};
  if (state.left <= paddingOf(size)) return damage(state, 'the archive is cut after its last file');
  state.note('archive-damaged', 'the archive ends in the middle of this file; what is there was read', name);
}

const paddingOf = (size: number): number => (BLOCK_BYTES - (size % BLOCK_BYTES)) % BLOCK_BYTES;
