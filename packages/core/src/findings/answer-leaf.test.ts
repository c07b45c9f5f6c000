import { expect, test } from 'vitest';
import type { KnownFact, Source } from '../facts/fact-set.ts';
import { compileCondition, type CompiledLeaf } from '../rules/compile-condition.ts';
import { linearEngine } from '../rules/linear-engine.ts';
import type { Condition } from '../rules/rule.ts';
import { answerLeaf } from './answer-leaf.ts';
import { valuesOf, type Bindings } from './bindings.ts';
import { capture, factsOf, told } from './made-facts.test.kit.ts';
import { ruleFacts } from './rule-facts.ts';
import { worldOf } from './world.ts';

interface Given {
  readonly facts?: readonly KnownFact[];
  readonly captures?: readonly Source[];
  readonly bindings?: Record<string, string>;
  readonly unquoted?: true;
}

/** `supported`, `supported weakly: quoted`, `contradicted`, `unknown: cut`. */
function answer(condition: Condition, { facts = [], captures = [], bindings = {}, unquoted }: Given): string {
  const bound: Bindings = new Map(Object.entries(bindings).map(([name, value]) => [name, valuesOf([value])]));
  const found = ruleFacts(worldOf(factsOf(facts, captures)), []);
  const answered = answerLeaf(compileCondition(condition, { engine: linearEngine }) as CompiledLeaf, {
    bindings: bound,
    facts: found,
    ...(unquoted && { unquoted }),
  });
  if (answered.look) return `${answered.answer}: ${answered.look().want}`;
  return answered.caps.length > 0 ? `${answered.answer} weakly: ${answered.caps.join(', ')}` : answered.answer;
}

const whole = capture('pods.txt');
const cut = capture('pods-cut.txt', { complete: 'no' });
const unsure = capture('pods-unsure.txt', { complete: 'unknown' });
const log = capture('api.log');
const everywhere = capture('all-pods.txt', { lists: { kind: 'pod' } });
const listed = capture('shop-pods.txt', { lists: { kind: 'pod', namespace: 'shop' } });
const allNodes = capture('nodes.txt', { lists: { kind: 'node' } });

const pod = (source: Source, fields: object): KnownFact => told(source, 2, { kind: 'pod', ...fields });
const stuck: Condition = { pod: { of: { component: 'api' }, is: { health: 'stuck' } } };

test.each<[string, Given, string]>([
  ['one that meets', { facts: [pod(whole, { component: 'api', health: 'stuck' })] }, 'supported'],
  ['one that meets in a part of a capture', { facts: [pod(cut, { component: 'api', health: 'stuck' })] }, 'supported'],
  [
    'one of several',
    { facts: [pod(whole, { component: 'api', health: 'ready' }), pod(whole, { component: 'api', health: 'stuck' })] },
    'supported',
  ],
  ['one that does not, complete', { facts: [pod(whole, { component: 'api', health: 'ready' })] }, 'contradicted'],
  ['one that does not, in a part', { facts: [pod(cut, { component: 'api', health: 'ready' })] }, 'unknown: cut'],
  [
    'one that does not, maybe in a part',
    { facts: [pod(unsure, { component: 'api', health: 'ready' })] },
    'unknown: not-found',
  ],
  [
    'two that do not, one maybe in a part',
    { facts: [pod(whole, { component: 'api', health: 'ready' }), pod(unsure, { component: 'api', health: 'ready' })] },
    'unknown: not-found',
  ],
  ['another subject', { facts: [pod(whole, { component: 'web', health: 'ready' })] }, 'unknown: not-captured'],
  ['a row without the field', { facts: [pod(whole, { component: 'api', cells: {} })] }, 'unknown: not-captured'],
  ['a description without the field', { facts: [pod(whole, { component: 'api' })] }, 'unknown: not-found'],
  [
    'one without the field beside one that does not meet',
    { facts: [pod(whole, { component: 'api' }), pod(whole, { component: 'api', health: 'ready' })] },
    'contradicted',
  ],
  [
    'a sample that meets',
    { facts: [pod(whole, { component: 'api', health: 'stuck', quoted: true })] },
    'supported weakly: quoted',
  ],
  [
    'a sample that does not',
    { facts: [pod(whole, { component: 'api', health: 'ready', quoted: true })] },
    'unknown: not-captured',
  ],
  ['a listing without it', { captures: [everywhere] }, 'unknown: not-found'],
  ['a listing of one namespace', { captures: [listed] }, 'unknown: not-captured'],
  ['nothing', {}, 'unknown: not-captured'],
])('a state: %s', (_, given, expected) => {
  expect(answer(stuck, given)).toBe(expected);
});

