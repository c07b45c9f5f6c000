import type { StatusCondition, WorkloadFact } from '../../facts/fact.ts';
import { known } from '../../facts/known.ts';
import { conditionOf, ownerOf } from './api-status.ts';
import { at, listAt, numberAt, someOf, textAt, textsAt, truthAt, type ApiValue } from './api-value.ts';
import type { WorkloadPart } from './workload-cells.ts';

/** A workload as the API gives it. What its status does not count is none, but only where it has one. */
export function apiWorkloadOf(
  value: ApiValue,
  objectKind: WorkloadFact['objectKind'],
  origin: WorkloadFact['origin'],
): WorkloadFact {
  const conditions = listAt(value, 'status', 'conditions').map(conditionOf);
  return known<WorkloadFact>({
    kind: 'workload',
    origin,
    objectKind,
    namespace: textAt(value, 'metadata', 'namespace'),
    name: textAt(value, 'metadata', 'name'),
    labels: textsAt(value, 'metadata', 'labels'),
    annotations: textsAt(value, 'metadata', 'annotations'),
    controlledBy: ownerOf(value),
    conditions: someOf(conditions),
    images: imagesOf(value),
    ...countsOf(value, objectKind, conditions),
  } as WorkloadFact);
}

function countsOf(
  value: ApiValue,
  kind: WorkloadFact['objectKind'],
  conditions: readonly StatusCondition[],
): WorkloadPart {
  if (kind === 'job') return jobCounts(value, conditions);
  if (kind === 'cronjob') {
    const active = at(value, 'status') === undefined ? undefined : listAt(value, 'status', 'active').length;
    return { active, suspended: truthAt(value, 'spec', 'suspend'), schedule: textAt(value, 'spec', 'schedule') };
  }
  if (kind === 'daemonset') return daemonSetCounts(value);
  return {
    desired: numberAt(value, 'spec', 'replicas'),
    current: counted(value, 'replicas'),
    updated: kind === 'replicaset' || kind === 'replicationcontroller' ? undefined : counted(value, 'updatedReplicas'),
    ready: counted(value, 'readyReplicas'),
    available: counted(value, 'availableReplicas'),
  };
}

const daemonSetCounts = (value: ApiValue): WorkloadPart => ({
  desired: counted(value, 'desiredNumberScheduled'),
  current: counted(value, 'currentNumberScheduled'),
  updated: counted(value, 'updatedNumberScheduled'),
  ready: counted(value, 'numberReady'),
  available: counted(value, 'numberAvailable'),
});

const jobCounts = (value: ApiValue, conditions: readonly StatusCondition[]): WorkloadPart => ({
  desired: numberAt(value, 'spec', 'completions'),
  active: counted(value, 'active'),
  succeeded: counted(value, 'succeeded'),
  failed: counted(value, 'failed'),
  suspended: truthAt(value, 'spec', 'suspend'),
  status: conditions.find(({ type, status }) => ENDS.has(type) && status === 'True')?.type,
});

const ENDS: ReadonlySet<string> = new Set(['Complete', 'Failed', 'Suspended']);

/** The API leaves out what is zero. */
const counted = (value: ApiValue, key: string): number | undefined =>
  Object.keys(at(value, 'status') ?? {}).length === 0 ? undefined : (numberAt(value, 'status', key) ?? 0);

function imagesOf(value: ApiValue): readonly string[] | undefined {
  const template = at(value, 'spec', 'jobTemplate') === undefined ? ['template'] : ['jobTemplate', 'spec', 'template'];
  return someOf(listAt(value, 'spec', ...template, 'spec', 'containers').flatMap((one) => textAt(one, 'image') ?? []));
}
