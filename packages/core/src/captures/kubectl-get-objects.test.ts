import { describe, expect, test } from 'vitest';
import { readFacts } from '../read-facts.ts';

const named = (text: string): unknown[] =>
  readFacts(text).map((fact) =>
    fact.kind === 'object' || fact.kind === 'pod' ? [fact.origin.line, fact.kind, fact.name] : [fact.kind],
  );

test('every table of `get all` is read, each object by its kind', () => {
  const text = `NAME                          READY   STATUS       RESTARTS   AGE
pod/api-gateway-v2-jpc8t      1/2     ExitCode:3   0          82m

NAME                 TYPE        CLUSTER-IP    EXTERNAL-IP   PORT(S)        AGE
service/kubernetes   ClusterIP   10.0.0.1      <none>        443/TCP        94d

NAME                            DESIRED   CURRENT   READY   UP-TO-DATE   AVAILABLE   NODE SELECTOR                AGE
daemonset.apps/api-gateway-v2   1         1         0       1            0           agentpool=gpu,disktype=ssd   82m
`;
  expect(readFacts(text).slice(1)).toEqual([
    {
      kind: 'object',
      origin: { path: 'text', line: 5, endLine: 5 },
      objectKind: 'service',
      name: 'kubernetes',
      cells: { type: 'ClusterIP', 'cluster-ip': '10.0.0.1', 'external-ip': '<none>', 'port(s)': '443/TCP', age: '94d' },
    },
    {
      kind: 'workload',
      origin: { path: 'text', line: 8, endLine: 8 },
      objectKind: 'daemonset',
      name: 'api-gateway-v2',
      desired: 1,
      current: 1,
      updated: 1,
      ready: 0,
      available: 0,
      unavailable: 1,
      age: '82m',
      ageSeconds: 4920,
      workload: 'api-gateway-v2',
      cells: {
        desired: '1',
        current: '1',
        ready: '0',
        'up-to-date': '1',
        available: '0',
        'node selector': 'agentpool=gpu,disktype=ssd',
        age: '82m',
      },
    },
  ]);
  expect(named(text)[0]).toEqual([2, 'pod', 'api-gateway-v2-jpc8t']);
});

describe('without a kind in front of the name, the columns tell it', () => {
  test.each([
    ['deployment', 'READY UP-TO-DATE AVAILABLE AGE', '0/1 1 0 4m6s'],
    ['replicaset', 'DESIRED CURRENT READY AGE', '1 1 1 4m6s'],
    ['statefulset', 'READY AGE', '0/1 4m6s'],
    ['job', 'STATUS COMPLETIONS DURATION AGE', 'Failed 0/1 7m51s 7m51s'],
    ['configmap', 'DATA AGE', '5 165d'],
    ['cronjob', 'SCHEDULE SUSPEND ACTIVE LAST SCHEDULE AGE', '*/5 * * * * False 0 3m 165d'],
  ])('%s', (kind, columns, cells) => {
    const text = `NAMESPACE NAME ${columns}\nazure-arc config-agent ${cells}\n`;
    expect(readFacts(text)).toMatchObject([{ objectKind: kind, namespace: 'azure-arc', name: 'config-agent' }]);
  });

  test('or the command does', () => {
    const text = '$ kubectl get widgets -n shop\nNAME    PHASE   AGE\nblue    Ready   3d\n';
    expect(readFacts(text)).toMatchObject([{ objectKind: 'widget', namespace: 'shop', name: 'blue' }]);
  });
});

test('a description of a deployment is no pod', () => {
  const text = `Name:                   billing-v2
Namespace:              shop
CreationTimestamp:      Wed, 11 Nov 2026 03:14:07 +0100
Labels:                 app=billing-v2
Annotations:            deployment.kubernetes.io/revision: 1
Selector:               app=billing-v2
Replicas:               1 desired | 1 updated | 1 total | 0 available | 1 unavailable
StrategyType:           RollingUpdate
Events:
  Type    Reason             Age   From                   Message
  ----    ------             ----  ----                   -------
  Normal  ScalingReplicaSet  82m   deployment-controller  Scaled up replica set billing-v2-jpc8t to 1
`;
  expect(readFacts(text)).toMatchObject([
    { kind: 'workload', objectKind: 'deployment', namespace: 'shop', name: 'billing-v2', origin: { line: 1 } },
    { kind: 'event', object: 'Deployment/billing-v2', namespace: 'shop', origin: { line: 12 } },
  ]);
});

test('an object in YAML is told by its metadata', () => {
  const text = `apiVersion: v1
kind: Pod
metadata:
  labels:
    name: not-this
  name: catalog-svc-28865542-9696w
  namespace: shop
  ownerReferences:
  - apiVersion: batch/v1
    name: catalog-svc-28865542
spec:
  containers:
  - name: catalog-svc
`;
  expect(readFacts(text)).toMatchObject([
    {
      kind: 'object',
      objectKind: 'pod',
      namespace: 'shop',
      name: 'catalog-svc-28865542-9696w',
      origin: { endLine: 13 },
    },
  ]);
});

test('a sentence in capitals is no table', () => {
  expect(readFacts('NAME YOUR AGE\nplease do so now\n')).toEqual([]);
  expect(readFacts('NAME  IS  OF  AGE\nand this is a sentence about it, is it not\n')).toEqual([]);
});

test.each([
  [
    'daemonset',
    'kube-system   calico-node   2   2   1   2   1   kubernetes.io/arch=amd64,kubernetes.io/os=linux   48d',
  ],
  ['daemonset', 'calico-node   2         2         1       2            1           <none>   48d'],
  ['deployment', 'azure-arc   calico-node   0/1   1   0   4m6s'],
  ['service', 'kube-system   calico-node   ClusterIP   10.0.0.10   <none>   53/UDP,53/TCP   32d'],
  ['statefulset', 'shop   calico-node   1/1     32d'],
  ['service', 'shop   calico-node   ExternalName   <none>   db.contoso.example   <none>   88d'],
])('a row of a %s is told by its cells where the heading was cut off', (objectKind, row) => {
  expect(readFacts(`ystem   x   1\n${row}\n`)).toMatchObject([{ objectKind, name: 'calico-node' }]);
});

test.each([
  ['config maps, which look like service accounts', 'kube-system   coredns-custom   2   197d\n'],
  ['numbers in a log', 'took 1 2 3 4 5 ms 4s\n'],
])('without a heading nothing is read of %s', (_, text) => {
  expect(readFacts(text)).toEqual([]);
});

test('a row that a cut shortened is still of the kind its heading tells', () => {
  const text = `NAMESPACE   NAME         COMPLETIONS   DURATION   AGE\nml-jobs     billing-1    1/1           5s         3d\nml-jobs     billing-2    0/1`;
  expect(readFacts(text)).toMatchObject([{ objectKind: 'job' }, { objectKind: 'job', name: 'billing-2' }]);
});

test('an ingress without an address is one', () => {
  const text =
    'NAMESPACE   NAME   CLASS   HOSTS          ADDRESS   PORTS   AGE\nshop        web    nginx   shop.example             80      3d\n';
  expect(readFacts(text)).toMatchObject([
    { kind: 'object', objectKind: 'ingress', namespace: 'shop', name: 'web', cells: { ports: '80', age: '3d' } },
  ]);
});
