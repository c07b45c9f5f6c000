import { expect, test } from 'vitest';
import { report } from './example-report.test.data.ts';
import { jsonPieces, jsonReporter } from './json.ts';

test('the document is indented by two blanks and ends its last line', () => {
  expect(jsonReporter(report)).toBe(`${JSON.stringify(report, null, 2)}\n`);
});

test('the parts stand in their published order, whatever order they were made in', () => {
  const shuffled = Object.fromEntries(Object.entries(report).reverse()) as unknown as typeof report;
  expect(jsonReporter(shuffled)).toBe(jsonReporter(report));
});

test('the pieces are the document, however long its lists are', () => {
  const [finding] = report.findings;
  const unread = Array.from({ length: 1234 }, (_, at) => ({ path: `\u001b[31m${at}`, reason: '##[error] no' }));
  const many = {
    ...report,
    findings: Array.from({ length: 501 }, () => finding as NonNullable<typeof finding>),
    coverage: { ...report.coverage, captures: [], unread, judged: unread.map(({ path }) => path) },
    notes: [],
    context: undefined as never,
  };
  const pieces = [...jsonPieces(many)];
  expect(pieces.join('')).toBe(jsonReporter(many));
  expect(pieces.length).toBeGreaterThan(6);
  expect([...jsonPieces(report)].join('')).toBe(jsonReporter(report));
});
