import { describe, expect, test } from 'vitest';
import type { EventFact, PodFact } from '../facts/fact.ts';
import { kubectlDescribePod } from './kubectl-describe-pod.ts';
import { linesOf, parseSample } from './parse-sample.test.kit.ts';

const AGENT = `Name:                 extension-agent-55d4f4795f-sqx7q
Namespace:            kube-system
Priority:             2000000000
Priority Class Name:  system-cluster-critical
Service Account:      extension-agent
Node:                 aks-nodepool1-28411718-vmss000000/10.224.0.4
Start Time:           Sun, 22 Nov 2026 22:13:46 -0500
Labels:               app.kubernetes.io/component=extension-agent
                      pod-template-hash=55d4f4795f
Annotations:          checksum/config: 1c4386da
                      example.com/script:
                        #!/bin/sh
                        Status:  Running
Status:               Running
IP:                   10.244.4.84
IPs:
  IP:           10.244.4.84
Controlled By:  ReplicaSet/extension-agent-55d4f4795f
Init Containers:
  prepare:
    Container ID:  containerd://1878
    Image:         mcr.microsoft.com/prepare:1
    State:         Terminated
      Reason:      Completed
      Exit Code:   0
    Ready:         True
    Restart Count: 0
Containers:
  manager:
    Container ID:  containerd://31194a01
    Image:         mcr.microsoft.com/azurearck8s/aks/stable/config-agent:1.20.1
    Image ID:      mcr.microsoft.com/azurearck8s/aks/stable/config-agent@sha256:d83f
    Ports:         8080/TCP, 53/UDP
    Host Ports:    0/TCP, 0/UDP
    Command:
      /manager
      --
    State:          Waiting
      Reason:       CrashLoopBackOff
    Last State:     Terminated
      Reason:       OOMKilled
      Message:      error: config is not valid:
  Name:   spec.rules
Events:
  none were recorded
      Exit Code:    137
      Started:      Sun, 22 Nov 2026 22:13:47 -0500
      Finished:     Mon, 01 Jan 0001 00:00:00 +0000
    Ready:          False
    Restart Count:  8
    Limits:
      cpu:     100m
      memory:  256Mi
    Requests:
      cpu:        10m
    Environment:  <none>
    Mounts:
      /etc/config from config (rw)
  fluent-bit:
    Container ID:   containerd://626a62ab
    Image:          mcr.microsoft.com/oss/fluent-bit:1
    State:          Running
      Started:      Sun, 22 Nov 2026 22:13:47 -0500
    Ready:          True
    Restart Count:  2
Conditions:
  Type              Status
  Initialized       True
  Ready             False
Volumes:
  config:
    Type:      ConfigMap (a volume populated by a ConfigMap)
    Name:      agent-config
    Optional:  true
QoS Class:       Burstable
Node-Selectors:  kubernetes.io/os=linux
Tolerations:     CriticalAddonsOnly op=Exists
                 dedicated=gpu:NoSchedule
                 :NoExecute op=Exists
                 node.kubernetes.io/not-ready:NoExecute op=Exists for 300s
Events:
  Type     Reason     Age                  From               Message
  ----     ------     ----                 ----               -------
  Normal   Scheduled  7m25s                default-scheduler  Successfully assigned kube-system/extension-agent-55d4f4795f-sqx7q to aks-nodepool1-28411718-vmss000000
  Warning  BackOff    34s (x30 over 7m6s)  kubelet            Back-off restarting failed container manager
`;

const { facts, quotes } = parseSample(kubectlDescribePod, AGENT);
const pod = facts[0] as PodFact;

