import { expect, test } from 'vitest';
import { keepStream } from './keep-stream.ts';

async function* chunks(): AsyncGenerator<Uint8Array> {
  yield new Uint8Array([1, 2]);
  yield new Uint8Array([3]);
}

async function readThrough(source: unknown): Promise<number[]> {
  const bytes: number[] = [];
  for await (const chunk of source as AsyncIterable<Uint8Array>) bytes.push(...chunk);
  return bytes;
}

test('a stream that was read to its end is there again', async () => {
  const { source, again } = keepStream(chunks(), 3);
  expect(await readThrough(source)).toEqual([1, 2, 3]);
  expect(again()).toEqual(new Uint8Array([1, 2, 3]));
});

test('a web stream passes whole, and is there again', async () => {
  const { source, again } = keepStream(new Blob([new Uint8Array([1, 2, 3])]).stream(), 3);
  expect(await readThrough(source)).toEqual([1, 2, 3]);
  expect(again()).toEqual(new Uint8Array([1, 2, 3]));
});

test('of a longer stream nothing is held, and all of it passes', async () => {
  const { source, again } = keepStream(chunks(), 2);
  expect(await readThrough(source)).toEqual([1, 2, 3]);
  expect(again()).toBeUndefined();
});

test('a stream that was not read to its end is not there again', async () => {
  const { source, again } = keepStream(chunks(), 3);
  await (source as AsyncIterable<Uint8Array>)[Symbol.asyncIterator]().next();
  expect(again()).toBeUndefined();
});

test('what is no stream is the same again', () => {
  expect(keepStream('ticket.tgz', 3).again()).toBe('ticket.tgz');
});
