import { pack } from 'tar-stream';
import type { Pack } from 'tar-stream';

/** A file to be packed. */
export interface PackedFile {
  readonly path: string;
  readonly bytes: Uint8Array;
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
    for await (const { path, bytes } of files) await add(packing, { path, bytes });
    packing.finalize();
  } catch (error) {
    packing.destroy(error instanceof Error ? error : new Error(String(error)));
  }
}

function add(packing: Pack, { path, bytes }: PackedFile): Promise<void> {
  const header = { name: path, size: bytes.length, mode: 0o644, mtime: new Date(0) };
  return new Promise((resolve, reject) => {
    packing.entry(header, bytes as Buffer, (error) => (error ? reject(error) : resolve()));
  });
}
