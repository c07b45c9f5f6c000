import { expect, test } from 'vitest';
import { readBundleFacts } from '../read-facts.ts';
import { packTar, type PackedFile } from './pack-tar.ts';

const PIECE = new TextEncoder().encode(`${'x'.repeat(63)}\n`.repeat(1024));

async function* pieces(count: number, told: { given: number }): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < count; at += 1) {
    told.given += 1;
    yield PIECE;
  }
}

async function* one(path: string, count: number, told: { given: number }): AsyncGenerator<PackedFile> {
  yield { path, size: count * PIECE.length, bytes: pieces(count, told) };
}

test('an archive is read again as what went into it', async () => {
  const chunks: Uint8Array[] = [];
  for await (const chunk of packTar(one('a/b.txt', 3, { given: 0 }))) chunks.push(chunk);
  expect(Buffer.concat(chunks).length % 512).toBe(0);
  const { notes } = await readBundleFacts(new Uint8Array(Buffer.concat(chunks)));
  expect(notes).toEqual([]);
});

test('no more of a file is taken than is asked for', async () => {
  const told = { given: 0 };
  const packed = packTar(one('a.txt', 1000, told));
  for (let count = 0; count < 5; count += 1) await packed.next();
  expect(told.given).toBeLessThan(20);
  await packed.return(undefined);
});

test('what goes wrong in a file is told to who reads', async () => {
  async function* broken(): AsyncGenerator<PackedFile> {
    yield {
      path: 'a.txt',
      size: 10,
      bytes: (async function* fail(): AsyncGenerator<Uint8Array> {
        yield new Uint8Array(5);
        throw new Error('gone');
      })(),
    };
  }
  await expect(async () => {
    for await (const _ of packTar(broken()));
  }).rejects.toThrow('gone');
});
