import { describe, expect, test } from 'vitest';
import { readFacts } from '../read-facts.ts';

describe('a row tells how many pods are ready, of any kubectl', () => {
  test.each<[string, string, string, object]>([
    [
      'deployment',
      'READY UP-TO-DATE AVAILABLE AGE',
      '1/2 2 1 68d',
      { desired: 2, updated: 2, ready: 1, available: 1, unavailable: 1, ageSeconds: 68 * 86_400 },
    ],
    [
      'deployment',
      'DESIRED CURRENT UP-TO-DATE AVAILABLE AGE',
      '3 3 3 0 5m',
      { desired: 3, current: 3, updated: 3, available: 0, unavailable: 3 },
    ],
    ['replicaset', 'DESIRED CURRENT READY AGE', '2 2 1 4m6s', { desired: 2, current: 2, ready: 1, unavailable: 1 }],
    ['statefulset', 'READY AGE', '0/1 4m6s', { desired: 1, ready: 0, unavailable: 1 }],
    [
      'job',
      'STATUS COMPLETIONS DURATION AGE',
      'Failed 0/1 7m51s 7m51s',
      { desired: 1, succeeded: 0, status: 'Failed' },
    ],
    ['job', 'DESIRED SUCCESSFUL AGE', '1 0 7m51s', { desired: 1, succeeded: 0 }],
    [
      'cronjob',
      'SCHEDULE SUSPEND ACTIVE LAST SCHEDULE AGE',
      '*/5 * * * * True 0 3m 165d',
      { schedule: '*/5 * * * *', suspended: true, active: 0 },
    ],
  ])('%s with %s', (objectKind, columns, cells, counts) => {
    const [fact] = readFacts(`NAMESPACE NAME ${columns}\nshop cart ${cells}\n`);
    expect(fact).toMatchObject({ kind: 'workload', objectKind, namespace: 'shop', name: 'cart', ...counts });
  });
});

test('a job that any of its pods completes shows of how many', () => {
  const text = 'NAME   COMPLETIONS   DURATION   AGE\ncart   1/1 of 3      7s         7m51s\n';
  expect(readFacts(text)).toMatchObject([{ kind: 'workload', objectKind: 'job', desired: 1, succeeded: 1 }]);
});

test('a row of `get -o wide` tells the images', () => {
  const text =
    'NAME   READY   UP-TO-DATE   AVAILABLE   AGE   CONTAINERS   IMAGES               SELECTOR\ncart   1/1     1            1           3d    cart,proxy   shop/cart:1,proxy:2  app=cart\n';
  expect(readFacts(text)).toMatchObject([{ kind: 'workload', images: ['shop/cart:1', 'proxy:2'] }]);
});

const head = (name: string, rest: string): string => `Name:           ${name}\n${rest}`;
const TEMPLATE = `Pod Template:
  Labels:           app=cart
  Service Account:  cart
  Containers:
   cart:
    Image:      ghcr.io/contoso/cart:1.4
    Port:       8080/TCP
    Replicas:   9 desired
`;

