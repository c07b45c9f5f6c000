import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { createBudget } from './create-budget.ts';
import { concat, inPieces } from './make-tar.test.support.ts';
import { platform } from './web-platform.ts';

const log = Buffer.from(Array.from({ length: 5000 }, (_, at) => `line ${at * 7919}\n`).join(''));

async function unzip(compressed: Uint8Array): Promise<{ readonly text: string; readonly damage: readonly string[] }> {
  const damage: string[] = [];
  const chunks: Uint8Array[] = [];
  const calls = { damaged: (why: string) => void damage.push(why), admitMember: () => true };
  for await (const chunk of platform.gunzip(inPieces(compressed, 1000), calls)) chunks.push(chunk);
  return { text: new TextDecoder().decode(concat(chunks)), damage };
}

test('gzip is decoded without zlib', async () => {
  expect(await unzip(new Uint8Array(gzipSync(log)))).toEqual({ text: log.toString(), damage: [] });
});

test('of a cut file the beginning is kept, and the damage is told once', async () => {
  const { text, damage } = await unzip(new Uint8Array(gzipSync(log)).subarray(0, 8000));
  expect(log.toString().startsWith(text)).toBe(true);
  expect(text.length).toBeGreaterThan(10_000);
  expect(damage).toHaveLength(1);
});

test('a path is refused with a sentence', async () => {
  await expect(platform.openPaths(['pods.txt'], createBudget())).rejects.toMatchObject({ code: 'unreadable' });
});
