import { expect, test } from 'vitest';
import { lazyFields } from './lazy-fields.ts';

interface Thing {
  readonly name: string;
  readonly size: number;
  readonly twice: number;
  readonly nothing: undefined;
}

const thing = lazyFields<Thing, 'size' | 'twice' | 'nothing'>('size', 'twice', 'nothing');

test('a field is found when it is first asked for, and once', () => {
  const asked: string[] = [];
  const one: Thing = thing(
    { name: 'web' },
    {
      size: () => asked.push('size') + 20,
      twice: () => 2 * one.size,
      nothing: () => void asked.push('nothing'),
    },
  );
  expect([one.name, asked.length]).toEqual(['web', 0]);
  expect([one.twice, one.size, one.twice]).toEqual([42, 21, 42]);
  expect([one.nothing, one.nothing]).toEqual([undefined, undefined]);
  expect(asked).toEqual(['size', 'nothing']);
});

test('each object has its own fields', () => {
  const [a, b] = [1, 2].map((size) =>
    thing({ name: `web-${size}` }, { size: () => size, twice: () => 2 * size, nothing: () => undefined }),
  );
  expect([a?.size, b?.size, a?.twice, b?.twice]).toEqual([1, 2, 2, 4]);
});
