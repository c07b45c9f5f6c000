import { BundleError } from './bundle-error.ts';
import type { Bytes } from './entry.ts';
import type { GunzipCalls, Platform } from './platform.ts';
import { unbzip2 } from './unbzip2.ts';
import { unzstd } from './unzstd.ts';

/** Browsers: the Compression Streams standard, what is plain computation, and no disk. */
export const platform: Platform = {
  gunzip,
  unpackers: { zstd: unzstd, bzip2: unbzip2 },
  openPaths: () =>
    Promise.reject(new BundleError('unreadable', 'a browser has no paths: give the bytes, a Blob or a stream')),
  viewBytes: (memory) => new Uint8Array(memory),
  isAscii: (bytes) => bytes.every((byte) => byte < 0x80),
  isUtf8,
};

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

async function* gunzip(bytes: Bytes, { damaged }: GunzipCalls): AsyncGenerator<Uint8Array> {
  const { writable, readable } = new DecompressionStream('gzip');
  const reader = readable.getReader();
  void feed(bytes, writable.getWriter());
  try {
    for (let next = await reader.read(); !next.done; next = await reader.read()) yield next.value;
  } catch {
    damaged('the compressed data is damaged or cut; what could be decoded before it was read');
  } finally {
    await reader.cancel().catch(() => undefined);
  }
}

/** Its errors are the reader's as well, who reports them. */
async function feed(bytes: Bytes, writer: WritableStreamDefaultWriter<BufferSource>): Promise<void> {
  try {
    for await (const chunk of bytes) {
      await writer.ready;
      await writer.write(new Uint8Array(chunk));
    }
    await writer.close();
  } catch (error) {
    await writer.abort(error).catch(() => undefined);
  }
}
