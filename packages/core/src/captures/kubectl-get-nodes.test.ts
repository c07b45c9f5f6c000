import { readFacts } from '../read-facts.ts';
import { describe, expect, test } from 'vitest';
import type { NodeFact } from '../facts/fact.ts';
import { kubectlGetNodes } from './kubectl-get-nodes.ts';
import { linesOf, parseSample } from './parse-sample.test.kit.ts';

const nodesOf = (text: string): readonly NodeFact[] => parseSample(kubectlGetNodes, text).facts as NodeFact[];

const WIDE = `NAME                                STATUS                        ROLES           AGE    VERSION   INTERNAL-IP   EXTERNAL-IP   OS-IMAGE                         KERNEL-VERSION      CONTAINER-RUNTIME
aks-nodepool1-28411718-vmss000000   Ready                         <none>          24d    v1.32.5   10.224.0.4    <none>        Ubuntu 22.04.5 LTS               5.15.0-1089-azure   containerd://1.7.27-1
worker-2                            NotReady,SchedulingDisabled   control-plane   360d   v1.32.5   10.224.0.6    20.62.1.4     Debian GNU/Linux 12 (bookworm)   6.1.0-37-amd64      containerd://1.7.27-1`;

test('reads a row with every field it shows, and nothing of taints', () => {
  expect(nodesOf(WIDE)[0]).toEqual({
    kind: 'node',
    origin: { path: 'capture.txt', line: 2, endLine: 2 },
    name: 'aks-nodepool1-28411718-vmss000000',
    status: 'Ready',
    unschedulable: false,
    roles: [],
    age: '24d',
    ageSeconds: 2_073_600,
    version: 'v1.32.5',
    kubelet: 'v1.32.5',
    osImage: 'Ubuntu 22.04.5 LTS',
    os: 'linux',
    kernel: '5.15.0-1089-azure',
    runtime: 'containerd://1.7.27-1',
    addresses: { InternalIP: '10.224.0.4' },
    pool: 'nodepool1',
    cells: {
      status: 'Ready',
      roles: '<none>',
      age: '24d',
      version: 'v1.32.5',
      'internal-ip': '10.224.0.4',
      'external-ip': '<none>',
      'os-image': 'Ubuntu 22.04.5 LTS',
      'kernel-version': '5.15.0-1089-azure',
      'container-runtime': 'containerd://1.7.27-1',
    },
  });
});

test('a cordoned node is unschedulable', () => {
  const [, node] = nodesOf(WIDE);
  expect([node?.status, node?.unschedulable, node?.roles, node?.pool]).toEqual([
    'NotReady,SchedulingDisabled',
    true,
    ['control-plane'],
    undefined,
  ]);
});

describe('the same nodes', () => {
  const essence = (text: string): unknown =>
    nodesOf(text).map(({ name, status, osImage, kernel }) => [name, status, osImage, kernel]);

  test.each([
    ['with single blanks', (text: string) => text.replace(/ {2,}/g, ' ')],
    ['with tabs', (text: string) => text.replace(/ {2,}/g, '\t')],
    ['without a heading', (text: string) => text.split('\n').slice(1).join('\n')],
    ['broken by a terminal', (text: string) => text.replace(/.{80}(?=.)/g, '$&\n')],
  ])('are read %s', (_, change) => {
    expect(essence(change(WIDE))).toEqual(essence(WIDE));
  });
});

test('the pool comes from the labels first', () => {
  const [node] = nodesOf(
    'NAME       STATUS   ROLES    AGE   VERSION   LABELS\naks-1      Ready    <none>   24d   v1.32.5   kubernetes.azure.com/agentpool=user1,kubernetes.io/os=linux',
  );
  expect(node?.pool).toBe('user1');
});

test('a heading is the beginning', () => {
  expect(kubectlGetNodes.begins?.(linesOf(WIDE))).toBe('yes');
  expect(kubectlGetNodes.begins?.(linesOf('worker-2   Ready   <none>   24d   v1.32.5'))).toBe('unknown');
});

test.each([
  ['1.5', 'NAME     STATUS     AGE\nnode-1   Ready      15d\nnode-2   NotReady   15d\n'],
  ['1.7', 'NAME     STATUS     AGE   VERSION\nnode-1   Ready      15d   v1.7.4\nnode-2   NotReady   15d   v1.7.4\n'],
])('nodes as kubectl %s printed them are nodes', (_, text) => {
  expect(readFacts(text)).toMatchObject([
    { kind: 'node', name: 'node-1', status: 'Ready', age: '15d' },
    { kind: 'node', name: 'node-2', status: 'NotReady' },
  ]);
});

test('namespaces have the same columns', () => {
  expect(readFacts('NAME      STATUS   AGE\ndefault   Active   15d\n').map(({ kind }) => kind)).toEqual(['object']);
});
