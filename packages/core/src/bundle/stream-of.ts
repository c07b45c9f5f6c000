import type { BundleSource } from './open-bundle.ts';

/** The bytes of a source that is gone once it was read; undefined where it can be read again. */
export function streamOf(source: BundleSource): AsyncIterable<Uint8Array> | undefined {
  if (typeof source !== 'object' || Array.isArray(source)) return undefined;
  if (Symbol.asyncIterator in source) return source as AsyncIterable<Uint8Array>;
  return 'getReader' in source && typeof source.getReader === 'function'
    ? readStream(source as object as ReadableStream<Uint8Array>)
    : undefined;
}

/** The bytes of a web stream, which not every browser lets one iterate. */
export async function* readStream(stream: ReadableStream<Uint8Array>): AsyncGenerator<Uint8Array> {
  const reader = stream.getReader();
  try {
    for (let next = await reader.read(); !next.done; next = await reader.read()) yield next.value;
  } finally {
    await reader.cancel();
  }
}
