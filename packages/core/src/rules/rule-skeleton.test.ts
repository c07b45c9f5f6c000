import { expect, test } from 'vitest';
import { lintRules } from './lint/lint-rules.ts';
import { loadRules } from './load-rules.ts';
import { ruleSkeleton } from './rule-skeleton.ts';

const files = ruleSkeleton('dns/coredns-crash', ['it']);

test('a new rule can be loaded', () => {
  expect(loadRules(files, { name: 'new', version: '0.0.0' }).rules.map(({ id }) => id)).toEqual(['dns/coredns-crash']);
});

test('the lint names each place of it that is to be filled in, and nothing else', async () => {
  const problems = await lintRules(files, { locales: ['it'] });
  const marks = Object.values(files).flatMap((text) => text.split('\n').filter((line) => line.includes('TODO')));
  expect(
    problems.map(({ message }) => message.replace(/^\S+ /, '')).filter((one) => one !== 'is not filled in'),
  ).toEqual([]);
  expect(problems.length).toBe(marks.length);
});
