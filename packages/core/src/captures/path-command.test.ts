import fc from 'fast-check';
import { expect, test } from 'vitest';
import { commandFromPath } from './path-command.ts';

const SOS = 'sos_commands/kubernetes/cluster-info/';
const ADMIN = 'kubectl_--kubeconfig_.etc.kubernetes.admin.conf_';

test.each([
  [`${SOS}${ADMIN}get_--all-namespaces_true_pods`, { verb: 'get', resource: 'pods', allNamespaces: true, names: [] }],
  [`${SOS}${ADMIN}get_--all-namespaces_true_events.1`, { verb: 'get', resource: 'events', allNamespaces: true }],
  [`${SOS}${ADMIN}get_nodes`, { verb: 'get', resource: 'nodes', names: [] }],
  [`${SOS}${ADMIN}get_-o_json_nodes`, { verb: 'get', resource: 'nodes', output: 'json' }],
  [
    `${SOS}shop/pods/${ADMIN}--namespace_shop_describe_pods_web-0`,
    { verb: 'describe', resource: 'pods', names: ['web-0'], namespace: 'shop' },
  ],
  [
    `${SOS}shop/podlogs/web-0/${ADMIN}--namespace_shop_logs_web-0_-c_nginx`,
    { verb: 'logs', names: ['web-0'], container: 'nginx', namespace: 'shop' },
  ],
  ['host-1/rke2/kubectl/pods', { verb: 'get', resource: 'pods', allNamespaces: true, output: 'wide' }],
  ['host-1/k3s/kubectl/nodes', { verb: 'get', resource: 'nodes', output: 'wide' }],
  ['host-1/k3s/kubectl/nodesdescribe', { verb: 'describe', resource: 'nodes', names: [] }],
  ['host-1/k3s/kubectl/poddescribe/shop', { verb: 'describe', resource: 'pods', namespace: 'shop' }],
  [
    'a.zip!/kubeobjects/kube-system_pods_coredns-7db6d8ff4d-abcde',
    { verb: 'describe', resource: 'pods', names: ['coredns-7db6d8ff4d-abcde'], namespace: 'kube-system' },
  ],
  ['inspection-report/k8s/get-all', { verb: 'get', resource: 'all', allNamespaces: true, output: 'wide' }],
  ['azure-arc-secrets.txt', { verb: 'get', resource: 'secrets', namespace: 'azure-arc' }],
])('%s names its command', (path, command) => {
  expect(commandFromPath(path)).toMatchObject({ program: 'kubectl', line: 1, ...command });
});

test.each(['kubectl/get-pods.txt', 'k3s/kubectl/rancher', 'kube-system/pods.txt', 'kubectl_get', ''])(
  '%s names none',
  (path) => {
    expect(commandFromPath(path)).toBeUndefined();
  },
);

test('no path makes it throw', () => {
  fc.assert(fc.property(fc.string(), (path) => commandFromPath(path) === undefined));
});
