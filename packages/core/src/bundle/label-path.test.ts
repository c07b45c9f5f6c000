import { expect, test } from 'vitest';
import { createBudget } from './create-budget.ts';
import { createLabels, labelPath } from './label-path.ts';

test.each([
  ['kube-system/describe-pod.txt', 'kube-system/describe-pod.txt'],
  ['./logs//agent.log', 'logs/agent.log'],
  ['/etc/passwd', 'etc/passwd'],
  ['../../etc/passwd', '(..)/(..)/etc/passwd'],
  ['logs/../../evil', 'logs/(..)/(..)/evil'],
  ['C:\\temp\\nslookup.txt', '(C:)/temp/nslookup.txt'],
  ['C:../evil', '(C:)../evil'],
  ['\\\\server\\share\\pods.txt', 'server/share/pods.txt'],
  ['pods\u001b[2J.txt', 'pods^[[2J.txt'],
  ['pods\u202etxt.exe', 'pods<U+202E>txt.exe'],
  ['pods\u009b.txt', 'pods<U+009B>.txt'],
  ['trailing dot.', 'trailing dot.'],
  ['__proto__', '__proto__'],
  ['', 'unnamed'],
  ['./', 'unnamed'],
])('%j is labeled %j', (name, label) => {
  expect(labelPath(name)).toBe(label);
});

test('a label is given once; later files of the same name get a number and a note', () => {
  const budget = createBudget();
  const labels = createLabels(budget, 'outer.tgz!/');
  expect(['pods.txt', './pods.txt', 'pods.txt', 'pods.txt#2'].map((name) => labels.claim(name))).toEqual([
    'outer.tgz!/pods.txt',
    'outer.tgz!/pods.txt#2',
    'outer.tgz!/pods.txt#3',
    'outer.tgz!/pods.txt#2#2',
  ]);
  expect(budget.notes).toMatchObject([
    { code: 'duplicate-path', path: 'outer.tgz!/pods.txt' },
    { code: 'duplicate-path', path: 'outer.tgz!/pods.txt#2' },
  ]);
});

test('names that are too long or too deep are shortened, noted, and still told apart', () => {
  const budget = createBudget({ nameBytes: 20, nameDepth: 4 });
  const labels = createLabels(budget);
  expect(labels.claim('a/b/c/d/e/f/pods.txt')).toBe('a/b/c/…/pods.txt');
  expect(labels.claim(`${'è'.repeat(30)}1`)).toBe(`${'è'.repeat(10)}…`);
  expect(labels.claim(`${'è'.repeat(30)}2`)).toBe(`${'è'.repeat(10)}…#2`);
  expect(budget.notes.map(({ code }) => code)).toEqual(['limit-name', 'duplicate-path', 'limit-name']);
});

test('a hundred thousand files of one name are labeled in no time', () => {
  const labels = createLabels(createBudget());
  for (let count = 1; count < 100_000; count += 1) labels.claim('pods.txt');
  expect(labels.claim('pods.txt')).toBe('pods.txt#100000');
}, 2000);
