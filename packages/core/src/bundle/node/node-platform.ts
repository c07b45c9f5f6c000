import { Buffer, isAscii, isUtf8 } from 'node:buffer';
import type { Platform } from '../platform.ts';
import { gunzip } from './gunzip.ts';
import { openPaths } from './open-paths.ts';
import { readZip } from './read-zip.ts';

/** Node: zlib and the disk. */
export const platform: Platform = {
  gunzip,
  openPaths,
  readZip,
  viewBytes: (memory) => Buffer.from(memory),
  isAscii,
  isUtf8,
};
