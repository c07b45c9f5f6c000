import type { Container, PodFact } from './fact.ts';

/** How a pod is doing, as far as one look at it can tell. */
export type Health = NonNullable<PodFact['health']>;

/**
 * Ready, completed, failing (a container or the pod reports an error, or it runs without getting ready), stuck (it waits
 * for longer than it should) or starting (it waits, and is younger than two minutes). Absent where no status is shown.
 */
export const healthOf = (pod: PodFact): Health | undefined => {
  const status = pod.status?.replace(/ \(.*$/, '').trim() ?? '';
  if (status === '') return undefined;
  if (/^(?:Completed|Succeeded)$/.test(status)) return 'completed';
  const young = pod.ageSeconds !== undefined && pod.ageSeconds < STARTING_SECONDS;
  if (/^(?:Running|NotReady)$/.test(status)) return healthOfRunning(pod, young);
  if (status !== 'Terminating' && (!WAITING.test(status) || reportsError(pod))) return 'failing';
  return young ? 'starting' : 'stuck';
};

const STARTING_SECONDS = 120;

const WAITING = /^(?:Pending|ContainerCreating|PodInitializing|SchedulingGated|Init:\d{1,4}\/\d{1,4})$/;

const healthOfRunning = (pod: PodFact, young: boolean): Health | undefined => {
  const [ready, total] = countsOf(pod);
  if (ready === undefined || total === undefined) return undefined;
  if (ready >= total) return 'ready';
  if (reportsError(pod)) return 'failing';
  return young ? 'starting' : 'failing';
};

const countsOf = ({ ready, readyContainers, totalContainers }: PodFact): readonly [number?, number?] => {
  if (readyContainers !== undefined && totalContainers !== undefined) return [readyContainers, totalContainers];
  const printed = /^(\d{1,4})\/(\d{1,4})$/.exec(ready ?? '');
  return printed === null ? [] : [Number(printed[1]), Number(printed[2])];
};

/** A describe shows what its Status line hides: `Pending` or `Running` with a container that cannot start. */
const reportsError = ({ containers = [], initContainers = [] }: PodFact): boolean =>
  [...containers, ...initContainers].some(isFailing);

const isFailing = ({ state, reason, exitCode }: Container): boolean => {
  if (state === 'Waiting') return reason !== undefined && !WAITING.test(reason);
  return state === 'Terminated' && reason !== 'Completed' && exitCode !== 0;
};