test('reads who and where a pod is', () => {
  expect(pod).toMatchObject({
    kind: 'pod',
    name: 'extension-agent-55d4f4795f-sqx7q',
    namespace: 'kube-system',
    priority: 2_000_000_000,
    priorityClass: 'system-cluster-critical',
    serviceAccount: 'extension-agent',
    node: 'aks-nodepool1-28411718-vmss000000',
    nodeIP: '10.224.0.4',
    scheduled: true,
    startTime: '2026-11-23T03:13:46Z',
    status: 'Running',
    ip: '10.244.4.84',
    ips: ['10.244.4.84'],
    controlledBy: 'ReplicaSet/extension-agent-55d4f4795f',
    qos: 'Burstable',
    labels: { 'app.kubernetes.io/component': 'extension-agent', 'pod-template-hash': '55d4f4795f' },
    annotations: { 'checksum/config': '1c4386da', 'example.com/script': '#!/bin/sh\nStatus:  Running' },
    nodeSelectors: { 'kubernetes.io/os': 'linux' },
    conditions: { Initialized: 'True', Ready: 'False' },
    volumes: [{ name: 'config', type: 'ConfigMap', ref: 'agent-config' }],
  });
});

test('counts readiness and restarts over the containers', () => {
  expect([pod.ready, pod.readyContainers, pod.totalContainers, pod.restarts]).toEqual(['1/2', 1, 2, 8]);
});

test('reads containers, and messages that look like a description', () => {
  expect(pod.initContainers?.map(({ name, state }) => [name, state])).toEqual([['prepare', 'Terminated']]);
  expect(pod.containers?.[0]).toEqual({
    name: 'manager',
    mounts: [{ path: '/etc/config', volume: 'config', readOnly: false }],
    image: 'mcr.microsoft.com/azurearck8s/aks/stable/config-agent:1.20.1',
    imageID: 'mcr.microsoft.com/azurearck8s/aks/stable/config-agent@sha256:d83f',
    containerID: 'containerd://31194a01',
    state: 'Waiting',
    reason: 'CrashLoopBackOff',
    ready: false,
    restartCount: 8,
    last: {
      state: 'Terminated',
      reason: 'OOMKilled',
      exitCode: 137,
      message: 'error: config is not valid:\n  Name:   spec.rules\nEvents:\n  none were recorded',
      startedAt: '2026-11-23T03:13:47Z',
    },
    limits: { cpu: '100m', memory: '256Mi' },
    requests: { cpu: '10m' },
    ports: ['8080/TCP', '53/UDP'],
    command: ['/manager', '--'],
  });
});

test('reads tolerations', () => {
  expect(pod.tolerations).toEqual([
    { key: 'CriticalAddonsOnly', op: 'Exists' },
    { key: 'dedicated', op: 'Equal', value: 'gpu', effect: 'NoSchedule' },
    { op: 'Exists', effect: 'NoExecute' },
    { key: 'node.kubernetes.io/not-ready', op: 'Exists', effect: 'NoExecute', seconds: 300 },
  ]);
});

test('quotes the line that shows a field', () => {
  expect(Object.fromEntries(Object.entries(quotes[0] ?? {}).map(([name, line]) => [name, line.text.trim()]))).toEqual(
    expect.objectContaining({
      '': 'Name:                 extension-agent-55d4f4795f-sqx7q',
      tolerations: 'Tolerations:     CriticalAddonsOnly op=Exists',
      containers: 'Reason:       CrashLoopBackOff',
      status: 'Status:               Running',
    }),
  );
});

test('its events are events of the pod', () => {
  expect(facts.slice(1)).toMatchObject([
    { reason: 'Scheduled', age: '7m25s', node: 'aks-nodepool1-28411718-vmss000000' },
    {
      kind: 'event',
      namespace: 'kube-system',
      object: 'Pod/extension-agent-55d4f4795f-sqx7q',
      objectKind: 'pod',
      objectName: 'extension-agent-55d4f4795f-sqx7q',
      pod: 'extension-agent-55d4f4795f-sqx7q',
      type: 'Warning',
      reason: 'BackOff',
      age: '34s',
      ageSeconds: 34,
      count: 30,
      over: '7m6s',
      from: 'kubelet',
      message: 'Back-off restarting failed container manager',
    },
  ]);
});

