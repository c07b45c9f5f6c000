import { expect, test } from 'vitest';
import type { ConfigMapFact, EventFact, NodeFact, PodFact } from './fact.ts';
import { withoutMasked } from './masked.ts';

const origin = { path: 'a', line: 1, endLine: 1 };

test('a field that is masked is not known', () => {
  const node: NodeFact = { kind: 'node', origin, name: 'aks-node', os: '***HIDDEN***' };
  expect(withoutMasked(node)).toEqual({ kind: 'node', origin, name: 'aks-node' });
});

test('a list of which one element is masked is not known', () => {
  const pod = { kind: 'pod', origin, name: 'web', tolerations: ['a', '***HIDDEN***'] } as unknown as PodFact;
  expect(withoutMasked(pod)).toEqual({ kind: 'pod', origin, name: 'web' });
});

test('a state that is masked in part says nothing of what else it holds', () => {
  const map: ConfigMapFact = { kind: 'config-map', origin, name: 'x', data: { a: 'hosts ***HIDDEN*** {', b: 'c' } };
  expect(withoutMasked(map)).toEqual({ kind: 'config-map', origin, name: 'x', data: { b: 'c' } });
});

test('an event that is masked in part still says what happened', () => {
  const event: EventFact = { kind: 'event', origin, message: 'pull of ***HIDDEN*** failed', reason: '***HIDDEN***' };
  expect(withoutMasked(event)).toEqual(event);
});

test('what is not masked is the same fact', () => {
  const node: NodeFact = { kind: 'node', origin, name: 'a***b' };
  expect(withoutMasked(node)).toEqual(node);
  const plain: NodeFact = { kind: 'node', origin, name: 'ab' };
  expect(withoutMasked(plain)).toBe(plain);
});
