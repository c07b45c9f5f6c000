import { expect, test } from 'vitest';
import { createBudget, spendBytes, spendEntry } from './create-budget.ts';

test('notes are sorted by path, line and code, whatever their order of arrival', () => {
  const budget = createBudget();
  budget.note('limit-line', 'long', { path: 'kubelet.log', line: 12 });
  budget.note('gzip-damaged', 'cut');
  budget.note('duplicate-path', 'twice', { path: 'kubelet.log' });
  expect(budget.notes.map(({ code }) => code)).toEqual(['gzip-damaged', 'duplicate-path', 'limit-line']);
});

test('the same code for the same path is kept once', () => {
  const budget = createBudget();
  budget.note('limit-line', 'first', { path: 'kubelet.log', line: 12 });
  budget.note('limit-line', 'second', { path: 'kubelet.log', line: 99 });
  expect(budget.notes).toEqual([{ code: 'limit-line', message: 'first', path: 'kubelet.log', line: 12 }]);
});

test('of many notes of one code the first by path are kept and the others counted', () => {
  const budget = createBudget();
  for (let number = 999; number >= 0; number -= 1) {
    budget.note('duplicate-path', 'twice', { path: `pod-${String(number).padStart(3, '0')}.log` });
  }
  const paths = budget.notes.map(({ path }) => path);
  expect(paths.slice(0, 3)).toEqual([undefined, 'pod-000.log', 'pod-001.log']);
  expect(budget.notes).toHaveLength(101);
  expect(budget.notes[0]?.message).toBe('and 900 more of this kind');
});

test('bytes are granted up to the limit and no further', () => {
  const budget = createBudget({ totalBytes: 100 });
  expect([60, 60, 60].map((count) => spendBytes(budget, count))).toEqual([60, 40, 0]);
  expect(budget.spent.bytes).toBe(100);
});

test('entries are granted up to the limit', () => {
  const budget = createBudget({ entries: 2 });
  expect([1, 2, 3].map(() => spendEntry(budget))).toEqual([true, true, false]);
});
