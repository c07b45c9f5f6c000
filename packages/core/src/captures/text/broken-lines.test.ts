import { expect, test } from 'vitest';
import { linesOf } from '../parse-sample.test.kit.ts';
import { brokenWidth, pieceOf } from './broken-lines.ts';

const full = (width: number): string => 'x'.repeat(width);

test.each([
  ['a usual width', `${full(80)}\nrest`, 80],
  ['several lines of one width', `${full(97)}\nrest\n${full(97)}\nrest`, 97],
  ['only its longest line', `${full(97)}\nrest`, undefined],
  ['short lines', 'web-0\nweb-1', undefined],
])('of a text with %s', (_, text, width) => {
  expect(brokenWidth(linesOf(text))).toBe(width);
});

test('a piece stands below a line of full width', () => {
  const above = linesOf(`short\n${full(80)}`);
  expect(pieceOf({ text: 'rest', number: 3 }, above)).toBe('rest');
  expect(pieceOf({ text: full(80), number: 3 }, linesOf('short'))).toBe('goes-on');
  expect(pieceOf({ text: 'rest', number: 3 }, linesOf(`${full(80)}\nshort`))).toBeUndefined();
});
