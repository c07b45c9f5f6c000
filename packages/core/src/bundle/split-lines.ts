import type { Bytes } from './entry.ts';
import type { Line } from './line.ts';

/** What the splitter tells while it reads. */
export interface SplitOptions {
  /** Bytes kept of one line. */
  readonly lineBytes: number;
  /** Called for every line that was longer. */
  readonly cut: (number: number) => void;
  /** Called once at the end with the number of characters that were no valid text, if there were any, and of all bytes. */
  readonly damaged?: (share: { readonly replaced: number; readonly of: number }) => void;
}

/**
 * Lines of UTF-8 bytes, in batches. Memory is bounded by `lineBytes` and the size of a chunk, however long a line is.
 * Texts are slices of small decoded blocks: who keeps one line keeps a block of some 16 KiB alive.
 */
export async function* splitLines(bytes: Bytes, options: SplitOptions): AsyncGenerator<readonly Line[]> {
  const state: SplitState = {
    options,
    number: 0,
    kept: new Uint8Array(0),
    keptBytes: 0,
    lineBytes: 0,
    replaced: 0,
    bytes: 0,
  };
  for await (const chunk of bytes) {
    state.bytes += chunk.length;
    for (const batch of splitChunk(chunk, state)) yield batch;
  }
  if (state.lineBytes > 0) yield [endLine(state)];
  if (state.replaced > 0) options.damaged?.({ replaced: state.replaced, of: state.bytes });
}

/** Lines of a text that is in memory already. */
export function splitText(text: string): readonly Line[] {
  const plain = text.startsWith('\uFEFF') ? text.slice(1) : text;
  const lines = (plain.includes('\n') ? plain : plain.replaceAll('\r', '\n')).split('\n');
  if (lines.at(-1) === '') lines.pop();
  return lines.map((line, index) => ({ text: line.endsWith('\r') ? line.slice(0, -1) : line, number: index + 1 }));
}

const LF = 10;
const CR = 13;

/** Small blocks decode fastest, and one character outside ASCII slows down only its own block. */
const BLOCK_BYTES = 16 * 1024;

const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

interface SplitState {
  readonly options: SplitOptions;
  number: number;
  /** What is kept of a line whose end has not come yet. */
  kept: Uint8Array;
  keptBytes: number;
  /** Its length so far, kept or not. */
  lineBytes: number;
  replaced: number;
  bytes: number;
}

function* splitChunk(chunk: Uint8Array, state: SplitState): Generator<readonly Line[]> {
  let at = 0;
  if (state.lineBytes > 0) {
    const end = chunk.indexOf(LF);
    addToLine(end < 0 ? chunk : chunk.subarray(0, end), state);
    if (end < 0) return;
    yield [endLine(state)];
    at = end + 1;
  }
  const end = chunk.lastIndexOf(LF) + 1;
  while (at < end) {
    const next = chunk.indexOf(LF, Math.min(at + BLOCK_BYTES, end) - 1) + 1;
    yield splitBlock(chunk.subarray(at, next), state);
    at = next;
  }
  if (at < chunk.length) addToLine(chunk.subarray(at), state);
}

/** Splits a block that ends with a line end. */
function splitBlock(block: Uint8Array, state: SplitState): readonly Line[] {
  if (block.length > state.options.lineBytes) return splitLongBlock(block, state);
  const text = decode(block, state);
  const lines: Line[] = [];
  for (let at = 0, end = text.indexOf('\n'); end >= 0; at = end + 1, end = text.indexOf('\n', at)) {
    const last = end > at && text.charCodeAt(end - 1) === CR ? end - 1 : end;
    lines.push({ text: text.slice(at, last), number: (state.number += 1) });
  }
  return lines;
}

/** Splits a block in which a line may be longer than the limit. */
function splitLongBlock(block: Uint8Array, state: SplitState): readonly Line[] {
  const lines: Line[] = [];
  for (let at = 0, end = block.indexOf(LF); end >= 0; at = end + 1, end = block.indexOf(LF, at)) {
    addToLine(block.subarray(at, end), state);
    lines.push(endLine(state));
  }
  return lines;
}

/** One byte more than the limit is kept, for it may be the CR of the line's end. */
function addToLine(bytes: Uint8Array, state: SplitState): void {
  state.lineBytes += bytes.length;
  const kept = bytes.subarray(0, state.options.lineBytes + 1 - state.keptBytes);
  if (kept.length === 0) return;
  if (state.keptBytes + kept.length > state.kept.length) state.kept = grow(state.kept, state.keptBytes + kept.length);
  state.kept.set(kept, state.keptBytes);
  state.keptBytes += kept.length;
}

function endLine(state: SplitState): Line {
  const { lineBytes: limit, cut } = state.options;
  const bytes = state.kept.subarray(0, state.keptBytes);
  const length = state.lineBytes === bytes.length && bytes.at(-1) === CR ? bytes.length - 1 : state.lineBytes;
  state.keptBytes = 0;
  state.lineBytes = 0;
  state.number += 1;
  if (length <= limit) return { text: decode(bytes.subarray(0, length), state), number: state.number };
  cut(state.number);
  return { text: decode(bytes.subarray(0, wholeCharacters(bytes, limit)), state), number: state.number, cut: true };
}

function grow(buffer: Uint8Array, needed: number): Uint8Array {
  const grown = new Uint8Array(Math.max(needed, 2 * buffer.length));
  grown.set(buffer);
  return grown;
}

/** Where to cut so that no character is torn. */
function wholeCharacters(bytes: Uint8Array, limit: number): number {
  let end = limit;
  while (end > 0 && limit - end < 3 && ((bytes[end] ?? 0) & 0xc0) === 0x80) end -= 1;
  return end;
}

function decode(bytes: Uint8Array, state: SplitState): string {
  const text = decoder.decode(bytes);
  for (let at = text.indexOf(REPLACEMENT); at >= 0; at = text.indexOf(REPLACEMENT, at + 1)) state.replaced += 1;
  return text;
}

const REPLACEMENT = '\uFFFD';
