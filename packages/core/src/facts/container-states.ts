import type { Container, ContainerEnd, PodFact } from './fact.ts';
import { known } from './known.ts';

/** What the containers of a pod wait for, and how they ended. */
export interface ContainerStates {
  readonly waits?: readonly string[] | undefined;
  readonly ends?: readonly ContainerEnd[] | undefined;
}

/** Gathers them over all containers of a described pod, init containers first; of a row they are what STATUS shows. */
export const containerStates = ({ status = '', containers = [], initContainers = [] }: PodFact): ContainerStates => {
  const all = [...initContainers, ...containers];
  return all.length > 0
    ? {
        waits: filled(
          all.flatMap(({ state, reason }) => (state === 'Waiting' && reason !== undefined ? [reason] : [])),
        ),
        ends: filled(all.flatMap(endsOf)),
      }
    : shownBy(status.replace(/^Init:/, ''));
};

function endsOf(container: Container): readonly ContainerEnd[] {
  const { name, last } = container;
  const ends: ContainerEnd[] = [];
  if (container.state === 'Terminated') ends.push(endOf(name, container, false));
  if (last?.state === 'Terminated') ends.push(endOf(name, last, true));
  return ends;
}

type Run = Pick<Container, 'reason' | 'exitCode' | 'signal' | 'message'>;

const endOf = (container: string, { reason, exitCode, signal, message }: Run, last: boolean): ContainerEnd =>
  known<ContainerEnd>({ container, reason, exitCode, signal, message, last });

const shownBy = (status: string): ContainerStates => {
  if (WAITS.has(status)) return { waits: [status] };
  if (ENDS.has(status)) return { ends: [{ reason: status, last: false }] };
  const [, kind, number] = /^(ExitCode|Signal):(\d{1,9})$/.exec(status) ?? [];
  if (kind === undefined) return {};
  return { ends: [{ [kind === 'Signal' ? 'signal' : 'exitCode']: Number(number), last: false }] };
};

const filled = <T>(list: readonly T[]): readonly T[] | undefined => (list.length > 0 ? list : undefined);

/** Reasons of waiting containers that kubectl shows as the pod's STATUS. */
const WAITS: ReadonlySet<string> = new Set([
  'ContainerCreating',
  'PodInitializing',
  'CrashLoopBackOff',
  'ErrImagePull',
  'ImagePullBackOff',
  'ErrImageNeverPull',
  'ImageInspectError',
  'InvalidImageName',
  'RegistryUnavailable',
  'CreateContainerConfigError',
  'CreateContainerError',
  'RunContainerError',
  'PreStartHookError',
  'PostStartHookError',
]);

/** Reasons of ended containers that it shows in the same way; those of a whole pod, such as Evicted, are none. */
const ENDS: ReadonlySet<string> = new Set(['Error', 'OOMKilled', 'StartError', 'ContainerCannotRun']);
