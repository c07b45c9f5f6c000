import type { WorkloadFact } from '../../facts/fact.ts';
import { known } from '../../facts/known.ts';
import { ageSeconds } from './age.ts';

/** What is counted of a workload, and how it is named. */
export type WorkloadPart = Partial<{ readonly [K in keyof WorkloadFact]: WorkloadFact[K] | undefined }>;

const WORKLOADS: ReadonlySet<string> = new Set<WorkloadFact['objectKind']>([
  'deployment',
  'replicaset',
  'replicationcontroller',
  'statefulset',
  'daemonset',
  'job',
  'cronjob',
]);

/** Whether pods are made from objects of a kind, in lower case and singular. */
export const isWorkload = (kind: string | undefined): kind is WorkloadFact['objectKind'] =>
  kind !== undefined && WORKLOADS.has(kind);

/**
 * What a row of `kubectl get` says of a workload, whichever kubectl printed it: since 1.12 deployments and stateful sets
 * show `READY 0/1`, before that `DESIRED CURRENT ...`; jobs showed `DESIRED SUCCESSFUL`.
 */
export function workloadCells(cells: ReadonlyMap<string, string>): WorkloadPart {
  const [ready, ofReady] = numbersIn(cells.get('ready'));
  const [succeeded, ofSucceeded] = numbersIn(cells.get('completions') ?? cells.get('successful'));
  const count = (heading: string): number | undefined => numbersIn(cells.get(heading))[0];
  const age = cells.get('age');
  return known<WorkloadPart>({
    desired: ofReady ?? ofSucceeded ?? count('desired'),
    current: count('current'),
    updated: count('up-to-date'),
    ready,
    available: count('available'),
    succeeded,
    active: count('active'),
    status: cells.get('status'),
    suspended: truthOf(cells.get('suspend')),
    schedule: cells.get('schedule'),
    images: cells.get('images')?.split(','),
    age,
    ageSeconds: ageSeconds(age ?? ''),
  });
}

/** `2/3`, `2`, or `1/1 of 3`, which a job shows that is done with any of its pods. */
function numbersIn(text: string | undefined): readonly (number | undefined)[] {
  return (/^(\d{1,9})(?:\/(\d{1,9}))?(?: of \d{1,9})?$/.exec(text ?? '') ?? [])
    .slice(1)
    .map((digits) => (digits === undefined ? undefined : Number(digits)));
}

const truthOf = (text: string | undefined): boolean | undefined =>
  text === undefined ? undefined : /^true$/i.test(text);
