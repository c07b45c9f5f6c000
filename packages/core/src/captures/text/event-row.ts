import type { EventFact, Origin } from '../../facts/fact.ts';
import { known } from '../../facts/known.ts';
import { ageSeconds, readRepeatedAge } from './age.ts';
import type { ColumnGrammar, Grammar } from './column-heading.ts';
import { failedWebhookIn, readDenial } from './denial.ts';
import { readEviction } from './eviction.ts';
import { readImagePull } from './image-pull.ts';
import { readMissingObject } from './missing-object.ts';
import { readProbeFailure } from './probe-failure.ts';
import { readSandboxFailure } from './sandbox-failure.ts';
import { readSchedulerMessage } from './scheduler-message.ts';
import { readTransport } from './transport.ts';
import { readVolumeFailure } from './volume-failure.ts';

/** The object whose description holds the events. */
export interface DescribedObject {
  /** Kind as kubectl prints it in front of a name, such as Pod. */
  readonly kind: string;
  readonly name?: string;
  readonly namespace?: string;
}

/** An event from the cells of any table of events; the object is in the row or, in a description, given. A row cut before its message is none. */
export function eventOf(
  cells: ReadonlyMap<string, string>,
  origin: Origin,
  described?: DescribedObject,
): EventFact | undefined {
  const reason = cells.get('reason');
  const message = cells.get('message');
  if (message === undefined) return undefined;
  return known<EventFact>(
    {
      kind: 'event',
      origin,
      namespace: cells.get('namespace') ?? described?.namespace,
      type: cells.get('type'),
      reason,
      message,
    },
    timesOf(cells),
    objectOf(cells, described),
    ...saidIn(reason, message),
  );
}

