import type { Container, EventFact, Fact, ObjectFact, Origin, PodFact } from '../../facts/fact.ts';
import { known } from '../../facts/known.ts';
import { eventOf } from './event-row.ts';

/** Any part of an object, as the API or a client of it writes it. */
export type Plain = string | number | boolean | null | readonly Plain[] | { readonly [key: string]: Plain };

/**
 * An object of the API as a fact: an event, a pod, or which object it is. Keys may be in the case of Python's client
 * (`container_statuses`). Undefined for what is no object of the API.
 */
export function clientObject(value: Plain, origin: Origin): Fact | undefined {
  const object = camelCased(value);
  if (isEvent(object)) return eventFact(object, origin);
  const metadata = at(object, 'metadata');
  const name = text(metadata, 'name');
  if (name === undefined) return undefined;
  if (isPod(object)) return podFact(object, origin);
  const objectKind = text(object, 'kind')?.toLowerCase() ?? (isDeployment(object) ? 'deployment' : undefined);
  return known<ObjectFact>({ kind: 'object', origin, objectKind, namespace: text(metadata, 'namespace'), name });
}

const isEvent = (object: Plain | undefined): boolean =>
  text(object, 'kind') === 'Event' || at(object, 'involvedObject') !== undefined;

/** The client leaves the kind of what it got by asking for pods empty. */
const isPod = (object: Plain | undefined): boolean =>
  text(object, 'kind') === 'Pod' ||
  (list(at(object, 'spec'), 'containers').length > 0 && text(at(object, 'status'), 'phase') !== undefined);

const isDeployment = (object: Plain | undefined): boolean =>
  at(object, 'status', 'observedGeneration') !== undefined && at(object, 'spec', 'template') !== undefined;

function eventFact(object: Plain | undefined, origin: Origin): EventFact | undefined {
  const involved = at(object, 'involvedObject');
  const cells = new Map<string, string>();
  const put = (cell: string, value: string | undefined): unknown => value !== undefined && cells.set(cell, value);
  put('namespace', text(involved, 'namespace') ?? text(at(object, 'metadata'), 'namespace'));
  put('type', text(object, 'type'));
  put('reason', text(object, 'reason'));
  put('message', text(object, 'message')?.trim());
  put('object', `${text(involved, 'kind') ?? ''}/${text(involved, 'name') ?? ''}`);
  put('count', number(object, 'count')?.toString());
  put('from', text(at(object, 'source'), 'component') ?? text(object, 'reportingComponent'));
  const event = eventOf(cells, origin);
  const time = [
    text(at(object, 'series'), 'lastObservedTime'),
    text(object, 'lastTimestamp'),
    text(object, 'eventTime'),
    text(object, 'firstTimestamp'),
  ].find((one) => one !== undefined);
  return event && known<EventFact>({ ...event, time });
}

function podFact(object: Plain | undefined, origin: Origin): PodFact {
  const [metadata, spec, status] = [at(object, 'metadata'), at(object, 'spec'), at(object, 'status')];
  const containers = containersOf(list(spec, 'containers'), list(status, 'containerStatuses'));
  const initContainers = containersOf(list(spec, 'initContainers'), list(status, 'initContainerStatuses'));
  const restarts = containers.map(({ restartCount = 0 }) => restartCount);
  return known<PodFact>({
    kind: 'pod',
    origin,
    namespace: text(metadata, 'namespace'),
    name: text(metadata, 'name'),
    status: text(status, 'reason') ?? text(status, 'phase'),
    readyContainers: containers.filter(({ ready }) => ready === true).length,
    totalContainers: containers.length,
    restarts: restarts.length === 0 ? undefined : Math.max(...restarts),
    node: text(spec, 'nodeName'),
    scheduled: text(spec, 'nodeName') === undefined ? undefined : true,
    startTime: text(status, 'startTime'),
    reason: text(status, 'reason'),
    message: text(status, 'message'),
    labels: texts(at(metadata, 'labels')),
    containers,
    initContainers: initContainers.length === 0 ? undefined : initContainers,
  });
}

const containersOf = (specs: readonly Plain[], statuses: readonly Plain[]): readonly Container[] =>
  specs.map((spec) => {
    const name = text(spec, 'name') ?? '';
    const status = statuses.find((one) => text(one, 'name') === name);
    return known<Container>({
      name,
      image: text(status, 'image') ?? text(spec, 'image'),
      ...stateOf(at(status, 'state')),
      ready: boolean(status, 'ready'),
      restartCount: number(status, 'restartCount'),
      last: at(status, 'lastState', 'terminated') === undefined ? undefined : stateOf(at(status, 'lastState')),
    });
  });

type State = Pick<Container, 'state' | 'reason' | 'exitCode' | 'signal' | 'message' | 'startedAt' | 'finishedAt'>;

function stateOf(state: Plain | undefined): State {
  const name = ['waiting', 'running', 'terminated'].find((one) => at(state, one) !== undefined);
  const told = name === undefined ? undefined : at(state, name);
  return known<State>({
    state: name === undefined ? undefined : name[0]!.toUpperCase() + name.slice(1),
    reason: text(told, 'reason'),
    exitCode: number(told, 'exitCode'),
    signal: number(told, 'signal'),
    message: text(told, 'message'),
    startedAt: text(told, 'startedAt'),
    finishedAt: text(told, 'finishedAt'),
  });
}

/** The value below these keys; undefined where one is missing or null. */
function at(value: Plain | undefined, ...keys: readonly string[]): Plain | undefined {
  let found: Plain | undefined = value;
  for (const key of keys) {
    if (typeof found !== 'object' || found === null || Array.isArray(found) || !Object.hasOwn(found, key))
      return undefined;
    found = (found as { readonly [key: string]: Plain })[key];
  }
  return found ?? undefined;
}

const text = (value: Plain | undefined, key: string): string | undefined => {
  const found = at(value, key);
  return typeof found === 'string' && found !== '' && found !== 'null' ? found : undefined;
};

const number = (value: Plain | undefined, key: string): number | undefined => {
  const found = at(value, key);
  return typeof found === 'number' ? found : undefined;
};

const boolean = (value: Plain | undefined, key: string): boolean | undefined => {
  const found = at(value, key);
  return typeof found === 'boolean' ? found : undefined;
};

const list = (value: Plain | undefined, key: string): readonly Plain[] => {
  const found = at(value, key);
  return Array.isArray(found) ? found : [];
};

const texts = (value: Plain | undefined): Readonly<Record<string, string>> | undefined => {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  const entries = Object.entries(value).filter((entry): entry is [string, string] => typeof entry[1] === 'string');
  return entries.length === 0 ? undefined : Object.fromEntries(entries);
};

/** Keys of labels and annotations are the user's own. */
const OWN_KEYS: ReadonlySet<string> = new Set(['labels', 'annotations', 'matchLabels', 'match_labels', 'nodeSelector']);

function camelCased(value: Plain): Plain {
  if (Array.isArray(value)) return value.map(camelCased);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, field]) => [
      key.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase()),
      OWN_KEYS.has(key) ? field : camelCased(field as Plain),
    ]),
  );
}
