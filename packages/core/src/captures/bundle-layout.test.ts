import fc from 'fast-check';
import { expect, test } from 'vitest';
import { bundleKindOf } from './bundle-layout.ts';

const LAYOUTS: readonly (readonly [string, readonly string[]])[] = [
  ['troubleshoot', ['version.yaml', 'cluster-resources/pods/kube-system.json', 'cluster-info/cluster_version.json']],
  ['troubleshoot', ['analysis.json', 'host-collectors/system/cpu.json']],
  ['cluster-info-dump', ['nodes.json', 'kube-system/pods.json', 'kube-system/coredns-7db6d8ff4d-abcde/logs.txt']],
  ['must-gather', ['must-gather.logs', 'quay-io-image/namespaces/kube-system/core/pods.yaml']],
  ['must-gather', ['namespaces/kube-system/pods/etcd-a/etcd/etcd/logs/current.log']],
  ['connectedk8s-troubleshoot', ['arc_agents_logs/config-agent-6d8f7c9b5-x2x4z/config-agent.txt']],
  ['connectedk8s-pre-onboarding', ['cluster_diagnostic_checks_job_log.txt']],
  [
    'k8s-extension-troubleshoot',
    ['dapr-system/pods/dapr-operator-0/metadata.json', 'dapr-system/pods/dapr-operator-0/containers/operator_logs.txt'],
  ],
  ['aks-periscope', ['kubeobjects/kube-system_pods_coredns-7db6d8ff4d-abcde']],
  ['aks-periscope', ['networkoutbound/AKS API Server', 'dns/kubernetes']],
  ['aks-node-logs', ['collect/crictl_pods.json', 'proc/uptime', 'etc/resolv.conf']],
  ['aks-windows-node-logs', ['CustomDataSetupScript.log', 'kubelet.log']],
  ['rancher-support-bundle', ['metadata.yaml', 'yamls/cluster/v1/nodes.yaml']],
  ['rancher-logs-collector', ['collector-output.log', 'systeminfo/date']],
  ['sosreport', ['sos_commands/kubernetes/x', 'sos_reports/manifest.json', 'etc/hosts']],
  ['eks-node-logs', ['system/instance-id.txt', 'kubelet/kubelet.log']],
  ['microk8s-inspect', ['k8s/cluster-info-dump', 'args/kubelet']],
];

test.each(LAYOUTS)('%s is told by %j, at any depth and in any order', (kind, paths) => {
  expect(bundleKindOf(paths)).toBe(kind);
  expect(bundleKindOf(paths.map((path) => `case-4711/bundle.zip!/root/${path}`).toReversed())).toBe(kind);
  expect(bundleKindOf(paths.map((path) => path.replaceAll('/', '\\')))).toBe(kind);
});

test.each<[string, readonly string[]]>([
  ['loose files', ['get-pods.txt', 'kube-system/extension-agent.log', 'nslookup.txt']],
  ['nothing', []],
  ['a single weak marker', ['summary.txt', 'pods.txt']],
  ['markers of different folders', ['a/metadata.yaml', 'b/c/yamls/cluster/v1/nodes.yaml']],
])('%s have no collector', (_, paths) => {
  expect(bundleKindOf(paths)).toBe('loose');
});

test('the root that is nearest to the top tells the kind', () => {
  const inner = LAYOUTS.flatMap(([, paths]) => paths.map((path) => `nodes/node-1.zip!/${path}`));
  expect(bundleKindOf([...inner, 'metadata.yaml', 'yamls/namespaced/kube-system/v1/pods.yaml'])).toBe(
    'rancher-support-bundle',
  );
});

test('no paths make it throw', () => {
  fc.assert(fc.property(fc.array(fc.string()), (paths) => bundleKindOf(paths) === 'loose'));
});
