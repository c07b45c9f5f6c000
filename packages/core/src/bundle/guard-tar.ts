import { admitHeader, admitMeta, damage, NO_META, pass, SPARSE_MORE } from './admit-tar-header.ts';
import type { GuardMode, GuardState, TarCut, TarNote } from './admit-tar-header.ts';
import type { Limits } from './budget.ts';
import { joinBytes } from './peek-bytes.ts';
import { BLOCK_BYTES, isZero } from './tar-header.ts';

/** Stands between an archive and its reader and lets through only what cannot harm the reader. */
export interface TarGuard {
  /** What the reader may see of the next bytes. */
  push(chunk: Uint8Array): Uint8Array;
  /** What the reader must see last, so that it comes to an end. */
  end(): Uint8Array;
  /** Nothing more can come of this archive. */
  readonly done: boolean;
  readonly cut: TarCut | undefined;
}

/**
 * A guard for tar-stream, which never settles on some headers and slows down on others. Every header that passes is
 * written anew with a size and a checksum that have one meaning; PAX and long names are bounded, checked and passed on
 * as one plain PAX header; what is no file, folder, link or device does not pass at all.
 */
export function guardTar(limits: Limits, note: TarNote): TarGuard {
  const state: GuardState = { ...START, limits, note, out: [] };
  const block: PartialBlock = { bytes: new Uint8Array(BLOCK_BYTES), filled: 0 };
  return {
    push(chunk) {
      for (let at = 0; at < chunk.length && state.mode !== 'done';) {
        at = blockwise(state.mode) ? pushBlock({ chunk, at, block }, state) : pushRun(chunk, { at, state });
      }
      return takeOutput(state);
    },
    end() {
      endArchive(state, block);
      return takeOutput(state);
    },
    get done() {
      return state.mode === 'done';
    },
    get cut() {
      return state.cut;
    },
  };
}

/** A cut entry gets this many zeros, so that whoever waits for its bytes wakes up and sees the cut. */
const WAKING_BYTES = 64 * 1024;

const START: Omit<GuardState, 'limits' | 'note' | 'out'> = {
  mode: 'header',
  left: 0,
  bodySize: 0,
  entry: -1,
  name: '',
  meta: NO_META,
  metaTotal: 0,
  globals: {},
  records: {},
  zeroBlocks: 0,
};

interface PartialBlock {
  readonly bytes: Uint8Array;
  filled: number;
}

const blockwise = (mode: GuardMode): boolean => mode === 'header' || mode === 'sparse-map';

/** Takes one block, whole from the chunk or piece by piece; returns where the next one begins. */
function pushBlock(
  { chunk, at, block }: { chunk: Uint8Array; at: number; block: PartialBlock },
  state: GuardState,
): number {
  if (block.filled === 0 && chunk.length - at >= BLOCK_BYTES) {
    admitBlock(chunk.subarray(at, at + BLOCK_BYTES), state);
    return at + BLOCK_BYTES;
  }
  const piece = chunk.subarray(at, at + BLOCK_BYTES - block.filled);
  block.bytes.set(piece, block.filled);
  block.filled += piece.length;
  if (block.filled === BLOCK_BYTES) {
    block.filled = 0;
    admitBlock(new Uint8Array(block.bytes), state);
  }
  return at + piece.length;
}

function admitBlock(block: Uint8Array, state: GuardState): void {
  if (state.mode === 'header') return admitHeader(block, state);
  if (block[SPARSE_MORE.inMap] === 0) state.mode = state.left > 0 ? 'skip' : 'header';
}

/** Takes as much as there is of a body, a meta header, or what follows the end. */
function pushRun(chunk: Uint8Array, { at, state }: { at: number; state: GuardState }): number {
  if (state.mode === 'after-end') return lookAfterEnd(chunk.subarray(at), state) + at;
  const run = chunk.subarray(at, at + state.left);
  state.left -= run.length;
  if (state.mode === 'body') pass(run, state);
  if (state.mode === 'meta') state.meta.parts.push(run);
  if (state.left > 0) return at + run.length;
  const mode = state.mode;
  state.mode = 'header';
  if (mode === 'meta') admitMeta(state);
  return at + run.length;
}

function lookAfterEnd(rest: Uint8Array, state: GuardState): number {
  if (!isZero(rest)) {
    state.note('archive-garbage-after-end', 'bytes after the end of the archive were not read');
    state.mode = 'done';
  }
  return rest.length;
}

function endArchive(state: GuardState, block: PartialBlock): void {
  const complete = state.mode === 'header' && block.filled === 0;
  if (state.mode === 'after-end' || state.mode === 'done') return;
  if (state.mode === 'body') endInBody(state);
  else if (!complete) damage(state, 'the archive is cut; what is there was read');
  else if (state.zeroBlocks === 0) damage(state, 'the archive has no end mark and may be cut');
}

function endInBody(state: GuardState): void {
  const padding = (BLOCK_BYTES - (state.bodySize % BLOCK_BYTES)) % BLOCK_BYTES;
  if (state.left > padding) {
    state.cut = { entry: state.entry, bytes: state.bodySize + padding - state.left };
    state.note('archive-damaged', 'the archive ends in the middle of this file; what is there was read', state.name);
  } else damage(state, 'the archive is cut after its last file');
  state.out.push(new Uint8Array(Math.min(state.left, WAKING_BYTES)));
}

function takeOutput(state: GuardState): Uint8Array {
  const out = state.out;
  state.out = [];
  return joinBytes(
    out,
    out.reduce((sum, part) => sum + part.length, 0),
  );
}
