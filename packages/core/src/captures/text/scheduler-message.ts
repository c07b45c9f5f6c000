import type { SchedulerReason } from '../../facts/fact.ts';
import { known } from '../../facts/known.ts';

/** What the scheduler says about a pod it cannot place. */
export interface SchedulerMessage {
  /** Nodes that fit. */
  readonly available?: number;
  /** Nodes looked at; absent where the wording does not tell. */
  readonly total?: number;
  readonly reasons: readonly SchedulerReason[];
}

/** Texts of which a scheduler message holds at least one, in lower case. */
export const SCHEDULER_LITERALS: readonly string[] = [
  'nodes are available',
  'nodes available',
  'node available',
  'node is available',
  'sono disponibili',
  'unbound immediate persistentvolumeclaims',
  'unbound persistentvolumeclaims',
  'persistentvolumeclaim "',
];

/**
 * Reads the scheduler's explanation in any wording since Kubernetes 1.7, wherever it stands in a text; what follows about
 * preemption is left out.
 *
 *     0/2 nodes are available: 2 node(s) had untolerated taint {CriticalAddonsOnly: true}. preemption: 0/2 nodes are ...
 *     0/3 nodes are available: 1 node(s) had taint {CriticalAddonsOnly: true}, that the pod didn't tolerate, 2 Insufficient cpu.
 *     No nodes are available that match all of the predicates: Insufficient cpu (3), PodToleratesNodeTaints (1).
 */
export function readSchedulerMessage(text: string): SchedulerMessage | undefined {
  return readCounted(text) ?? readPredicates(text) ?? readWithoutNodes(text);
}

function readCounted(text: string): SchedulerMessage | undefined {
  const found = AVAILABLE.exec(text);
  if (!found) return undefined;
  const [whole, available, total, availableHere, totalHere] = found;
  const parts = splitReasons(body(text, found.index + whole.length));
  const nodes = Number(total ?? totalHere);
  return { available: Number(available ?? availableHere), total: nodes, reasons: judge(parts, nodes) };
}

/** Up to 1.8 the count stands behind the reason, and the number of nodes is not told. */
function readPredicates(text: string): SchedulerMessage | undefined {
  const found = PREDICATES.exec(text);
  if (!found) return undefined;
  const parts = body(text, found.index + found[0].length)
    .split(/, (?=[A-Z])/)
    .map((part) => {
      const [, reason = part, count] = /^(.{1,300}?) \((\d{1,7})\)$/.exec(part) ?? [];
      return { text: reason, ...(count === undefined ? {} : { count: Number(count) }) };
    })
    .filter((part) => part.text !== '');
  return { reasons: judge(parts, undefined) };
}

function readWithoutNodes(text: string): SchedulerMessage | undefined {
  const found = WITHOUT_NODES.exec(text);
  if (!found) return undefined;
  const reasons = judge([{ text: body(text, found.index) }], undefined);
  return /^no nodes/i.test(found[0]) ? { available: 0, total: 0, reasons } : { reasons };
}

const AVAILABLE =
  /\b(\d{1,7})\/(\d{1,7})\s{1,9}nodes?\s{1,9}(?:(?:are|is)\s{1,9})?available:|\bsono\s{1,9}disponibili\s{1,9}(\d{1,7})\/(\d{1,7})\s{1,9}nodi:/i;
const PREDICATES =
  /No\s{1,9}nodes\s{1,9}are\s{1,9}available\s{1,9}that\s{1,9}match\s{1,9}all\s{1,9}of\s{1,9}the\s{1,9}(?:following\s{1,9})?predicates:{1,2}/i;
const WITHOUT_NODES =
  /no nodes available to schedule pods|pod has unbound (?:immediate )?PersistentVolumeClaims|persistentvolumeclaim "[^"]{1,253}" (?:not found|is being deleted|bound to non-existent)/i;

