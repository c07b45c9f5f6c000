import { expect, test } from 'vitest';
import type { Fact } from '../facts/fact.ts';
import type { Condition } from '../rules/rule.ts';
import { compileRule } from '../rules/compile-rule.ts';
import { linearEngine } from '../rules/linear-engine.ts';
import { factsThatMatter } from './facts-that-matter.ts';
import { capture, cause, rule, told } from './made-facts.test.kit.ts';

const source = capture('pods.txt');
const fact = (fields: object): Fact => told(source, 1, fields).fact;
const pod = (name: string, health: string, more: object = {}): Fact =>
  fact({ kind: 'pod', namespace: 'shop', name, health, ...more });
const event = (podName: string, reason: string): Fact =>
  fact({ kind: 'event', namespace: 'shop', pod: podName, objectKind: 'pod', objectName: podName, reason });

const choose = (appears: readonly Condition[], when: readonly Condition[] = []) =>
  factsThatMatter([
    compileRule(
      rule({
        appears: [...appears],
        causes: [
          cause('overload', { when: [...when], unless: [{ pod: { of: { name: '{pod}' }, is: { health: 'ready' } } }] }),
        ],
      }),
      linearEngine,
    ),
  ]);

const failing: Condition = {
  pod: { of: { namespace: '{namespace}', name: '{pod}' }, is: { health: ['failing', 'stuck'] } },
};

test('what may speak for an error or a cause matters, and nothing that only another could make matter', () => {
  const choice = choose([failing], [{ event: { of: { pod: '{pod}' }, is: { reason: 'OOMKilling' } } }]);
  expect(choice.matters(pod('api-1', 'failing'))).toBe(true);
  expect(choice.matters(pod('api-2', 'STUCK'))).toBe(true);
  expect(choice.matters(event('api-3', 'OOMKilling'))).toBe(true);
  expect(choice.matters(pod('api-4', 'ready'))).toBe(false);
  expect(choice.matters(event('api-4', 'Started'))).toBe(false);
  expect(choice.matters(fact({ kind: 'node', name: 'node-1', ready: 'False' }))).toBe(false);
});

test('what is told of the same object behind it matters as well', () => {
  const choice = choose([failing]);
  expect(choice.matters(event('api-1', 'Started'))).toBe(false);
  expect(choice.matters(pod('api-1', 'failing'))).toBe(true);
  expect(choice.matters(pod('api-1', 'ready'))).toBe(true);
  expect(choice.matters(event('api-1', 'Started'))).toBe(true);
  expect(choice.matters(fact({ kind: 'log-line', namespace: 'shop', pod: 'api-1' }))).toBe(true);
  expect(choice.matters(fact({ kind: 'pod', namespace: 'other', name: 'api-1', health: 'ready' }))).toBe(false);
});

test('an event of a node makes the node matter', () => {
  const choice = choose([{ event: { is: { reason: 'NodeNotReady' } } }]);
  const node = fact({ kind: 'node', name: 'node-1' });
  expect(choice.matters(node)).toBe(false);
  expect(
    choice.matters(fact({ kind: 'event', objectKind: 'node', objectName: 'node-1', reason: 'NodeNotReady' })),
  ).toBe(true);
  expect(choice.matters(node)).toBe(true);
});

test('a pod makes the node that it is on matter, and no other pod on it', () => {
  const choice = choose([failing]);
  expect(choice.matters(pod('api-1', 'failing', { node: 'node-1' }))).toBe(true);
  expect(choice.matters(fact({ kind: 'node', name: 'node-1' }))).toBe(true);
  expect(choice.matters(fact({ kind: 'event', objectKind: 'node', objectName: 'node-1', reason: 'Rebooted' }))).toBe(
    true,
  );
  expect(choice.matters(pod('api-2', 'ready', { node: 'node-1' }))).toBe(false);
  expect(choice.matters(fact({ kind: 'node', name: 'node-2' }))).toBe(false);
});

test.each<[string, Condition]>([
  ['by its value', { pod: { of: { component: 'checkout' }, is: { health: 'failing' } } }],
  ['by a part of it', { pod: { of: { component: 'check*' }, is: { health: 'failing' } } }],
  ['where there must be none', { pod: { of: { component: 'checkout' }, is: 'absent' } }],
])('an object that a question names %s matters however it is', (_, question) => {
  const choice = choose([question]);
  expect(choice.matters(pod('checkout-1', 'ready', { component: 'checkout' }))).toBe(true);
  expect(choice.matters(pod('api-1', 'ready', { component: 'api' }))).toBe(false);
});

test('of events and log lines about what a question names only those that meet it matter', () => {
  const choice = choose([{ event: { of: { component: 'checkout' }, is: { reason: 'BackOff' } } }]);
  expect(choice.matters(fact({ kind: 'event', component: 'checkout', reason: 'BackOff' }))).toBe(true);
  expect(choice.matters(fact({ kind: 'event', component: 'checkout', reason: 'Started' }))).toBe(false);
  expect(choice.matters(fact({ kind: 'event', component: 'api', reason: 'BackOff' }))).toBe(false);
});

test('what must be so of each is decided by one that it is not so of', () => {
  const choice = choose([{ pod: { of: { namespace: '{namespace}' }, every: { health: 'ready' } } }]);
  expect(choice.matters(pod('api-1', 'ready'))).toBe(false);
  expect(choice.matters(pod('api-2', 'failing'))).toBe(true);
});

test('a value in a list is asked for as well as one that stands alone', () => {
  const choice = choose([{ pod: { of: { name: '{pod}' }, is: { waits: 'ImagePullBackOff' } } }]);
  expect(choice.matters(pod('api-1', 'stuck', { waits: ['ContainerCreating', 'ImagePullBackOff'] }))).toBe(true);
  expect(choice.matters(pod('api-2', 'stuck', { waits: ['ContainerCreating'] }))).toBe(false);
});

test('where there must be none of what no question names, nothing matters: what is left out cannot show that', () => {
  const choice = choose([failing, { 'log-line': { of: { pod: '{pod}' }, is: 'absent' } }]);
  expect(choice.matters(fact({ kind: 'log-line', namespace: 'shop', pod: 'api-1' }))).toBe(false);
});

test('what speaks against an error matters by itself where no variable says what it is about', () => {
  const choice = factsThatMatter([
    compileRule(
      rule({
        appears: [failing],
        causes: [
          cause('gateway', {
            when: [{ event: { of: { pod: '{pod}' }, is: { reason: 'BackOff' } } }],
            unless: [
              { pod: { of: { component: 'gateway' }, is: { health: 'ready' } } },
              { event: { is: { reason: 'Healed' } } },
            ],
            because: [{ event: { of: { pod: '{pod}' }, is: { reason: 'Killing' } } }],
          }),
        ],
      }),
      linearEngine,
    ),
  ]);
  expect(choice.matters(pod('gateway-1', 'ready', { component: 'gateway' }))).toBe(true);
  expect(choice.matters(fact({ kind: 'event', reason: 'Healed' }))).toBe(true);
  expect(choice.matters(pod('api-1', 'ready', { component: 'api' }))).toBe(false);
  expect(choice.matters(event('api-1', 'Killing'))).toBe(false);
});

test('without rules nothing matters', () => {
  expect(factsThatMatter([]).matters(pod('api-1', 'failing'))).toBe(false);
});
