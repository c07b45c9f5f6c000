import { podStem } from './component.ts';

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

const HASH = /(?<=.)-(?=[a-z]{0,9}\d|[bcdfghjklmnpqrstvwxz]{5})[a-z0-9]{5,10}$/;
const CRON_TIME = /(?<=.)-\d{8,10}$/;
