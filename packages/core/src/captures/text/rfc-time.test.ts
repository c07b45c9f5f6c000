import { expect, test } from 'vitest';
import { isoTime, setTime } from './rfc-time.ts';

test.each([
  ['Sun, 22 Nov 2026 22:19:54 -0500', '2026-11-23T03:19:54Z'],
  ['Mon, 01 Jan 2024 00:30:00 +0530', '2023-12-31T19:00:00Z'],
  ['Thu, 27 Nov 2025 13:47:58 +0000', '2025-11-27T13:47:58Z'],
  ['soon', 'soon'],
])('%s is %s', (text, expected) => {
  expect(isoTime(text)).toBe(expected);
});

test('a time that was never set is no time', () => {
  expect([setTime('Mon, 01 Jan 0001 00:00:00 +0000'), setTime(''), setTime(undefined)]).toEqual([
    undefined,
    undefined,
    undefined,
  ]);
});
