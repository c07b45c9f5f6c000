import { at, textAt, type ApiValue } from './api-value.ts';

/** Where the kind of an object of the API is told. */
export interface KindClues {
  /** The kind that the list around it, or the path, names. */
  readonly listed?: string | undefined;
}

/** The kind of an object: as it says, as the list it is in says, or by what only one kind has; clients leave it out in lists. */
export const kindOf = (value: ApiValue, { listed }: KindClues): string | undefined =>
  textAt(value, 'kind') ?? listed ?? SHAPES.find(([, ...paths]) => paths.every((path) => has(value, path)))?.[0];

const has = (value: ApiValue, path: string): boolean => at(value, ...path.split('.')) !== undefined;

const SHAPES: readonly (readonly [string, ...string[]])[] = [
  ['Event', 'involvedObject'],
  ['Event', 'regarding'],
  ['Pod', 'spec.containers'],
  ['Node', 'status.nodeInfo'],
  ['CronJob', 'spec.jobTemplate'],
  ['DaemonSet', 'spec.template', 'status.desiredNumberScheduled'],
  ['StatefulSet', 'spec.template', 'spec.serviceName'],
  ['Job', 'spec.template', 'spec.backoffLimit'],
  ['Deployment', 'spec.template', 'spec.strategy'],
  ['ReplicaSet', 'spec.template', 'spec.replicas'],
  ['Deployment', 'spec.template', 'status.observedGeneration'],
  ['Service', 'spec.clusterIP'],
];

/** The kind of the objects in a file that a collector named after them: `cluster-resources/pods/kube-system.json`. */
export function kindOfPath(path: string): string | undefined {
  const [, folder = '', file = ''] = NAMES.exec(path.slice(-LONGEST_PATH)) ?? [];
  return KINDS.get(file) ?? KINDS.get(folder);
}

const LONGEST_PATH = 1000;
const NAMES = /(?:([a-z-]{1,40})\/)?([a-z0-9.-]{1,253}?)\.(?:json|ya?ml)$/;

const KINDS: ReadonlyMap<string, string> = new Map([
  ['pods', 'Pod'],
  ['nodes', 'Node'],
  ['events', 'Event'],
  ['configmaps', 'ConfigMap'],
  ['services', 'Service'],
  ['deployments', 'Deployment'],
  ['replicasets', 'ReplicaSet'],
  ['statefulsets', 'StatefulSet'],
  ['daemonsets', 'DaemonSet'],
  ['jobs', 'Job'],
  ['cronjobs', 'CronJob'],
  ['pvcs', 'PersistentVolumeClaim'],
  ['pvs', 'PersistentVolume'],
  ['namespaces', 'Namespace'],
]);