describe('the same pod', () => {
  const essence = (text: string): unknown => {
    const [first, ...events] = parseSample(kubectlDescribePod, text).facts as [PodFact, ...EventFact[]];
    const { name, status, node, ready, restarts, conditions, tolerations, containers, labels } = first;
    const states = containers?.map((container) => [
      container.name,
      container.state,
      container.limits,
      container.last?.reason,
    ]);
    return {
      name,
      status,
      node,
      ready,
      restarts,
      conditions,
      tolerations,
      states,
      labels,
      events: events.map(({ message }) => message),
    };
  };

  test.each([
    ['with runs of blanks collapsed', (text: string) => text.replace(/ {2,}/g, ' ')],
    [
      'without any indentation',
      (text: string) =>
        text
          .replace(/ {2,}/g, ' ')
          .replace(/^ +/gm, '')
          .replace(/^#!.*\nStatus:.*\n/m, ''),
    ],
    ['with tabs', (text: string) => text.replace(/(\S) {2,}/g, '$1\t')],
    ['with blank lines between', (text: string) => text.replaceAll('\n', '\n\n')],
    ['indented', (text: string) => text.replace(/^/gm, '    ')],
    ['broken by a terminal', (text: string) => text.replace(/.{80}(?=.)/g, '$&\n')],
  ])('is read %s', (_, change) => {
    expect(essence(change(AGENT))).toEqual(essence(AGENT));
  });
});

test('reads several pods', () => {
  const two = `${AGENT}\n\n${AGENT.replaceAll('extension-agent-55d4f4795f-sqx7q', 'extension-operator-56c8d5f96c-nvt7x')}`;
  const read = parseSample(kubectlDescribePod, two).facts;
  expect(read.map((fact) => (fact.kind === 'pod' ? fact.name : (fact as EventFact).pod))).toEqual([
    ...Array<string>(3).fill('extension-agent-55d4f4795f-sqx7q'),
    ...Array<string>(3).fill('extension-operator-56c8d5f96c-nvt7x'),
  ]);
});

test('yields a pod without a name if something of it is there', () => {
  const [first] = parseSample(kubectlDescribePod, AGENT.slice(AGENT.indexOf('Conditions:'))).facts;
  expect(first).toMatchObject({ kind: 'pod', qos: 'Burstable', conditions: { Ready: 'False' } });
  expect(first).not.toHaveProperty('name');
  expect(first).not.toHaveProperty('ready');
});

test('an unscheduled pod has no node', () => {
  const text =
    'Name:         web-0\nNamespace:    shop\nNode:         <none>\nStatus:       Pending\nTolerations:  <none>\nEvents:       <none>';
  expect(parseSample(kubectlDescribePod, text).facts).toEqual([
    {
      kind: 'pod',
      origin: { path: 'capture.txt', line: 1, endLine: 5 },
      name: 'web-0',
      namespace: 'shop',
      scheduled: false,
      status: 'Pending',
      tolerations: [],
    },
  ]);
});

describe('where it begins and ends', () => {
  test('its events are its end', () => {
    expect(kubectlDescribePod.ends?.(linesOf(AGENT))).toBe('yes');
    expect(kubectlDescribePod.ends?.(linesOf(AGENT.slice(0, AGENT.lastIndexOf('Events:'))))).toBe('no');
    expect(kubectlDescribePod.begins?.(linesOf('Events:'))).toBe('no');
  });

  test.each([
    ['Nota', false],
    ['NAMESPACE   NAME   READY', false],
    ['Error from server (Forbidden): pods is forbidden', false],
    ['  Warning  Unhealthy  5s  kubelet  Liveness probe failed', true],
    ['', true],
  ])('below its events, whether "%s" goes on is %s', (text, goesOn) => {
    expect(kubectlDescribePod.continues({ text, number: 99 }, { lines: linesOf(AGENT.trimEnd()) })).toBe(goesOn);
  });

  test('another pod goes on, another object does not', () => {
    const lines = linesOf(AGENT);
    const name = { text: 'Name:         web-1', number: 99 };
    const goesOn = (next: string): boolean => kubectlDescribePod.continues(name, { lines, ahead: linesOf(next) });
    expect(goesOn('Namespace:    shop\nPriority:     0')).toBe(true);
    expect(goesOn('Roles:        <none>\nLabels:       a=b')).toBe(false);
    expect(goesOn('Namespace:    shop\nCreationTimestamp:  Sun, 22 Nov 2026 22:13:46 -0500')).toBe(false);
  });
});
