import type { Command } from './capture.ts';
import { readCommand } from './read-command.ts';

/**
 * The command whose output a collector saved under a path that names it.
 *
 *     sos_commands/kubernetes/cluster-info/kubectl_--kubeconfig_.etc.kubernetes.admin.conf_get_--all-namespaces_true_pods
 *     rke2/kubectl/events
 *     kubeobjects/kube-system_pods_coredns-7db6d8ff4d-abcde
 */
export function commandFromPath(path: string): Command | undefined {
  if (!MAY_TELL.test(path)) return undefined;
  const end = path.slice(-LONGEST_PATH).replaceAll('!/', '/');
  for (const { pattern, write } of FORMS) {
    const found = pattern.exec(end);
    const text = found && write(found.groups ?? {});
    if (text) return readCommand(text, 1);
  }
  return undefined;
}

/** Each of the forms has one of these; few paths do. */
const MAY_TELL = /kubectl|oc_|kubeobjects|\/get-|azure-arc-secrets/;

const LONGEST_PATH = 1000;

type Groups = Readonly<Record<string, string | undefined>>;

interface Form {
  readonly pattern: RegExp;
  readonly write: (groups: Groups) => string;
}

const FORMS: readonly Form[] = [
  {
    pattern:
      /(?:^|\/)(?:\w{1,20}_)?(?:kubectl|oc)_(?:(?<before>[^/]{1,200}?)_)?(?<verb>get|describe|logs)_(?<rest>[^/]{1,250})$/,
    write: ({ verb = '', rest = '', before = '' }) => `kubectl ${verb} ${unmangled(rest)}${namespaceIn(before)}`,
  },
  {
    pattern: /(?:^|\/)(?:k3s|rke2|rke|kubeadm)\/kubectl\/(?<resource>[a-z]{2,40})$/,
    write: ({ resource = '' }) => rancherCommand(resource),
  },
  {
    pattern: /(?:^|\/)(?:k3s|rke2|rke|kubeadm)\/kubectl\/poddescribe\/(?<namespace>[a-z0-9-]{1,63})$/,
    write: ({ namespace }) => `kubectl describe pods -n ${namespace}`,
  },
  {
    pattern: /(?:^|\/)kubeobjects\/(?<namespace>[a-z0-9-]{1,63})_(?<resource>[a-z]{2,40})_(?<name>[a-z0-9.-]{1,253})$/,
    write: ({ namespace, resource, name }) => `kubectl describe ${resource} ${name} -n ${namespace}`,
  },
  {
    pattern: /(?:^|\/)k8s\/get-(?<resource>all|pv|pvc)$/,
    write: ({ resource }) => `kubectl get ${resource} -A -o wide`,
  },
  { pattern: /(?:^|\/)azure-arc-secrets\.txt$/, write: () => 'kubectl get secrets -n azure-arc' },
];

/** Names of objects hold no `_`; the value of a switch is put back to it. */
const unmangled = (words: string): string =>
  words
    .replace(/\.\d{1,3}$/, '')
    .replaceAll('_', ' ')
    .replace(/--all-namespaces true\b/, '--all-namespaces');

const namespaceIn = (flags: string): string => {
  const namespace = /(?:^|_)--namespace_([a-z0-9-]{1,63})(?:_|$)/.exec(flags)?.[1];
  return namespace === undefined ? '' : ` --namespace ${namespace}`;
};

const rancherCommand = (resource: string): string => {
  if (resource === 'nodesdescribe') return 'kubectl describe nodes';
  if (OF_CLUSTER.has(resource)) return `kubectl get ${resource} -o wide`;
  return OF_NAMESPACES.has(resource) ? `kubectl get ${resource} --all-namespaces -o wide` : '';
};

const OF_CLUSTER: ReadonlySet<string> = new Set(['nodes', 'pv', 'volumeattachments', 'namespaces', 'storageclass']);

const OF_NAMESPACES: ReadonlySet<string> = new Set([
  'pods',
  'services',
  'events',
  'endpoints',
  'deployments',
  'daemonsets',
  'replicasets',
  'statefulsets',
  'jobs',
  'cronjobs',
  'pvc',
  'ingress',
  'configmaps',
  'leases',
]);
