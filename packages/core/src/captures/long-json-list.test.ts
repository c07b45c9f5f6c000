import { test } from 'vitest';
import { kubectlGetJson } from './kubectl-get-json.ts';
import { expectAllRead, expectSameInParts } from './read-list.test.kit.ts';

const podNamed = (name: string, kind?: string): object => ({
  apiVersion: 'v1',
  ...(kind === undefined ? {} : { kind }),
  metadata: { name, namespace: 'shop' },
  spec: { nodeName: 'node-1', containers: [{ name: 'app', image: 'app:1' }] },
  status: { phase: 'Running', containerStatuses: [{ name: 'app', ready: true, restartCount: 0 }] },
});

const namesTo = (count: number): readonly string[] => Array.from({ length: count }, (_, i) => `web-${i}`);

const listOf = (items: readonly object[], list: object): string => JSON.stringify({ ...list, items }, undefined, 4);

const own = listOf(
  namesTo(400).map((name) => podNamed(name, 'Pod')),
  { apiVersion: 'v1', kind: 'List' },
);
const listed = listOf(
  namesTo(400).map((name) => podNamed(name)),
  { kind: 'PodList', apiVersion: 'v1' },
);
const bare = JSON.stringify(
  namesTo(400).map((name) => podNamed(name, 'Pod')),
  undefined,
  2,
);
const atEnd = `{\n    "apiVersion": "v1",\n    "items": [\n${own
  .split('\n')
  .slice(4, -2)
  .filter((line) => !line.includes('"kind"'))
  .join('\n')}\n    ],\n    "kind": "PodList"\n}`;

test.each([
  ['objects that say their kind', own],
  ['objects of a list that names it first', listed],
  ['objects of a list that names it last', atEnd],
  ['a list without a name', bare],
  ['a list with a damaged object', own.replace('"name": "web-150"', '"name: "web-150"')],
  ['a list with a line too many', own.replace('"name": "web-150"', '\n"name": "web-150"')],
  ['a list that was cut', own.slice(0, -1000)],
])('%s are read in parts as they are read at once', (_, text) => {
  expectSameInParts(text, kubectlGetJson, 150);
});

test('a list that is longer than what is held of a capture is read to its end', () => {
  expectAllRead(own, kubectlGetJson, 400);
});
