import { readFacts } from '../../read-facts.ts';
import { describe, expect, test } from 'vitest';
import { kubectlDescribePod } from '../kubectl-describe-pod.ts';
import { commandOf, parseSample } from '../parse-sample.test.kit.ts';

describe('events without the description above them', () => {
  const EVENTS = `Events:
Type Reason Age From Message
---- ------ ---- ---- -------
Warning FailedScheduling 18s default-scheduler 0/2 nodes are available: 2 node(s) had untolerated taint {CriticalAddonsOnly: true}. preemption: 0/2`;

  test.each([
    ['with its heading', EVENTS],
    ['without dashes', EVENTS.replace(/^---- .*\n/m, '')],
    ['as a row alone', EVENTS.split('\n').at(-1) ?? ''],
  ])('yields its events, and no pod: %s', (_, text) => {
    const read = parseSample(kubectlDescribePod, text).facts;
    expect(read).toHaveLength(1);
    expect(read[0]).toMatchObject({ kind: 'event', reason: 'FailedScheduling', objectKind: 'pod', totalNodes: 2 });
    expect(read[0]).not.toHaveProperty('pod');
  });

  test('under a describe of pods all its events are events of a pod', () => {
    const text = EVENTS.replace('FailedScheduling', 'Pulled');
    const command = commandOf('kubectl describe po web-0', { verb: 'describe', resource: 'pods', names: ['web-0'] });
    expect(parseSample(kubectlDescribePod, text).facts[0]).not.toHaveProperty('objectKind');
    expect(parseSample(kubectlDescribePod, text, command).facts[0]).toMatchObject({ objectKind: 'pod' });
  });
});

test('older tables of events are read', () => {
  const text = `Events:
  FirstSeen  LastSeen  Count  From                  SubObjectPath         Type     Reason   Message
  ---------  --------  -----  ----                  -------------         ----     ------   -------
  33m        3m        7      kubelet, worker-2     spec.containers{web}  Warning  BackOff  Back-off restarting failed container`;
  expect(parseSample(kubectlDescribePod, text).facts[0]).toMatchObject({
    firstSeen: '33m',
    lastSeen: '3m',
    ageSeconds: 180,
    count: 7,
    from: 'kubelet',
    node: 'worker-2',
    message: 'Back-off restarting failed container',
  });
});

test('events of kubectl up to 1.6 stand below headings of their own', () => {
  const text = `  FirstSeen\tLastSeen\tCount\tFrom\t\t\tSubObjectPath\t\tType\t\tReason\t\tMessage
  ---------\t--------\t-----\t----\t\t\t-------------\t\t--------\t------\t\t-------
  18m\t\t18m\t\t1\t{default-scheduler }\t\t\t\tNormal\t\tScheduled\tSuccessfully assigned web-0 to node-1
  16m\t\t17s\t\t6\t{kubelet node-1}\tspec.containers{nginx}\tWarning\t\tFailed\t\tFailed to pull image "nginx": timeout
`;
  expect(readFacts(text)).toMatchObject([
    { kind: 'event', type: 'Normal', reason: 'Scheduled', from: 'default-scheduler', count: 1 },
    { kind: 'event', type: 'Warning', reason: 'Failed', from: 'kubelet', node: 'node-1', count: 6, age: '17s' },
  ]);
});
