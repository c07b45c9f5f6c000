import { describe, expect, test } from 'vitest';
import { isTooDeep } from './yaml-depth.ts';

describe('isTooDeep', () => {
  test.each([
    ['flow lists', '['.repeat(65)],
    ['flow maps', 'a: ' + '{ a: '.repeat(65)],
    ['lists in one line', '- '.repeat(51) + 'a'],
    ['block maps', Array.from({ length: 110 }, (_, depth) => `${' '.repeat(depth)}a:`).join('\n')],
    ['flow lists in 200,000 levels', '['.repeat(200_000)],
  ])('refuses %s', (_, text) => {
    expect(isTooDeep(text)).toBe(true);
  });

  test.each([
    ['brackets inside a block text', `content: |\n${'  [[[[[[[[[[{{{{{{\n'.repeat(20)}`],
    ['brackets inside quotes', `text: "${'['.repeat(100)}"`],
    ['a long line of short maps', '- {' + 'of: { pod: name }, '.repeat(30) + 'is: absent }'],
    ['a usual depth', Array.from({ length: 20 }, (_, depth) => `${'  '.repeat(depth)}a:`).join('\n')],
    ['nothing', ''],
  ])('takes %s', (_, text) => {
    expect(isTooDeep(text)).toBe(false);
  });
});
