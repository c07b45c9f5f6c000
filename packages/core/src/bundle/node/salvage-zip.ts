import type { Bytes, Entry } from '../entry.ts';
import { noteEntries, placed, spendEntry } from '../create-budget.ts';
import { createLabels } from '../label-path.ts';
import type { ZipOptions } from '../platform.ts';
import { guardBytes } from '../stall-guard.ts';
import { createByteReader, isAtEnd, takeBytes, type ByteReader } from './byte-reader.ts';
import { inflateMember } from './inflate-member.ts';
import { nameInZip } from './zip-name.ts';

/**
 * The files of a zip archive whose end is lost, and with it the list of what it holds: by the headers that stand before
 * each file, up to the first that is damaged, cut, or does not say where its data ends.
 */
export async function* salvageZip(source: Bytes, { watch, prefix }: ZipOptions): AsyncGenerator<Entry> {
  const { budget } = watch;
  const labels = createLabels(budget, prefix);
  const count = { bytes: 0 };
  const reader = createByteReader(counted(source, count));
  try {
    for (let header = await nextHeader(reader); header !== undefined; header = await nextHeader(reader)) {
      if (!spendEntry(budget)) return noteEntries(budget, watch.path);
      const body = openBody(reader, header, () => count.bytes);
      const last = /[/\\]$/.test(header.name) ? undefined : labels.claim(header.name);
      if (last !== undefined) yield entryOf({ path: last, body, watch });
      const goesOn = await body.skip();
      if (await isAtEnd(reader)) return noteCut(last, watch);
      if (!goesOn) return;
    }
  } finally {
    await reader.close();
  }
}

interface Header {
  readonly name: string;
  readonly flags: number;
  readonly method: number;
  /** Bytes of the packed data; 0 where they stand behind it. */
  readonly packed: number;
}

const HEADER_BYTES = 30;
const SIGNATURE = 0x04034b50;
const ENCRYPTED = 1;
const SIZES_BEHIND = 8;
const STORED = 0;
const DEFLATED = 8;

async function nextHeader(reader: ByteReader): Promise<Header | undefined> {
  const bytes = await takeBytes(reader, HEADER_BYTES);
  if (bytes.length < HEADER_BYTES) return undefined;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (view.getUint32(0, true) !== SIGNATURE) return undefined;
  const flags = view.getUint16(6, true);
  const name = await takeBytes(reader, view.getUint16(26, true));
  const extra = await takeBytes(reader, view.getUint16(28, true));
  const packed = view.getUint32(18, true);
  const method = view.getUint16(8, true);
  return { name: nameInZip(name, flags), flags, method, packed: packed === 0xffffffff ? sizeIn(extra) : packed };
}

/** Zip64 puts sizes beyond 4 GiB into a field of its own: unpacked, then packed. */
function sizeIn(extra: Uint8Array): number {
  const view = new DataView(extra.buffer, extra.byteOffset, extra.byteLength);
  for (let at = 0; at + 4 <= extra.length; at += 4 + view.getUint16(at + 2, true)) {
    if (view.getUint16(at, true) === 1 && at + 20 <= extra.length) return Number(view.getBigUint64(at + 12, true));
  }
  return 0;
}

interface Body {
  bytes(): Bytes;
  /** Reads what nobody wanted; false where the next header cannot be found. */
  skip(): Promise<boolean>;
  readonly refusal: string | undefined;
  /** Bytes of the archive that were taken so far. */
  consumed(): number;
}

async function* counted(source: Bytes, count: { bytes: number }): AsyncGenerator<Uint8Array> {
  for await (const chunk of source) {
    count.bytes += chunk.length;
    yield chunk;
  }
}

function openBody(reader: ByteReader, header: Header, consumed: () => number): Body {
  const { flags, method, packed } = header;
  const isRead = (flags & ENCRYPTED) === 0 && (method === STORED || method === DEFLATED);
  const isFindable = (flags & SIZES_BEHIND) === 0 || (isRead && method === DEFLATED);
  const content = isRead && isFindable ? unpacked(reader, header) : stored(reader, isFindable ? packed : 0);
  return {
    bytes: () => ({ [Symbol.asyncIterator]: () => ({ next: () => content.next() }) }),
    async skip() {
      while ((await content.next()).done !== true);
      if (isFindable && (flags & SIZES_BEHIND) !== 0) await skipDescriptor(reader);
      return isFindable;
    },
    consumed,
    refusal: isRead && isFindable ? undefined : 'the file is packed in a way that is not read in a cut archive',
  };
}

async function* unpacked(reader: ByteReader, { method, packed, flags }: Header): AsyncGenerator<Uint8Array> {
  if (method === STORED) return yield* stored(reader, packed);
  if ((flags & SIZES_BEHIND) !== 0) return void (yield* inflateMember(reader));
  const own = createByteReader(stored(reader, packed));
  yield* inflateMember(own);
  while ((await own.next()) !== undefined);
}

async function* stored(reader: ByteReader, count: number): AsyncGenerator<Uint8Array> {
  for (let left = count; left > 0;) {
    const chunk = await reader.next();
    if (chunk === undefined) return;
    if (chunk.length > left) reader.unread(chunk.subarray(left));
    yield chunk.subarray(0, left);
    left -= Math.min(left, chunk.length);
  }
}

/** Checksum and sizes, 4 or 8 bytes each, behind a signature or not: what follows is a header. */
async function skipDescriptor(reader: ByteReader): Promise<void> {
  const bytes = await takeBytes(reader, LONGEST_DESCRIPTOR + 4);
  for (const length of [16, 24, 12, 20]) {
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    if (length + 4 <= bytes.length && view.getUint32(length, true) === SIGNATURE)
      return reader.unread(bytes.subarray(length));
  }
}

const LONGEST_DESCRIPTOR = 24;

/** Nothing stands behind the file, not even a list: its own end may be lost. */
const noteCut = (path: string | undefined, { budget }: ZipOptions['watch']): void =>
  path === undefined
    ? undefined
    : budget.note('archive-damaged', 'the archive ends in the file or right behind it: its end may be lost', { path });

interface Found {
  readonly path: string;
  readonly body: Body;
  readonly watch: ZipOptions['watch'];
}

function entryOf({ path, body, watch }: Found): Entry {
  if (body.refusal !== undefined) watch.budget.note('archive-unsupported', body.refusal, placed(path));
  const bytes = body.refusal === undefined ? body.bytes() : none();
  return { path, bytes: () => guardBytes(withinRatio(bytes, { path, body, watch }), { ...watch, path }) };
}

/** Nothing says how long the file is, so only what comes out of how little can. */
async function* withinRatio(bytes: Bytes, { path, body, watch }: Found): AsyncGenerator<Uint8Array> {
  const { ratio } = watch.budget.limits;
  const start = body.consumed();
  let given = 0;
  for await (const chunk of bytes) {
    given += chunk.length;
    if (given > RATIO_ASKED_FROM && given > ratio * (body.consumed() - start)) {
      const message = `more than ${ratio} bytes came out of each compressed byte; the rest was not read`;
      return watch.budget.note('limit-ratio', message, { path });
    }
    yield chunk;
  }
}

/** Small files may well be repetitive. */
const RATIO_ASKED_FROM = 64 * 1024 * 1024;

async function* none(): AsyncGenerator<Uint8Array> {}
