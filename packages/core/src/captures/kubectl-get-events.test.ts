import { describe, expect, test } from 'vitest';
import type { EventFact } from '../facts/fact.ts';
import { readFacts } from '../read-facts.ts';
import { kubectlGetEvents } from './kubectl-get-events.ts';
import { parseSample } from './parse-sample.test.kit.ts';

const eventsOf = (text: string): readonly EventFact[] => parseSample(kubectlGetEvents, text).facts as EventFact[];

test('a message may have a list below a blank line, also where no row follows', () => {
  const text = `LAST SEEN              TYPE      REASON                 OBJECT               MESSAGE
3m25s (x12 over 29m)   Warning   ReconciliationFailed   Kustomization/apps   kustomize build failed: no such file or directory

Please check:
  - spec.path
`;
  expect(readFacts(text)).toMatchObject([
    { message: expect.stringMatching(/directory\s+Please check:\s+- spec\.path$/) },
  ]);
  expect(readFacts(text.replace('Please check:\n  - spec.path', 'Please check our cluster.'))).toMatchObject([
    { message: 'kustomize build failed: no such file or directory' },
  ]);
});

test('reads a scheduler message and what it names', () => {
  const [event] =
    eventsOf(`NAMESPACE     LAST SEEN   TYPE      REASON             OBJECT                                 MESSAGE
kube-system   18s         Warning   FailedScheduling   pod/extension-agent-55d4f4795f-sqx7q   0/2 nodes are available: 2 node(s) had untolerated taint {CriticalAddonsOnly: true}. preemption: 0/2 nodes are available: 2 Preemption is not helpful for scheduling.`);
  expect(event).toEqual({
    kind: 'event',
    origin: { path: 'capture.txt', line: 2, endLine: 2 },
    namespace: 'kube-system',
    type: 'Warning',
    reason: 'FailedScheduling',
    object: 'pod/extension-agent-55d4f4795f-sqx7q',
    objectKind: 'pod',
    objectName: 'extension-agent-55d4f4795f-sqx7q',
    pod: 'extension-agent-55d4f4795f-sqx7q',
    message:
      '0/2 nodes are available: 2 node(s) had untolerated taint {CriticalAddonsOnly: true}. preemption: 0/2 nodes are available: 2 Preemption is not helpful for scheduling.',
    age: '18s',
    ageSeconds: 18,
    lastSeen: '18s',
    availableNodes: 0,
    totalNodes: 2,
    reasons: [
      {
        text: 'node(s) had untolerated taint {CriticalAddonsOnly: true}',
        class: 'untolerated-taint',
        count: 2,
        taint: 'CriticalAddonsOnly=true',
        taintKey: 'CriticalAddonsOnly',
        everyNode: true,
        classEveryNode: true,
      },
    ],
  });
});

