import { expect, test } from 'vitest';
import { known, withKnown } from './known.ts';

interface Thing {
  readonly name?: string;
  readonly node?: string;
}

test('a field that is undefined is absent', () => {
  expect(Object.keys(known<Thing>({ name: 'web', node: undefined }))).toEqual(['name']);
});

test('later parts win, unless they do not tell', () => {
  expect(known<Thing>({ name: 'web' }, { name: undefined, node: 'a' }, { node: 'b' })).toEqual({
    name: 'web',
    node: 'b',
  });
});

test('more fields make another thing, and none or the same ones leave it', () => {
  const thing: Thing = { name: 'web' };
  expect(withKnown(thing, { name: 'web', node: undefined })).toBe(thing);
  expect(withKnown(thing, { name: 'api', node: 'a' })).toEqual({ name: 'api', node: 'a' });
  expect(thing).toEqual({ name: 'web' });
});
