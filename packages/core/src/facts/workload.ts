import { podStem } from './component.ts';
import type { OperationErrorFact, WorkloadFact } from './fact.ts';

/** What names a pod, or another object that stands for what pods are made from. */
export interface WorkloadClues {
  readonly pod?: string | undefined;
  /** In lower case, singular. */
  readonly objectKind?: string | undefined;
  readonly objectName?: string | undefined;
}

/** The name of the deployment, stateful set, daemon set or job that an object belongs to. */
export const workloadOf = ({ pod, objectKind, objectName }: WorkloadClues): string | undefined => {
  if (pod !== undefined) return podStem(pod);
  if (objectKind === undefined || objectName === undefined) return undefined;
  switch (objectKind) {
    case 'replicaset':
      return objectName.replace(HASH, '');
    case 'job':
      return objectName.replace(CRON_TIME, '');
    case 'deployment':
    case 'statefulset':
    case 'daemonset':
    case 'cronjob':
      return objectName;
    default:
      return undefined;
  }
};

/** How many of the pods that a workload is to have are not available, or not ready where only that is shown. */
export const unavailableOf = ({
  objectKind,
  desired,
  available,
  ready,
}: Pick<WorkloadFact, 'objectKind' | 'desired' | 'available' | 'ready'>): number | undefined => {
  const there = available ?? ready;
  if (objectKind === 'job' || desired === undefined || there === undefined) return undefined;
  return Math.max(0, desired - there);
};

/** The workloads that an error of an operation says were not ready, or failed; undefined where it names none. */
export const workloadsOf = ({
  notReady = [],
  job,
}: Pick<OperationErrorFact, 'notReady' | 'job'>): readonly string[] | undefined => {
  const names = notReady.flatMap(({ kind, name }) => (name === undefined ? [] : namesOf(kind?.toLowerCase(), name)));
  const all = new Set([...names, ...(job === undefined ? [] : [job])]);
  return all.size === 0 ? undefined : [...all];
};

/** Where the kind is not told it may be a pod. */
const namesOf = (kind: string | undefined, name: string): readonly string[] => {
  if (kind === undefined) return [name, podStem(name)];
  return [workloadOf(kind === 'pod' ? { pod: name } : { objectKind: kind, objectName: name }) ?? []].flat();
};

const HASH = /(?<=.)-(?=[a-z]{0,9}\d|[bcdfghjklmnpqrstvwxz]{5})[a-z0-9]{5,10}$/;
const CRON_TIME = /(?<=.)-\d{8,10}$/;
