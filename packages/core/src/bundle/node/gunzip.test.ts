import { randomBytes } from 'node:crypto';
import { constants, crc32, deflateRawSync, gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { concat, inPieces } from '../make-tar.test.support.ts';
import { gunzip } from './gunzip.ts';

interface Unzipped {
  readonly bytes: Uint8Array;
  readonly damage: readonly string[];
}

async function unzip(compressed: Uint8Array, piece = 65_536, members = Infinity): Promise<Unzipped> {
  const damage: string[] = [];
  const chunks: Uint8Array[] = [];
  let count = 1;
  const calls = { damaged: (why: string) => void damage.push(why), admitMember: () => (count += 1) <= members };
  for await (const chunk of gunzip(inPieces(compressed, piece), calls)) chunks.push(chunk);
  return { bytes: concat(chunks), damage };
}

const log = new TextEncoder().encode(
  Array.from({ length: 20_000 }, (_, at) => `2024-02-07T06:04:42Z pod-${at * 7919} Reconciling ${at}\n`).join(''),
);
const zipped = new Uint8Array(gzipSync(log));

test.each([1, 10, 1000, 65_536, 10_000_000])('input in pieces of %i bytes is decoded whole', async (piece) => {
  const short = log.subarray(0, piece === 1 ? 5000 : log.length);
  const { bytes, damage } = await unzip(new Uint8Array(gzipSync(short)), piece);
  expect(Buffer.compare(bytes, short)).toBe(0);
  expect(damage).toEqual([]);
});

test('members on end are one text', async () => {
  const { bytes, damage } = await unzip(
    concat([zipped, gzipSync('second\n'), gzipSync(''), gzipSync('fourth\n')]),
    999,
  );
  expect(Buffer.compare(bytes, Buffer.concat([log, Buffer.from('second\nfourth\n')]))).toBe(0);
  expect(damage).toEqual([]);
});

test('a member that ends with a chunk is followed by the next', async () => {
  const first = new Uint8Array(gzipSync('first\n'));
  expect((await unzip(concat([first, gzipSync('other\n')]), first.length)).bytes.length).toBe(12);
  expect((await unzip(concat([first, gzipSync('other\n')]), first.length - 8)).bytes.length).toBe(12);
});

test('the number of members can be limited', async () => {
  const members = concat(Array.from({ length: 9 }, (_, at) => new Uint8Array(gzipSync(`${at}\n`))));
  expect(new TextDecoder().decode((await unzip(members, 999, 3)).bytes)).toBe('0\n1\n2\n');
});

test('zeros at the end are padding', async () => {
  expect(await unzip(concat([zipped, new Uint8Array(3000)]), 777)).toMatchObject({ damage: [] });
});

test.each([
  ['garbage after the end', concat([zipped, new TextEncoder().encode('garbage')]), /no gzip/],
  ['a cut checksum', zipped.subarray(0, -3), /cut/],
  ['a missing checksum', zipped.subarray(0, -8), /cut/],
  ['a wrong checksum', changed(zipped, zipped.length - 6), /checksum/],
  ['a wrong length', changed(zipped, zipped.length - 2), /checksum/],
  ['a second member that is cut', concat([zipped, gzipSync('second').subarray(0, 5)]), /cut/],
])('%s is told, and all is delivered', async (_name, bytes, why) => {
  const unzipped = await unzip(bytes);
  expect(Buffer.compare(unzipped.bytes.subarray(0, log.length), log)).toBe(0);
  expect(unzipped.damage).toEqual([expect.stringMatching(why)]);
});

test('a file cut anywhere gives all that can be decoded', async () => {
  const small = new Uint8Array(gzipSync(randomBytes(600).toString('hex')));
  let longest = 0;
  for (let length = 0; length < small.length; length += 1) {
    const { bytes, damage } = await unzip(small.subarray(0, length));
    expect(damage).toHaveLength(length === 0 ? 0 : 1);
    expect(bytes.length).toBeGreaterThanOrEqual(longest);
    longest = bytes.length;
  }
  expect(longest).toBe(1200);
});

test('a damaged byte costs only what comes after it', async () => {
  const { bytes, damage } = await unzip(spoiled(zipped, Math.floor(zipped.length * 0.9)));
  expect(bytes.length).toBeGreaterThan(log.length * 0.85);
  expect(Buffer.compare(bytes.subarray(0, log.length * 0.85), log.subarray(0, log.length * 0.85))).toBe(0);
  expect(damage).toHaveLength(1);
});

test('a header with all its fields is skipped', async () => {
  const fields = [31, 139, 8, 30, 0, 0, 0, 0, 0, 3, 4, 0, 1, 2, 3, 4, ...Buffer.from('pods.txt\0a comment\0'), 9, 9];
  const trailer = Buffer.alloc(8);
  trailer.writeUInt32LE(crc32('Running\n'), 0);
  trailer.writeUInt32LE(8, 4);
  const { bytes, damage } = await unzip(concat([Uint8Array.from(fields), deflateRawSync('Running\n'), trailer]), 3);
  expect(new TextDecoder().decode(bytes)).toBe('Running\n');
  expect(damage).toEqual([]);
});

test('a source that is left early is closed', async () => {
  let closed = false;
  async function* source(): AsyncGenerator<Uint8Array> {
    try {
      for (;;) yield* inPieces(zipped, 1000);
    } finally {
      closed = true;
    }
  }
  for await (const chunk of gunzip(source(), { damaged: () => undefined, admitMember: () => true })) {
    expect(chunk.length).toBeGreaterThan(0);
    break;
  }
  await new Promise((resolve) => setTimeout(resolve, 20));
  expect(closed).toBe(true);
});

test('stored blocks and other levels are decoded as well', async () => {
  for (const level of [constants.Z_NO_COMPRESSION, constants.Z_BEST_SPEED, constants.Z_BEST_COMPRESSION]) {
    expect((await unzip(new Uint8Array(gzipSync(log, { level })))).bytes.length).toBe(log.length);
  }
});

function changed(bytes: Uint8Array, at: number): Uint8Array {
  const copy = bytes.slice();
  copy[at] = (copy[at] ?? 0) ^ 0x55;
  return copy;
}

/** Enough wrong bytes that the decoder cannot overlook them. */
const spoiled = (bytes: Uint8Array, at: number): Uint8Array => bytes.slice().fill(255, at, at + 400);
