import { expect, test } from 'vitest';
import { combine, type Answer } from './answer.ts';

const ANSWERS: readonly Answer[] = ['supported', 'unknown', 'contradicted'];

test.each([
  ['all', 'SUC UUC CCC'],
  ['any', 'SSS SUU SUC'],
] as const)('%s of two follows its table', (type, table) => {
  const letters = ANSWERS.map((a) => ANSWERS.map((b) => combine(type, [a, b])[0]!.toUpperCase()).join(''));
  expect(letters.join(' ')).toBe(table);
});

test.each(['all', 'any'] as const)('%s of three is the same in every order and grouping', (type) => {
  for (const a of ANSWERS) {
    for (const b of ANSWERS) {
      for (const c of ANSWERS) {
        const answer = combine(type, [a, b, c]);
        expect(combine(type, [c, a, b])).toBe(answer);
        expect(combine(type, [combine(type, [a, b]), c])).toBe(answer);
      }
    }
  }
});

test('of no conditions, all hold and none does as far as is known', () => {
  expect(combine('all', [])).toBe('supported');
  expect(combine('any', [])).toBe('unknown');
});
