import { expect, test } from 'vitest';
import { addLimit } from './limits.ts';

test.each([
  ['total-bytes=8GiB', { totalBytes: 8 * 1024 ** 3 }],
  ['entries=5', { entries: 5 }],
  ['stall-milliseconds=90s', { stallMilliseconds: 90_000 }],
  ['line-bytes=64KiB', { lineBytes: 65_536 }],
])('%s', (text, limits) => {
  expect(addLimit(text, {})).toEqual(limits);
});

test('limits add up, and the last one counts', () => {
  expect(addLimit('entries=6', { entries: 5, nesting: 1 })).toEqual({ entries: 6, nesting: 1 });
});

test.each(['entrys=5', '__proto__=5', 'entries', 'entries=', 'entries=0', 'entries=-1', 'entries=1e3', 'entries=5kg'])(
  '%s is refused',
  (text) => {
    expect(() => addLimit(text, {})).toThrow(/^--limit /);
  },
);
