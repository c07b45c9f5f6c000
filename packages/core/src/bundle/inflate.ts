import { platform } from '#platform';
import { noteEntries, noteTotalBytes, placed, spendBytes, spendEntry } from './create-budget.ts';
import type { Bytes } from './entry.ts';
import type { GunzipCalls, Packing } from './platform.ts';
import type { Watch } from './stall-guard.ts';
import { describeError, guardBytes } from './stall-guard.ts';

/** The decompressed bytes of a packed file, within the limits on all bytes and on how much may come out of how little. */
export async function* inflate(packing: Packing, bytes: Bytes, watch: Watch): AsyncGenerator<Uint8Array> {
  const { budget, path } = watch;
  const compressed = { bytes: 0 };
  const tell: GunzipCalls = {
    damaged: (why) => budget.note(packing === 'gzip' ? 'gzip-damaged' : 'archive-damaged', why, placed(path)),
    admitMember: () => {
      const admitted = spendEntry(budget);
      if (!admitted) noteEntries(budget, path);
      return admitted;
    },
  };
  let given = 0;
  for await (const chunk of guardBytes(unpacked(packing, countBytes(bytes, compressed), tell), watch)) {
    given += chunk.length;
    if (given > RATIO_ASKED_FROM && given > budget.limits.ratio * compressed.bytes) {
      const message = `more than ${budget.limits.ratio} bytes came out of each compressed byte; the rest was not read`;
      return budget.note('limit-ratio', message, placed(path));
    }
    const granted = spendBytes(budget, chunk.length);
    if (granted > 0) yield chunk.subarray(0, granted);
    if (granted < chunk.length) return noteTotalBytes(budget, path);
  }
}

/** Whether what is packed so can be read here. */
export const canUnpack = (packing: Packing): boolean => packing === 'gzip' || platform.unpackers[packing] !== undefined;

/** The content of a packed file; of a damaged one, what can be decoded. */
export async function* unpacked(packing: Packing, bytes: Bytes, calls: GunzipCalls): AsyncGenerator<Uint8Array> {
  if (packing === 'gzip') return yield* platform.gunzip(bytes, calls);
  try {
    yield* platform.unpackers[packing]?.(bytes) ?? [];
  } catch (error) {
    calls.damaged(`the ${packing} file cannot be read to its end: ${describeError(error)}`);
  }
}

/** The same bytes, counted against the limit on all bytes; the reading ends where it is reached. */
export async function* spendOn(bytes: Bytes, { budget, path }: Watch): AsyncGenerator<Uint8Array> {
  for await (const chunk of bytes) {
    const granted = spendBytes(budget, chunk.length);
    if (granted > 0) yield chunk.subarray(0, granted);
    if (granted < chunk.length) return noteTotalBytes(budget, path);
  }
}

/** Small files may well be repetitive. */
const RATIO_ASKED_FROM = 64 * 1024 * 1024;

async function* countBytes(bytes: Bytes, count: { bytes: number }): AsyncGenerator<Uint8Array> {
  for await (const chunk of bytes) {
    count.bytes += chunk.length;
    yield chunk;
  }
}
