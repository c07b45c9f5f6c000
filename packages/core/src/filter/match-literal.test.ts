import { describe, expect, test } from 'vitest';
import { bytesBeside, linkTokens, type LinkedToken } from './match-literal.ts';
import { printedLiteral } from './printed-literal.ts';

/** The token that holds a text. */
function tokenOf(literal: string, text: string): LinkedToken {
  const spelt = ({ token }: LinkedToken): string =>
    token.type === 'solid' ? new TextDecoder().decode(token.bytes) : token.type;
  return linkTokens(printedLiteral(literal)).find((link) => spelt(link) === text)!;
}

const signs = (bytes: readonly number[] | undefined): string | undefined =>
  bytes && [...String.fromCharCode(...bytes)].sort().join('');

describe('what may stand beside a word', () => {
  const format = tokenOf('exec format error', 'format');

  test('is what a blank is spelt with, and farther away another one or the word beyond', () => {
    expect(signs(bytesBeside(format, 'before', 1))).toBe('\t nrt');
    expect(signs(bytesBeside(format, 'before', 2))).toBe('\t \\cnrt');
    expect(signs(bytesBeside(format, 'after', 1))).toBe('\t \\');
    expect(signs(bytesBeside(format, 'after', 2))).toBe('\t \\enrt');
  });

  test('is anything where the literal ends', () => {
    expect(bytesBeside(tokenOf('exec format error', 'exec'), 'before', 1)).toBeUndefined();
    expect(bytesBeside(tokenOf('a format: "', 'format:'), 'before', 2)).toBeDefined();
    expect(bytesBeside(tokenOf('"format', 'format'), 'before', 2)).toBeUndefined();
  });

  test('is a sign with the backslashes it may have', () => {
    expect(signs(bytesBeside(tokenOf('GET "http', 'http'), 'before', 1))).toBe('"');
    expect(signs(bytesBeside(tokenOf('GET "http', 'http'), 'before', 2))).toBe('\t \\nrt');
  });
});
