import fc from 'fast-check';
import { expect, test } from 'vitest';
import { hintFromPath } from './path-hint.ts';

const POD = 'extension-agent-55d4f4795f-sqx7q';
const UID = '0b1f6471-1bf0-4dda-aec3-cb9272f09590';

test.each([
  [`kube-system/${POD}/manager.log`, { namespace: 'kube-system', pod: POD, container: 'manager', log: true }],
  [`kube-system/${POD}.log`, { namespace: 'kube-system', pod: POD, log: true }],
  [`shop/web-7c9d8b6f5d-x2x4z.log`, { namespace: 'shop', pod: 'web-7c9d8b6f5d-x2x4z', log: true }],
  [`${POD}.log`, { pod: POD, log: true }],
  ['etc/default/kubelet', {}],
  ['kube-system/extension-agent.log', { namespace: 'kube-system', log: true }],
  [`ticket-4711.tgz!/kube-system/${POD}.log`, { namespace: 'kube-system', pod: POD, log: true }],
  [`support-bundle/${POD}.log`, { pod: POD, log: true }],
  [`captures/${POD}/manager.log`, { pod: POD, container: 'manager', log: true }],
  [
    `logs/dapr-system/dapr-scheduler-server-0.log`,
    { namespace: 'dapr-system', pod: 'dapr-scheduler-server-0', log: true },
  ],
  [
    `var/log/pods/kube-system_${POD}_${UID}/manager/0.log`,
    { namespace: 'kube-system', pod: POD, container: 'manager', log: true },
  ],
  [
    `var/log/pods/kube-system_${POD}_${UID}/manager/1.log`,
    { namespace: 'kube-system', pod: POD, container: 'manager', log: true },
  ],
  [
    `var/log/containers/${POD}_kube-system_manager-${'ab12'.repeat(16)}.log`,
    { namespace: 'kube-system', pod: POD, container: 'manager', log: true },
  ],
  [`k3s/podlogs/kube-system-${POD}`, { namespace: 'kube-system', pod: POD, log: true }],
  [`k3s/podlogs/kube-system-${POD}-previous`, { namespace: 'kube-system', pod: POD, log: true, previous: true }],
  [
    `dapr-system/pods/dapr-operator-7d9f6b5c8-x2x4z/containers/dapr-operator_logs.txt`,
    { namespace: 'dapr-system', pod: 'dapr-operator-7d9f6b5c8-x2x4z', container: 'dapr-operator', log: true },
  ],
  [
    `cluster-resources/pods/logs/kube-system/${POD}/manager-previous.log`,
    { namespace: 'kube-system', pod: POD, container: 'manager', log: true, previous: true },
  ],
  [
    `namespaces/kube-system/pods/${POD}/manager/manager/logs/previous.log`,
    { namespace: 'kube-system', pod: POD, container: 'manager', log: true, previous: true },
  ],
  [
    `logs/kube-system/${POD}/manager.log.1`,
    { namespace: 'kube-system', pod: POD, container: 'manager', log: true, previous: true },
  ],
  [`kube-system/${POD}/logs.txt`, { namespace: 'kube-system', pod: POD, log: true }],
  [
    'arc_agents_logs/config-agent-6d8f7c9b5-x2x4z/config-agent.txt',
    { namespace: 'azure-arc', pod: 'config-agent-6d8f7c9b5-x2x4z', container: 'config-agent', log: true },
  ],
  [`podscontainerlogs/${POD}-manager`, { pod: POD, container: 'manager', log: true }],
  [
    'podscontainerlogs/ama-logs-rpzv4-ama-logs-prometheus',
    { pod: 'ama-logs-rpzv4', container: 'ama-logs-prometheus', log: true },
  ],
  [
    'x/namespaces/openshift-etcd/pods/etcd-master-a/etcd/etcd/logs/previous.insecure.log',
    { namespace: 'openshift-etcd', pod: 'etcd-master-a', container: 'etcd', previous: true, log: true },
  ],
  [
    'cluster-resources/pods/logs/kube-system/etcd-master-a/etcd.log',
    { namespace: 'kube-system', pod: 'etcd-master-a', container: 'etcd', log: true },
  ],
  ['kube-system/etcd-master-a/logs.txt', { namespace: 'kube-system', pod: 'etcd-master-a', log: true }],
  ['a.zip!/shop/pods/web/containers/nginx_logs.txt', { namespace: 'shop', pod: 'web', container: 'nginx', log: true }],
  ['cluster-resources/pods-errors.json', { failures: true }],
  [`cluster-resources/pods/logs/shop/${POD}/manager-logs-errors.log`, { failures: true }],
  ['bundle/bundleGenerationError.log', { failures: true }],
  ['kube-system/pods.txt', { namespace: 'kube-system' }],
  ['captures/001.txt', {}],
  ['pods.txt', {}],
  ['nslookup.txt', {}],
  ['attempt-2/nslookup.txt', {}],
  ['', {}],
])('%s', (path, hint) => {
  expect(hintFromPath(path)).toEqual(hint);
});

test('no path makes it throw, and hints are parts of the path', () => {
  fc.assert(
    fc.property(fc.string(), (path) => {
      for (const part of Object.values(hintFromPath(path))) if (typeof part === 'string') expect(path).toContain(part);
    }),
  );
});
