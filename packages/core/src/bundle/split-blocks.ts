import type { Block, BlockAccount } from './block.ts';
import type { Bytes } from './entry.ts';

/** Memory that the blocks of one file after the other are made in. */
export interface Work {
  readonly bytes: Uint8Array;
  readonly words: Int32Array;
}

/** Memory for blocks whose lines have at most so many bytes. */
export function createWork(lineBytes: number, view: (memory: ArrayBuffer) => Uint8Array): Work {
  const memory = new ArrayBuffer(4 * Math.ceil((lineBytes + Math.min(PIECE_BYTES, lineBytes) + SPARE_BYTES) / 4));
  return { bytes: view(memory), words: new Int32Array(memory) };
}

/** What the splitter tells while it reads. */
export interface SplitOptions {
  /** Bytes kept of one line. */
  readonly lineBytes: number;
  readonly work: Work;
  /** Called for every line that was longer. */
  readonly cut: (number: number) => void;
  /** Called once at the end with the number of characters that were no valid text, if there were any, and of all bytes. */
  readonly damaged?: (share: { readonly replaced: number; readonly of: number }) => void;
}

/** Cuts UTF-8 bytes at line ends. Memory is bounded, however long a line is: of a longer one the beginning is kept. */
export async function* splitBlocks(bytes: Bytes, options: SplitOptions): AsyncGenerator<Block> {
  const state = startOf(options);
  for await (const chunk of bytes) yield* takeChunk(chunk, state);
  yield* endText(state, options);
}

/** The same where all of the bytes are there. */
export function* splitWhole(content: Uint8Array, options: SplitOptions): Generator<Block> {
  const state = startOf(options);
  yield* takeChunk(content, state);
  yield* endText(state, options);
}

const startOf = ({ lineBytes, work, cut }: SplitOptions): State => ({
  lineBytes,
  work,
  account: { replaced: 0, cut },
  filled: 0,
  dropping: false,
  total: 0,
});

function* takeChunk(chunk: Uint8Array, state: State): Generator<Block> {
  state.total += chunk.length;
  for (let at = 0; at < chunk.length; at += pieceBytes(state))
    yield* takePiece(chunk.subarray(at, at + pieceBytes(state)), state);
}

function* endText(state: State, { damaged }: SplitOptions): Generator<Block> {
  if (state.filled > 0) yield endOfText(state);
  if (state.account.replaced > 0) damaged?.({ replaced: state.account.replaced, of: state.total });
}

/** No line that lies in one piece is longer than the limit. */
const pieceBytes = ({ lineBytes }: State): number => Math.min(PIECE_BYTES, lineBytes);

const PIECE_BYTES = 512 * 1024;

/** Room for a line end that is not in the text, and for words that reach beyond its end. */
const SPARE_BYTES = 16;

const LF = 10;
const CR = 13;

interface State extends Pick<SplitOptions, 'lineBytes' | 'work'> {
  readonly account: BlockAccount;
  /** Bytes of a line whose end has not come yet. */
  filled: number;
  /** That line has passed the limit. */
  dropping: boolean;
  /** Bytes of the text so far. */
  total: number;
}

function* takePiece(piece: Uint8Array, state: State): Generator<Block> {
  let rest = piece;
  if (state.filled > 0 || state.dropping) {
    const end = piece.indexOf(LF);
    const begun = end < 0 ? piece : piece.subarray(0, end + 1);
    if (!fits(begun, end >= 0, state)) {
      keepBeginning(begun, state);
      if (end < 0) return;
      yield cutBlock(state);
      rest = piece.subarray(end + 1);
    }
  }
  const last = rest.lastIndexOf(LF) + 1;
  state.work.bytes.set(rest, state.filled);
  const length = state.filled + last;
  state.filled += rest.length;
  if (last === 0) return;
  yield blockOf(state, length);
  state.work.bytes.copyWithin(0, length, state.filled);
  state.filled -= length;
}

/** Whether the line that was begun stays within the limit with more bytes; a CR at its end is no part of it. */
function fits(more: Uint8Array, ended: boolean, state: State): boolean {
  if (state.dropping) return false;
  const length = state.filled + more.length - (ended ? 1 : 0);
  if (length <= state.lineBytes) return true;
  const beforeEnd = ended ? more.at(-2) : more.at(-1);
  const last = beforeEnd ?? state.work.bytes[state.filled - 1];
  return length === state.lineBytes + 1 && last === CR;
}

/** One byte more than the limit is kept: it tells whether the limit tears a character. */
function keepBeginning(more: Uint8Array, state: State): void {
  const kept = more.subarray(0, Math.max(0, state.lineBytes + 1 - state.filled));
  state.work.bytes.set(kept, state.filled);
  state.filled += kept.length;
  state.dropping = true;
}

function cutBlock(state: State): Block {
  const length = wholeCharacters(state.work.bytes, state.lineBytes);
  state.work.bytes[length] = LF;
  state.filled = 0;
  state.dropping = false;
  return { ...blockOf(state, length + 1), cut: true };
}

/** The last line of a file may have no line end. */
function endOfText(state: State): Block {
  if (state.dropping) return cutBlock(state);
  if (state.filled > state.lineBytes && state.work.bytes[state.filled - 1] !== CR) return cutBlock(state);
  state.work.bytes[state.filled] = LF;
  return blockOf(state, state.filled + 1);
}

const blockOf = ({ work: { bytes, words }, account }: State, length: number): Block => ({
  bytes,
  words,
  length,
  account,
});

/** Where to cut so that no character is torn. */
function wholeCharacters(bytes: Uint8Array, limit: number): number {
  let end = limit;
  while (end > 0 && limit - end < 3 && ((bytes[end] ?? 0) & 0xc0) === 0x80) end -= 1;
  return end;
}
