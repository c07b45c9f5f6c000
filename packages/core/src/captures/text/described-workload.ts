import type { Line } from '../../bundle/line.ts';
import { known } from '../../facts/known.ts';
import type { StatusCondition, WorkloadFact } from '../../facts/fact.ts';
import { annotationsOf } from './described-annotations.ts';
import { fieldNamed, keyOrder, readFields, textsOf, valueOf, type Field, type KeyOrder } from './describe-layout.ts';
import { readKeyValues } from './key-values.ts';
import type { WorkloadPart } from './workload-cells.ts';

/** What a description says of a workload, and the line that shows how many of its pods are ready. */
export interface DescribedWorkload {
  readonly workload: WorkloadPart;
  readonly counts: Line | undefined;
}

/** The keys of the descriptions of all of them, each in its printing order. */
const KEYS: KeyOrder = keyOrder(
  'Name, Namespace, CreationTimestamp, Selector, Node-Selector, Image(s), Labels, Annotations, Controlled By',
  'Parallelism, Completions, Completion Mode, Schedule, Time Zone, Concurrency Policy, Suspend, Backoff Limit',
  'TTL Seconds After Finished, Starting Deadline Seconds, Start Time, Completed At, Duration, Active Deadline Seconds',
  'Desired Number of Nodes Scheduled, Current Number of Nodes Scheduled',
  'Number of Nodes Scheduled with Up-to-date Pods, Number of Nodes Scheduled with Available Pods',
  'Number of Nodes Misscheduled, Replicas, Update Strategy, StrategyType, MinReadySeconds, RollingUpdateStrategy',
  'Pods Status, Pods Statuses, Completed Indexes, Pod Template, Volume Claims, Conditions, OldReplicaSets, NewReplicaSet',
  'Last Schedule Time, Active Jobs, Events',
);

/** Selectors stand in two places: above the labels, of daemon sets and jobs, or below the annotations. */
const withoutSelectors = (lines: readonly Line[]): readonly Line[] =>
  lines.filter(({ text }) => !/^(?:Selector|Node-Selector):/.test(text));

/** Reads the lines of one workload's description above its events. */
export function readDescribedWorkload(
  lines: readonly Line[],
  objectKind: WorkloadFact['objectKind'],
): DescribedWorkload {
  const { fields } = readFields(withoutSelectors(lines), KEYS);
  const counts = COUNTED.map((key) => fieldNamed(fields, key)?.line).find((line) => line !== undefined);
  const workload = known<WorkloadPart>({
    labels: readKeyValues(textsOf(fieldNamed(fields, 'Labels'))),
    annotations: annotationsOf(fieldNamed(fields, 'Annotations')),
    controlledBy: valueOf(fields, 'Controlled By'),
    conditions: conditionsOf(fieldNamed(fields, 'Conditions')),
    images: imagesOf(fieldNamed(fields, 'Pod Template')),
    ...countsOf(fields, objectKind),
  });
  return { workload, counts };
}

const COUNTED = ['Replicas', 'Number of Nodes Scheduled with Available Pods', 'Pods Statuses', 'Active Jobs'] as const;

function countsOf(fields: readonly Field[], kind: WorkloadFact['objectKind']): WorkloadPart {
  const replicas = countsIn(valueOf(fields, 'Replicas'));
  const pods = countsIn(valueOf(fields, 'Pods Statuses') ?? valueOf(fields, 'Pods Status'));
  const number = (key: string): number | undefined => numberOf(valueOf(fields, key));
  if (kind === 'job')
    return {
      desired: number('Completions'),
      active: pods.get('active') ?? pods.get('running'),
      succeeded: pods.get('succeeded'),
      failed: pods.get('failed'),
      suspended: truthOf(valueOf(fields, 'Suspend')),
    };
  if (kind === 'cronjob')
    return { schedule: valueOf(fields, 'Schedule'), suspended: truthOf(valueOf(fields, 'Suspend')) };
  if (kind === 'daemonset')
    return {
      desired: number('Desired Number of Nodes Scheduled'),
      current: number('Current Number of Nodes Scheduled'),
      updated: number('Number of Nodes Scheduled with Up-to-date Pods'),
      available: number('Number of Nodes Scheduled with Available Pods'),
    };
  return {
    desired: replicas.get('desired'),
    current: replicas.get('total') ?? replicas.get('current'),
    updated: replicas.get('updated'),
    available: replicas.get('available'),
  };
}

/** `1 desired | 1 updated | 1 total | 0 available | 1 unavailable`, `1 current / 1 desired`, `1 Active (0 Ready) / 0 Succeeded`. */
const countsIn = (text = ''): ReadonlyMap<string, number> =>
  new Map(
    [...text.matchAll(/\b(\d{1,9}) ([A-Za-z]{1,20})/g)].map(([, count, word = '']) => [
      word.toLowerCase(),
      Number(count),
    ]),
  );

const numberOf = (text: string | undefined): number | undefined =>
  /^\d{1,9}$/.test(text ?? '') ? Number(text) : undefined;

const truthOf = (text: string | undefined): boolean | undefined =>
  text === undefined ? undefined : /^true$/i.test(text);

/**
 *     Type           Status  Reason
 *     ----           ------  ------
 *     Available      False   MinimumReplicasUnavailable
 */
function conditionsOf(field: Field | undefined): readonly StatusCondition[] | undefined {
  const rows = (field?.body ?? [])
    .map(({ text }) => /^\s*([A-Z]\w{1,60})\s+(True|False|Unknown)(?:\s+([A-Z]\w{1,60}))?\s*$/.exec(text))
    .filter((row) => row !== null)
    .map(([, type = '', status, reason]) => known<StatusCondition>({ type, status, reason }));
  return rows.length === 0 ? undefined : rows;
}

function imagesOf(field: Field | undefined): readonly string[] | undefined {
  const body = field?.body ?? [];
  const first = body.findIndex(({ text }) => /^\s*Containers:/.test(text));
  const images = body
    .slice(Math.max(0, first))
    .flatMap(({ text }) => /^\s*Image:\s+(\S{1,500})\s*$/.exec(text)?.[1] ?? []);
  return images.length === 0 ? undefined : images;
}
