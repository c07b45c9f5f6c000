import { platform } from '#platform';
import { noteEntries, noteTotalBytes, placed, spendBytes, spendEntry } from './create-budget.ts';
import type { Bytes } from './entry.ts';
import type { GunzipCalls } from './platform.ts';
import type { Watch } from './stall-guard.ts';
import { guardBytes } from './stall-guard.ts';

/** The decompressed bytes of a gzip file, within the limits on all bytes and on how much may come out of how little. */
export async function* inflate(bytes: Bytes, watch: Watch): AsyncGenerator<Uint8Array> {
  const { budget, path } = watch;
  const compressed = { bytes: 0 };
  const tell: GunzipCalls = {
    damaged: (why) => budget.note('gzip-damaged', why, placed(path)),
    admitMember: () => {
      const admitted = spendEntry(budget);
      if (!admitted) noteEntries(budget, path);
      return admitted;
    },
  };
  let given = 0;
  for await (const chunk of guardBytes(platform.gunzip(countBytes(bytes, compressed), tell), watch)) {
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