const refused: Condition = { 'log-line': { of: { component: 'api' }, is: { httpStatus: 403 } } };
const entry = (fields: object, source = log): KnownFact => told(source, 7, { kind: 'log-line', ...fields });

test.each<[string, Given, string]>([
  ['one that meets', { facts: [entry({ component: 'api', httpStatus: 403 })] }, 'supported'],
  [
    'none that meets never contradicts',
    { facts: [entry({ component: 'api', httpStatus: 200 })] },
    'unknown: not-found',
  ],
  ['of a log that was cut', { facts: [entry({ component: 'api' }, cut)] }, 'unknown: cut'],
  [
    'of a whole log and one that was cut',
    { facts: [entry({ component: 'api' }, cut), entry({ component: 'api' })] },
    'unknown: not-found',
  ],
  [
    'a log without entries of interest',
    { captures: [capture('a.log', { about: { kind: 'log-line', component: 'api' } })] },
    'unknown: not-found',
  ],
  [
    'the log of another',
    { captures: [capture('a.log', { about: { kind: 'log-line', component: 'web' } })] },
    'unknown: not-captured',
  ],
  ['none', {}, 'unknown: not-captured'],
])('an occurrence: %s', (_, given, expected) => {
  expect(answer(refused, given)).toBe(expected);
});

test('without samples only real captures count', () => {
  const facts = [pod(whole, { component: 'api', health: 'stuck', quoted: true })];
  expect(answer(stuck, { facts, unquoted: true })).toBe('unknown: not-captured');
});

test('a join that the fact cannot confirm is loose, supports weakly, and contradicts nothing', () => {
  const joined: Condition = { pod: { of: { node: '{node}' }, is: { health: 'stuck' } } };
  const bindings = { node: 'aks-1' };
  expect(answer(joined, { facts: [pod(whole, { health: 'stuck' })], bindings })).toBe('supported weakly: loose-join');
  expect(answer(joined, { facts: [pod(whole, { health: 'stuck' })] })).toBe('supported');
  expect(answer(joined, { facts: [pod(whole, { health: 'ready' })], bindings })).toBe('unknown: not-found');
  expect(answer(joined, { facts: [pod(whole, { health: 'stuck', node: 'aks-2' })], bindings })).toBe(
    'unknown: not-captured',
  );
  const both = [pod(whole, { health: 'stuck' }), pod(whole, { health: 'stuck', node: 'aks-1' })];
  expect(answer(joined, { facts: both, bindings })).toBe('supported');
});

const missing = (namespace?: string | string[]): Condition => ({
  pod: { of: { component: 'api', ...(namespace ? { namespace } : {}) }, is: 'absent' },
});

test.each<[string, string | string[] | undefined, Given, string]>([
  ['a listing of the namespace', 'shop', { captures: [listed] }, 'supported'],
  ['a listing of all', 'shop', { captures: [everywhere] }, 'supported'],
  ['a listing of all, any namespace', undefined, { captures: [everywhere] }, 'supported'],
  ['a listing of one, any namespace', undefined, { captures: [listed] }, 'unknown: not-captured'],
  ['a listing of one of two', ['shop', 'bank'], { captures: [listed] }, 'unknown: not-captured'],
  ['a listing of the bound namespace', '{ns}', { captures: [listed], bindings: { ns: 'shop' } }, 'supported'],
  ['a listing of another', '{ns}', { captures: [listed], bindings: { ns: 'bank' } }, 'unknown: not-captured'],
  ['a listing that was cut', 'shop', { captures: [{ ...listed, complete: 'no' }] }, 'unknown: cut'],
  ['no listing', 'shop', { captures: [whole] }, 'unknown: not-captured'],
  ['one that is there', 'shop', { facts: [pod(listed, { component: 'api', namespace: 'shop' })] }, 'contradicted'],
  ['one elsewhere', 'shop', { facts: [pod(listed, { component: 'api', namespace: 'bank' })] }, 'supported'],
  [
    'a sample of one',
    'shop',
    { facts: [pod(listed, { component: 'api', namespace: 'shop', quoted: true })] },
    'unknown: not-found',
  ],
])('absent: %s', (_, namespace, given, expected) => {
  expect(answer(missing(namespace), given)).toBe(expected);
});

