import { expect, test } from 'vitest';
import { ageSeconds, isAge, readRepeatedAge } from './age.ts';

test.each([
  ['0s', 0],
  ['18s', 18],
  ['3m53s', 233],
  ['2d19h', 241_200],
  ['594d', 51_321_600],
  ['5y32d', 160_444_800],
  ['<unknown>', undefined],
  ['<invalid>', undefined],
  ['soon', undefined],
  ['', undefined],
])('the age %s is %s seconds', (text, seconds) => {
  expect(ageSeconds(text)).toBe(seconds);
});

test.each([
  ['18s', { age: '18s' }],
  ['3m53s (x7 over 33m)', { age: '3m53s', count: 7, over: '33m' }],
  ['2m13s  (x34 over  2m12s)', { age: '2m13s', count: 34, over: '2m12s' }],
  ['<unknown>', { age: '<unknown>' }],
  ['Warning', undefined],
  ['18s ago', undefined],
])('splits the event age %s', (text, expected) => {
  expect(readRepeatedAge(text)).toEqual(expected);
});

test('takes what kubectl prints in place of an age for one', () => {
  expect([isAge('<invalid>'), isAge('<none>'), isAge('12')]).toEqual([true, false, false]);
});
