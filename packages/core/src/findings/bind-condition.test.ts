import { expect, test } from 'vitest';
import type { KnownFact } from '../facts/fact-set.ts';
import { compileCondition } from '../rules/compile-condition.ts';
import { linearEngine } from '../rules/linear-engine.ts';
import type { Condition } from '../rules/rule.ts';
import { bindMore, bindSupport } from './bind-condition.ts';
import { valuesOf, type Bindings } from './bindings.ts';
import { capture, factsOf, told } from './made-facts.test.kit.ts';
import { ruleFacts } from './rule-facts.ts';
import { worldOf } from './world.ts';

const source = capture('session.txt');
const pod = (name: string, fields: object = {}): KnownFact =>
  told(source, 2, { kind: 'pod', name, health: 'failing', ...fields });
const event = (fields: object): KnownFact => told(source, 3, { kind: 'event', ...fields });

const failing: Condition = { pod: { of: { name: '{pod}' }, is: { health: 'failing' } } };
const killed: Condition = { event: { of: { pod: '{pod}', node: '{node}' }, is: { reason: 'OOMKilled' } } };

const plain = (bindings: Bindings) =>
  Object.fromEntries([...bindings].map(([name, values]) => [name, [...values.values()]]));
const bind = (condition: Condition, facts: readonly KnownFact[], before: Bindings = new Map(), bindBy = bindSupport) =>
  plain(bindBy(compileCondition(condition, { engine: linearEngine }), before, ruleFacts(worldOf(factsOf(facts)), [])));

const FACTS = [
  pod('web-1'),
  pod('api-1'),
  pod('cart-1', { health: 'ready' }),
  pod('mail-1', { quoted: true }),
  event({ pod: 'api-1', node: 'aks-1', reason: 'OOMKilled' }),
  event({ pod: 'cart-1', node: 'aks-2', reason: 'OOMKilled' }),
];

test('a variable takes the values of all facts that support, in order, and none of samples', () => {
  expect(bind(failing, FACTS)).toEqual({ pod: ['api-1', 'web-1'] });
});

test('members of all narrow one another, the first by the last as well', () => {
  expect(bind({ all: [failing, killed] }, FACTS)).toEqual({ pod: ['api-1'], node: ['aks-1'] });
  expect(bind({ all: [killed, failing] }, FACTS)).toEqual({ pod: ['api-1'], node: ['aks-1'] });
  const down: Condition = { node: { of: { name: '{node}' }, is: { status: 'NotReady' } } };
  const facts = [...FACTS, pod('cart-1'), told(source, 9, { kind: 'node', name: 'aks-2', status: 'NotReady' })];
  expect(bind({ all: [failing, killed, down] }, facts)).toEqual({ pod: ['cart-1'], node: ['aks-2'] });
});

test('members of any add up', () => {
  expect(bind({ any: [failing, killed] }, FACTS)).toEqual({
    pod: ['api-1', 'cart-1', 'web-1'],
    node: ['aks-1', 'aks-2'],
  });
});

test('a member that nothing supports narrows nothing', () => {
  const none: Condition = { event: { of: { pod: '{pod}' }, is: { reason: 'Evicted' } } };
  expect(bind({ all: [failing, none] }, FACTS)).toEqual({ pod: ['api-1', 'web-1'] });
  expect(bind({ any: [failing, none] }, FACTS)).toEqual({ pod: ['api-1', 'web-1'] });
  expect(bind(none, FACTS)).toEqual({});
});

test('what is bound stays within its values', () => {
  const before = new Map([['pod', valuesOf(['web-1', 'mail-1'])]]);
  expect(bind(failing, FACTS, before)).toEqual({ pod: ['web-1'] });
  expect(bind(killed, FACTS, before)).toEqual({ pod: ['mail-1', 'web-1'] });
});

test('conditions that nothing depends on give values to free variables only', () => {
  const before = new Map([['pod', valuesOf(['api-1', 'web-1'])]]);
  expect(bind(killed, FACTS, before, bindMore)).toEqual({ pod: ['api-1', 'web-1'], node: ['aks-1'] });
});