/** `kubelet, worker-2`; up to Kubernetes 1.4 `{kubelet worker-2}`. */
const SOURCE: ColumnGrammar = { test: /^(?:[^\s,{]+(?:, ?\S*)?|\{\S+ \S*\s?\})$/, words: 2, optional: true };

/** Every column a table of events may have, in all forms since Kubernetes 1.4. */
export const EVENT_GRAMMAR: Grammar = new Map<string, ColumnGrammar>([
  ['namespace', { test: /^[a-z0-9{<[][\w.{}<>[\]-]*$/ }],
  ...['last seen', 'lastseen', 'age', 'first seen', 'firstseen'].map(
    (heading) =>
      [
        heading,
        { test: /^(?:(?:\d{1,9}[ydhms]){1,5}|<unknown>|<invalid>)(?: \(x\d{1,9} over \S{1,60}\))?$/, words: 4 },
      ] as const,
  ),
  ['count', { test: /^\d{1,9}$/ }],
  ['type', { test: /^[A-Z][A-Za-z]*$/ }],
  ['reason', { test: /^[A-Za-z][^\s:]*$/ }],
  ['object', { test: /^[A-Za-z][\w.-]*\/\S+$/ }],
  ['kind', { test: /^[A-Z][A-Za-z]*$/ }],
  ['name', { test: /^\S+$/, openEnded: true }],
  ['event name', { test: /^\S+\.[0-9a-f]{8,32}$/, openEnded: true }],
  ['subobject', { test: /^\S*\{\S*\}$/, optional: true }],
  ['subobjectpath', { test: /^\S*\{\S*\}$/, optional: true }],
  ['source', SOURCE],
  ['from', SOURCE],
  ['message', { test: /[^]/, free: true }],
]);

type Part = Partial<{ readonly [K in keyof EventFact]: EventFact[K] | undefined }>;

function timesOf(cells: ReadonlyMap<string, string>): Part {
  const lastSeen = cells.get('last seen') ?? cells.get('lastseen');
  const { age, over, count } = readRepeatedAge(cells.get('age') ?? lastSeen ?? '') ?? {};
  return {
    age,
    over,
    ageSeconds: ageSeconds(age ?? ''),
    lastSeen: lastSeen === undefined ? undefined : age,
    firstSeen: cells.get('first seen') ?? cells.get('firstseen'),
    count: count ?? numberIn(cells.get('count')),
  };
}

const numberIn = (cell: string | undefined): number | undefined => (cell === undefined ? undefined : Number(cell));

function objectOf(cells: ReadonlyMap<string, string>, described: DescribedObject | undefined): Part {
  const object = cells.get('object') ?? oldObject(cells) ?? describedObject(described);
  const [, kind = described?.kind, name] = /^([^/]*)\/(.*)$/.exec(object ?? '') ?? [];
  const objectKind = kind?.toLowerCase();
  return {
    object,
    objectKind,
    objectName: name,
    pod: objectKind === 'pod' ? name : undefined,
    node: objectKind === 'node' ? name : nodeIn(cells),
    from: fromOf(cells)[0],
  };
}

/** `kubelet, worker-2`, or `kubelet` alone in newer tables; up to Kubernetes 1.4 `{kubelet worker-2}`. */
const fromOf = (cells: ReadonlyMap<string, string>): readonly string[] =>
  (cells.get('from') ?? cells.get('source'))?.replace(/^\{(\S+) (\S*)\s?\}$/, '$1, $2').split(/, ?/) ?? [];

/** The node whose kubelet speaks, or that a pod was assigned to. */
function nodeIn(cells: ReadonlyMap<string, string>): string | undefined {
  const [from, place] = fromOf(cells);
  if (from === 'kubelet' && place !== undefined && place !== '') return place;
  return ASSIGNED.exec(cells.get('message') ?? '')?.[1];
}

const ASSIGNED = /^Successfully assigned \S{1,320} to (\S{1,253})$/;

/** Up to Kubernetes 1.13 kind and name have columns of their own; a name may end in the event's own number. */
function oldObject(cells: ReadonlyMap<string, string>): string | undefined {
  const kind = cells.get('kind');
  const name = cells.get('name')?.replace(/\.[0-9a-f]{12,32}$/, '');
  return kind === undefined || name === undefined ? undefined : `${kind}/${name}`;
}

const describedObject = (described: DescribedObject | undefined): string | undefined =>
  described?.name === undefined ? undefined : `${described.kind}/${described.name}`;

/** What the message says beyond its words: the scheduler's reasons, how a pull or a connection failed, who refused what. */
function saidIn(reason: string | undefined, message: string): readonly Part[] {
  const scheduler = readSchedulerMessage(message);
  if (scheduler && (scheduler.total !== undefined || reason === 'FailedScheduling')) {
    const { available, total, reasons } = scheduler;
    return [{ availableNodes: available, totalNodes: total, reasons }];
  }
  const { transport, httpStatus } = readTransport(message);
  const part = partOf(reason ?? '', COMBINED.test(message) ? message.replace(COMBINED, '') : message);
  return [part, { transport, httpStatus }];
}

/** Events that were put together say so in front. */
const COMBINED = /^\(combined from similar events\): /;

/** Reasons of events that tell of a pod which has to leave its node. */
const EVICTING = ['Evicted', 'Preempted', 'Preempting', 'TaintManagerEviction', 'NodeControllerEviction', 'NodeLost'];

/** Other programs use the same words of other things, so the reason has to fit. */
function partOf(reason: string, message: string): Part {
  if (PULLS.has(reason)) {
    const pull = readImagePull(message);
    if (pull) return { pull };
  }
  return PARTS.get(reason)?.(message) ?? {};
}

const ofVolume = (message: string): Part => ({
  missing: readMissingObject(message),
  volume: readVolumeFailure(message),
});
const ofProbe = (message: string): Part => ({ probe: readProbeFailure(message) });
const ofSandbox = (message: string): Part => ({ sandbox: readSandboxFailure(message) });
const ofEviction = (message: string): Part => ({ eviction: readEviction(message) });

const PARTS: ReadonlyMap<string, (message: string) => Part> = new Map([
  ['Failed', (message): Part => ({ missing: readMissingObject(message) })],
  ['FailedCreate', (message): Part => ({ denial: readDenial(message), failedWebhook: failedWebhookIn(message) })],
  ...['FailedMount', 'FailedAttachVolume', 'FailedMapVolume'].map((reason) => [reason, ofVolume] as const),
  ...['Unhealthy', 'Killing'].map((reason) => [reason, ofProbe] as const),
  ...['FailedCreatePodSandBox', 'FailedCreatePodSandbox', 'NetworkNotReady'].map(
    (reason) => [reason, ofSandbox] as const,
  ),
  ...EVICTING.map((reason) => [reason, ofEviction] as const),
]);

const PULLS = new Set(['Failed', 'BackOff', 'Pulled', 'InspectFailed', 'ErrImageNeverPull']);
