import { ReadableStream } from 'node:stream/web';
import xz from 'xz-decompress';
import type { Bytes } from '../entry.ts';

/** The content of an xz file; throws where it is damaged, cut, or packed in a way that is not read, after what could be decoded. */
export async function* unxz(bytes: Bytes): AsyncGenerator<Uint8Array> {
  const stream = openStream(streamOf(bytes));
  const reader = stream.getReader();
  try {
    for (let next = await read(reader); !next.done; next = await read(reader)) {
      if (next.value.length > 0) yield next.value;
    }
  } finally {
    await reader.cancel().catch(() => undefined);
  }
}

type Reader = ReadableStreamDefaultReader<Uint8Array>;

async function read(reader: Reader): Promise<ReadableStreamReadResult<Uint8Array>> {
  try {
    return await reader.read();
  } catch (error) {
    throw new Error(reasonOf(error), { cause: error });
  }
}

/** The library lets one stream be read at a time, so that an xz file in another would wait for ever for its end. */
function openStream(compressed: ReadableStream<Uint8Array>): ReadableStream<Uint8Array> {
  const { XzReadableStream } = xz;
  Object.assign(XzReadableStream, { [TURNS]: { acquire: () => Promise.resolve(), release: (): void => undefined } });
  return new XzReadableStream(compressed as never) as unknown as ReadableStream<Uint8Array>;
}

const TURNS = '_contextMutex';

function streamOf(bytes: Bytes): ReadableStream<Uint8Array> {
  const source = bytes[Symbol.asyncIterator]();
  return new ReadableStream<Uint8Array>({
    async pull(controller) {
      const next = await source.next();
      if (next.done === true) controller.close();
      else controller.enqueue(next.value);
    },
    cancel: async () => void (await source.return?.()),
  });
}

/** The library tells the numbers of xz-embedded. */
const REASONS: ReadonlyMap<string, string> = new Map([
  ['3', 'its window is larger than there is memory for'],
  ['4', 'its window is larger than is given'],
  ['5', 'it is no xz file'],
  ['6', 'it is packed with a filter or a checksum that is not read'],
  ['7', 'the compressed data is damaged'],
  ['8', 'the compressed data is cut'],
]);

function reasonOf(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error);
  return REASONS.get(/error code (\d)$/.exec(text)?.[1] ?? '') ?? text;
}
