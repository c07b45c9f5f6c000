import { expect, test } from 'vitest';
import { compilePattern } from '../rules/compile-pattern.ts';
import { linearEngine } from '../rules/linear-engine.ts';
import type { Pattern } from '../rules/rule.ts';
import { valuesOf, type Bindings } from './bindings.ts';
import { matchFields } from './match-fields.ts';

const NONE: Bindings = new Map();

const is = (pattern: Pattern, record: object, bindings = NONE): string =>
  matchFields(compilePattern(pattern, linearEngine), record, { bindings, quoted: false, subject: false }).answer;

const of = (pattern: Pattern, record: object, bindings = NONE) =>
  matchFields(compilePattern(pattern, linearEngine), record, { bindings, quoted: false, subject: true });

const POD = {
  status: 'CrashLoopBackOff',
  restarts: 7,
  ready: '0/1',
  ageSeconds: 9000,
  age: '2h30m',
  scheduled: true,
  message: 'failed to pull  image\n  "registry.example.com/api:1.4"',
  labels: { app: 'api', 'app.kubernetes.io/name': 'checkout', __proto__x: 'y' },
  conditions: { PodScheduled: 'True' },
  transport: { class: 'timeout', host: 'eastus.example.com' },
  tolerations: [],
  ips: ['10.0.0.1', '20.1.2.3'],
  containers: [
    { name: 'api', state: 'Waiting', reason: 'CrashLoopBackOff', limits: { memory: '512Mi', cpu: '500m' } },
    { name: 'proxy', state: 'Running' },
  ],
};

test.each<[Pattern, 'met' | 'unmet' | 'lacks']>([
  [{ status: 'crashloopbackoff' }, 'met'],
  [{ status: ['Error', 'CrashLoop*'] }, 'met'],
  [{ status: ['Error', 'Pending'] }, 'unmet'],
  [{ node: 'aks-1' }, 'lacks'],
  [{ restarts: 7 }, 'met'],
  [{ restarts: 8 }, 'unmet'],
  [{ restarts: [1, 7] }, 'met'],
  [{ scheduled: true }, 'met'],
  [{ scheduled: false }, 'unmet'],
  [{ restarts: { gt: 5 } }, 'met'],
  [{ restarts: { gt: 7 } }, 'unmet'],
  [{ restarts: { gt: 5, lt: 7 } }, 'unmet'],
  [{ restarts: { gt: 5, lt: 8 } }, 'met'],
  [{ ageSeconds: { gt: '2h' } }, 'met'],
  [{ ageSeconds: { lt: '2h30m' } }, 'unmet'],
  [{ age: { gt: '90m' } }, 'met'],
  [{ age: { lt: '1d' } }, 'met'],
  [{ status: { gt: 1 } }, 'lacks'],
  [{ status: { not: 'Running' } }, 'met'],
  [{ status: { not: ['Running', 'crash*'] } }, 'unmet'],
  [{ node: { not: 'aks-1' } }, 'lacks'],
  [{ ips: { not: '10.*' } }, 'unmet'],
  [{ ips: { not: '172.*' } }, 'met'],
  [{ node: { absent: true } }, 'met'],
  [{ tolerations: { absent: true } }, 'met'],
  [{ status: { absent: true } }, 'unmet'],
  [{ message: { contains: 'Failed to PULL image "registry' } }, 'met'],
  [{ message: { contains: ['no such image', 'failed to pull image'] } }, 'met'],
  [{ message: { contains: 'image registry' } }, 'unmet'],
  [{ message: { contains: 'api:1.4', matches: 'api:(?<tag>[0-9.]+)' } }, 'met'],
  [{ message: { contains: 'api:1.4', matches: 'web:(?<tag>[0-9.]+)' } }, 'unmet'],
  [{ message: { contains: 'api:1x4' } }, 'unmet'],
  [{ ips: '20.*' }, 'met'],
  [{ ips: '30.*' }, 'unmet'],
  [{ 'labels.app': 'api' }, 'met'],
  [{ 'labels.app.kubernetes.io/name': 'checkout' }, 'met'],
  [{ labels: { 'app.kubernetes.io/name': 'checkout', app: 'api' } }, 'met'],
  [{ labels: { app: 'web' } }, 'unmet'],
  [{ labels: { tier: 'front' } }, 'lacks'],
  [{ 'labels.constructor': '*' }, 'lacks'],
  [{ 'labels.__proto__': '*' }, 'lacks'],
  [{ toString: '*' }, 'lacks'],
  [{ 'conditions.PodScheduled': 'True' }, 'met'],
  [{ transport: { class: 'timeout', host: '*.example.com' } }, 'met'],
  [{ 'transport.class': 'refused' }, 'unmet'],
  [{ containers: { state: 'Waiting', reason: 'CrashLoopBackOff' } }, 'met'],
  [{ containers: { state: 'Running', reason: 'CrashLoopBackOff' } }, 'lacks'],
  [{ containers: { name: 'proxy', state: 'Waiting' } }, 'unmet'],
  [{ containers: { limits: { memory: { lt: '1Gi' }, cpu: { gt: '250m' } } } }, 'met'],
  [{ containers: { limits: { memory: { gt: '1G' } } } }, 'lacks'],
  [{ 'containers.name': 'proxy' }, 'met'],
  [{ tolerations: { tolerates: 'CriticalAddonsOnly' } }, 'unmet'],
  [{ status: 'Running', node: 'aks-1' }, 'unmet'],
  [{ status: 'CrashLoopBackOff', node: 'aks-1' }, 'lacks'],
])('a pod against %j is %s', (pattern, answer) => {
  expect(is(pattern, POD)).toBe(answer);
});

