import type { Line } from '../../bundle/line.ts';
import type { ConfigMapFact, EventFact, ObjectFact, Origin } from '../../facts/fact.ts';
import { known } from '../../facts/known.ts';
import type { Reading } from '../capture.ts';
import { nodeOf } from './api-node.ts';
import { podOf } from './api-pod.ts';
import { at, listAt, numberAt, textAt, textsAt, type ApiValue } from './api-value.ts';
import { readHosts } from './coredns-hosts.ts';
import { eventOf } from './event-row.ts';
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
  // What was only asked for is no state.
  const lives = at(value, 'status') !== undefined;
  if (kind === 'Pod' && lives) return podOf(value, origin);
  if (kind === 'Node' && lives) return nodeOf(value, origin);
  if (kind === 'Event') return apiEvent(value, origin);
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

function apiEvent(value: ApiValue, origin: Origin): EventFact | undefined {
  const about = ['involvedObject', 'regarding'].find((key) => at(value, key) !== undefined) ?? '';
  const count = numberAt(value, 'series', 'count') ?? numberAt(value, 'count') ?? numberAt(value, 'deprecatedCount');
  const node = textAt(value, 'source', 'host');
  const from = textAt(value, 'source', 'component') ?? textAt(value, 'reportingComponent');
  const cells = Object.entries({
    namespace: textAt(value, 'metadata', 'namespace'),
    type: textAt(value, 'type'),
    reason: textAt(value, 'reason'),
    message: (textAt(value, 'message') ?? textAt(value, 'note'))?.trim(),
    object: `${textAt(value, about, 'kind')}/${textAt(value, about, 'name')}`,
    from: from === undefined || node === undefined ? from : `${from}, ${node}`,
    count: count === undefined ? undefined : String(count),
  }).filter((cell): cell is [string, string] => cell[1] !== undefined);
  const fact = eventOf(new Map(cells), origin);
  return fact && known<EventFact>({ ...fact, time: timeOf(value) });
}

const TIMES = [['series', 'lastObservedTime'], ['lastTimestamp'], ['eventTime'], ['firstTimestamp']] as const;

const timeOf = (value: ApiValue): string | undefined =>
  TIMES.map((path) => textAt(value, ...path)).find((time) => time !== undefined);

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

/** The line of each field that a finding may rest on. */
function quotesIn(lines: readonly [Line, ...Line[]], name: string): Reading['quotes'] {
  const named = lines.find(({ text }) => NAME.exec(text)?.[1] === name) ?? lines[0];
  const found = QUOTED.map(([fields, pattern]) => [fields, lines.find(({ text }) => pattern.test(text))] as const);
  const entries = found.flatMap(([fields, line]) =>
    line === undefined ? [] : fields.split(' ').map((field) => [field, line] as const),
  );
  return { '': named, ...Object.fromEntries(entries) };
}

const NAME = /^\s*(?:- )?"?name"?: "?([^"\s,]{1,253})"?,?\s*$/;

const QUOTED: readonly (readonly [string, RegExp])[] = [
  ['status', /^\s*"?phase"?: /],
  ['node scheduled', /^\s*"?nodeName"?: /],
  ['containers ready waits', /^\s*"?(?:waiting)"?: /],
  ['ends', /^\s*"?terminated"?: /],
  ['taints', /^\s*"?taints"?: /],
  ['message reasons', /^\s*"?message"?: /],
  ['tolerations', /^\s*"?tolerations"?: /],
];

/** The objects of a list, or the one object that it is. */
export const objectsOf = (value: ApiValue): readonly ApiValue[] =>
  Array.isArray(at(value, 'items')) ? listAt(value, 'items') : [value];

/** The kind of the objects of a list: those of a `PodList` are pods. */
export const kindInList = (value: ApiValue): string | undefined =>
  /^([A-Z]\w{1,100})List$/.exec(textAt(value, 'kind') ?? '')?.[1];
