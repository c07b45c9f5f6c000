import { expect, test } from 'vitest';
import { report } from './example-report.test.data.ts';
import { jsonReporter } from './json.ts';

test('the document is indented by two blanks and ends its last line', () => {
  expect(jsonReporter(report)).toBe(`${JSON.stringify(report, null, 2)}\n`);
});

test('the parts stand in their published order, whatever order they were made in', () => {
  const shuffled = Object.fromEntries(Object.entries(report).reverse()) as unknown as typeof report;
  expect(jsonReporter(shuffled)).toBe(jsonReporter(report));
});
