import fc from 'fast-check';
import { expect, test } from 'vitest';
import { detach } from './detach.ts';

test('a copy holds the same and is no part of what it is of', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (data) => {
      const copy = detach(data);
      expect(copy).toEqual(data);
      if (typeof data === 'object' && data !== null) expect(copy).not.toBe(data);
    }),
  );
});

test('fields without a value are left out, and texts of any signs stay as they are', () => {
  expect(Object.keys(detach({ a: 'no such host anywhere \ud800', b: undefined }))).toEqual(['a']);
  expect(detach('no such host anywhere \ud800\n\0')).toBe('no such host anywhere \ud800\n\0');
});

test('a field may have a name that every object has', () => {
  const copy = detach(JSON.parse('{"__proto__":{"kind":"pod"},"constructor":1}') as object);
  expect(JSON.stringify(copy)).toBe('{"__proto__":{"kind":"pod"},"constructor":1}');
});
