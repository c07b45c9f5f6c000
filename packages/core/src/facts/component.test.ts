import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { componentOf, podStem } from './component.ts';

describe('the stem of a pod', () => {
  test.each([
    ['extension-agent-55d4f4795f-sqx7q', 'extension-agent'],
    ['extension-manager-86bbb949-6s59q', 'extension-manager'],
    ['extension-agent-<pod-guid>', 'extension-agent'],
    ['extension-operator-{id}', 'extension-operator'],
    ['calico-node-blq5f', 'calico-node'],
    ['dapr-scheduler-server-0', 'dapr-scheduler-server'],
    ['backup-29386619-dx9x2', 'backup'],
    ['migrate-v2-k52h7', 'migrate-v2'],
    ['kube-proxy-aks-nodepool1-12345678-vmss000000', 'kube-proxy'],
    ['az-appconfig-k8s-provider-tnt7h248-xqvfx', 'az-appconfig-k8s-provider'],
    ['web-server2-proxy', 'web-server2-proxy'],
    ['coredns', 'coredns'],
    ['metrics-server', 'metrics-server'],
    ['', ''],
    ['-0', '-0'],
  ])('%s is %s', (name, stem) => {
    expect(podStem(name)).toBe(stem);
  });
});

const AKS = '/subscriptions/x/resourceGroups/shop/providers/Microsoft.ContainerService/managedclusters/shop';
const ARC = '/subscriptions/x/resourceGroups/shop/providers/Microsoft.Kubernetes/ConnectedClusters/shop';
const EXTENSION = '/providers/Microsoft.KubernetesConfiguration/extensions/dapr';

test.each([
  [{ pod: 'extension-agent-55d4f4795f-sqx7q' }, 'extension-agent'],
  [{ pod: 'extension-events-collector-7596688867-sqzv2' }, 'extension-events-collector'],
  [{ pod: 'deploy/extension-agent' }, 'extension-agent'],
  [{ pod: 'kube-controller-manager-0' }, undefined],
  [{ pod: 'agent-0', labels: { 'app.kubernetes.io/component': 'extension-operator' } }, 'extension-operator'],
  [{ labels: { 'app.kubernetes.io/component': 'frontend' } }, undefined],
  [{ agent: 'ConfigAgent', armId: AKS }, 'extension-agent'],
  [{ agent: 'ConfigAgent', armId: ARC }, 'config-agent'],
  [{ agent: 'ConfigAgent' }, 'extension-agent'],
  [{ agent: 'ExtensionController microsoft.dapr:1.14.4-msft.5', armId: AKS + EXTENSION }, 'extension-operator'],
  [{ agent: 'ExtensionController microsoft.dapr:1.14.4-msft.5', armId: ARC + EXTENSION }, 'extension-manager'],
  [{ agent: 'FluxConfigAgent', armId: AKS }, 'fluxconfig-agent'],
  [{ agent: 'ConnectProxyAgent' }, 'clusterconnect-agent'],
  [{ path: 'kube-system/extension-agent-55d4f4795f-sqx7q/manager.log' }, 'extension-agent'],
  [{ path: 'podlogs/kube-system-extension-operator-56c8d5f96c-nvt7x' }, 'extension-operator'],
  [{ path: 'logs/kube-controller-manager.log' }, undefined],
  [{ message: 'GET configurations returned response code {200}' }, 'extension-agent'],
  [
    { message: 'StatefulSet is not ready: dapr-system/dapr-scheduler-server. 0 out of 3 expected pods are ready' },
    'extension-operator',
  ],
  [
    { pod: 'config-agent-6d5fd59b8b-khw2d', message: 'GET configurations returned response code {200}' },
    'config-agent',
  ],
  [{ message: 'ready' }, undefined],
  [{}, undefined],
])('%j is %s', (clues, component) => {
  expect(componentOf(clues)).toBe(component);
});

test('names of nothing are no labels', () => {
  expect(
    componentOf({ labels: JSON.parse('{"__proto__":"extension-agent"}') as Record<string, string> }),
  ).toBeUndefined();
  expect(componentOf({ agent: 'constructor' })).toBeUndefined();
});

test('no text makes it throw', () => {
  fc.assert(
    fc.property(
      fc.string(),
      (text) => componentOf({ pod: text, agent: text, path: text, message: text }) === undefined,
    ),
  );
  fc.assert(fc.property(fc.string(), (text) => text.startsWith(podStem(text))));
});
