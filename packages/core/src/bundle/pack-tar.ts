import { pack } from 'tar-stream';
import type { Pack } from 'tar-stream';

/** A file to be packed. */
export interface PackedFile {
  readonly path: string;
  /** In bytes; stated before them. */
  readonly size: number;
  readonly bytes: AsyncIterable<Uint8Array>;
}

/** The bytes of a tar archive of these files: no owners and no times, so that the same files give the same bytes. */
export async function* packTar(files: AsyncIterable<PackedFile>): AsyncGenerator<Uint8Array> {
  const packing = pack();
  void fill(packing, files);
  for await (const chunk of packing) yield chunk as Uint8Array;
}

/** Runs beside the reading; what goes wrong is told to who reads. */
async function fill(packing: Pack, files: AsyncIterable<PackedFile>): Promise<void> {
  try {
    for await (const file of files) await add(packing, file);
    packing.finalize();
  } catch (error) {
    packing.destroy(error instanceof Error ? error : new Error(String(error)));
  }
}

/** Takes no more of a file than is asked for. */
async function add(packing: Pack, { path, size, bytes }: PackedFile): Promise<void> {
  const entry = packing.entry({ name: path, size, mode: 0o644, mtime: new Date(0) });
  const ended = new Promise<void>((resolve, reject) => {
    entry.once('finish', () => resolve()).once('error', reject);
    entry.once('close', () => reject(new Error('the archive was given up')));
  });
  ended.catch(() => undefined);
  for await (const chunk of bytes) {
    if (!entry.write(chunk))
      await Promise.race([ended, new Promise<void>((resolve) => entry.once('drain', () => resolve()))]);
  }
  (entry as unknown as { end(): void }).end();
  await ended;
}
