import { expect, test } from 'vitest';
import { inPieces } from './make-tar.test.support.ts';
import { peekBytes } from './peek-bytes.ts';

const bytes = Uint8Array.from({ length: 20 }, (_, at) => at);

async function drain(source: AsyncIterable<Uint8Array>): Promise<readonly number[]> {
  const all: number[] = [];
  for await (const chunk of source) all.push(...chunk);
  return all;
}

test.each([1, 6, 20, 50])('pieces of %i bytes: the head is seen and nothing is lost', async (size) => {
  const { head, bytes: again } = await peekBytes(inPieces(bytes, size), 8);
  expect([...head]).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
  expect(await drain(again)).toEqual([...bytes]);
});

test('a short source is all head', async () => {
  const { head, bytes: again } = await peekBytes(inPieces(bytes, 7), 100);
  expect([...head]).toEqual([...bytes]);
  expect(await drain(again)).toEqual([...bytes]);
});

test('who does not read on can still close the source', async () => {
  let closed = false;
  async function* source(): AsyncGenerator<Uint8Array> {
    try {
      yield* inPieces(bytes, 5);
    } finally {
      closed = true;
    }
  }
  const { bytes: again } = await peekBytes(source(), 8);
  await again[Symbol.asyncIterator]().return?.();
  expect(closed).toBe(true);
  expect(await drain(again)).toEqual([]);
});

test('closing does not wait for a source that has nothing to say', async () => {
  async function* source(): AsyncGenerator<Uint8Array> {
    yield bytes;
    await new Promise(() => undefined);
  }
  const { bytes: again } = await peekBytes(source(), 8);
  const iterator = again[Symbol.asyncIterator]();
  await iterator.next();
  void iterator.next();
  expect(await iterator.return?.()).toMatchObject({ done: true });
});
