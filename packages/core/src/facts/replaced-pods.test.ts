import { expect, test } from 'vitest';
import { readFacts } from '../read-facts.ts';

const healths = (rows: readonly string[], above = ''): readonly unknown[] =>
  readFacts(`${above}NAME READY STATUS RESTARTS AGE\n${rows.join('\n')}\n`).map(
    (fact) => fact.kind === 'pod' && fact.health,
  );

const RUNNING = 'web-6b8d8bd55c-k4h2z 1/1 Running 0 2d';

test.each([
  [
    'an evicted pod beside a replica that runs',
    ['web-6b8d8bd55c-x2x4z 0/1 Evicted 0 5d', RUNNING],
    ['completed', 'ready'],
  ],
  ['one that a node lost', ['web-6b8d8bd55c-x2x4z 0/1 ContainerStatusUnknown 1 5d', RUNNING], ['completed', 'ready']],
  ['an evicted pod alone', ['web-6b8d8bd55c-x2x4z 0/1 Evicted 0 5d'], ['failing']],
  [
    'an evicted pod beside one in trouble',
    ['web-6b8d8bd55c-x2x4z 0/1 Evicted 0 5d', RUNNING, 'web-6b8d8bd55c-q8x5w 0/1 Pending 0 4m'],
    ['failing', 'ready', 'stuck'],
  ],
  [
    'an evicted pod beside a replica that runs and one that leaves',
    ['web-6b8d8bd55c-x2x4z 0/1 Evicted 0 5d', RUNNING, 'web-6b8d8bd55c-q8x5w 1/1 Terminating 0 5d'],
    ['completed', 'ready', 'stuck'],
  ],
  [
    'an evicted pod beside a replica of another',
    ['api-6b8d8bd55c-x2x4z 0/1 Evicted 0 5d', RUNNING],
    ['failing', 'ready'],
  ],
  [
    'a crashing pod beside a replica that runs',
    ['web-6b8d8bd55c-x2x4z 0/1 CrashLoopBackOff 9 5d', RUNNING],
    ['failing', 'ready'],
  ],
  [
    'a failed run beside a later one that succeeded',
    ['migrate-x2x4z 0/1 Error 0 5d', 'migrate-k4h2z 0/1 Completed 0 4d'],
    ['completed', 'completed'],
  ],
  [
    'a failed run after one that succeeded',
    ['migrate-x2x4z 0/1 Error 0 1d', 'migrate-k4h2z 0/1 Completed 0 4d'],
    ['failing', 'completed'],
  ],
])('%s', (_, rows, expected) => {
  expect(healths(rows)).toEqual(expected);
});

test('its own description counts as well', () => {
  const described =
    'Name:             web-6b8d8bd55c-x2x4z\nNamespace:        shop\nPriority:         0\nNode:             node-1/10.0.0.1\nStatus:           Failed\nReason:           Evicted\n';
  const table = `NAMESPACE NAME READY STATUS RESTARTS AGE\nshop web-6b8d8bd55c-x2x4z 0/1 Evicted 0 5d\nshop ${RUNNING}\n`;
  const facts = readFacts(
    `$ kubectl get pods -A\n${table}$ kubectl describe pod -n shop web-6b8d8bd55c-x2x4z\n${described}`,
  );
  expect(facts.map((fact) => fact.kind === 'pod' && fact.health)).toEqual(['completed', 'ready', 'completed']);
});
