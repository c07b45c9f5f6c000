import type { Command } from '../capture.ts';

/** The kind of object whose table has these columns, in lower case. */
export const kindOfColumns = (columns: ReadonlySet<string>): string | undefined =>
  COLUMNS.find(
    ([, own, without]) => own.every((name) => columns.has(name)) && !without?.some((name) => columns.has(name)),
  )?.[0];

/** The kind of object whose description has these keys. */
export const kindOfKeys = (keys: ReadonlySet<string>): string | undefined => KEYS.find(([, key]) => keys.has(key))?.[0];

/** The kind a command asks for, as the name of one: `deployments` is `deployment`. */
export function singularKind(command: Command | undefined): string | undefined {
  const resource = command?.resource?.replace(/\..*$/, '');
  if (resource === undefined || resource === 'all' || resource.includes(',')) return undefined;
  if (/(?:ss|x)es$/.test(resource)) return resource.slice(0, -2);
  if (resource.endsWith('ies')) return `${resource.slice(0, -3)}y`;
  return /[^s]s$/.test(resource) ? resource.slice(0, -1) : resource;
}

/** What a kind's table has, and what another with the same columns has beyond it. */
const COLUMNS: readonly (readonly [string, readonly string[], (readonly string[])?])[] = [
  ['daemonset', ['desired', 'current', 'up-to-date', 'node selector']],
  ['daemonset', ['desired', 'current', 'up-to-date', 'node-selector']],
  ['deployment', ['ready', 'up-to-date', 'available']],
  ['deployment', ['desired', 'current', 'up-to-date', 'available']],
  ['replicaset', ['desired', 'current', 'ready'], ['up-to-date', 'available']],
  ['service', ['type', 'cluster-ip', 'port(s)']],
  ['job', ['completions', 'duration']],
  ['job', ['desired', 'successful']],
  ['cronjob', ['schedule', 'suspend', 'active']],
  ['persistentvolumeclaim', ['status', 'storageclass'], ['claim']],
  ['persistentvolume', ['status', 'claim', 'storageclass']],
  ['secret', ['type', 'data']],
  ['configmap', ['data'], ['type', 'status']],
  ['ingress', ['class', 'hosts', 'ports']],
  ['horizontalpodautoscaler', ['reference', 'targets', 'minpods']],
  ['endpoints', ['endpoints']],
  ['statefulset', ['ready'], ['status', 'restarts', 'desired', 'up-to-date', 'completions', 'suspended']],
];

const KEYS: readonly (readonly [string, string])[] = [
  ['deployment', 'StrategyType'],
  ['daemonset', 'Desired Number of Nodes Scheduled'],
  ['cronjob', 'Concurrency Policy'],
  ['job', 'Parallelism'],
  ['statefulset', 'Update Strategy'],
  ['service', 'Session Affinity'],
  ['persistentvolume', 'Reclaim Policy'],
  ['persistentvolumeclaim', 'Used By'],
  ['persistentvolumeclaim', 'Mounted By'],
  ['horizontalpodautoscaler', 'Min replicas'],
  ['ingress', 'Default backend'],
  ['replicaset', 'Pods Status'],
  ['replicaset', 'Replicas'],
];
