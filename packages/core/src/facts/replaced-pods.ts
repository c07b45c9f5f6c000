import type { KnownFact, Source } from './fact-set.ts';
import type { PodFact } from './fact.ts';

/**
 * Pods that ended for good while another took their place count as completed: one that was evicted stays in the list for
 * days beside the replica that runs, and a failed run of a job beside the one that succeeded. In the same capture another
 * pod of the workload must be ready, and none in trouble.
 */
export function settleReplaced(facts: readonly KnownFact[]): readonly KnownFact[] {
  const replaced = new Set([...capturesOf(facts).values()].flatMap(replacedIn));
  if (replaced.size === 0) return facts;
  return facts.map((known) => (isPod(known) && replaced.has(nameOf(known.fact)) ? settled(known) : known));
}

type KnownPod = KnownFact & { readonly fact: PodFact };

const isPod = (known: KnownFact): known is KnownPod => known.fact.kind === 'pod';

const settled = (known: KnownPod): KnownFact => ({ ...known, fact: { ...known.fact, health: 'completed' } });

const nameOf = ({ namespace = '', name = '' }: PodFact): string => `${namespace}/${name}`;

/** The pods of each workload, as one capture shows them. */
function capturesOf(facts: readonly KnownFact[]): ReadonlyMap<Source, ReadonlyMap<string, PodFact[]>> {
  const all = new Map<Source, Map<string, PodFact[]>>();
  for (const known of facts) {
    if (!isPod(known) || known.fact.quoted === true || known.fact.workload === undefined) continue;
    const { namespace = '', workload, name } = known.fact;
    if (name === undefined || name === workload) continue;
    const workloads = all.get(known.source) ?? new Map<string, PodFact[]>();
    const pods = workloads.get(`${namespace}/${workload}`) ?? [];
    pods.push(known.fact);
    all.set(known.source, workloads.set(`${namespace}/${workload}`, pods));
  }
  return all;
}

const replacedIn = (workloads: ReadonlyMap<string, readonly PodFact[]>): readonly string[] =>
  [...workloads.values()].flatMap((pods) => replacedAmong(pods).map(nameOf));

function replacedAmong(pods: readonly PodFact[]): readonly PodFact[] {
  const others = pods.filter((pod) => !isEnded(pod) && !isFailedRun(pod) && !isLeaving(pod));
  const healthy = others.filter(({ health }) => health === 'ready' || health === 'starting');
  const done = others.filter(({ health }) => health === 'completed');
  if (healthy.length > 0) return healthy.length + done.length === others.length ? pods.filter(isEnded) : [];
  return pods.filter((pod) => (isEnded(pod) || isFailedRun(pod)) && done.some((later) => isYounger(later, pod)));
}

/** A pod that is being deleted has its successor among the others. */
const isLeaving = ({ status = '' }: PodFact): boolean => status.startsWith('Terminating');

/** The kubelet or the node ended the pod; its controller makes another. */
const isEnded = ({ status = '', reason = '' }: PodFact): boolean => ENDED.has(status) || ENDED.has(reason);

const ENDED: ReadonlySet<string> = new Set([
  'Evicted',
  'Preempting',
  'Shutdown',
  'NodeShutdown',
  'NodeLost',
  'NodeAffinity',
  'Terminated',
  'UnexpectedAdmissionError',
  'ContainerStatusUnknown',
  'OutOfcpu',
  'OutOfmemory',
  'OutOfpods',
  'Failed',
]);

/** Without restarts it may be a run of a job, which is tried again by another pod. */
const isFailedRun = ({ status = '', restarts = 0, health }: PodFact): boolean =>
  health === 'failing' && restarts === 0 && /^(?:Error|OOMKilled|DeadlineExceeded|StartError)$/.test(status);

const isYounger = (a: PodFact, b: PodFact): boolean =>
  a.ageSeconds !== undefined && b.ageSeconds !== undefined && a.ageSeconds <= b.ageSeconds;