test('an element of a list meets a map alone, not together with others', () => {
  const taken = {
    reasons: [
      { class: 'untolerated-taint', count: 1 },
      { class: 'insufficient-resource', count: 3 },
    ],
  };
  expect(is({ reasons: { class: 'untolerated-taint', count: 3 } }, taken)).toBe('unmet');
  expect(is({ reasons: { class: 'insufficient-resource', count: 3 } }, taken)).toBe('met');
});

test('a variable takes a value from every element that meets, with what stands beside it', () => {
  const outcome = of(
    { reasons: { class: 'untolerated-taint', taint: '{taint}', count: '{count}' } },
    {
      reasons: [
        { class: 'untolerated-taint', taint: 'gpu=true', count: 2 },
        { class: 'other', taint: 'x', count: 9 },
        { class: 'untolerated-taint', taint: 'spot', count: 1 },
      ],
    },
  );
  expect(outcome.ways.map((way) => Object.fromEntries(way))).toEqual([
    { taint: 'gpu=true', count: '2' },
    { taint: 'spot', count: '1' },
  ]);
});

test('one variable in two fields has one value', () => {
  expect(of({ name: '{name}', object: 'Pod/{name}' }, { name: 'api-1', object: 'Pod/api-1' }).answer).toBe('met');
  expect(of({ name: '{name}', object: 'Pod/{name}' }, { name: 'api-1', object: 'Pod/api-2' }).answer).toBe('unmet');
});

test('a named group binds a variable, and has to agree with it where it is bound', () => {
  const pattern = { message: { contains: 'release', matches: 'release (?<release>\\w+)' } };
  expect([...of(pattern, { message: 'release Checkout failed' }).ways[0]!]).toEqual([['release', 'Checkout']]);
  const bindings = new Map([['release', valuesOf(['checkout'])]]);
  expect(is(pattern, { message: 'release Checkout failed' }, bindings)).toBe('met');
  expect(is(pattern, { message: 'release cart failed' }, bindings)).toBe('unmet');
});

test('a subject without namespace is not compared; without another field only a variable agrees, loosely if it is bound', () => {
  const bindings = new Map([['pod', valuesOf(['api-1'])]]);
  expect(of({ namespace: 'shop' }, {})).toMatchObject({ answer: 'met', loose: false });
  expect(of({ namespace: '{namespace}' }, {}, new Map([['namespace', valuesOf(['shop'])]]))).toMatchObject({
    answer: 'met',
    loose: false,
  });
  expect(of({ pod: '{pod}' }, {}, bindings)).toMatchObject({ answer: 'met', loose: true });
  expect(of({ pod: '{pod}' }, {})).toMatchObject({ answer: 'met', loose: false });
  expect(of({ pod: 'api-1' }, {}).answer).not.toBe('met');
  expect(of({ pod: ['api-1', 'api-2'] }, {}).answer).not.toBe('met');
  expect(of({ message: { contains: 'refused' } }, {}).answer).not.toBe('met');
  expect(is({ pod: '{pod}' }, {}, bindings)).toBe('lacks');
});

test('expressions see a bounded part of a text only', () => {
  const message = `${'x'.repeat(70_000)} release checkout`;
  expect(is({ message: { contains: 'release', matches: 'release' } }, { message })).toBe('unmet');
});