/** No message is longer; hostile text must not cost more. */
const MAX_BODY = 8000;
const TAIL = /\s(?:preemption:|no new claims to deallocate)/i;
/** A full stop ends the reasons only before a blank, another stop or the end: keys of taints hold stops as well. */
const END = /\.(?=[\s"\\]|\.\s|\.?$)|\\?"(?=[,}\]]|\s*$)|\\[nr"]|[\r\n]{2}/;

function body(text: string, from: number): string {
  const rest = text.slice(from, from + MAX_BODY);
  const tail = rest.search(TAIL);
  const reasons = tail < 0 ? rest : rest.slice(0, tail);
  const end = reasons.search(END);
  return (end < 0 ? reasons : reasons.slice(0, end)).replace(/\s+/g, ' ').trim();
}

interface Part {
  readonly text: string;
  readonly count?: number;
}

/** A comma parts two reasons only before a count: `had taint {K: V}, that the pod didn't tolerate` is one reason. */
function splitReasons(reasons: string): readonly Part[] {
  return reasons
    .split(/, ?(?=\d{1,7} )/)
    .filter((part) => part !== '')
    .map((part) => {
      const counted = /^(\d{1,7}) (.*)$/.exec(part);
      return counted ? { count: Number(counted[1]), text: counted[2] ?? '' } : { text: part };
    });
}

/** Several reasons may name one taint with different values; together they refuse as many nodes as their counts add up to. */
function judge(parts: readonly Part[], total: number | undefined): readonly SchedulerReason[] {
  const named = parts.map((part) => ({ ...part, class: classOf(part.text), ...taintOf(part.text) }));
  const byTaint = new Map<string, { parts: number; count: number }>();
  for (const { taintKey, count } of named) {
    if (taintKey === undefined) continue;
    const seen = byTaint.get(taintKey) ?? { parts: 0, count: 0 };
    byTaint.set(taintKey, { parts: seen.parts + 1, count: seen.count + (count ?? 0) });
  }
  const together = areOneClass(named) && (total === undefined || sumOf(named) >= total);
  return named.map((part) => {
    const same = part.taintKey === undefined ? undefined : byTaint.get(part.taintKey);
    const alone = (same?.parts ?? 1) === parts.length;
    const counted = total !== undefined && part.count !== undefined;
    const everyNode = counted ? (same?.count ?? part.count) === total : alone;
    return known<SchedulerReason>({
      text: part.text,
      class: part.class,
      count: part.count,
      taint: part.taint,
      taintKey: part.taintKey,
      resource: /^Insufficient (\S{1,253})/i.exec(part.text)?.[1],
      everyNode,
      classEveryNode: everyNode || together,
    });
  });
}

const areOneClass = (reasons: readonly Pick<SchedulerReason, 'class'>[]): boolean =>
  reasons.every((reason) => reason.class === reasons[0]?.class);

const sumOf = (parts: readonly Part[]): number => parts.reduce((sum, { count = 0 }) => sum + count, 0);

/** The taint in `{K: V}`; a key must look like one, so that `{...}` in a note names none. */
function taintOf(text: string): { taint?: string; taintKey?: string } {
  const [, key, value = ''] = TAINT.exec(text) ?? [];
  if (key === undefined) return {};
  return { taint: value === '' ? key : `${key}=${value}`, taintKey: key };
}

const TAINT = /\{\s{0,9}([A-Za-z0-9][\w./-]{0,316}?)\s{0,9}(?::\s{0,9}([\w.-]{0,63}))?\s{0,9}\}/;

function classOf(text: string): SchedulerReason['class'] {
  for (const [name, pattern] of CLASSES) if (pattern.test(text)) return name;
  return 'other';
}

const CLASSES: readonly (readonly [SchedulerReason['class'], RegExp])[] = [
  ['untolerated-taint', /\btaints?\b|\btaint\(s\)|PodToleratesNodeTaints/i],
  ['insufficient-resource', /^Insufficient /i],
  ['too-many-pods', /^Too many pods/i],
  ['no-nodes', /no nodes available to schedule/i],
  [
    'node-condition',
    /node\(s\) (?:had (?:memory|disk|pid) pressure|were out of disk|were not ready|had unavailable network|had unknown conditions)|^Node(?:Under\w{1,30}Pressure|OutOfDisk|NotReady|NetworkUnavailable)/i,
  ],
  ['volume-node-affinity', /volume node affinity|PersistentVolume's node affinity|NoVolumeNodeConflict/i],
  ['volume-zone', /no available volume zone|NoVolumeZoneConflict/i],
  ['volume-unbound', /unbound (?:immediate )?PersistentVolumeClaims|persistent volumes to bind|VolumeBinding/i],
  ['volume-count', /max volume count|enough free storage|Max\w{0,20}VolumeCount/i],
  [
    'volume-missing',
    /persistentvolumeclaim "[^"]{0,253}" (?:not found|is being deleted|bound to non-existent)|no available disk|unavailable due to PersistentVolumeClaim|unsupported CSI driver/i,
  ],
  ['topology-spread', /topology spread/i],
  ['pod-affinity', /pods?(?:'s)? (?:anti-)?affinity|anti-affinity|MatchInterPodAffinity/i],
  [
    'node-affinity',
    /node (?:affinity|selector)|requested (?:node name|labels)|service affinity|MatchNodeSelector|^(?:HostName|MatchNode)/i,
  ],
  ['unschedulable', /unschedulable/i],
  ['host-ports', /free ports|PodFitsHostPorts/i],
  ['resource-claim', /resource ?claim|allocate all (?:devices|claims)|waiting for .{0,60}claim/i],
];
