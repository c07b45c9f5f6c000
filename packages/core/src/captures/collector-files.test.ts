import { expect, test } from 'vitest';
import { readFacts } from '../read-facts.ts';

const POD = 'coredns-7db6d8ff4d-abcde';

test.each([
  [
    'cluster-resources/pods-errors.json',
    '["pods is forbidden: User \\"support\\" cannot list", "connection refused by host"]\n',
    ['pods is forbidden: User "support" cannot list', 'connection refused by host'],
  ],
  [
    'skipped-collectors.json',
    '[\n  {\n    "collector": "logs/shop",\n    "errors": [\n      "cannot list pods"\n    ]\n  }\n]\n',
    ['cannot list pods'],
  ],
  [
    'bundleGenerationError.log',
    'failed to list pods\n\nfailed to get nodes\n',
    ['failed to list pods', 'failed to get nodes'],
  ],
  ['shop/web-logs-errors.log', '"half of a text\n', []],
])('%s says what could not be collected', (path, text, messages) => {
  const facts = readFacts(text, { path });
  expect(facts.map((fact) => (fact.kind === 'collection-failure' ? [fact.reason, fact.message] : fact))).toEqual(
    messages.map((message) => ['collector', message]),
  );
});

test('a hostile record of failures is read in no time', () => {
  expect(readFacts('["\\"'.repeat(200_000), { path: 'pods-errors.json' })).toBeInstanceOf(Array);
});

test('the logs of a dump have the pod and container of the marker above them', () => {
  const log = (time: string): string => `I1123 07:0${time}:00.000001       1 server.go:412] Serving`;
  const text = [
    '{ "kind": "PodList", "items": [] }',
    `==== START logs for container coredns of pod kube-system/${POD} ====`,
    log('1'),
    `==== END logs for container coredns of pod kube-system/${POD} ====`,
    '==== START logs for container nginx of pod shop/web-0 ====',
    log('2'),
    '==== END logs for container nginx of pod shop/web-0 ====',
  ].join('\n');
  expect(readFacts(text, { path: 'cluster-info_dump' })).toMatchObject([
    { kind: 'log-line', namespace: 'kube-system', pod: POD, container: 'coredns', origin: { line: 3 } },
    { kind: 'log-line', namespace: 'shop', pod: 'web-0', container: 'nginx', origin: { line: 6 } },
  ]);
});

test('a table without a command gets the one its path names', () => {
  const table =
    'NAMESPACE   NAME   READY   STATUS    RESTARTS   AGE\nshop        web    1/1     Running   0          3d\n';
  expect(readFacts(table, { path: 'rke2/kubectl/pods' })).toMatchObject([
    { kind: 'pod', namespace: 'shop', name: 'web' },
  ]);
});
