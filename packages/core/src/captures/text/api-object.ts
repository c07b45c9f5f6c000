import type { Line } from '../../bundle/line.ts';
import type { ConfigMapFact, ObjectFact, Origin } from '../../facts/fact.ts';
import { known } from '../../facts/known.ts';
import type { Reading } from '../capture.ts';
import { apiEventOf } from './api-event.ts';
import { nodeOf } from './api-node.ts';
import { podOf } from './api-pod.ts';
import { quotesIn } from './api-quotes.ts';
import { at, listAt, textAt, textsAt, type ApiValue } from './api-value.ts';
import { readHosts } from './coredns-hosts.ts';
import { originOf } from './origin.ts';

/** An object of the API with the lines it stands in. */
export interface PlacedObject {
  readonly value: ApiValue;
  readonly lines: readonly [Line, ...Line[]];
  /** The kind that the list around it names. */
  readonly kind?: string | undefined;
}

/** What an object says: a pod, a node, an event, a config map; of any other which one it is, and how many of its pods are ready. */
export function objectReading({ value, lines, kind: listed }: PlacedObject, path: string): Reading | undefined {
  const kind = textAt(value, 'kind') ?? listed;
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
  return known<ObjectFact>({
    kind: 'object',
    origin,
    objectKind: kind.toLowerCase(),
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

/** The objects of a list, or the one object that it is. */
export const objectsOf = (value: ApiValue): readonly ApiValue[] =>
  Array.isArray(at(value, 'items')) ? listAt(value, 'items') : [value];

/** The kind of the objects of a list: those of a `PodList` are pods. */
export const kindInList = (value: ApiValue): string | undefined =>
  /^([A-Z]\w{1,100})List$/.exec(textAt(value, 'kind') ?? '')?.[1];
