import type { Line } from '../bundle/line.ts';
import type { ObjectFact } from '../facts/fact.ts';
import { known } from '../facts/known.ts';
import type { CaptureContext, CaptureKind, Reading, Recognition } from './capture.ts';
import { describedEvents, readEventRow } from './text/describe-events.ts';
import { beginsField, joinBroken, keyOrder, readPair, type KeyOrder } from './text/describe-layout.ts';
import { beginsObject, describeGoesOn, splitEvents, splitObjects, type Opening } from './text/describe-objects.ts';
import { kindOfKeys, singularKind } from './text/object-kind.ts';
import { originOf } from './text/origin.ts';

/**
 * `kubectl describe` of an object that has a namespace and is no pod: which one it is, and its events.
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
  continues: (line, sofar) => describeGoesOn(line, { ...sofar, order: KEYS, opening: OPENING }),
  parse,
};

const OPENING: Opening = [
  new Set(['Namespace']),
  new Set(['CreationTimestamp', 'Labels', 'Selector']),
  new Set(['Labels', 'Annotations', 'Selector']),
];

const KEYS: KeyOrder = keyOrder('Name, Namespace, CreationTimestamp, Labels, Annotations, Selector, Events');

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
  const keys = new Set(above.map(({ text }) => readPair(text)?.key ?? ''));
  const objectKind = kindOfKeys(keys) ?? singularKind(context.command);
  const name = readPair(first.text)?.value;
  const namespace = readPair(second.text)?.value;
  const origin = originOf(context.path, first, above.at(-1));
  yield { fact: known<ObjectFact>({ kind: 'object', origin, objectKind, namespace, name }), quotes: { '': first } };
  const printed = PRINTED.get(objectKind ?? '');
  if (printed !== undefined && name !== undefined && namespace !== undefined)
    yield* describedEvents(events, context, { kind: printed, name, namespace });
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
]);
