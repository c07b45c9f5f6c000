import fc from 'fast-check';
import { expect, test } from 'vitest';
import { detach } from './detach.ts';

test('data stays the same', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      const data = { value };
      const before = structuredClone(data);
      detach(data);
      expect(data).toEqual(before);
    }),
  );
});

test('what stands in the whole text stays the same too', () => {
  fc.assert(
    fc.property(fc.string({ minLength: 20 }), fc.nat(10), fc.nat(30), (whole, from, length) => {
      const data = { line: whole, text: whole.slice(from, from + length), other: `${whole.slice(from)} and more` };
      const before = structuredClone(data);
      detach(data, { copies: new Map(), whole });
      expect(data).toEqual(before);
    }),
  );
});

test.each(['no such host anywhere \ud800', 'no such host anywhere \n\0\u2028', 'short'])(
  'the text %j stays',
  (text) => {
    const data = { text, list: [text, { text }] };
    detach(data);
    expect(data).toEqual({ text, list: [text, { text }] });
  },
);

test('a field may have a name that every object has', () => {
  const data = JSON.parse(
    '{"__proto__":"a pod that is not ready","constructor":{"a":"a pod that is not ready"}}',
  ) as object;
  const before = JSON.stringify(data);
  detach(data);
  expect(JSON.stringify(data)).toBe(before);
  expect(Object.getPrototypeOf(data)).toBe(Object.prototype);
});

test('every text that can be a slice is replaced, and no other', () => {
  const replaced: string[] = [];
  const watched = (fields: object): object =>
    new Proxy(fields, {
      set(target, name, value) {
        replaced.push(String(name));
        return Reflect.set(target, name, value);
      },
    });
  detach(
    watched({ short: 'pod', long: 'no such host anywhere', count: 1, part: watched({ text: 'a pod is not ready' }) }),
  );
  expect(replaced).toEqual(['long', 'text']);
});
