import type { Line } from '../../bundle/line.ts';
import type { NodeFact, NodePod, StatusCondition } from '../../facts/fact.ts';
import { known } from '../../facts/known.ts';
import type { Quotes } from '../capture.ts';
import {
  fieldNamed,
  isIndented,
  keyOrder,
  pairsOf,
  readFields,
  textsOf,
  valueOf,
  type Field,
  type KeyOrder,
} from './describe-layout.ts';
import { annotationsOf } from './described-annotations.ts';
import { margin } from './described-pod.ts';
import { readKeyValues } from './key-values.ts';
import { poolOf } from './node-names.ts';
import { setTime } from './rfc-time.ts';

/** What a description says of a node, without where it stands. */
export interface DescribedNode {
  readonly node: Omit<NodeFact, 'kind' | 'origin'>;
  readonly quotes: Quotes;
}

/** The keys of a node's description from the left margin, in printing order. */
export const NODE_KEYS: KeyOrder = keyOrder(
  'Name, Role, Roles, Labels, Annotations, CreationTimestamp, Taints, Unschedulable, Lease, Conditions',
  'Addresses, Capacity, Allocatable, System Info, PodCIDR, PodCIDRs, ProviderID, ExternalID',
  'Non-terminated Pods, Allocated resources, Events',
);

/** Reads the lines of one node's description above its events; nothing if they say nothing of a node. */
export function readDescribedNode(lines: readonly Line[]): DescribedNode | undefined {
  const { fields } = readFields(lines, NODE_KEYS, isIndented(lines) ? margin(lines) : undefined);
  if (fields.length === 0) return undefined;
  const name = valueOf(fields, 'Name');
  const labels = readKeyValues(textsOf(fieldNamed(fields, 'Labels')));
  const unschedulable = valueOf(fields, 'Unschedulable');
  const conditions = conditionsOf(fieldNamed(fields, 'Conditions'));
  const node = known<Omit<NodeFact, 'kind' | 'origin'>>({
    name,
    labels,
    conditions,
    status: statusOf(conditions),
    roles: rolesOf(fieldNamed(fields, 'Roles') ?? fieldNamed(fields, 'Role')),
    annotations: annotationsOf(fieldNamed(fields, 'Annotations')),
    creationTimestamp: setTime(valueOf(fields, 'CreationTimestamp')),
    taints: taintsOf(fieldNamed(fields, 'Taints')),
    unschedulable: unschedulable === undefined ? undefined : unschedulable === 'true',
    addresses: pairsOf(fieldNamed(fields, 'Addresses')?.body ?? []),
    capacity: pairsOf(fieldNamed(fields, 'Capacity')?.body ?? []),
    allocatable: pairsOf(fieldNamed(fields, 'Allocatable')?.body ?? []),
    ...systemInfo(fieldNamed(fields, 'System Info')),
    podCIDR: valueOf(fields, 'PodCIDR'),
    providerID: valueOf(fields, 'ProviderID'),
    pool: poolOf(name, labels),
    pods: podsOf(fieldNamed(fields, 'Non-terminated Pods')),
  });
  return Object.keys(node).length === 0 ? undefined : { node, quotes: quotesOf(node, fields) };
}

type Part = Partial<{ readonly [K in keyof NodeFact]: NodeFact[K] | undefined }>;

const rolesOf = (field: Field | undefined): readonly string[] | undefined =>
  field && textsOf(field).flatMap((text) => text.split(','));

/** A taint is `KEY=VALUE:EFFECT` or `KEY:EFFECT`; `<none>` is the empty list. */
const taintsOf = (field: Field | undefined): readonly string[] | undefined =>
  field && textsOf(field).filter((text) => TAINT.test(text));

const TAINT = /^[^\s:=]{1,317}(?:=[^\s:]{0,63})?:[A-Za-z]+$/;

const TIME = String.raw`[A-Z][a-z]{2}, \d{2} [A-Z][a-z]{2} \d{4} \d{2}:\d{2}:\d{2} [+-]\d{4}`;
const CONDITION = new RegExp(
  String.raw`^\s*([A-Za-z][\w./-]{0,100})\s+(True|False|Unknown)\s+(?:(?:${TIME}|<unknown>)\s+){0,2}(\S+)(?:\s+(\S.*?))?\s*$`,
);

function conditionsOf(field: Field | undefined): readonly StatusCondition[] | undefined {
  const rows = (field?.body ?? []).map(({ text }) => (text.length > 20_000 ? null : CONDITION.exec(text)));
  const conditions = rows
    .filter((row) => row !== null)
    .map(([, type = '', status, reason, message]) => known<StatusCondition>({ type, status, reason, message }));
  return conditions.length > 0 ? conditions : undefined;
}

/** The STATUS that `kubectl get nodes` shows for these conditions. */
function statusOf(conditions: readonly StatusCondition[] | undefined): string | undefined {
  const ready = conditions?.find(({ type }) => type === 'Ready')?.status;
  return ready === undefined ? undefined : ready === 'True' ? 'Ready' : 'NotReady';
}

function systemInfo(field: Field | undefined): Part {
  const info = pairsOf(field?.body ?? []) ?? {};
  const value = (key: string): string | undefined => (Object.hasOwn(info, key) ? info[key] : undefined);
  return {
    kernel: value('Kernel Version'),
    osImage: value('OS Image'),
    os: value('Operating System'),
    arch: value('Architecture'),
    runtime: value('Container Runtime Version'),
    kubelet: value('Kubelet Version'),
    version: value('Kubelet Version'),
  };
}

function podsOf(field: Field | undefined): readonly NodePod[] | undefined {
  if (!field) return undefined;
  return field.body
    .map(({ text }) => POD_ROW.exec(text))
    .filter((row) => row !== null)
    .map(([, namespace = '', name = '']) => ({ namespace, name }));
}

const POD_ROW = /^\s*([a-z0-9][a-z0-9-]{0,62})\s+([a-z0-9][a-z0-9.-]{0,252})\s+\d[\w.]*\s+\(/;

const SECTIONS: Readonly<Record<string, string>> = {
  name: 'Name',
  labels: 'Labels',
  taints: 'Taints',
  unschedulable: 'Unschedulable',
  conditions: 'Conditions',
  status: 'Conditions',
  capacity: 'Capacity',
  allocatable: 'Allocatable',
  pods: 'Non-terminated Pods',
};

function quotesOf(node: object, fields: readonly Field[]): Quotes {
  const lines = Object.entries(SECTIONS)
    .filter(([name]) => Object.hasOwn(node, name))
    .map(([name, key]): [string, Line | undefined] => [name, fieldNamed(fields, key)?.line]);
  return Object.fromEntries(lines.filter((entry): entry is [string, Line] => entry[1] !== undefined));
}
