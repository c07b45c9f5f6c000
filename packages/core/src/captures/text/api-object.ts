import type { Line } from '../../bundle/line.ts';
import type { ConfigMapFact, ObjectFact, Origin } from '../../facts/fact.ts';
import { known } from '../../facts/known.ts';
import type { Reading } from '../capture.ts';
import { apiEventOf } from './api-event.ts';
import { failureReading } from './api-failure.ts';
import { kindOf } from './api-kind.ts';
import { nodeOf } from './api-node.ts';
import { podOf } from './api-pod.ts';
import { quotesIn } from './api-quotes.ts';
import { at, textAt, textsAt, type ApiValue } from './api-value.ts';
import { apiWorkloadOf } from './api-workload.ts';
import { readHosts } from './coredns-hosts.ts';
import { originOf } from './origin.ts';
import { isWorkload } from './workload-cells.ts';

/** An object of the API with the lines it stands in. */
export interface PlacedObject {
  readonly value: ApiValue;
  readonly lines: readonly [Line, ...Line[]];
  /** The kind that the list around it names. */
  readonly kind?: string | undefined;
}

/** What an object says: a pod, a node, an event, a config map, a workload; of any other which one it is. */
export function objectReading({ value, lines, kind: listed }: PlacedObject, path: string): Reading | undefined {
  const kind = kindOf(value, { listed });
  if (kind === 'Status') return failureReading(value, { lines, path });
  const name = textAt(value, 'metadata', 'name');
  if (kind === undefined || name === undefined) return undefined;
  const fact = factOf(value, kind, originOf(path, lines[0], lines.at(-1)));
  return fact && { fact, quotes: quotesIn(lines, name) };
}

function factOf(value: ApiValue, kind: string, origin: Origin): Reading['fact'] | undefined {
  if (kind === 'Pod' && isState(value)) return podOf(value, origin);
  if (kind === 'Node' && isState(value)) return nodeOf(value, origin);
  if (kind === 'Event') return apiEventOf(value, origin);
  if (kind === 'ConfigMap') return configMap(value, origin);
  const objectKind = kind.toLowerCase();
  if (isWorkload(objectKind)) return apiWorkloadOf(value, objectKind, origin);
  return known<ObjectFact>({
    kind: 'object',
    origin,
    objectKind,
    namespace: textAt(value, 'metadata', 'namespace'),
    name: textAt(value, 'metadata', 'name'),
    labels: textsAt(value, 'metadata', 'labels'),
  });
}

/** What was only asked for has no status, or an empty one. */
const isState = (value: ApiValue): boolean => Object.keys(at(value, 'status') ?? {}).length > 0;

function configMap(value: ApiValue, origin: Origin): ConfigMapFact {
  const data = textsAt(value, 'data');
  const hosts = Object.entries(data ?? {}).flatMap(([key, text]) => readHosts(text, key));
  return known<ConfigMapFact>({
    kind: 'config-map',
    origin,
    namespace: textAt(value, 'metadata', 'namespace'),
    name: textAt(value, 'metadata', 'name'),
    data,
    hosts: hosts.length > 0 ? hosts : undefined,
  });
}
