import { expect, test } from 'vitest';
import type { Rule } from '../rule.ts';
import { conditionTexts } from './condition-texts.ts';

const complaints = (contains: string) => [
  ...conditionTexts(
    {
      id: 'shop/down',
      appears: [{ 'log-line': { is: { message: { contains } } } }],
      causes: [],
    } as unknown as Rule,
    'shop/down',
  ),
];

test('a text must have a word by which it is found in the bytes of a log', () => {
  expect(complaints('a b c d')).toMatchObject([{ message: expect.stringContaining('add the words beside it') }]);
  for (const text of ['no such host', 'get "http', 'not found', 'i/o timeout', 'non è autorizzato']) {
    expect(complaints(text), text).toEqual([]);
  }
});
