import type { NodeFact, StatusCondition } from '../../facts/fact.ts';
import { known } from '../../facts/known.ts';
import { conditionOf } from './api-status.ts';
import { listAt, someOf, textAt, textsAt, truthAt, type ApiValue } from './api-value.ts';
import { poolOf } from './node-names.ts';

/** A node as the API gives it. */
export function nodeOf(node: ApiValue, origin: NodeFact['origin']): NodeFact {
  const name = textAt(node, 'metadata', 'name');
  const labels = textsAt(node, 'metadata', 'labels');
  const conditions = listAt(node, 'status', 'conditions').map(conditionOf);
  const unschedulable = truthAt(node, 'spec', 'unschedulable') === true;
  const info = (key: string): string | undefined => textAt(node, 'status', 'nodeInfo', key);
  return known<NodeFact>({
    kind: 'node',
    origin,
    name,
    status: statusOf(conditions, unschedulable),
    unschedulable,
    roles: rolesOf(labels),
    labels,
    annotations: textsAt(node, 'metadata', 'annotations'),
    taints: listAt(node, 'spec', 'taints').map(taintOf),
    conditions: someOf(conditions),
    addresses: addressesOf(node),
    capacity: textsAt(node, 'status', 'capacity'),
    allocatable: textsAt(node, 'status', 'allocatable'),
    version: info('kubeletVersion'),
    kubelet: info('kubeletVersion'),
    kernel: info('kernelVersion'),
    osImage: info('osImage'),
    os: info('operatingSystem'),
    arch: info('architecture'),
    runtime: info('containerRuntimeVersion'),
    podCIDR: textAt(node, 'spec', 'podCIDR'),
    providerID: textAt(node, 'spec', 'providerID'),
    creationTimestamp: textAt(node, 'metadata', 'creationTimestamp'),
    pool: name === undefined ? undefined : poolOf(name, labels),
  });
}

const ROLE = 'node-role.kubernetes.io/';

const rolesOf = (labels: Record<string, string> | undefined): readonly string[] | undefined =>
  someOf(Object.keys(labels ?? {}).flatMap((key) => (key.startsWith(ROLE) ? [key.slice(ROLE.length)] : [])));

/** As `kubectl get nodes` shows it. */
function statusOf(conditions: readonly StatusCondition[], unschedulable: boolean): string {
  const ready = conditions.find(({ type }) => type === 'Ready')?.status;
  const status = ready === 'True' ? 'Ready' : ready === undefined ? 'Unknown' : 'NotReady';
  return unschedulable ? `${status},SchedulingDisabled` : status;
}

function taintOf(taint: ApiValue): string {
  const value = textAt(taint, 'value');
  return `${textAt(taint, 'key')}${value === undefined ? '' : `=${value}`}:${textAt(taint, 'effect')}`;
}

function addressesOf(node: ApiValue): Record<string, string> | undefined {
  const pairs = listAt(node, 'status', 'addresses').map((one) => [textAt(one, 'type'), textAt(one, 'address')]);
  return pairs.length > 0 ? (Object.fromEntries(pairs) as Record<string, string>) : undefined;
}
