import { expect, test } from 'vitest';
import { timeOfClock } from './time-of-clock.ts';

const taken = { at: Date.UTC(2024, 0, 2, 8) };

test.each([
  ['01-02T07:59:00', '2024-01-02T07:59:00Z'],
  ['12-31T23:59:00.123456', '2023-12-31T23:59:00.123456Z'],
  ['01-03T02:00:00', '2024-01-03T02:00:00Z'],
  ['01-05T02:00:00', '2023-01-05T02:00:00Z'],
  ['02-29T12:00:00', '2020-02-29T12:00:00Z'],
  ['02-31T12:00:00', undefined],
])('%s, seen on 2024-01-02, was %s', (clock, time) => {
  expect(timeOfClock(clock, taken)).toBe(time);
});

test('without the time of the capture the year stays open', () => {
  expect(timeOfClock('01-02T07:59:00', undefined)).toBeUndefined();
});
