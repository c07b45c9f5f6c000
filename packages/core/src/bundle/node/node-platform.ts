import { Buffer, isAscii, isUtf8 } from 'node:buffer';
import type { Platform } from '../platform.ts';
import { gunzip } from './gunzip.ts';
import { openPaths } from './open-paths.ts';

/** Node: zlib and the disk. What few bundles need is loaded when one comes. */
export const platform: Platform = {
  gunzip,
  unpackers: {
    zstd: async function* (bytes) {
      yield* (await import('../unzstd.ts')).unzstd(bytes);
    },
    xz: async function* (bytes) {
      yield* (await import('./unxz.ts')).unxz(bytes);
    },
    bzip2: async function* (bytes) {
      yield* (await import('../unbzip2.ts')).unbzip2(bytes);
    },
  },
  openPaths,
  readZip: async function* (source, options) {
    yield* (await import('./read-zip.ts')).readZip(source, options);
  },
  viewBytes: (memory) => Buffer.from(memory),
  isAscii,
  isUtf8,
};