test('that something did not happen is never known', () => {
  const events = capture('events.txt', { lists: { kind: 'event' } });
  expect(answer({ event: { of: { reason: 'Evicted' }, is: 'absent' } }, { captures: [events] })).toBe(
    'unknown: not-found',
  );
  const evicted = told(events, 3, { kind: 'event', reason: 'Evicted' });
  expect(answer({ event: { of: { reason: 'Evicted' }, is: 'absent' } }, { facts: [evicted] })).toBe('contradicted');
});

const tainted: Condition = { node: { every: { taints: 'CriticalAddonsOnly*' } } };
const node = (name: string, taints: string[] | undefined, source = capture('describe.txt')): KnownFact =>
  told(source, 3, { kind: 'node', name, ...(taints ? { taints } : {}) });
const scheduler = (totalNodes: number, more: object = {}): KnownFact =>
  told(log, 9, { kind: 'event', totalNodes, ...more });
const TAINT = ['CriticalAddonsOnly=true:NoSchedule'];

test.each<[string, Given, string]>([
  ['all that the scheduler counts', { facts: [node('a', TAINT), node('b', TAINT), scheduler(2)] }, 'supported'],
  ['fewer than it counts', { facts: [node('a', TAINT), scheduler(2)] }, 'unknown: cut'],
  ['one node shown twice is one', { facts: [node('a', TAINT), node('a', TAINT, whole), scheduler(2)] }, 'unknown: cut'],
  ['no count', { facts: [node('a', TAINT), node('b', TAINT)] }, 'unknown: cut'],
  ['one without', { facts: [node('a', TAINT), node('b', []), scheduler(2)] }, 'contradicted'],
  ['one without, in a part', { facts: [node('a', TAINT), node('b', [], cut)] }, 'contradicted'],
  ['one that does not tell', { facts: [node('a', TAINT), node('b', undefined), scheduler(2)] }, 'unknown: cut'],
  ['as many as a listing has', { facts: [node('a', TAINT, allNodes), node('b', TAINT, allNodes)] }, 'supported'],
  [
    'fewer than a listing has',
    { facts: [node('a', TAINT), node('a', undefined, allNodes), node('b', undefined, allNodes)] },
    'unknown: cut',
  ],
  ['the largest count', { facts: [node('a', TAINT, allNodes), scheduler(1), scheduler(3)] }, 'unknown: cut'],
  [
    'a listing that was cut is no count',
    { facts: [node('a', TAINT, { ...allNodes, complete: 'no' })] },
    'unknown: cut',
  ],
  [
    'a sample among them',
    {
      facts: [node('a', TAINT), told(whole, 4, { kind: 'node', name: 'b', taints: TAINT, quoted: true }), scheduler(2)],
    },
    'supported weakly: quoted',
  ],
  ['no node', { facts: [scheduler(2)] }, 'unknown: not-captured'],
])('every: %s', (_, given, expected) => {
  expect(answer(tainted, given)).toBe(expected);
});

const blocked: Condition = { finding: { of: { rule: 'shop/blocked', cause: 'firewall' } } };
const finding = (fields: object): KnownFact =>
  told(log, 1, { kind: 'finding', rule: 'shop/blocked', cause: 'firewall', finding: 'f', ...fields });

test.each<[string, object, string]>([
  ['confirmed', { verdict: 'confirmed' }, 'supported'],
  ['likely', { verdict: 'likely' }, 'supported weakly: likely-finding'],
  ['resolved', { verdict: 'confirmed', resolved: true }, 'contradicted'],
  ['likely and resolved', { verdict: 'likely', resolved: true }, 'contradicted'],
  ['excluded', { verdict: 'excluded' }, 'contradicted'],
  ['of another cause', { verdict: 'confirmed', cause: 'proxy' }, 'unknown: not-captured'],
])('a finding: %s', (_, fields, expected) => {
  expect(answer(blocked, { facts: [finding(fields)] })).toBe(expected);
});
