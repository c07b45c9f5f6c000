import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { openBundle } from '../bundle/open-bundle.ts';
import { budgetUntil } from './budget-until.ts';

const LARGE = gzipSync(Buffer.alloc(8 * 1024 * 1024, 'a line of a log\n'));

async function readUntil(deadline: number): Promise<number> {
  let bytes = 0;
  const bundle = await openBundle(LARGE, { budget: budgetUntil(deadline, undefined) });
  for await (const member of bundle.members()) for await (const block of member.blocks()) bytes += block.length;
  return bytes;
}

test('what is read before the time is over is read whole', async () => {
  expect(await readUntil(Date.now() + 60_000)).toBe(8 * 1024 * 1024);
});

test('nothing is read after it', async () => {
  expect(await readUntil(Date.now() - 1)).toBe(0);
});
