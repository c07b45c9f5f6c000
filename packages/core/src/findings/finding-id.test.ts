import { expect, test } from 'vitest';
import { findingId } from './finding-id.ts';

const pod = (name: string, namespace = 'shop') => ({ kind: 'pod', namespace, name });

test('an id is sixteen hex digits, the same on every run', () => {
  expect(findingId('shop/checkout-down', [])).toMatch(/^[0-9a-f]{16}$/);
  expect(findingId('shop/checkout-down', [])).toBe(findingId('shop/checkout-down', []));
});

test('generated parts of a pod name do not count, nor how many pods of one kind there are', () => {
  const before = findingId('shop/down', [pod('api-7c9d8f6b5-x2x9z'), pod('api-7c9d8f6b5-k4v7q')]);
  expect(findingId('shop/down', [pod('api-5f9d8c7b6-q8w2m')])).toBe(before);
});

test.each([
  ['another rule', findingId('shop/up', [pod('api-1')])],
  ['another namespace', findingId('shop/down', [pod('api-1', 'bank')])],
  ['another pod', findingId('shop/down', [pod('web-1')])],
  ['another kind', findingId('shop/down', [{ kind: 'node', namespace: 'shop', name: 'api' }])],
  ['no object', findingId('shop/down', [])],
])('%s has another id', (_, id) => {
  expect(id).not.toBe(findingId('shop/down', [pod('api-1')]));
});
