import type { Bytes } from './entry.ts';
import type { BundleSource } from './open-bundle.ts';
import { joinBytes } from './peek-bytes.ts';
import { streamOf } from './stream-of.ts';

/** A source that is read once, and what can be read of it after that. */
export interface KeptSource {
  readonly source: BundleSource;
  /** The same again; undefined where it was a stream that is not held in memory. */
  readonly again: () => BundleSource | undefined;
}

/** Lets a source be read again after it was read: of a stream as many bytes as `limit` are kept while they pass. */
export function keepStream(source: BundleSource, limit: number): KeptSource {
  const stream = streamOf(source);
  if (stream === undefined) return { source, again: () => source };
  const kept: Kept = { chunks: [], length: 0, ended: false };
  return {
    source: passing(stream, { kept, limit }),
    again: () => (kept.ended && kept.length <= limit ? joinBytes(kept.chunks, kept.length) : undefined),
  };
}

interface Kept {
  readonly chunks: Uint8Array[];
  length: number;
  ended: boolean;
}

async function* passing(bytes: Bytes, { kept, limit }: { kept: Kept; limit: number }): AsyncGenerator<Uint8Array> {
  for await (const chunk of bytes) {
    kept.length += chunk.length;
    if (kept.length <= limit) kept.chunks.push(new Uint8Array(chunk));
    else kept.chunks.length = 0;
    yield chunk;
  }
  kept.ended = true;
}
