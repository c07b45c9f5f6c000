import { expect, test } from 'vitest';
import { readFacts } from '../read-facts.ts';

const POD = {
  apiVersion: 'v1',
  kind: 'Pod',
  metadata: { name: 'web-0', namespace: 'shop' },
  spec: { nodeName: 'node-a', containers: [{ name: 'web', image: 'shop/web:1' }] },
  status: {
    phase: 'Running',
    containerStatuses: [
      {
        name: 'web',
        ready: false,
        restartCount: 7,
        image: 'shop/web:1',
        state: { waiting: { reason: 'CrashLoopBackOff', message: 'back-off 5m0s restarting failed container' } },
      },
    ],
  },
};
const EVENT = {
  apiVersion: 'v1',
  kind: 'Event',
  metadata: { name: 'web-0.17', namespace: 'shop' },
  involvedObject: { kind: 'Pod', name: 'web-0', namespace: 'shop' },
  reason: 'BackOff',
  message: 'Back-off restarting failed container web in pod web-0',
  type: 'Warning',
  count: 12,
  lastTimestamp: '2024-02-07T06:05:00Z',
  source: { component: 'kubelet', host: 'node-a' },
};
const LIST = { apiVersion: 'v1', kind: 'List', items: [POD, EVENT] };

test('a pod tells its node, its state and why its container waits', () => {
  const [fact] = readFacts(JSON.stringify(POD, null, 4), { path: 'pod.json' });
  expect(fact).toMatchObject({
    kind: 'pod',
    namespace: 'shop',
    name: 'web-0',
    node: 'node-a',
    restarts: 7,
    containers: [{ name: 'web', state: 'Waiting', reason: 'CrashLoopBackOff' }],
  });
  expect(fact?.origin).toMatchObject({ path: 'pod.json', line: 1 });
});

test.each([
  ['printed as kubectl does', JSON.stringify(LIST, null, 4)],
  ['on one line', JSON.stringify(LIST)],
])('the items of a list %s are facts of their own', (_name, text) => {
  const facts = readFacts(text, { path: 'all.json' });
  expect(facts.map(({ kind }) => kind)).toEqual(['pod', 'event']);
  expect(facts[1]).toMatchObject({ reason: 'BackOff', count: 12, time: '2024-02-07T06:05:00Z' });
});

test('of a list that was cut the items that are whole are read', () => {
  const lines = JSON.stringify(LIST, null, 4).split('\n');
  const cut = lines.slice(0, lines.findIndex((line) => line.includes('"Event"')) + 1).join('\n');
  expect(readFacts(cut).map(({ kind }) => kind)).toEqual(['pod']);
});

test('a list of a kind names the kind of its items', () => {
  const { apiVersion: _version, kind: _kind, ...bare } = POD;
  const text = JSON.stringify({ kind: 'PodList', apiVersion: 'v1', metadata: {}, items: [bare] }, null, 2);
  expect(readFacts(text)[0]).toMatchObject({ kind: 'pod', name: 'web-0' });
});

test('what was only asked for is no state', () => {
  const { status: _status, ...asked } = POD;
  expect(readFacts(JSON.stringify(asked, null, 4))[0]).toMatchObject({ kind: 'object', objectKind: 'pod' });
});

test('a record of a log is no object', () => {
  expect(readFacts('{"level":"info","kind":"x","msg":"reconciled"}\n').some(({ kind }) => kind === 'object')).toBe(
    false,
  );
});

test('a pod with lists of items in its volumes is one pod', () => {
  const volumes = [
    { name: 'ca', projected: { sources: [{ configMap: { items: [{ key: 'ca.crt', path: 'ca.crt' }] } }] } },
  ];
  const pod = { ...POD, spec: { ...POD.spec, volumes } };
  expect(readFacts(JSON.stringify(pod, null, 4))).toMatchObject([{ kind: 'pod', name: 'web-0', origin: { line: 1 } }]);
});

test('of a list on one line that was cut the items that are whole are read', () => {
  const text = JSON.stringify(LIST);
  expect(readFacts(text.slice(0, -100))).toMatchObject([{ kind: 'pod', name: 'web-0' }]);
});

test('objects one a line are read each', () => {
  const facts = readFacts(`${JSON.stringify(POD)}\n${JSON.stringify(EVENT)}\n`);
  expect(facts.map(({ kind, origin }) => [kind, origin.line])).toEqual([
    ['pod', 1],
    ['event', 2],
  ]);
});

test.each([
  ['over lines', 2],
  ['on one line', undefined],
])('a bare array that a collector wrote %s has objects that do not say their kind', (_, indent) => {
  const bare = [POD, POD].map(({ apiVersion: _version, kind: _kind, ...rest }) => rest);
  const text = JSON.stringify(bare, null, indent);
  expect(readFacts(text, { path: 'cluster-resources/pods/shop.json' })).toMatchObject([
    { kind: 'pod' },
    { kind: 'pod' },
  ]);
  expect(readFacts(text, { path: 'x.json' })).toMatchObject([{ kind: 'pod' }, { kind: 'pod' }]);
});

test('a list of nothing is read, and has no facts', () => {
  const list = { apiVersion: 'v1', items: [], kind: 'List', metadata: { resourceVersion: '' } };
  for (const indent of [4, undefined]) expect(readFacts(JSON.stringify(list, null, indent))).toEqual([]);
});

test('an answer that refuses is a failure to collect', () => {
  const status = {
    kind: 'Status',
    apiVersion: 'v1',
    metadata: {},
    status: 'Failure',
    message:
      'pods "web-0" is forbidden: User "x" cannot get resource "pods/log" in API group "" in the namespace "shop"',
    reason: 'Forbidden',
    details: { name: 'web-0', kind: 'pods' },
    code: 403,
  };
  for (const indent of [2, undefined])
    expect(readFacts(JSON.stringify(status, null, indent))).toMatchObject([
      { kind: 'collection-failure', reason: 'Forbidden', resource: 'pods', name: 'web-0', namespace: 'shop' },
    ]);
});

test('an event of `events.k8s.io` is an event', () => {
  const event = {
    apiVersion: 'events.k8s.io/v1',
    deprecatedCount: 7,
    deprecatedFirstTimestamp: '2026-11-25T17:00:00Z',
    deprecatedLastTimestamp: '2026-11-25T17:09:56Z',
    deprecatedSource: { component: 'kubelet', host: 'worker-1' },
    eventTime: null,
    kind: 'Event',
    metadata: { name: 'web-0.18eb58e01f4522d6', namespace: 'shop' },
    note: 'Back-off restarting failed container web in pod web-0',
    reason: 'BackOff',
    regarding: { kind: 'Pod', name: 'web-0', namespace: 'shop' },
    type: 'Warning',
  };
  expect(readFacts(JSON.stringify(event, null, 4))).toMatchObject([
    {
      kind: 'event',
      object: 'Pod/web-0',
      count: 7,
      time: '2026-11-25T17:09:56Z',
      from: 'kubelet',
      node: 'worker-1',
      pod: 'web-0',
    },
  ]);
});
