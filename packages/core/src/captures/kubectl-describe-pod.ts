import type { Line } from '../bundle/line.ts';
import type { PodFact } from '../facts/fact.ts';
import { known } from '../facts/known.ts';
import type { CaptureContext, CaptureKind, Complete, Reading, Recognition } from './capture.ts';
import { describedEvents, isEventLine, readEventRow } from './text/describe-events.ts';
import { beginsField, joinBroken, readPair } from './text/describe-layout.ts';
import {
  beginsObject,
  describeGoesOn,
  foldMessages,
  splitEvents,
  splitObjects,
  type DescriptionForm,
  type Opening,
} from './text/describe-objects.ts';
import { POD_KEYS, readDescribedPod } from './text/described-pod.ts';
import type { DescribedObject } from './text/event-row.ts';
import { originOf } from './text/origin.ts';

/**
 * `kubectl describe pod` of one pod or many; also the end of one, from some section or its events on.
 *
 *     Name:             extension-agent-55d4f4795f-sqx7q
 *     Namespace:        kube-system
 *     Node:             <none>
 *     Status:           Pending
 *     Tolerations:      node.kubernetes.io/not-ready:NoExecute op=Exists for 300s
 *     Events:
 *       Type     Reason            Age   From               Message
 *       ----     ------            ----  ----               -------
 *       Warning  FailedScheduling  18s   default-scheduler  0/2 nodes are available: 2 node(s) had untolerated taint ...
 */
export const kubectlDescribePod: CaptureKind = {
  name: 'kubectl describe pod',
  recognize,
  continues: (line, sofar) => describeGoesOn(line, sofar, FORM),
  parse,
  splitsBefore: (line) => /^Name:\s/.test(line.text),
  begins: (lines) => (/^\s*Name:\s/.test(lines[0]?.text ?? '') ? 'yes' : 'no'),
  ends,
};

const OPENING: Opening = [
  new Set(['Namespace']),
  new Set(
    'Priority, Priority Class Name, PriorityClassName, Runtime Class Name, Service Account, Security Policy, Image(s), Node, Start Time'.split(
      ', ',
    ),
  ),
];

const FORM: DescriptionForm = { order: POD_KEYS, opening: OPENING };

function recognize(lines: readonly Line[]): Recognition {
  const text = lines[0]?.text ?? '';
  if (!MAY_BEGIN.test(text)) return 0;
  const filled = lines.filter((line) => line.text.trim() !== '');
  if (/^\s*Name:/.test(text)) return filled.length > 2 && beginsObject(filled, OPENING) ? 3 : 0;
  return isEventLine(text) || beginsInside(filled) ? 2 : 0;
}

/** First words of what may be a pod's description: its head, one of its sections, or its events. */
const MAY_BEGIN =
  /^\s{0,8}(?:Name:\s|Events:|Type\s+Reason\s|FirstSeen\s|LastSeen\s|Normal\s|Warning\s|Conditions:|Containers:|Init Containers:|QoS Class:|Namespace:|Node:)/;

/** A description without its head is known by sections only pods have, or by its events. */
function beginsInside(lines: readonly Line[]): boolean {
  const texts = lines.map(({ text }) => text);
  const keys = texts.map((text) => readPair(text)?.key ?? '');
  const begins = Object.hasOwn(SECTIONS, keys[0] ?? '') ? SECTIONS[keys[0] ?? ''] : undefined;
  return begins?.(texts, keys) === true;
}

type Begins = (texts: readonly string[], keys: readonly string[]) => boolean;

const hasContainer: Begins = ([, name = ''], keys) => /^\s*\S+:\s*$/.test(name) && keys[2] === 'Container ID';

const SECTIONS: Readonly<Record<string, Begins>> = {
  Namespace: (_, keys) => OPENING[1]?.has(keys[1] ?? '') === true && keys.includes('Node'),
  Node: (_, keys) => keys[1] === 'Start Time' && keys.includes('Labels'),
  'Init Containers': hasContainer,
  Containers: hasContainer,
  Conditions: ([, heading = '', row = '']) => /^\s*Type\s+Status\s*$/.test(heading) && POD_CONDITION.test(row),
  'QoS Class': ([text = '']) => /:\s+(?:BestEffort|Burstable|Guaranteed)\s*$/.test(text),
  Events: ([, next = '']) => isEventLine(next),
};

const POD_CONDITION =
  /^\s*(?:PodReadyToStartContainers|Initialized|Ready|ContainersReady|PodScheduled)\s+(?:True|False|Unknown)/;

function* parse(lines: Iterable<Line>, context: CaptureContext): Generator<Reading, void, undefined> {
  const filled = [...lines].filter(({ text }) => text.trim() !== '');
  for (const part of splitObjects(joinBroken(filled, beginsSomething), OPENING)) yield* readPod(part, context);
}

/** Whether a line is no piece of the line above it. */
const beginsSomething = (text: string): boolean => beginsField(text, POD_KEYS) || readEventRow(text) !== undefined;

function* readPod(lines: readonly Line[], context: CaptureContext): Generator<Reading, void, undefined> {
  const { above, events } = splitEvents(lines);
  const described = readDescribedPod(foldMessages(above));
  const [first] = above;
  if (described && first) {
    const fact: PodFact = { kind: 'pod', origin: originOf(context.path, first, above.at(-1)), ...described.pod };
    yield { fact, quotes: { '': first, ...described.quotes } };
  } else context.unreadLines += above.length;
  const isPod = described !== undefined || context.command?.resource === 'pods';
  const { name, namespace } = described?.pod ?? {};
  yield* describedEvents(events, context, isPod ? known<DescribedObject>({ kind: 'Pod', name, namespace }) : undefined);
}

/** The events come last: without them the end is missing. */
function ends(lines: readonly Line[]): Complete {
  const last = lines.findLast(({ text }) => text.trim() !== '')?.text ?? '';
  if (/^\s*Events:\s+<none>\s*$/.test(last) || readEventRow(last)?.whole === true) return 'yes';
  return splitEvents(lines).events.some(({ text }) => readEventRow(text)?.whole === true) ? 'yes' : 'no';
}
