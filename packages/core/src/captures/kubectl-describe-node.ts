import type { Line } from '../bundle/line.ts';
import type { NodeFact } from '../facts/fact.ts';
import { known } from '../facts/known.ts';
import type { CaptureContext, CaptureKind, Complete, Reading, Recognition, ToldTime } from './capture.ts';
import { describedEvents, readEventRow } from './text/describe-events.ts';
import { beginsField, joinBroken, readPair } from './text/describe-layout.ts';
import {
  beginsObject,
  describeGoesOn,
  splitEvents,
  splitObjects,
  type DescriptionForm,
  type Opening,
} from './text/describe-objects.ts';
import { NODE_KEYS, readDescribedNode } from './text/described-node.ts';
import type { DescribedObject } from './text/event-row.ts';
import { isoTime } from './text/rfc-time.ts';
import { originOf } from './text/origin.ts';

/**
 * `kubectl describe node` of one node or many.
 *
 *     Name:               aks-nodepool1-28411718-vmss000000
 *     Roles:              <none>
 *     Labels:             agentpool=nodepool1
 *                         kubernetes.io/os=linux
 *     Taints:             CriticalAddonsOnly=true:NoSchedule
 *     Unschedulable:      false
 */
export const kubectlDescribeNode: CaptureKind = {
  name: 'kubectl describe node',
  recognize,
  continues: (line, sofar) => describeGoesOn(line, sofar, FORM),
  parse,
  splitsBefore: (line) => /^Name:\s/.test(line.text),
  toldTime: renewed,
  begins: (lines) => (/^\s*Name:\s/.test(lines[0]?.text ?? '') ? 'yes' : 'no'),
  ends,
};

/** A kubelet renews the lease of its node every ten seconds: the newest renewal is when the capture was taken, or before. */
function renewed(lines: readonly Line[]): ToldTime | undefined {
  let latest: ToldTime | undefined;
  for (const { text, number } of lines) {
    const time = RENEW_TIME.exec(text)?.[1];
    const at = time === undefined ? NaN : Date.parse(isoTime(time));
    if (at > (latest?.at ?? -Infinity)) latest = { at, earliest: at, from: 'log', zone: 'stated', line: number };
  }
  return latest;
}

const RENEW_TIME = /^\s{1,20}RenewTime:\s{1,20}(\S.{20,40})$/;

const OPENING: Opening = [
  new Set(['Roles', 'Role', 'Labels']),
  new Set(['Labels', 'Annotations', 'CreationTimestamp', 'Taints']),
];

const FORM: DescriptionForm = { order: NODE_KEYS, opening: OPENING };

function recognize(lines: readonly Line[]): Recognition {
  const text = lines[0]?.text ?? '';
  if (!MAY_BEGIN.test(text)) return 0;
  const filled = lines.filter((line) => line.text.trim() !== '');
  const keys = filled.map((line) => readPair(line.text)?.key ?? '');
  if (keys[0] === 'Name') return /^Roles?$/.test(keys[1] ?? '') && beginsObject(filled, OPENING) ? 3 : 0;
  if (keys[0] === 'Taints') return keys.includes('Unschedulable') ? 2 : 0;
  return keys[0] === 'Roles' && keys.includes('Labels') ? 2 : 0;
}

/** First words of what may be a node's description: its head, or one cut before its labels or its taints. */
const MAY_BEGIN = /^\s{0,8}(?:Name|Roles|Taints):\s/;

function* parse(lines: Iterable<Line>, context: CaptureContext): Generator<Reading, void, undefined> {
  const filled = [...lines].filter(({ text }) => text.trim() !== '');
  for (const part of splitObjects(joinBroken(filled, beginsSomething), OPENING)) yield* readNode(part, context);
}

/** Whether a line is no piece of the line above it. */
const beginsSomething = (text: string): boolean => beginsField(text, NODE_KEYS) || readEventRow(text) !== undefined;

function* readNode(lines: readonly Line[], context: CaptureContext): Generator<Reading, void, undefined> {
  const { above, events } = splitEvents(lines);
  const described = readDescribedNode(above);
  const [first] = above;
  if (described && first) {
    const fact: NodeFact = { kind: 'node', origin: originOf(context.path, first, above.at(-1)), ...described.node };
    yield { fact, quotes: { '': first, ...described.quotes } };
  } else context.unreadLines += above.length;
  yield* describedEvents(events, context, known<DescribedObject>({ kind: 'Node', name: described?.node.name }));
}

/** The events come last: without them the end is missing. */
function ends(lines: readonly Line[]): Complete {
  const { events } = splitEvents(lines.filter(({ text }) => text.trim() !== ''));
  const shown = events.some(({ text }) => /<none>\s*$/.test(text) || readEventRow(text)?.whole === true);
  return shown ? 'yes' : 'no';
}
