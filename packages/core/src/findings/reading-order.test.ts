import { expect, test } from 'vitest';
import type { Finding } from './finding.ts';
import { readingOrder } from './reading-order.ts';

/** A finding of which only the others that explain it matter. */
const finding = (id: string, ...because: readonly string[]): Finding =>
  ({ id, causes: [{ because: because.map((other) => ({ rule: 'shop/any', finding: other })) }] }) as unknown as Finding;

const ordered = (...findings: readonly Finding[]): string =>
  readingOrder(findings)
    .map(({ id }) => id)
    .join(' ');

test('an error stands before its cause, and that before its own', () => {
  expect(ordered(finding('taint'), finding('timeout', 'pending'), finding('pending', 'taint'))).toBe(
    'timeout pending taint',
  );
});

test('findings that explain nothing keep their order', () => {
  expect(ordered(finding('b'), finding('a'), finding('c'))).toBe('b a c');
});

test('a cause of two errors stands behind both', () => {
  expect(ordered(finding('shared'), finding('one', 'shared'), finding('other', 'shared'))).toBe('one other shared');
});
