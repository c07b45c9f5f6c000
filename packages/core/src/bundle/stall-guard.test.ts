import { expect, test } from 'vitest';
import { createBudget } from './create-budget.ts';
import { guardBytes, settle, STALLED, startProgress } from './stall-guard.ts';

const never = (): Promise<never> => new Promise(() => undefined);
const after = (milliseconds: number): Promise<string> =>
  new Promise((resolve) => setTimeout(resolve, milliseconds, 'done'));

test('a source that fails ends with a note and keeps what came before', async () => {
  async function* source(): AsyncGenerator<Uint8Array> {
    yield Uint8Array.of(1, 2);
    throw new Error('the pipe\nbroke');
  }
  const budget = createBudget();
  const chunks: Uint8Array[] = [];
  for await (const chunk of guardBytes(source(), { budget, progress: startProgress(), path: 'pods.txt' }))
    chunks.push(chunk);
  expect(chunks).toEqual([Uint8Array.of(1, 2)]);
  expect(budget.notes).toEqual([{ code: 'unreadable', message: 'reading failed: the pipe broke', path: 'pods.txt' }]);
});

test('a source that says nothing is given up, even if it cannot be closed', async () => {
  const source = { [Symbol.asyncIterator]: () => ({ next: never, return: never }) };
  const budget = createBudget({ stallMilliseconds: 30 });
  for await (const chunk of guardBytes(source, { budget, progress: startProgress() })) expect(chunk).toBeUndefined();
  expect(budget.notes).toMatchObject([{ code: 'stalled' }]);
});

test('a wait goes on as long as something moves elsewhere', async () => {
  const budget = createBudget({ stallMilliseconds: 60 });
  const progress = startProgress();
  const ticking = setInterval(() => (progress.at = Date.now()), 10);
  expect(await settle(after(150), { budget, progress })).toBe('done');
  clearInterval(ticking);
  expect(await settle(after(1000), { budget, progress })).toBe(STALLED);
});

test('a limit that is no time to wait at all switches the watch off', async () => {
  const budget = createBudget({ stallMilliseconds: Infinity });
  expect(await settle(after(20), { budget, progress: startProgress() })).toBe('done');
});

test('the source is given up first, so that the stages behind it can end well', async () => {
  const budget = createBudget({ stallMilliseconds: 40 });
  const progress = startProgress();
  const order: string[] = [];
  const stage = settle(never(), { budget, progress, inner: true }).then(() => order.push('stage'));
  const source = settle(never(), { budget, progress }).then(() => order.push('source'));
  await Promise.all([stage, source]);
  expect(order).toEqual(['source', 'stage']);
});
