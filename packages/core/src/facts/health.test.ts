import { expect, test } from 'vitest';
import type { PodFact } from './fact.ts';
import { healthOf } from './health.ts';

const HOUR = 3600;

const pod = (fields: Partial<PodFact>): PodFact => ({
  kind: 'pod',
  origin: { path: 'pods.txt', line: 1, endLine: 1 },
  ageSeconds: HOUR,
  ...fields,
});

test.each([
  ['Running', '2/2', HOUR, 'ready'],
  ['Running', '1/2', HOUR, 'failing'],
  ['Running', '1/2', 40, 'starting'],
  ['Running', undefined, HOUR, undefined],
  ['Completed', '0/1', HOUR, 'completed'],
  ['Succeeded', '0/1', HOUR, 'completed'],
  ['Pending', '0/2', HOUR, 'stuck'],
  ['Pending', '0/2', 119, 'starting'],
  ['Pending', '0/2', 120, 'stuck'],
  ['ContainerCreating', '0/2', HOUR, 'stuck'],
  ['Init:0/2', '0/2', HOUR, 'stuck'],
  ['Init:0/2', '0/2', 5, 'starting'],
  ['Init:CrashLoopBackOff', '0/2', 5, 'failing'],
  ['ImagePullBackOff', '0/2', HOUR, 'failing'],
  ['CrashLoopBackOff', '1/2', HOUR, 'failing'],
  ['OOMKilled', '0/1', HOUR, 'failing'],
  ['Evicted', '0/1', HOUR, 'failing'],
  ['Unknown', '0/1', HOUR, 'failing'],
  ['Failed', '0/1', HOUR, 'failing'],
  ['Terminating', '0/1', HOUR, 'stuck'],
  ['Terminating', '0/1', 30, 'starting'],
  ['Terminating (lasts 3m)', '0/1', HOUR, 'stuck'],
  ['NotReady', '0/1', HOUR, 'failing'],
])('%s %s of %s seconds is %s', (status, ready, ageSeconds, health) => {
  expect(healthOf(pod({ status, ageSeconds, ...(ready === undefined ? {} : { ready }) }))).toBe(health);
});

test('without a status nothing is known', () => {
  expect(healthOf(pod({ ready: '2/2' }))).toBeUndefined();
});

test('a describe shows the container that cannot start', () => {
  const containers = [
    { name: 'manager', state: 'Waiting', reason: 'ImagePullBackOff', ready: false },
    { name: 'fluent-bit', state: 'Running', ready: true },
  ];
  expect(healthOf(pod({ status: 'Pending', ageSeconds: 30, containers }))).toBe('failing');
});

test('counts of containers win over what is printed', () => {
  expect(healthOf(pod({ status: 'Running', readyContainers: 2, totalContainers: 2 }))).toBe('ready');
});
