import { expect, test } from 'vitest';
import { recordOf } from './record-of.ts';

test('the object is the one that Object.fromEntries makes, whatever the names', () => {
  const pairs: [string, string][] = [
    ['b', '1'],
    ['__proto__', '2'],
    ['10', '3'],
    ['constructor', '4'],
    ['b', '5'],
    ['toString', '6'],
  ];
  const record = recordOf(pairs);
  expect(Object.entries(record)).toEqual(Object.entries(Object.fromEntries(pairs)));
  expect(Object.getPrototypeOf(record)).toBe(Object.prototype);
});
