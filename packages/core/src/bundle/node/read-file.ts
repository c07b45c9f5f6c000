import { constants } from 'node:fs';
import { open } from 'node:fs/promises';
import type { FileHandle } from 'node:fs/promises';
import type { Budget } from '../budget.ts';
import { describeError } from '../stall-guard.ts';

/** A file of the disk, and how it is called in notes. */
export interface DiskFile {
  readonly file: string;
  readonly label: string;
  readonly budget: Budget;
  /** The user named it: links are followed, and what is no regular file is read as a stream. */
  readonly named?: true;
}

/** The bytes of a file; a file that cannot be read, or changes meanwhile, is a note. */
export async function* readFile({ file, label, budget, named }: DiskFile): AsyncGenerator<Uint8Array> {
  try {
    const handle = await open(file, openFlags({ named }));
    try {
      const before = await handle.stat();
      if (named !== true && !before.isFile()) return noteChange({ label, budget }, 'is no file any more');
      yield* before.isFile() ? readAhead(handle, before.size) : handle.createReadStream({ autoClose: false });
      const after = await handle.stat();
      if (before.isFile() && (after.size !== before.size || after.mtimeMs !== before.mtimeMs)) {
        noteChange({ label, budget }, 'changed while it was read');
      }
    } finally {
      await handle.close();
    }
  } catch (error) {
    noteFailure(error, { label, budget });
  }
}

/** How a file is opened. */
export const openFlags = ({ named }: { readonly named?: true | undefined }): number =>
  named === true ? constants.O_RDONLY : CAREFULLY;

/** Neither follows a link that took the file's place, nor waits for someone to write to a fifo. */
const CAREFULLY = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0);

const CHUNK_BYTES = 512 * 1024;

/** While one chunk is looked at, the next is read; a small file needs a single read. */
async function* readAhead(handle: FileHandle, size: number): AsyncGenerator<Uint8Array> {
  const chunkBytes = Math.min(CHUNK_BYTES, size + 1);
  let reading = readChunk(handle, chunkBytes);
  try {
    for (let left = size; ;) {
      const chunk = await reading;
      if (chunk.length === 0) return;
      left -= chunk.length;
      const ended = left <= 0 && chunk.length < chunkBytes;
      if (!ended) reading = readChunk(handle, chunkBytes);
      yield chunk;
      if (ended) return;
    }
  } finally {
    await reading.catch(() => undefined);
  }
}

async function readChunk(handle: FileHandle, count: number): Promise<Uint8Array> {
  const { bytesRead, buffer } = await handle.read(Buffer.allocUnsafeSlow(count), 0, count, null);
  return buffer.subarray(0, bytesRead);
}

type Noted = Pick<DiskFile, 'label' | 'budget'>;

function noteChange({ label, budget }: Noted, what: string): void {
  budget.note('file-changed', `the file ${what}`, { path: label });
}

function noteFailure(error: unknown, { label, budget }: Noted): void {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (code === 'ENOENT') return noteChange({ label, budget }, 'vanished before it was read');
  if (code === 'ELOOP') return noteChange({ label, budget }, 'became a link');
  budget.note('unreadable', `the file cannot be read: ${code === '' ? describeError(error) : code}`, { path: label });
}
