import type { Container, LastState, PodFact, Toleration } from '../../facts/fact.ts';
import { known } from '../../facts/known.ts';
import { ownerOf } from './api-status.ts';
import { at, listAt, numberAt, someOf, textAt, textsAt, truthAt, type ApiValue } from './api-value.ts';

/** A pod as the API gives it: `spec` says what was asked for, `status` what became of it. */
export function podOf(pod: ApiValue, origin: PodFact['origin']): PodFact {
  const containers = containersOf(pod, 'containers', 'containerStatuses');
  const node = textAt(pod, 'spec', 'nodeName');
  return known<PodFact>({
    kind: 'pod',
    origin,
    namespace: textAt(pod, 'metadata', 'namespace'),
    name: textAt(pod, 'metadata', 'name'),
    status: textAt(pod, 'metadata', 'deletionTimestamp') === undefined ? textAt(pod, 'status', 'phase') : 'Terminating',
    ...readinessOf(containers),
    node,
    nodeIP: textAt(pod, 'status', 'hostIP'),
    scheduled: node !== undefined,
    ip: textAt(pod, 'status', 'podIP'),
    ips: someOf(listAt(pod, 'status', 'podIPs').flatMap((entry) => textAt(entry, 'ip') ?? [])),
    nominatedNode: textAt(pod, 'status', 'nominatedNodeName'),
    startTime: textAt(pod, 'status', 'startTime'),
    reason: textAt(pod, 'status', 'reason'),
    message: textAt(pod, 'status', 'message'),
    controlledBy: ownerOf(pod),
    priority: numberAt(pod, 'spec', 'priority'),
    priorityClass: textAt(pod, 'spec', 'priorityClassName'),
    serviceAccount: textAt(pod, 'spec', 'serviceAccountName'),
    qos: textAt(pod, 'status', 'qosClass'),
    labels: textsAt(pod, 'metadata', 'labels'),
    nodeSelectors: textsAt(pod, 'spec', 'nodeSelector'),
    conditions: conditionsOf(pod),
    tolerations: someOf(listAt(pod, 'spec', 'tolerations').map(tolerationOf)),
    containers: someOf(containers),
    initContainers: someOf(containersOf(pod, 'initContainers', 'initContainerStatuses')),
  });
}

function readinessOf(containers: readonly Container[]): Partial<PodFact> {
  if (containers.length === 0) return {};
  const ready = containers.filter((container) => container.ready === true).length;
  const counts = containers.flatMap(({ restartCount }) => restartCount ?? []);
  return {
    ready: `${ready}/${containers.length}`,
    readyContainers: ready,
    totalContainers: containers.length,
    ...(counts.length > 0 ? { restarts: Math.max(...counts) } : {}),
  };
}

function containersOf(pod: ApiValue, specs: string, statuses: string): readonly Container[] {
  const states = listAt(pod, 'status', statuses);
  return listAt(pod, 'spec', specs).flatMap((spec) => {
    const name = textAt(spec, 'name');
    return name === undefined
      ? []
      : [
          containerOf(
            name,
            spec,
            states.find((state) => textAt(state, 'name') === name),
          ),
        ];
  });
}

const containerOf = (name: string, spec: ApiValue, status: ApiValue): Container =>
  known<Container>({
    ...stateOf(at(status, 'state')),
    name,
    image: textAt(spec, 'image'),
    imageID: textAt(status, 'imageID'),
    ready: truthAt(status, 'ready'),
    restartCount: numberAt(status, 'restartCount'),
    last: stateOf(at(status, 'lastState')),
    limits: textsAt(spec, 'resources', 'limits'),
    requests: textsAt(spec, 'resources', 'requests'),
  });

const STATES = [
  ['waiting', 'Waiting'],
  ['running', 'Running'],
  ['terminated', 'Terminated'],
] as const;

function stateOf(state: ApiValue): LastState | undefined {
  const found = STATES.find(([key]) => at(state, key) !== undefined);
  if (found === undefined) return undefined;
  const [key, name] = found;
  return known<LastState>({
    state: name,
    reason: textAt(state, key, 'reason'),
    exitCode: numberAt(state, key, 'exitCode'),
    signal: numberAt(state, key, 'signal'),
    message: textAt(state, key, 'message'),
    startedAt: textAt(state, key, 'startedAt'),
    finishedAt: textAt(state, key, 'finishedAt'),
  });
}

function conditionsOf(pod: ApiValue): Record<string, string> | undefined {
  const pairs = listAt(pod, 'status', 'conditions').map((one) => [textAt(one, 'type'), textAt(one, 'status')]);
  return pairs.length > 0 ? (Object.fromEntries(pairs) as Record<string, string>) : undefined;
}

const tolerationOf = (toleration: ApiValue): Toleration =>
  known<Toleration>({
    key: textAt(toleration, 'key'),
    op: textAt(toleration, 'operator') ?? 'Equal',
    value: textAt(toleration, 'value'),
    effect: textAt(toleration, 'effect'),
    seconds: numberAt(toleration, 'tolerationSeconds'),
  });
