import { expect, test } from 'vitest';
import { readFacts } from '../../read-facts.ts';
import { jsonValue } from './json-value.ts';

const deep = (levels: number): string => `${'['.repeat(levels)}${']'.repeat(levels)}`;

test('brackets in a text have no depth', () => {
  const value = { a: `\\"${deep(2000)}`, b: [1] };
  expect(jsonValue(JSON.stringify(value))).toEqual(value);
});

test.each([deep(501), '{', ''])('of what is too deep or no JSON there is no value: %#', (text) => {
  expect(jsonValue(text)).toBeUndefined();
});

test.each([
  [
    'a pod',
    `{"apiVersion":"v1","kind":"Pod","metadata":{"name":"a"},"status":{"containerStatuses":[{"name":"c","ready":DEEP}]}}`,
  ],
  ['a node', `{"apiVersion":"v1","kind":"Node","metadata":{"name":"a"},"spec":{"unschedulable":DEEP}}`],
  [
    'an extension',
    `$ az k8s-extension show -n a -o json\n{"name":"a","extensionType":"microsoft.dapr","autoUpgradeMinorVersion":DEEP,"errorInfo":DEEP}`,
  ],
])('a value that is very deep ends nobody: %s', (_, text) => {
  expect(() => readFacts(text.replaceAll('DEEP', deep(100_000)))).not.toThrow();
});
