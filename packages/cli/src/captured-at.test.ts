import { expect, test } from 'vitest';
import { parseCapturedAt } from './captured-at.ts';

test.each([
  ['2024-02-07T06:10:00Z', 1707286200000],
  ['2024-02-07T06:10:00.5Z', 1707286200500],
  ['2024-02-07T07:10+01:00', 1707286200000],
  ['2024-02-07', 1707264000000],
])('%s is a time', (text, milliseconds) => {
  expect(parseCapturedAt(text)).toBe(milliseconds);
});

test.each(['2024-02-07T06:10:00', 'yesterday', '1707286200', '2024-02-30T25:00:00Z', ''])('%j is refused', (text) => {
  expect(() => parseCapturedAt(text)).toThrow('give a date, or a time with its zone');
});
