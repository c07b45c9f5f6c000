import { Buffer, isUtf8 } from 'node:buffer';
import { getFileNameLowLevel } from 'yauzl';

/** The name of a file in a zip archive. Many programs write UTF-8 without saying so; what is none is the code page of DOS. */
export function nameInZip(
  raw: Uint8Array,
  flags: number,
  extraFields: Parameters<typeof getFileNameLowLevel>[2] = [],
): string {
  return getFileNameLowLevel(isUtf8(raw) ? flags | UTF8_FLAG : flags, Buffer.from(raw), extraFields, false);
}

const UTF8_FLAG = 0x800;
