import { describe, expect, test } from 'vitest';
import type { NodeFact } from '../facts/fact.ts';
import { kubectlDescribeNode } from './kubectl-describe-node.ts';
import { linesOf, parseSample } from './parse-sample.test.kit.ts';

const NODE = `Name:               aks-nodepool1-28411718-vmss000000
Roles:              <none>
Labels:             agentpool=systempool
                    kubernetes.io/os=linux
                    node-role.kubernetes.io/agent=
Annotations:        node.alpha.kubernetes.io/ttl: 0
CreationTimestamp:  Thu, 27 Nov 2025 13:47:58 -0500
Taints:             CriticalAddonsOnly=true:NoSchedule
                    node.kubernetes.io/unschedulable:NoSchedule
Unschedulable:      true
Lease:
  HolderIdentity:  aks-nodepool1-28411718-vmss000000
  RenewTime:       Sun, 22 Nov 2026 22:20:55 -0500
Conditions:
  Type             Status  LastHeartbeatTime                 LastTransitionTime                Reason                      Message
  ----             ------  -----------------                 ------------------                ------                      -------
  DiskPressure     False   Sun, 22 Nov 2026 22:20:02 -0500   Thu, 27 Nov 2025 13:48:28 -0500   KubeletHasNoDiskPressure    kubelet has no disk pressure
  Ready            True    Sun, 22 Nov 2026 22:20:02 -0500   Thu, 27 Nov 2025 13:48:28 -0500   KubeletReady                kubelet is posting ready status. AppArmor enabled
Addresses:
  InternalIP:  10.224.0.4
  Hostname:    aks-nodepool1-28411718-vmss000000
Capacity:
  cpu:                2
  memory:             16393220Ki
Allocatable:
  cpu:                1900m
  memory:             13134852Ki
System Info:
  Machine ID:                 22877b6c05c7b3efa425acf01bdc75f0
  Kernel Version:             6.1.0-37-amd64
  OS Image:                   CBL-Mariner/Linux
  Operating System:           linux
  Architecture:               amd64
  Container Runtime Version:  containerd://1.7.27-1
  Kubelet Version:            v1.32.5
PodCIDR:                      10.244.0.0/24
ProviderID:                   azure:///subscriptions/0/virtualMachines/0
Non-terminated Pods:          (2 in total)
  Namespace                   Name                             CPU Requests  CPU Limits    Memory Requests  Memory Limits  Age
  ---------                   ----                             ------------  ----------    ---------------  -------------  ---
  kube-system                 coredns-hj4dh6bn6g-s2dj2         100m (5%)     3 (157%)      70Mi (0%)        500Mi (3%)     86m
  kube-system                 extension-agent-55d4f4795f-sqx7q 0 (0%)        0 (0%)        0 (0%)           0 (0%)         594d
Allocated resources:
  (Total limits may be over 100 percent, i.e., overcommitted.)
  Resource           Requests        Limits
  --------           --------        ------
  cpu                100m (5%)       3 (157%)
Events:
  Type     Reason             Age                From     Message
  ----     ------             ----               ----     -------
  Warning  ContainerGCFailed  44m (x8 over 52m)  kubelet  invalid capacity 0 on image filesystem
`;

const { facts, quotes } = parseSample(kubectlDescribeNode, NODE);

