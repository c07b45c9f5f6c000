import { expect, test } from 'vitest';
import { kubectlGetYaml } from './kubectl-get-yaml.ts';
import { expectAllRead, expectSameInParts, readList } from './read-list.test.kit.ts';

const podNamed = (name: string, command = 'serve'): readonly string[] => [
  '- apiVersion: v1',
  '  kind: Pod',
  '  metadata:',
  `    name: ${name}`,
  '    namespace: shop',
  '  spec:',
  '    containers:',
  '    - command:',
  '      - sh',
  '      - |',
  '        - not an item',
  `        ${command}`,
  '      name: app',
  '    nodeName: node-1',
  '  status:',
  '    containerStatuses:',
  '    - name: app',
  '      ready: true',
  '      restartCount: 2',
  '    phase: Running',
];

const items = Array.from({ length: 400 }, (_, at) => podNamed(`web-${at}`));

const listOf = (pods: readonly (readonly string[])[]): string =>
  ['apiVersion: v1', 'items:', ...pods.flat(), 'kind: List', 'metadata:', '  resourceVersion: ""', ''].join('\n');

const list = listOf(items);

test.each([
  ['a list', list],
  ['a list that stands deeper', list.replaceAll(/^(?=[- ])/gm, '  ')],
  ['a list with a damaged object', list.replace('name: web-150', 'name: "web-150')],
  ['a list with blank lines', list.replace('items:\n', 'items:\n\n').replace('name: web-301', '\n    name: web-301')],
  ['a list with a line too many', list.replace('    name: web-150', ' name: web-150')],
  ['a list that was cut', list.slice(0, -1000)],
])('%s is read in parts as it is read at once', (_, text) => {
  expectSameInParts(text, kubectlGetYaml, 350);
});

test('a list that is longer than what is held of a capture is read to its end', () => {
  expectAllRead(list, kubectlGetYaml, 400);
});

test('an object that is no list is not cut', () => {
  const text = [
    'apiVersion: v1',
    'kind: Pod',
    'metadata:',
    '  name: web-0',
    'spec:',
    '  containers:',
    ...Array.from({ length: 3000 }, (_, at) => `  - name: c-${at}`),
  ];
  const { readings } = readList(text.join('\n'), kubectlGetYaml);
  expect(readings.map(({ fact }) => fact.origin.endLine)).toEqual([3006]);
});
