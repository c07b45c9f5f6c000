import type { Line } from '../../bundle/line.ts';
import type { Container, PodFact, PodVolume, Toleration } from '../../facts/fact.ts';
import { known } from '../../facts/known.ts';
import { recordOf } from '../../facts/record-of.ts';
import type { Quotes } from '../capture.ts';
import { annotationsOf } from './described-annotations.ts';
import {
  fieldNamed,
  indentOf,
  isIndented,
  keyOrder,
  readFields,
  readPair,
  textsOf,
  valueOf,
  type Field,
  type KeyOrder,
} from './describe-layout.ts';
import { numberOf, readContainers, stateQuotes, type DescribedContainer } from './described-containers.ts';
import { readEviction } from './eviction.ts';
import { readKeyValues } from './key-values.ts';
import { setTime } from './rfc-time.ts';

/** What a description says of a pod, without where it stands. */
export interface DescribedPod {
  readonly pod: Omit<PodFact, 'kind' | 'origin'>;
  readonly quotes: Quotes;
}

/** The keys of a pod's description from the left margin, in printing order. */
export const POD_KEYS: KeyOrder = keyOrder(
  'Name, Namespace, Priority, Priority Class Name, PriorityClassName, Runtime Class Name',
  'Service Account, Security Policy, Image(s), Node, Start Time, Labels, Annotations, Status',
  'Termination Grace Period, Reason, Message, SeccompProfile, IP, IPs, Created By, Controlled By',
  'Controllers, NominatedNodeName, Resource Claims, Init Containers, Containers, Ephemeral Containers',
  'Readiness Gates, Conditions, Volumes, QoS Class, Node-Selectors, Tolerations',
  'Topology Spread Constraints, Events',
);

/** Reads the lines of one pod's description above its events; nothing if they say nothing of a pod. */
export function readDescribedPod(lines: readonly Line[]): DescribedPod | undefined {
  const { fields } = readFields(lines, POD_KEYS, isIndented(lines) ? margin(lines) : undefined);
  if (fields.length === 0) return undefined;
  const containers = readContainers(fieldNamed(fields, 'Containers'));
  const inits = readContainers(fieldNamed(fields, 'Init Containers'));
  const pod = known<Omit<PodFact, 'kind' | 'origin'>>(
    identityOf(fields),
    statusOf(fields),
    readinessOf(containers, fields),
    placementOf(fields),
    {
      labels: readKeyValues(textsOf(fieldNamed(fields, 'Labels'))),
      annotations: annotationsOf(fieldNamed(fields, 'Annotations')),
      nodeSelectors: readKeyValues(textsOf(fieldNamed(fields, 'Node-Selectors'))),
      conditions: conditionsOf(fieldNamed(fields, 'Conditions')),
      readinessGates: conditionsOf(fieldNamed(fields, 'Readiness Gates')),
      tolerations: tolerationsOf(fieldNamed(fields, 'Tolerations')),
      volumes: volumesOf(fieldNamed(fields, 'Volumes')),
      containers: listed(containers),
      initContainers: listed(inits),
      ephemeralContainers: listed(readContainers(fieldNamed(fields, 'Ephemeral Containers'))),
    },
  );
  return Object.keys(pod).length === 0
    ? undefined
    : { pod, quotes: Object.assign(quotesOf(pod, fields), stateQuotes(containers, inits)) };
}

/** How far the text stands from the left: a note may indent all of it. */
export function margin(lines: readonly Line[]): number {
  const first = lines[0]?.text ?? '';
  if (/^\s*Name:\s/.test(first)) return indentOf(first);
  let least = Infinity;
  for (const { text } of lines) if (text.trim() !== '') least = Math.min(least, indentOf(text));
  return least;
}

type Part = Partial<{ readonly [K in keyof PodFact]: PodFact[K] | undefined }>;

function identityOf(fields: readonly Field[]): Part {
  return {
    name: valueOf(fields, 'Name')?.replaceAll('**', ''),
    namespace: valueOf(fields, 'Namespace'),
    priority: numberOf(valueOf(fields, 'Priority')),
    priorityClass: valueOf(fields, 'Priority Class Name') ?? valueOf(fields, 'PriorityClassName'),
    serviceAccount: valueOf(fields, 'Service Account'),
    controlledBy: valueOf(fields, 'Controlled By'),
    qos: valueOf(fields, 'QoS Class'),
  };
}

function statusOf(fields: readonly Field[]): Part {
  const message = textsOf(fieldNamed(fields, 'Message')).join('\n');
  return {
    // `Terminating (lasts 66m)`
    status: valueOf(fields, 'Status')?.split(/\s/)[0],
    reason: valueOf(fields, 'Reason'),
    message: message === '' ? undefined : message,
    eviction: readEviction(message),
    startTime: setTime(valueOf(fields, 'Start Time')),
  };
}