test('reads a node with every field it shows', () => {
  expect(facts[0]).toEqual({
    kind: 'node',
    origin: { path: 'capture.txt', line: 1, endLine: 47 },
    name: 'aks-nodepool1-28411718-vmss000000',
    status: 'Ready',
    roles: [],
    labels: { agentpool: 'systempool', 'kubernetes.io/os': 'linux', 'node-role.kubernetes.io/agent': '' },
    annotations: { 'node.alpha.kubernetes.io/ttl': '0' },
    creationTimestamp: '2025-11-27T18:47:58Z',
    taints: ['CriticalAddonsOnly=true:NoSchedule', 'node.kubernetes.io/unschedulable:NoSchedule'],
    unschedulable: true,
    conditions: [
      {
        type: 'DiskPressure',
        status: 'False',
        reason: 'KubeletHasNoDiskPressure',
        message: 'kubelet has no disk pressure',
      },
      {
        type: 'Ready',
        status: 'True',
        reason: 'KubeletReady',
        message: 'kubelet is posting ready status. AppArmor enabled',
      },
    ],
    addresses: { InternalIP: '10.224.0.4', Hostname: 'aks-nodepool1-28411718-vmss000000' },
    capacity: { cpu: '2', memory: '16393220Ki' },
    allocatable: { cpu: '1900m', memory: '13134852Ki' },
    kernel: '6.1.0-37-amd64',
    osImage: 'CBL-Mariner/Linux',
    os: 'linux',
    arch: 'amd64',
    runtime: 'containerd://1.7.27-1',
    kubelet: 'v1.32.5',
    version: 'v1.32.5',
    podCIDR: '10.244.0.0/24',
    providerID: 'azure:///subscriptions/0/virtualMachines/0',
    pool: 'systempool',
    pods: [
      { namespace: 'kube-system', name: 'coredns-hj4dh6bn6g-s2dj2' },
      { namespace: 'kube-system', name: 'extension-agent-55d4f4795f-sqx7q' },
    ],
  });
});

test('quotes the line of the taints', () => {
  expect(quotes[0]?.['taints']).toEqual({ text: 'Taints:             CriticalAddonsOnly=true:NoSchedule', number: 8 });
});

test('its events speak of the node', () => {
  expect(facts[1]).toMatchObject({
    kind: 'event',
    object: 'Node/aks-nodepool1-28411718-vmss000000',
    objectKind: 'node',
    node: 'aks-nodepool1-28411718-vmss000000',
    reason: 'ContainerGCFailed',
    count: 8,
    over: '52m',
  });
  expect(facts[1]).not.toHaveProperty('pod');
});

describe('the same node', () => {
  const essence = (text: string): unknown => {
    const { name, taints, conditions, allocatable, pods, pool, kernel } = parseSample(kubectlDescribeNode, text)
      .facts[0] as NodeFact;
    return { name, taints, conditions, allocatable, pods, pool, kernel };
  };

  test.each([
    ['with runs of blanks collapsed', (text: string) => text.replace(/ {2,}/g, ' ')],
    ['without any indentation', (text: string) => text.replace(/ {2,}/g, ' ').replace(/^ +/gm, '')],
    ['with tabs', (text: string) => text.replace(/(\S) {2,}/g, '$1\t')],
    ['with blank lines between', (text: string) => text.replaceAll('\n', '\n\n')],
    ['broken by a terminal', (text: string) => text.replace(/.{120}(?=.)/g, '$&\n')],
  ])('is read %s', (_, change) => {
    expect(essence(change(NODE))).toEqual(essence(NODE));
  });
});

test('no taints is the empty list, taints that are not there are unknown', () => {
  const none = NODE.replace(/^Taints:.*\n.*\n/m, 'Taints:             <none>\n');
  expect((parseSample(kubectlDescribeNode, none).facts[0] as NodeFact).taints).toEqual([]);
  const cut = NODE.slice(0, NODE.indexOf('Taints:'));
  expect(parseSample(kubectlDescribeNode, cut).facts[0]).not.toHaveProperty('taints');
});

test('reads several nodes', () => {
  const two = `${NODE}\n\n${NODE.replaceAll('vmss000000', 'vmss000001')}`;
  expect(parseSample(kubectlDescribeNode, two).facts.map(({ kind }) => kind)).toEqual([
    'node',
    'event',
    'node',
    'event',
  ]);
});

test('without its events the end is missing', () => {
  expect(kubectlDescribeNode.ends?.(linesOf(NODE))).toBe('yes');
  expect(kubectlDescribeNode.ends?.(linesOf(NODE.slice(0, NODE.indexOf('Events:'))))).toBe('no');
});
