import { expect, test } from 'vitest';
import { contentHash } from './content-hash.ts';

test.each([
  ['', 'cbf29ce484222325'],
  ['a', 'af63dc4c8601ec8c'],
  ['foobar', '85944171f73967e8'],
])('hashes %j as FNV-1a of 64 bits does', (text, hash) => {
  expect(contentHash(text)).toBe(hash);
});

test('tells texts apart that differ beyond ASCII', () => {
  expect(contentHash('perché')).not.toBe(contentHash('perche'));
});