describe('a description tells how many pods are ready', () => {
  test.each<[string, string, object]>([
    [
      'deployment',
      `Namespace:              shop
CreationTimestamp:      Wed, 25 Nov 2026 18:55:43 +0000
Labels:                 app=cart
Annotations:            deployment.kubernetes.io/revision: 1
                        meta.helm.sh/release-name: shop-release
Selector:               app=cart
Replicas:               3 desired | 3 updated | 4 total | 1 available | 2 unavailable
StrategyType:           RollingUpdate
MinReadySeconds:        0
RollingUpdateStrategy:  25% max unavailable, 25% max surge
${TEMPLATE}Conditions:
  Type           Status  Reason
  ----           ------  ------
  Available      False   MinimumReplicasUnavailable
  Progressing    False   ProgressDeadlineExceeded
OldReplicaSets:  <none>
NewReplicaSet:   cart-5d4f (3/3 replicas created)
Events:          <none>
`,
      {
        desired: 3,
        current: 4,
        updated: 3,
        available: 1,
        unavailable: 2,
        release: 'shop-release',
        conditions: [
          { type: 'Available', status: 'False', reason: 'MinimumReplicasUnavailable' },
          { type: 'Progressing', status: 'False', reason: 'ProgressDeadlineExceeded' },
        ],
      },
    ],
    [
      'replicaset',
      `Namespace:      shop
Selector:       app=cart
Labels:         app=cart
Annotations:    <none>
Controlled By:  Deployment/cart
Replicas:       1 current / 2 desired
Pods Status:    1 Running / 0 Waiting / 0 Succeeded / 0 Failed
${TEMPLATE}Events:          <none>
`,
      { desired: 2, current: 1, controlledBy: 'Deployment/cart' },
    ],
    [
      'statefulset',
      `Namespace:          shop
CreationTimestamp:  Wed, 25 Nov 2026 18:55:43 +0000
Selector:           app=cart
Labels:             app=cart
Annotations:        <none>
Replicas:           2 desired | 1 total
Update Strategy:    RollingUpdate
Pods Status:        1 Running / 0 Waiting / 0 Succeeded / 0 Failed
${TEMPLATE}Volume Claims:  <none>
Events:         <none>
`,
      { desired: 2, current: 1 },
    ],
    [
      'daemonset',
      `Selector:       k8s-app=cart
Node-Selector:  kubernetes.io/os=linux
Labels:         k8s-app=cart
Annotations:    <none>
Desired Number of Nodes Scheduled: 4
Current Number of Nodes Scheduled: 4
Number of Nodes Scheduled with Up-to-date Pods: 3
Number of Nodes Scheduled with Available Pods: 2
Number of Nodes Misscheduled: 0
Pods Status:  2 Running / 2 Waiting / 0 Succeeded / 0 Failed
${TEMPLATE}Events:                 <none>
`,
      { desired: 4, current: 4, updated: 3, available: 2, unavailable: 2 },
    ],
    [
      'job',
      `Namespace:        shop
Selector:         batch.kubernetes.io/controller-uid=1
Labels:           app=cart
Annotations:      <none>
Parallelism:      1
Completions:      1
Completion Mode:  NonIndexed
Suspend:          false
Backoff Limit:    6
Start Time:       Wed, 25 Nov 2026 16:42:37 +0000
Pods Statuses:    1 Active (0 Ready) / 0 Succeeded / 3 Failed
${TEMPLATE}Events:                      <none>
`,
      { desired: 1, active: 1, succeeded: 0, failed: 3, suspended: false },
    ],
    [
      'cronjob',
      `Namespace:                     shop
Labels:                        <none>
Annotations:                   <none>
Schedule:                      */5 * * * *
Concurrency Policy:            Allow
Suspend:                       True
Successful Job History Limit:  3
Starting Deadline Seconds:     <unset>
Selector:                      <unset>
Parallelism:                   <unset>
Completions:                   <unset>
${TEMPLATE}Last Schedule Time:  <unset>
Active Jobs:         <none>
Events:              <none>
`,
      { schedule: '*/5 * * * *', suspended: true },
    ],
  ])('%s', (objectKind, text, counts) => {
    expect(readFacts(head('cart', text))).toMatchObject([
      { kind: 'workload', objectKind, name: 'cart', images: ['ghcr.io/contoso/cart:1.4'], ...counts },
    ]);
  });
});

const api = (kind: string, spec: object, status: object): string =>
  JSON.stringify(
    {
      apiVersion: 'apps/v1',
      kind,
      metadata: { name: 'cart', namespace: 'shop', ownerReferences: [{ kind: 'Shop', name: 'x', controller: true }] },
      spec: { template: { spec: { containers: [{ name: 'cart', image: 'shop/cart:1' }] } }, ...spec },
      status,
    },
    null,
    4,
  );

describe('the API leaves out what is zero', () => {
  test.each<[string, object, object, object]>([
    [
      'Deployment',
      { replicas: 2 },
      { observedGeneration: 1, replicas: 2, updatedReplicas: 2, unavailableReplicas: 2 },
      { desired: 2, current: 2, updated: 2, ready: 0, available: 0, unavailable: 2 },
    ],
    ['StatefulSet', { replicas: 1 }, { replicas: 1 }, { desired: 1, ready: 0, unavailable: 1 }],
    [
      'DaemonSet',
      {},
      { desiredNumberScheduled: 3, currentNumberScheduled: 3, numberReady: 2, numberAvailable: 2 },
      { desired: 3, ready: 2, available: 2, updated: 0, unavailable: 1 },
    ],
    [
      'Job',
      { completions: 1 },
      { failed: 7, conditions: [{ type: 'Failed', status: 'True', reason: 'BackoffLimitExceeded' }] },
      { desired: 1, active: 0, succeeded: 0, failed: 7, status: 'Failed' },
    ],
  ])('%s', (kind, spec, status, counts) => {
    expect(readFacts(api(kind, spec, status))).toMatchObject([
      {
        kind: 'workload',
        objectKind: kind.toLowerCase(),
        images: ['shop/cart:1'],
        controlledBy: 'Shop/x',
        ...counts,
      },
    ]);
  });

  test('and what was only asked for counts nothing', () => {
    const [fact] = readFacts(api('Deployment', { replicas: 2 }, {}));
    expect(fact).toMatchObject({ kind: 'workload', desired: 2 });
    expect(fact).not.toHaveProperty('ready');
    expect(fact).not.toHaveProperty('unavailable');
  });
});

test('a custom resource is what it says it is, whatever keys are inside it', () => {
  const text = `Name:         cart
Namespace:    shop
Labels:       <none>
Annotations:  <none>
API Version:  argoproj.io/v1alpha1
Kind:         Rollout
Spec:
  Replicas:  3
Events:
  Type     Reason          Age   From                Message
  ----     ------          ----  ----                -------
  Warning  RolloutAborted  2m    rollouts-controller  Rollout aborted
`;
  expect(readFacts(text)).toMatchObject([
    { kind: 'object', objectKind: 'rollout', namespace: 'shop', name: 'cart' },
    { kind: 'event', object: 'Rollout/cart', reason: 'RolloutAborted' },
  ]);
});
