import { Buffer, isAscii, isUtf8 } from 'node:buffer';
import type { Platform } from '../platform.ts';
import { unbzip2 } from '../unbzip2.ts';
import { unzstd } from '../unzstd.ts';
import { gunzip } from './gunzip.ts';
import { openPaths } from './open-paths.ts';
import { readZip } from './read-zip.ts';
import { unxz } from './unxz.ts';

/** Node: zlib and the disk. */
export const platform: Platform = {
  gunzip,
  unpackers: { zstd: unzstd, xz: unxz, bzip2: unbzip2 },
  openPaths,
  readZip,
  viewBytes: (memory) => Buffer.from(memory),
  isAscii,
  isUtf8,
};