/** Counted over the containers, where the list of them is known to be whole. */
function readinessOf(containers: readonly DescribedContainer[], fields: readonly Field[]): Part {
  const last = fields.at(-1)?.key;
  if (containers.length === 0 || last === 'Containers') return {};
  const all = containers.map(({ container }) => container);
  const ready = all.filter((container) => container.ready === true).length;
  const counts = all.map(({ restartCount }) => restartCount).filter((count) => count !== undefined);
  return {
    ready: `${ready}/${all.length}`,
    readyContainers: ready,
    totalContainers: all.length,
    restarts: counts.length > 0 ? Math.max(...counts) : undefined,
  };
}

function placementOf(fields: readonly Field[]): Part {
  const shown = fieldNamed(fields, 'Node')?.value;
  const [node, nodeIP] = valueOf(fields, 'Node')?.split('/') ?? [];
  const ips = (fieldNamed(fields, 'IPs')?.body ?? [])
    .map(({ text }) => /^\s*IP:\s*(\S+)\s*$/.exec(text)?.[1])
    .filter((ip) => ip !== undefined);
  return {
    node,
    nodeIP: nodeIP === '' ? undefined : nodeIP,
    scheduled: shown === undefined || shown === '' ? undefined : node !== undefined,
    ip: valueOf(fields, 'IP'),
    ips: ips.length > 0 ? ips : undefined,
    nominatedNode: valueOf(fields, 'NominatedNodeName'),
  };
}

function conditionsOf(field: Field | undefined): Record<string, string> | undefined {
  const pairs = (field?.body ?? [])
    .map(({ text }) => /^\s*([A-Za-z][\w./-]*)\s+(True|False|Unknown|<none>)\s*$/.exec(text))
    .filter((found) => found !== null)
    .map((found): [string, string] => [found[1] ?? '', found[2] ?? '']);
  return pairs.length > 0 ? recordOf(pairs) : undefined;
}

function tolerationsOf(field: Field | undefined): readonly Toleration[] | undefined {
  return field && textsOf(field).map(tolerationOf);
}

/** `key=value:Effect`, `key:Effect op=Exists for 300s`, `:NoSchedule op=Exists`, `op=Exists`. */
function tolerationOf(text: string): Toleration {
  const words = text.split(/\s+/);
  const taint = words.find((word, i) => i === 0 && !word.startsWith('op=')) ?? '';
  const [, name = '', effect] = /^(.*?)(?::([A-Za-z]+))?$/.exec(taint) ?? [];
  const equals = name.indexOf('=');
  const key = equals < 0 ? name : name.slice(0, equals);
  const seconds = /\bfor (\d{1,10})s\b/.exec(text)?.[1];
  return known<Toleration>({
    key: key === '' ? undefined : key,
    op: words.find((word) => word.startsWith('op='))?.slice(3) ?? 'Equal',
    value: equals < 0 || equals === name.length - 1 ? undefined : name.slice(equals + 1),
    effect,
    seconds: seconds === undefined ? undefined : Number(seconds),
  });
}

/** Which line of a volume names the object it stands for. */
const REFERENCES: ReadonlyMap<string, string> = new Map([
  ['ConfigMap', 'Name'],
  ['Secret', 'SecretName'],
  ['PersistentVolumeClaim', 'ClaimName'],
  ['HostPath', 'Path'],
  ['CSI', 'Driver'],
  ['NFS', 'Server'],
]);

function volumesOf(field: Field | undefined): readonly PodVolume[] | undefined {
  const lines = field?.body ?? [];
  const pairs = lines.map(({ text }) => readPair(text) ?? { key: '', value: '' });
  const heads = pairs.flatMap(({ value }, i) => (value === '' && pairs[i + 1]?.key === 'Type' ? [i] : []));
  const volumes = heads.map((at, i) => volumeOf(pairs[at]?.key ?? '', pairs.slice(at + 1, heads[i + 1])));
  return volumes.length > 0 ? volumes : undefined;
}

function volumeOf(name: string, pairs: readonly { key: string; value: string }[]): PodVolume {
  const type = pairs[0]?.value.split(/\s/)[0] ?? '';
  const ref = pairs.find(({ key, value }) => value !== '' && key === REFERENCES.get(type))?.value;
  return known<PodVolume>({ name, type: type === '' ? undefined : type, ref });
}

const listed = (containers: readonly DescribedContainer[]): readonly Container[] | undefined =>
  containers.length > 0 ? containers.map(({ container }) => container) : undefined;

const SECTIONS: readonly (readonly [field: string, key: string])[] = [
  ['name', 'Name'],
  ['namespace', 'Namespace'],
  ['node', 'Node'],
  ['scheduled', 'Node'],
  ['status', 'Status'],
  ['reason', 'Reason'],
  ['message', 'Message'],
  ['eviction', 'Message'],
  ['labels', 'Labels'],
  ['conditions', 'Conditions'],
  ['tolerations', 'Tolerations'],
  ['nodeSelectors', 'Node-Selectors'],
  ['volumes', 'Volumes'],
  ['qos', 'QoS Class'],
];

/** The line that shows each field. */
function quotesOf(pod: object, fields: readonly Field[]): Record<string, Line> {
  const quotes: Record<string, Line> = {};
  for (const [name, key] of SECTIONS) {
    const line = Object.hasOwn(pod, name) ? fieldNamed(fields, key)?.line : undefined;
    if (line !== undefined) quotes[name] = line;
  }
  return quotes;
}
