import type { Container, PodFact, PodVolume, Toleration } from '../../facts/fact.ts';
import { known } from '../../facts/known.ts';
import { recordOf } from '../../facts/record-of.ts';
import { containersOf } from './api-container.ts';
import { ownerOf } from './api-status.ts';
import { listAt, numberAt, someOf, textAt, textsAt, type ApiValue } from './api-value.ts';
import { readEviction } from './eviction.ts';

/** A pod as the API gives it: `spec` says what was asked for, `status` what became of it. */
export function podOf(pod: ApiValue, origin: PodFact['origin']): PodFact {
  const containers = containersOf(pod, 'containers', 'containerStatuses');
  const node = textAt(pod, 'spec', 'nodeName');
  const message = textAt(pod, 'status', 'message');
  return known<PodFact>(
    {
      kind: 'pod',
      origin,
      namespace: textAt(pod, 'metadata', 'namespace'),
      name: textAt(pod, 'metadata', 'name'),
      status:
        textAt(pod, 'metadata', 'deletionTimestamp') === undefined ? textAt(pod, 'status', 'phase') : 'Terminating',
    },
    readinessOf(containers),
    {
      node,
      nodeIP: textAt(pod, 'status', 'hostIP'),
      scheduled: node !== undefined,
      ip: textAt(pod, 'status', 'podIP'),
      ips: someOf(listAt(pod, 'status', 'podIPs').flatMap((entry) => textAt(entry, 'ip') ?? [])),
      nominatedNode: textAt(pod, 'status', 'nominatedNodeName'),
      startTime: textAt(pod, 'status', 'startTime'),
      reason: textAt(pod, 'status', 'reason'),
      message,
      eviction: message === undefined ? undefined : readEviction(message),
      controlledBy: ownerOf(pod),
      priority: numberAt(pod, 'spec', 'priority'),
      priorityClass: textAt(pod, 'spec', 'priorityClassName'),
      serviceAccount: textAt(pod, 'spec', 'serviceAccountName'),
      qos: textAt(pod, 'status', 'qosClass'),
      labels: textsAt(pod, 'metadata', 'labels'),
      annotations: textsAt(pod, 'metadata', 'annotations'),
      nodeSelectors: textsAt(pod, 'spec', 'nodeSelector'),
      conditions: conditionsOf(pod),
      tolerations: someOf(listAt(pod, 'spec', 'tolerations').map(tolerationOf)),
      volumes: someOf(listAt(pod, 'spec', 'volumes').flatMap(volumeOf)),
      containers: someOf(containers),
      initContainers: someOf(containersOf(pod, 'initContainers', 'initContainerStatuses')),
      ephemeralContainers: someOf(containersOf(pod, 'ephemeralContainers', 'ephemeralContainerStatuses')),
    },
  );
}

type Part = Partial<{ readonly [K in keyof PodFact]: PodFact[K] | undefined }>;

function readinessOf(containers: readonly Container[]): Part {
  if (containers.length === 0) return {};
  const ready = containers.filter((container) => container.ready === true).length;
  const counts = containers.flatMap(({ restartCount }) => restartCount ?? []);
  return {
    ready: `${ready}/${containers.length}`,
    readyContainers: ready,
    totalContainers: containers.length,
    restarts: counts.length > 0 ? Math.max(...counts) : undefined,
  };
}

function conditionsOf(pod: ApiValue): Record<string, string> | undefined {
  const pairs = listAt(pod, 'status', 'conditions').map(
    (one) => [String(textAt(one, 'type')), textAt(one, 'status')] as const,
  );
  return pairs.length > 0 ? (recordOf(pairs) as Record<string, string>) : undefined;
}

const tolerationOf = (toleration: ApiValue): Toleration =>
  known<Toleration>({
    key: textAt(toleration, 'key'),
    op: textAt(toleration, 'operator') ?? 'Equal',
    value: textAt(toleration, 'value'),
    effect: textAt(toleration, 'effect'),
    seconds: numberAt(toleration, 'tolerationSeconds'),
  });

/** What a volume is, named as `kubectl describe` does, and the object that it stands for. */
function volumeOf(volume: ApiValue): readonly PodVolume[] {
  const name = textAt(volume, 'name');
  if (name === undefined) return [];
  const sort = Object.keys(volume as object).find((key) => key !== 'name') ?? 'emptyDir';
  const [type, key] = VOLUMES.get(sort) ?? [sort.replace(/^./, (letter) => letter.toUpperCase()), ''];
  return [known<PodVolume>({ name, type, ref: textAt(volume, sort, key) })];
}

const VOLUMES: ReadonlyMap<string, readonly [type: string, key: string]> = new Map([
  ['configMap', ['ConfigMap', 'name']],
  ['secret', ['Secret', 'secretName']],
  ['persistentVolumeClaim', ['PersistentVolumeClaim', 'claimName']],
  ['hostPath', ['HostPath', 'path']],
  ['csi', ['CSI', 'driver']],
  ['nfs', ['NFS', 'server']],
]);
