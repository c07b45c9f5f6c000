import { expect, test } from 'vitest';
import { parseAmount, unitOf } from './amount.ts';

test.each([
  ['2m', 120],
  ['1h30m', 5400],
  ['3d4h', 273_600],
  ['1.5h', 5400],
  ['250ms', 0.25],
  ['90', 90],
  ['2m ago', undefined],
  ['m', undefined],
  ['', undefined],
])('%j is a duration of %s seconds', (text, seconds) => {
  expect(parseAmount(text, 'duration')).toBe(seconds);
});

test.each([
  ['500m', 0.5],
  ['2Gi', 2 ** 31],
  ['512 Mi', 2 ** 29],
  ['1e3', 1000],
  ['100k', 100_000],
  ['2.5', 2.5],
  ['12X', undefined],
  ['Gi', undefined],
  ['1h30m', undefined],
  ['constructor', undefined],
])('%j is a quantity of %s', (text, amount) => {
  expect(parseAmount(text, 'quantity')).toBe(amount);
});

test.each([
  ['ageSeconds', 'duration'],
  ['age', 'duration'],
  ['seconds', 'duration'],
  ['memory', 'quantity'],
  ['restarts', 'quantity'],
  ['message', 'quantity'],
  ['image', 'quantity'],
])('%s is written as a %s', (field, unit) => {
  expect(unitOf(field)).toBe(unit);
});
