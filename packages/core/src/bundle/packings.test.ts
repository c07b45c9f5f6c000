import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import type { Limits } from './budget.ts';
import { createBudget } from './create-budget.ts';
import { inPieces, makeTar, readTexts } from './make-tar.test.support.ts';
import { openBundle, type BundleSource } from './open-bundle.ts';
import {
  BZ2,
  TAR_BZ2,
  TAR_XZ,
  TAR_XZ_OF_TAR_XZ,
  TAR_ZST,
  XZ,
  XZ_SHA256,
  ALIKE_BZ2,
  ZST,
} from './packed-samples.test.data.ts';

const TEXTS = [
  ['ticket/pods.txt', 'NAME   READY\nagent  2/2'],
  ['ticket/nodes.txt', 'NAME   STATUS'],
];

async function open(source: BundleSource, limits: Partial<Limits> = {}) {
  const budget = createBudget({ stallMilliseconds: 5000, ...limits });
  const bundle = await openBundle(source, { budget });
  const texts = await readTexts(bundle);
  return { container: bundle.container, texts, notes: budget.notes.map(({ code }) => code), messages: budget.notes };
}

const concat = (...parts: readonly Uint8Array[]): Uint8Array => new Uint8Array(Buffer.concat(parts));

test.each<[string, Uint8Array]>([
  ['tar.zst', TAR_ZST],
  ['tar.xz', TAR_XZ],
  ['tar.bz2', TAR_BZ2],
])('a %s is read whole and byte by byte', async (container, bytes) => {
  expect(await open(bytes)).toMatchObject({ container, texts: TEXTS, notes: [] });
  expect(await open(inPieces(bytes, 1))).toMatchObject({ container, texts: TEXTS, notes: [] });
});

test.each<[string, Uint8Array]>([
  ['zst', ZST],
  ['xz', XZ],
  ['bz2', BZ2],
])('one file in %s is one member, also in another archive', async (_, bytes) => {
  expect((await open(bytes)).texts).toEqual([['memory', 'agent ready']]);
  const outer = new Uint8Array(gzipSync(makeTar([{ name: 'logs/agent.log.packed', body: bytes }])));
  expect((await open(outer)).texts).toEqual([['logs/agent.log.packed', 'agent ready']]);
});

test.each<[string, Uint8Array]>([
  ['zst', ZST],
  ['xz', XZ],
  ['bz2', BZ2],
])('of %s one after the other all are read', async (_, bytes) => {
  expect(await open(concat(bytes, bytes))).toMatchObject({
    texts: [['memory', 'agent ready\nagent ready']],
    notes: [],
  });
});

test('archives in an archive of the same packing are read', async () => {
  expect(await open(TAR_XZ_OF_TAR_XZ)).toMatchObject({
    texts: ['t.tar.xz', 't.tar.bz2'].flatMap((outer) => TEXTS.map(([path, text]) => [`${outer}!/${path}`, text])),
    notes: [],
  });
});

test.each<[string, Uint8Array]>([
  ['tar.zst', TAR_ZST],
  ['tar.xz', TAR_XZ],
  ['tar.bz2', TAR_BZ2],
])('a %s that is cut anywhere settles, with a note', async (_, bytes) => {
  for (let end = 8; end < bytes.length; end += 7) {
    const { notes } = await open(bytes.subarray(0, end));
    expect(notes, `cut at ${end}`).not.toEqual([]);
  }
});

test.each<[string, Uint8Array]>([
  ['zst', ZST],
  ['xz', XZ],
  ['bz2', BZ2],
])('a %s whose checksum is wrong is noted as damaged', async (_, bytes) => {
  const wrong = bytes.slice();
  const at = _ === 'zst' ? wrong.length - 1 : _ === 'bz2' ? 12 : wrong.length - 34;
  wrong[at] = wrong[at]! ^ 0x55;
  expect((await open(wrong)).notes).toContain('archive-damaged');
});

test('what is packed in a way that is not read says so', async () => {
  const { messages } = await open(XZ_SHA256);
  expect(messages.map(({ message }) => message).join()).toContain('a filter or a checksum that is not read');
});

test('a window that is larger than is given is refused before anything is decoded', async () => {
  const huge = Uint8Array.of(0x28, 0xb5, 0x2f, 0xfd, 0x00, 0xa0, 0x01, 0x00, 0x00);
  const { messages } = await open(huge);
  expect(messages.map(({ message }) => message).join()).toContain('it asks for a window of 1073741824 bytes');
});

test('a bomb ends at the limit of all bytes, and a block is in memory at a time', async () => {
  const before = process.memoryUsage().rss;
  const { notes } = await open(ALIKE_BZ2, { totalBytes: 4 * 1024 * 1024 });
  expect(notes).toContain('limit-total-bytes');
  expect(process.memoryUsage().rss - before).toBeLessThan(300 * 1024 * 1024);
});
