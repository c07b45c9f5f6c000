import type { Line } from '../bundle/line.ts';
import type { ObjectFact, WorkloadFact } from '../facts/fact.ts';
import { known } from '../facts/known.ts';
import type { CaptureContext, CaptureKind, Command, Reading, Recognition } from './capture.ts';
import { describedEvents, readEventRow } from './text/describe-events.ts';
import { beginsField, joinBroken, keyOrder, readPair, type KeyOrder } from './text/describe-layout.ts';
import {
  beginsObject,
  describeGoesOn,
  splitEvents,
  splitObjects,
  type DescriptionForm,
  type Opening,
} from './text/describe-objects.ts';
import { readDescribedWorkload } from './text/described-workload.ts';
import { kindOfKeys, singularKind } from './text/object-kind.ts';
import { originOf } from './text/origin.ts';
import { isWorkload } from './text/workload-cells.ts';

/**
 * `kubectl describe` of what is no pod and no node: which one it is, how many pods of a workload are ready, its events.
 *
 *     Name:                   billing-v2
 *     Namespace:              shop
 *     CreationTimestamp:      Wed, 11 Nov 2026 03:14:07 +0100
 *     Labels:                 app=billing-v2
 *     StrategyType:           RollingUpdate
 *     Events:          <none>
 */
export const kubectlDescribeObject: CaptureKind = {
  name: 'kubectl describe',
  recognize,
  continues: (line, sofar) => describeGoesOn(line, sofar, FORM),
  parse,
};

/** Before 1.27 daemon sets show no namespace. */
const OPENING: Opening = [
  new Set(['Namespace', 'Selector', 'Labels']),
  new Set(['CreationTimestamp', 'Labels', 'Selector', 'Node-Selector', 'StorageClass', 'Annotations', 'Address']),
  new Set(
    (
      'Labels, Annotations, Selector, Node-Selector, Status, Finalizers, API Version, StorageClass, Ingress Class, ' +
      'Default backend, Image(s), Volume'
    ).split(', '),
  ),
];

const KEYS: KeyOrder = keyOrder('Name, Namespace, CreationTimestamp, Labels, Annotations, Selector, Events');

const FORM: DescriptionForm = { order: KEYS, opening: OPENING };

function recognize(lines: readonly Line[]): Recognition {
  if (!/^\s{0,8}Name:\s/.test(lines[0]?.text ?? '')) return 0;
  const filled = lines.filter(({ text }) => text.trim() !== '');
  return filled.length > 3 && beginsObject(filled, OPENING) ? 3 : 0;
}

function* parse(lines: Iterable<Line>, context: CaptureContext): Generator<Reading, void, undefined> {
  const filled = [...lines].filter(({ text }) => text.trim() !== '');
  for (const part of splitObjects(joinBroken(filled, beginsSomething), OPENING)) yield* readObject(part, context);
}

const beginsSomething = (text: string): boolean => beginsField(text, KEYS) || readEventRow(text) !== undefined;

function* readObject(lines: readonly Line[], context: CaptureContext): Generator<Reading, void, undefined> {
  const { above, events } = splitEvents(lines);
  const [first, second] = above;
  if (!first || !second) return;
  const { named, printed } = kindOf(above, context.command);
  const origin = originOf(context.path, first, above.at(-1));
  const own = {
    namespace: readPair(second.text)?.key === 'Namespace' ? readPair(second.text)?.value : undefined,
    name: readPair(first.text)?.value,
  };
  if (isWorkload(named)) {
    const { workload, counts = first } = readDescribedWorkload(above, named);
    const fact = known<WorkloadFact>({ kind: 'workload', origin, objectKind: named, ...own, ...workload });
    yield { fact, quotes: { '': first, desired: counts, available: counts, unavailable: counts, failed: counts } };
  } else
    yield { fact: known<ObjectFact>({ kind: 'object', origin, objectKind: named, ...own }), quotes: { '': first } };
  const { name, namespace } = own;
  if (printed !== undefined && name !== undefined)
    yield* describedEvents(events, context, { kind: printed, name, ...(namespace === undefined ? {} : { namespace }) });
}

/** The kind in lower case, and as events name it; descriptions of custom resources say it themselves. */
function kindOf(
  lines: readonly Line[],
  command: Command | undefined,
): { readonly named?: string | undefined; readonly printed?: string | undefined } {
  const pairs = lines.map(({ text }) => readPair(text));
  const at = pairs.findIndex((pair) => pair?.key === 'API Version');
  const printed = pairs[at + 1]?.key === 'Kind' ? pairs[at + 1]?.value : undefined;
  if (at >= 0 && printed !== undefined) return { named: printed.toLowerCase(), printed };
  const named = kindOfKeys(new Set(pairs.map((pair) => pair?.key ?? ''))) ?? singularKind(command);
  return { named, printed: PRINTED.get(named ?? '') };
}

/** Kinds as events name them. */
const PRINTED: ReadonlyMap<string, string> = new Map([
  ['deployment', 'Deployment'],
  ['daemonset', 'DaemonSet'],
  ['cronjob', 'CronJob'],
  ['job', 'Job'],
  ['statefulset', 'StatefulSet'],
  ['service', 'Service'],
  ['replicaset', 'ReplicaSet'],
  ['replicationcontroller', 'ReplicationController'],
  ['persistentvolumeclaim', 'PersistentVolumeClaim'],
  ['persistentvolume', 'PersistentVolume'],
  ['horizontalpodautoscaler', 'HorizontalPodAutoscaler'],
  ['ingress', 'Ingress'],
]);