describe('forms of one event', () => {
  const back = {
    namespace: 'shop',
    reason: 'BackOff',
    objectKind: 'pod',
    objectName: 'web-0',
    message: 'Back-off restarting failed container web',
  };
  test.each([
    [
      'kubectl events',
      'NAMESPACE   LAST SEEN             TYPE      REASON    OBJECT      MESSAGE\nshop        3m53s (x7 over 33m)   Warning   BackOff   Pod/web-0   Back-off restarting failed container web',
      { age: '3m53s', ageSeconds: 233, count: 7, over: '33m' },
    ],
    [
      'single blanks',
      'NAMESPACE LAST SEEN TYPE REASON OBJECT MESSAGE\nshop 3m53s (x7 over 33m) Warning BackOff Pod/web-0 Back-off restarting failed container web',
      { age: '3m53s', count: 7, over: '33m' },
    ],
    ['no heading', 'shop 3m53s Warning BackOff pod/web-0 Back-off restarting failed container web', { age: '3m53s' }],
    [
      'wide',
      `NAMESPACE   LAST SEEN   TYPE      REASON    OBJECT      SUBOBJECT             SOURCE              MESSAGE                                    FIRST SEEN   COUNT   NAME
shop        3m53s       Warning   BackOff   pod/web-0   spec.containers{web}  kubelet, worker-2   Back-off restarting failed container web   33m          7       web-0.18ea8bc0e221f51c`,
      { from: 'kubelet', node: 'worker-2', firstSeen: '33m', count: 7, lastSeen: '3m53s' },
    ],
    [
      'wide with single blanks and no heading',
      'shop 3m53s Warning BackOff pod/web-0 spec.containers{web} kubelet, worker-2 Back-off restarting failed container web 33m 7 web-0.18ea8bc0e221f51c',
      { from: 'kubelet', firstSeen: '33m', count: 7 },
    ],
    [
      'the table before 1.14',
      `NAMESPACE   LASTSEEN   FIRSTSEEN   COUNT   NAME                     KIND   SUBOBJECT              TYPE      REASON    SOURCE              MESSAGE
shop        3m53s      33m         7       web-0.18ea8bc0e221f51c   Pod    spec.containers{web}   Warning   BackOff   kubelet, worker-2   Back-off restarting failed container web`,
      { object: 'Pod/web-0', count: 7, firstSeen: '33m' },
    ],
    [
      'other columns in another order',
      `REASON    NAMESPACE   TYPE      OBJECT      MESSAGE
BackOff   shop        Warning   pod/web-0   Back-off restarting failed container web`,
      { type: 'Warning' },
    ],
  ])('%s', (_, text, more) => {
    const events = eventsOf(text);
    expect(events).toHaveLength(1);
    expect(events[0]).toMatchObject({ ...back, ...more });
  });
});

test('keeps the prefix of combined events and still reads the scheduler', () => {
  const [event] = eventsOf(
    '5m Warning FailedScheduling pod/web-0 (combined from similar events): 0/3 nodes are available: 3 Insufficient cpu.',
  );
  expect(event?.message).toMatch(/^\(combined from similar events\): 0\/3/);
  expect(event?.totalNodes).toBe(3);
});

test('reads how a connection failed', () => {
  const [event] = eventsOf(
    '5m Warning Failed pod/web-0 Failed to pull image "mcr.microsoft.com/a:1": dial tcp: lookup mcr.microsoft.com: no such host',
  );
  expect(event?.transport).toMatchObject({ class: 'name-not-found', host: 'mcr.microsoft.com' });
});

test('the node a pod was assigned to is the one it speaks of', () => {
  const [event] = eventsOf('5m Normal Scheduled pod/web-0 Successfully assigned shop/web-0 to worker-1');
  expect(event?.node).toBe('worker-1');
});

test('a message may have several lines between events', () => {
  const events = eventsOf(`LAST SEEN   TYPE      REASON      OBJECT      MESSAGE
15s         Warning   Unhealthy   Pod/web-0   Readiness probe failed: timed out
last output:
  db unreachable
20s         Normal    Pulled      Pod/web-0   Container image already present`);
  expect(events.map(({ message }) => message)).toEqual([
    'Readiness probe failed: timed out\nlast output:\n  db unreachable',
    'Container image already present',
  ]);
});

test('a row that is cut before its message is no event', () => {
  const read = parseSample(
    kubectlGetEvents,
    'LAST SEEN   TYPE      REASON    OBJECT      MESSAGE\n3m          Warning   BackOff   pod/we',
  );
  expect([read.facts.length, read.unreadLines]).toEqual([0, 1]);
});

test('up to Kubernetes 1.4 the source stands in braces', () => {
  const text = `LASTSEEN   FIRSTSEEN   COUNT     NAME         KIND      SUBOBJECT             TYPE      REASON         SOURCE                 MESSAGE
3m         5m          7         web-0        Pod       spec.containers{web}  Warning   BackOff        {kubelet node-1}       Back-off restarting failed container
3m         5m          1         node-1       Node                            Warning   NodeNotReady   {controllermanager }   Node is not ready
`;
  expect(eventsOf(text)).toMatchObject([
    { from: 'kubelet', node: 'node-1', pod: 'web-0', message: 'Back-off restarting failed container' },
    { from: 'controllermanager', object: 'Node/node-1', message: 'Node is not ready' },
  ]);
});
