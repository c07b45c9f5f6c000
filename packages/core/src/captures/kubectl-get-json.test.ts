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
