import { crc32 } from 'node:zlib';
import type { Bytes } from '../entry.ts';
import type { GunzipCalls } from '../platform.ts';
import { createByteReader, isAtEnd, skipZeros, takeBytes } from './byte-reader.ts';
import type { ByteReader } from './byte-reader.ts';
import { inflateMember } from './inflate-member.ts';

/**
 * The decompressed bytes of gzip members, one after the other. Zeros after the last are padding; anything else that is
 * wrong is told once, after everything that could be decoded before it.
 */
export async function* gunzip(bytes: Bytes, { damaged, admitMember }: GunzipCalls): AsyncGenerator<Uint8Array> {
  const reader = createByteReader(bytes);
  try {
    for (let member = 0; ; member += 1) {
      const start = await readHeader(reader);
      if (start === 'end' || (start === 'member' && member > 0 && !admitMember())) return;
      if (start !== 'member') return damaged(member === 0 || start === 'cut' ? WHY[start] : WHY.garbage);
      const end = yield* readMember(reader);
      if (end !== 'complete') return damaged(WHY[end]);
    }
  } finally {
    await reader.close();
  }
}

const WHY = {
  cut: 'the compressed data is cut; what could be decoded was read',
  'bad-header': 'the gzip header is damaged',
  'bad-data': 'the compressed data is damaged; what could be decoded before it was read',
  'bad-check': 'the checksum does not match: some of the text may be wrong',
  garbage: 'bytes after the compressed data are no gzip and were not read',
} as const;

type Start = 'member' | 'end' | 'cut' | 'bad-header';
type End = 'complete' | 'cut' | 'bad-data' | 'bad-check';

const SIGNATURE = [0x1f, 0x8b, 8];
const HEADER_BYTES = 10;
const FLAGS = { headerCrc: 2, extra: 4, name: 8, comment: 16 } as const;
const LONGEST_TEXT = 64 * 1024;

async function readHeader(reader: ByteReader): Promise<Start> {
  if (!(await skipZeros(reader))) return 'end';
  const head = await takeBytes(reader, HEADER_BYTES);
  if (SIGNATURE.some((byte, at) => at < head.length && head[at] !== byte)) return 'bad-header';
  if (head.length < HEADER_BYTES) return 'cut';
  await skipFields(reader, head[3] ?? 0);
  return (await isAtEnd(reader)) ? 'cut' : 'member';
}

async function skipFields(reader: ByteReader, flags: number): Promise<void> {
  if ((flags & FLAGS.extra) !== 0) {
    const size = await takeBytes(reader, 2);
    await takeBytes(reader, (size[0] ?? 0) + 256 * (size[1] ?? 0));
  }
  if ((flags & FLAGS.name) !== 0) await skipText(reader);
  if ((flags & FLAGS.comment) !== 0) await skipText(reader);
  if ((flags & FLAGS.headerCrc) !== 0) await takeBytes(reader, 2);
}

async function skipText(reader: ByteReader): Promise<void> {
  for (let count = 0; count < LONGEST_TEXT; count += 1) {
    const [byte] = await takeBytes(reader, 1);
    if (byte === undefined || byte === 0) return;
  }
}

async function* readMember(reader: ByteReader): AsyncGenerator<Uint8Array, End> {
  let crc = 0;
  let size = 0;
  const inflated = inflateMember(reader);
  let next = await inflated.next();
  try {
    for (; next.done !== true; next = await inflated.next()) {
      crc = crc32(next.value, crc);
      size += next.value.length;
      yield next.value;
    }
  } finally {
    await inflated.return('ended');
  }
  if (next.value === 'bad-data') return 'bad-data';
  const trailer = await takeBytes(reader, 8);
  if (trailer.length < 8) return 'cut';
  const view = new DataView(trailer.buffer, trailer.byteOffset, 8);
  return view.getUint32(0, true) === crc >>> 0 && view.getUint32(4, true) === size >>> 0 ? 'complete' : 'bad-check';
}
