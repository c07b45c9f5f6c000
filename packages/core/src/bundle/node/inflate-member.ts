import { constants, createInflateRaw, inflateRawSync } from 'node:zlib';
import type { InflateRaw } from 'node:zlib';
import type { ByteReader } from './byte-reader.ts';

/** How a run of compressed data ended: `ended` also where the input did, which the missing trailer will show. */
export type InflateEnd = 'ended' | 'bad-data';

/**
 * Inflates one run of raw deflate data and leaves what follows it in the reader. Large chunks make it fast: each costs a
 * way through the thread pool, and while one is read here, the next is inflated there.
 */
export async function* inflateMember(reader: ByteReader): AsyncGenerator<Uint8Array, InflateEnd> {
  const inflate = createInflateRaw({ chunkSize: CHUNK_BYTES, finishFlush: constants.Z_SYNC_FLUSH });
  const output = followOutput(inflate);
  const replay: Replay = { parts: [], bytes: 0 };
  let given = 0;
  const fed = feed(inflate, { reader, replay }).catch((error: Error) => void inflate.destroy(error));
  try {
    for (let chunk = await output.next(); chunk !== undefined; chunk = await output.next()) {
      given += chunk.length;
      yield chunk;
    }
    if (!output.failed()) {
      await fed;
      return 'ended';
    }
    yield* salvage(replay, given);
    return 'bad-data';
  } finally {
    inflate.destroy();
  }
}

const CHUNK_BYTES = 512 * 1024;
const CHUNKS_AHEAD = 3;

/** So much input is kept to be read again when it turns out to be damaged. */
const REPLAY_BYTES = 4 * 1024 * 1024;
const MOST_SALVAGED = 32 * 1024 * 1024;

const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

interface Replay {
  parts: Uint8Array[];
  bytes: number;
}

interface Output {
  next(): Promise<Uint8Array | undefined>;
  failed(): boolean;
}

/** Not `for await`: that joins waiting chunks into new copies. */
function followOutput(inflate: InflateRaw): Output {
  const ready: Uint8Array[] = [];
  const flow: { state: 'open' | 'ended' | 'failed'; wake: () => void } = { state: 'open', wake: () => undefined };
  const settle = (to: 'ended' | 'failed'): void => {
    if (flow.state === 'open') flow.state = to;
    flow.wake();
  };
  inflate.on('data', (chunk: Uint8Array) => {
    if (ready.push(chunk) >= CHUNKS_AHEAD) inflate.pause();
    flow.wake();
  });
  inflate.on('error', () => settle('failed'));
  inflate.on('end', () => settle('ended'));
  inflate.on('close', () => settle('ended'));
  return {
    async next() {
      while (ready.length === 0 && flow.state === 'open') await new Promise<void>((wake) => (flow.wake = wake));
      const chunk = ready.shift();
      if (inflate.isPaused()) inflate.resume();
      // Who reads the chunk keeps this thread busy: before, the next one is given to the other.
      if (ready.length === 0 && flow.state === 'open') await turn();
      return chunk;
    },
    failed: () => flow.state === 'failed',
  };
}

/** Writes chunk by chunk, until the data says that it is over: then the engine leaves input untouched. */
async function feed(inflate: InflateRaw, { reader, replay }: { reader: ByteReader; replay: Replay }): Promise<void> {
  for (let fed = 0; ;) {
    const chunk = await reader.next();
    if (chunk === undefined) return void inflate.end();
    keepForReplay(chunk, replay);
    fed += chunk.length;
    await new Promise<void>((resolve) => inflate.write(chunk, () => resolve()));
    const left = fed - inflate.bytesWritten;
    if (inflate.destroyed) return;
    if (left > 0) return reader.unread(chunk.subarray(chunk.length - left));
  }
}

function keepForReplay(chunk: Uint8Array, replay: Replay): void {
  replay.bytes += chunk.length;
  if (replay.bytes <= REPLAY_BYTES) replay.parts.push(chunk);
  else replay.parts = [];
}

/**
 * An error loses the chunk that was being filled. Where the input is still at hand, the longest beginning of it that
 * decodes is searched for, and what was not given yet is given.
 */
async function* salvage({ parts, bytes }: Replay, given: number): AsyncGenerator<Uint8Array> {
  if (bytes > REPLAY_BYTES) return;
  const input = Buffer.concat(parts);
  let good = 0;
  for (let bad = input.length + 1; bad - good > 1;) {
    const middle = (good + bad) >> 1;
    if (tryInflate(input.subarray(0, middle)) === undefined) bad = middle;
    else good = middle;
  }
  const decoded = tryInflate(input.subarray(0, good));
  if (decoded !== undefined && decoded.length > given) yield decoded.subarray(given);
}

function tryInflate(input: Uint8Array): Uint8Array | undefined {
  try {
    return inflateRawSync(input, { finishFlush: constants.Z_SYNC_FLUSH, maxOutputLength: MOST_SALVAGED });
  } catch {
    return undefined;
  }
}
