import { extract } from 'tar-stream';
import type { Extract, Header } from 'tar-stream';
import type { TarCut } from './admit-tar-header.ts';
import { noteEntries, placed, spendEntry } from './create-budget.ts';
import type { Bytes, Entry } from './entry.ts';
import { guardTar } from './guard-tar.ts';
import type { TarGuard } from './guard-tar.ts';
import { createLabels, labelPath } from './label-path.ts';
import { describeError, noteStall, settle, STALLED } from './stall-guard.ts';
import type { Watch } from './stall-guard.ts';
import { createOddities } from './note-oddities.ts';

/** What the reading of one archive needs to know; `watch.path` is the archive's own label. */
export interface TarOptions {
  readonly watch: Watch;
  /** Stands before the path of each entry. */
  readonly prefix: string;
}

/**
 * The regular files of a tar archive. Each must be read, or left, before the next is asked for; what was left is
 * skipped. Never throws and never hangs: what goes wrong is a note, and what was complete before it has been given.
 */
export async function* readTar(bytes: Bytes, { watch, prefix }: TarOptions): AsyncGenerator<Entry> {
  const labels = createLabels(watch.budget, prefix);
  const oddities = createOddities(watch, prefix);
  const guard = guardTar(watch.budget.limits, (code, message, name) =>
    watch.budget.note(code, message, placed(name === undefined ? watch.path : prefix + labelPath(name))),
  );
  const stream = extract(EXTRACT_OPTIONS);
  const entries = stream[Symbol.asyncIterator]();
  void feed(stream, guardedBytes(bytes, guard));
  try {
    for (let index = 0; ; index += 1) {
      const entry = await nextEntry(entries, watch);
      if (entry === undefined) break;
      if (entry.header.type === 'file' && entry.header.size === 0) {
        yield { path: labels.claim(entry.header.name), bytes: noBytes, empty: true };
      } else if (entry.header.type === 'file') {
        const body = openBody(entry, { watch, cut: () => cutOf(guard.cut, index) });
        yield { path: labels.claim(entry.header.name), bytes: body.bytes };
        await body.skip();
      } else oddities.see(entry.header);
      if (cutOf(guard.cut, index) !== undefined) break;
    }
  } finally {
    stream.destroy();
  }
  oddities.note(labels);
}

async function* noBytes(): AsyncGenerator<Uint8Array> {}

/** Its types do not know the option that admits the oldest archives, which have no magic. */
const EXTRACT_OPTIONS: Parameters<typeof extract>[0] & { readonly allowUnknownFormat: true } = {
  allowUnknownFormat: true,
};

/** The next entry; undefined at the end, and where nothing more can be had of the archive. */
async function nextEntry(entries: AsyncIterator<TarStream>, watch: Watch): Promise<TarStream | undefined> {
  try {
    const next = await settle(entries.next(), watch);
    if (next === STALLED) noteStall(watch);
    else if (next.done !== true && spendEntry(watch.budget)) return next.value;
    else if (next.done !== true) noteEntries(watch.budget, watch.path);
  } catch (error) {
    noteEarlyEnd(error, watch);
  }
  return undefined;
}

/** What the guard lets through; the rest of the source is read only to see whether there is something after the end. */
async function* guardedBytes(bytes: Bytes, guard: TarGuard): AsyncGenerator<Uint8Array> {
  for await (const chunk of bytes) {
    const passed = guard.push(chunk);
    if (passed.length > 0) yield passed;
    if (guard.done) return;
  }
  const last = guard.end();
  if (last.length > 0) yield last;
}

/** Runs beside the reading; ends when the source ends or the reader is gone. */
async function feed(stream: Extract, bytes: Bytes): Promise<void> {
  try {
    for await (const chunk of bytes) {
      if (stream.destroyed) return;
      if (!stream.write(chunk)) await drained(stream);
    }
    stream.end(null);
  } catch (error) {
    stream.destroy(error instanceof Error ? error : new Error(String(error)));
  }
}

function drained(stream: Extract): Promise<void> {
  return new Promise((resolve) => {
    if (stream.destroyed) return resolve();
    const settled = (): void => {
      stream.off('drain', settled).off('close', settled);
      resolve();
    };
    stream.on('drain', settled).on('close', settled);
  });
}

const cutOf = (cut: TarCut | undefined, index: number): number | undefined =>
  cut?.entry === index ? cut.bytes : undefined;

interface TarStream extends AsyncIterable<unknown> {
  readonly header: Header;
}

interface Body {
  bytes(): Bytes;
  /** Reads what nobody wanted; without it the next entry never comes. */
  skip(): Promise<void>;
}

/**
 * The bytes of one entry. The stream is pulled by hand and never closed early, for tar-stream then loses its place.
 * Of an entry that is cut, the guard's padding is taken off again.
 */
function openBody(stream: TarStream, { watch, cut }: { watch: Watch; cut: () => number | undefined }): Body {
  const iterator = stream[Symbol.asyncIterator]();
  const small = stream.header.size < SMALL_BYTES ? stream.header.size : undefined;
  let ended = false;
  let given = 0;
  const turn: { pulling?: Promise<unknown> } = {};

  async function pull(): Promise<Uint8Array | undefined> {
    const next: Uint8Array | undefined = ended ? undefined : await nextChunk(iterator, watch);
    const chunk = next?.subarray(0, Math.max(0, (cut() ?? Infinity) - given));
    given += chunk?.length ?? 0;
    ended = chunk === undefined || chunk.length < (next?.length ?? 0) || given === small;
    return chunk?.length === 0 ? undefined : chunk;
  }

  /** One at a time, whoever asks. */
  async function pullInTurn(): Promise<Uint8Array | undefined> {
    while (turn.pulling !== undefined) await turn.pulling;
    const pulled = pull();
    turn.pulling = pulled;
    const chunk = await pulled;
    delete turn.pulling;
    return chunk;
  }

  return {
    async *bytes() {
      for (let chunk = await pullInTurn(); chunk !== undefined; chunk = await pullInTurn()) yield chunk;
    },
    async skip() {
      while ((await pullInTurn()) !== undefined);
    },
  };
}

/** A file so small lies in the stream as a whole, which then goes on by itself once all of it was taken. */
const SMALL_BYTES = 8 * 1024;

/** The next piece of an entry; undefined at its end, and where nothing more can be had of it. */
async function nextChunk(iterator: AsyncIterator<unknown>, watch: Watch): Promise<Uint8Array | undefined> {
  try {
    const next = await settle(iterator.next(), watch);
    if (next !== STALLED) return next.value instanceof Uint8Array ? next.value : undefined;
    noteStall(watch);
  } catch (error) {
    noteEarlyEnd(error, watch);
  }
  return undefined;
}

function noteEarlyEnd(error: unknown, { budget, path }: Watch): void {
  budget.note('archive-damaged', `reading ended early: ${describeError(error)}`, placed(path));
}
