import { describe, expect, test } from 'vitest';
import { kubectlGetConfigmap } from './kubectl-get-configmap.ts';
import { commandOf, parseSample } from './parse-sample.test.kit.ts';
import { tooDeep } from './text/yaml-depth.ts';

const CUSTOM = `apiVersion: v1
data:
  extensionsdp.override: |
    hosts {
      20.39.12.229 eastus.dp.kubernetesconfiguration.azure.com # public
      fallthrough
    }
  plain: "no"
kind: ConfigMap
metadata:
  name: coredns-custom
  namespace: kube-system`;

const { facts, quotes } = parseSample(kubectlGetConfigmap, CUSTOM);

test('reads data as text, and the hosts in it', () => {
  expect(facts).toEqual([
    {
      kind: 'config-map',
      origin: { path: 'capture.txt', line: 1, endLine: 12 },
      name: 'coredns-custom',
      namespace: 'kube-system',
      data: {
        'extensionsdp.override':
          'hosts {\n  20.39.12.229 eastus.dp.kubernetesconfiguration.azure.com # public\n  fallthrough\n}\n',
        plain: 'no',
      },
      hosts: [
        {
          address: '20.39.12.229',
          name: 'eastus.dp.kubernetesconfiguration.azure.com',
          key: 'extensionsdp.override',
        },
      ],
    },
  ]);
});

test('quotes the name and the entry', () => {
  expect([quotes[0]?.['']?.number, quotes[0]?.['hosts']?.number]).toEqual([11, 5]);
});

test('reads a list, and only its config maps', () => {
  const list = `apiVersion: v1
items:
- apiVersion: v1
  data:
    a: '1'
  kind: ConfigMap
  metadata:
    name: first
- apiVersion: v1
  data:
    password: aGVsbG8=
  kind: Secret
  metadata:
    name: second
kind: List
metadata:
  resourceVersion: ""`;
  const read = parseSample(kubectlGetConfigmap, list);
  expect(read.facts).toMatchObject([{ name: 'first', data: { a: '1' }, origin: { line: 3 } }]);
  expect(read.facts).toHaveLength(1);
});

test('values stay the text they are', () => {
  const read = parseSample(
    kubectlGetConfigmap,
    '%YAML 1.1\n---\napiVersion: v1\nkind: ConfigMap\ndata:\n  a: NO\n  b: 0777\n  __proto__: x',
  );
  const [fact] = read.facts;
  expect(fact?.kind === 'config-map' && Object.entries(fact.data ?? {})).toEqual([
    ['a', 'NO'],
    ['b', '0777'],
    ['__proto__', 'x'],
  ]);
});

describe('what is refused', () => {
  test.each([
    ['damage', 'apiVersion: v1\nkind: ConfigMap\ndata: {a: b', 'object-damaged'],
    ['deep flow', `apiVersion: v1\nkind: ConfigMap\ndata: ${'['.repeat(20_000)}`, 'object-damaged'],
    ['deep blocks', `apiVersion: v1\nkind: ConfigMap\ndata:\n  ${'- '.repeat(20_000)}x`, 'object-damaged'],
    ['size', `apiVersion: v1\nkind: ConfigMap\ndata:\n  a: ${'x'.repeat(5 * 1024 * 1024)}`, 'limit-object-size'],
  ])('%s is a note with its line, and no fact', (_, text, code) => {
    const read = parseSample(kubectlGetConfigmap, text);
    expect(read.facts).toEqual([]);
    expect(read.notes).toHaveLength(1);
    expect(read.notes[0]).toMatchObject({ code, line: expect.any(Number) as number });
    expect(read.unreadLines).toBeGreaterThan(0);
  });

  test('an alias is not followed', () => {
    const read = parseSample(kubectlGetConfigmap, 'apiVersion: v1\nkind: ConfigMap\ndata:\n  a: &x text\n  b: *x');
    expect(read.facts).toMatchObject([{ data: { a: 'text' } }]);
    expect(Object.keys((read.facts[0] as { data: object }).data)).toEqual(['a']);
  });
});

test('without its kind it is one only if the command asked for it', () => {
  const cut = CUSTOM.slice(0, CUSTOM.indexOf('kind:'));
  const command = commandOf('kubectl get cm -o yaml', { verb: 'get', resource: 'configmaps', output: 'yaml' });
  expect(parseSample(kubectlGetConfigmap, cut).facts).toEqual([]);
  expect(parseSample(kubectlGetConfigmap, cut, command).facts).toHaveLength(1);
});

test('depth is told before anything is parsed', () => {
  expect(tooDeep(`a: ${'{b: '.repeat(60)}c${'}'.repeat(60)}`)).toBe(false);
  expect(tooDeep(`a: ${'{b: '.repeat(65)}c${'}'.repeat(65)}`)).toBe(true);
  const nested = (levels: number): string => Array.from({ length: levels }, (_, i) => `${' '.repeat(i)}k:`).join('\n');
  expect([tooDeep(nested(90)), tooDeep(nested(101))]).toEqual([false, true]);
});
