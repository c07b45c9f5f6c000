import { expect, test } from 'vitest';
import { workloadOf, workloadsOf } from './workload.ts';

test.each([
  [{ pod: 'dapr-operator-6b8d8bd55c-k4h2z' }, 'dapr-operator'],
  [{ pod: 'web-0', objectKind: 'pod', objectName: 'web-0' }, 'web'],
  [{ objectKind: 'replicaset', objectName: 'dapr-operator-6b8d8bd55c' }, 'dapr-operator'],
  [{ objectKind: 'replicaset', objectName: 'web-frontend' }, 'web-frontend'],
  [{ objectKind: 'statefulset', objectName: 'dapr-scheduler-server' }, 'dapr-scheduler-server'],
  [{ objectKind: 'daemonset', objectName: 'agent-5' }, 'agent-5'],
  [{ objectKind: 'job', objectName: 'ensure-config-objects-job' }, 'ensure-config-objects-job'],
  [{ objectKind: 'job', objectName: 'backup-28391040' }, 'backup'],
])('%j belongs to %s', (object, workload) => {
  expect(workloadOf(object)).toBe(workload);
});

test.each([{}, { objectKind: 'node', objectName: 'aks-user-38150321-vmss000001' }, { objectKind: 'replicaset' }])(
  '%j belongs to none',
  (object) => {
    expect(workloadOf(object)).toBeUndefined();
  },
);

test.each([
  [{}, undefined],
  [{ notReady: [{ kind: 'PersistentVolumeClaim', name: 'raft-log' }] }, undefined],
  [{ job: 'dapr-migrate' }, ['dapr-migrate']],
  [
    { notReady: [{ namespace: 'dapr-system', name: 'dapr-placement-server-0' }] },
    ['dapr-placement-server-0', 'dapr-placement-server'],
  ],
  [
    {
      notReady: [
        { kind: 'Deployment', name: 'dapr-operator' },
        { kind: 'Pod', name: 'dapr-operator-6b8d8bd55c-k4h2z' },
        { kind: 'ReplicaSet', name: 'dapr-sentry-7f5b6c8f9d' },
      ],
    },
    ['dapr-operator', 'dapr-sentry'],
  ],
])('the error %j names %j', (error, workloads) => {
  expect(workloadsOf(error)).toEqual(workloads);
});
