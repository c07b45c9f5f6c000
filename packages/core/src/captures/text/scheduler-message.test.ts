import { describe, expect, test } from 'vitest';
import { readSchedulerMessage, SCHEDULER_LITERALS } from './scheduler-message.ts';

const taint = (text: string, more: object = {}): object => ({ text, class: 'untolerated-taint', ...more });
const addons = { taint: 'CriticalAddonsOnly=true', taintKey: 'CriticalAddonsOnly' };

const EVERY_WORDING: readonly (readonly [string, object])[] = [
  [
    'No nodes are available that match all of the predicates: Insufficient cpu (3), PodToleratesNodeTaints (1).',
    {
      reasons: [
        {
          text: 'Insufficient cpu',
          class: 'insufficient-resource',
          count: 3,
          resource: 'cpu',
          everyNode: false,
          classEveryNode: false,
        },
        taint('PodToleratesNodeTaints', { count: 1, everyNode: false, classEveryNode: false }),
      ],
    },
  ],
  [
    'No nodes are available that match all of the following predicates:: PodToleratesNodeTaints (2).',
    { reasons: [taint('PodToleratesNodeTaints', { count: 2, everyNode: true, classEveryNode: true })] },
  ],
  [
    "0/3 nodes are available: 3 node(s) had taints that the pod didn't tolerate.",
    {
      available: 0,
      total: 3,
      reasons: [
        taint("node(s) had taints that the pod didn't tolerate", { count: 3, everyNode: true, classEveryNode: true }),
      ],
    },
  ],
  [
    "0/4 nodes are available: 1 node(s) had taint {CriticalAddonsOnly: True}, that the pod didn't tolerate, 3 Insufficient cpu.",
    {
      available: 0,
      total: 4,
      reasons: [
        taint("node(s) had taint {CriticalAddonsOnly: True}, that the pod didn't tolerate", {
          count: 1,
          taint: 'CriticalAddonsOnly=True',
          taintKey: 'CriticalAddonsOnly',
          everyNode: false,
          classEveryNode: false,
        }),
        {
          text: 'Insufficient cpu',
          class: 'insufficient-resource',
          count: 3,
          resource: 'cpu',
          everyNode: false,
          classEveryNode: false,
        },
      ],
    },
  ],
  [
    '0/2 nodes are available: 2 node(s) had untolerated taint {CriticalAddonsOnly: true}. preemption: 0/2 nodes are available: 2 Preemption is not helpful for scheduling.',
    {
      available: 0,
      total: 2,
      reasons: [
        taint('node(s) had untolerated taint {CriticalAddonsOnly: true}', {
          count: 2,
          ...addons,
          everyNode: true,
          classEveryNode: true,
        }),
      ],
    },
  ],
  [
    '0/1 nodes are available: 1 node(s) had untolerated taint {node.kubernetes.io/not-ready: }. preemption: 0/1 nodes are available: 1 Preemption is not helpful for scheduling..',
    {
      available: 0,
      total: 1,
      reasons: [
        taint('node(s) had untolerated taint {node.kubernetes.io/not-ready: }', {
          count: 1,
          taint: 'node.kubernetes.io/not-ready',
          taintKey: 'node.kubernetes.io/not-ready',
          everyNode: true,
          classEveryNode: true,
        }),
      ],
    },
  ],
  [
    '0/17 nodes are available: 17 node(s) had untolerated taint(s). no new claims to deallocate, preemption: 0/17 nodes are available: 17 Preemption is not helpful for scheduling.',
    {
      available: 0,
      total: 17,
      reasons: [taint('node(s) had untolerated taint(s)', { count: 17, everyNode: true, classEveryNode: true })],
    },
  ],
  [
    'Extension Pod error: 0/2 nodes are available: 2 node(s) had untolerated taint {CriticalAddonsOnly: true}. preemption: 0/2',
    {
      available: 0,
      total: 2,
      reasons: [
        taint('node(s) had untolerated taint {CriticalAddonsOnly: true}', {
          count: 2,
          ...addons,
          everyNode: true,
          classEveryNode: true,
        }),
      ],
    },
  ],
  [
    'Errore del pod di estensione: sono disponibili 0/2 nodi: 2 nodi con taint non tollerato {CriticalAddonsOnly: true}. preemption: sono disponibili 0/2 nodi: 2 Preemption non è utile per la pianificazione.',
    {
      available: 0,
      total: 2,
      reasons: [
        taint('nodi con taint non tollerato {CriticalAddonsOnly: true}', {
          count: 2,
          ...addons,
          everyNode: true,
          classEveryNode: true,
        }),
      ],
    },
  ],
  [
    '0/1 nodes available: 1 node(s) had untolerated taint {...}',
    {
      available: 0,
      total: 1,
      reasons: [taint('node(s) had untolerated taint {...}', { count: 1, everyNode: true, classEveryNode: true })],
    },
  ],
  [
    '0/4 nodes are available: pod has unbound immediate PersistentVolumeClaims.',
    {
      available: 0,
      total: 4,
      reasons: [
        {
          text: 'pod has unbound immediate PersistentVolumeClaims',
          class: 'volume-unbound',
          everyNode: true,
          classEveryNode: true,
        },
      ],
    },
  ],
  [
    'no nodes available to schedule pods',
    {
      available: 0,
      total: 0,
      reasons: [
        { text: 'no nodes available to schedule pods', class: 'no-nodes', everyNode: true, classEveryNode: true },
      ],
    },
  ],
  [
    'running "VolumeBinding" filter plugin for pod "web-0": pod has unbound immediate PersistentVolumeClaims',
    {
      reasons: [
        {
          text: 'pod has unbound immediate PersistentVolumeClaims',
          class: 'volume-unbound',
          everyNode: true,
          classEveryNode: true,
        },
      ],
    },
  ],
  [
    '{"Message":"0/2 nodes are available: 2 Insufficient nvidia.com/gpu.\\"","LogType":"ConfigAgentTrace"}',
    {
      available: 0,
      total: 2,
      reasons: [
        {
          text: 'Insufficient nvidia.com/gpu',
          class: 'insufficient-resource',
          count: 2,
          resource: 'nvidia.com/gpu',
          everyNode: true,
          classEveryNode: true,
        },
      ],
    },
  ],
];

test.each(EVERY_WORDING)('reads %s', (text, expected) => {
  expect(readSchedulerMessage(text)).toEqual(expected);
});

test.each(EVERY_WORDING)('a literal for filters stands in %s', (text) => {
  const low = text.toLowerCase();
  expect(SCHEDULER_LITERALS.some((literal) => low.includes(literal))).toBe(true);
});

describe('classes of reasons', () => {
  test.each([
    ['Too many pods', 'too-many-pods'],
    ["node(s) didn't match Pod's node affinity/selector", 'node-affinity'],
    ["node(s) didn't match node selector", 'node-affinity'],
    ["node(s) didn't match the requested node name", 'node-affinity'],
    ["node(s) didn't have the requested labels", 'node-affinity'],
    ['node(s) were unschedulable', 'unschedulable'],
    ["node(s) didn't have free ports for the requested pod ports", 'host-ports'],
    ["node(s) didn't match pod affinity rules", 'pod-affinity'],
    ["node(s) didn't match pod anti-affinity rules", 'pod-affinity'],
    ["node(s) didn't match pod affinity/anti-affinity", 'pod-affinity'],
    ["node(s) didn't satisfy existing pods anti-affinity rules", 'pod-affinity'],
    ["node(s) didn't match pod topology spread constraints", 'topology-spread'],
    ['node(s) had volume node affinity conflict', 'volume-node-affinity'],
    ["node(s) didn't match PersistentVolume's node affinity", 'volume-node-affinity'],
    ["node(s) didn't find available persistent volumes to bind", 'volume-unbound'],
    ['node(s) had no available volume zone', 'volume-zone'],
    ['node(s) exceed max volume count', 'volume-count'],
    ['persistentvolumeclaim "data-web-0" not found', 'volume-missing'],
    ['Insufficient ephemeral-storage', 'insufficient-resource'],
    ['node(s) were out of disk space', 'node-condition'],
    ['node(s) had memory pressure', 'node-condition'],
    ['node(s) were not ready', 'node-condition'],
    ['node(s) did not have enough free storage', 'volume-count'],
    ['node(s) had no available disk', 'volume-missing'],
    [
      'node(s) unavailable due to PersistentVolumeClaim with ReadWriteOncePod access mode already in-use by another pod',
      'volume-missing',
    ],
    ['cannot allocate all claims', 'resource-claim'],
    ['node is filtered out by the prefilter result', 'other'],
  ])('%s is %s', (reason, expected) => {
    const read = readSchedulerMessage(`0/5 nodes are available: 3 ${reason}, 2 Insufficient memory.`);
    expect(read?.reasons.map(({ text, class: name }) => [text, name])).toEqual([
      [reason, expected],
      ['Insufficient memory', 'insufficient-resource'],
    ]);
  });
});

test('several reasons with one taint refuse every node together', () => {
  const read = readSchedulerMessage(
    '0/3 nodes are available: 1 node(s) had untolerated taint {CriticalAddonsOnly: }, 2 node(s) had untolerated taint {CriticalAddonsOnly: true}.',
  );
  expect(read?.reasons.map(({ taint: name, everyNode }) => [name, everyNode])).toEqual([
    ['CriticalAddonsOnly', true],
    ['CriticalAddonsOnly=true', true],
  ]);
});

test('several taints refuse every node together', () => {
  const read = readSchedulerMessage(
    '0/4 nodes are available: 2 node(s) had untolerated taint {CriticalAddonsOnly: true}, 2 node(s) had untolerated taint {dedicated: gpu}.',
  );
  expect(read?.reasons.map(({ everyNode, classEveryNode }) => [everyNode, classEveryNode])).toEqual([
    [false, true],
    [false, true],
  ]);
});

test.each([
  [
    'beside another reason',
    '0/4 nodes are available: 2 node(s) had untolerated taint {a: b}, 1 node(s) had untolerated taint {c: d}, 1 Insufficient cpu.',
  ],
  [
    'in a message that is cut',
    '0/4 nodes are available: 1 node(s) had untolerated taint {a: b}, 2 node(s) had untolerated taint {c: d}',
  ],
])('several taints do not refuse every node %s', (_, text) => {
  expect(readSchedulerMessage(text)?.reasons.map(({ classEveryNode }) => classEveryNode)).not.toContain(true);
});

test('resources may each be short on every node', () => {
  const read = readSchedulerMessage('0/8 nodes are available: 8 Insufficient cpu, 8 Insufficient memory.');
  expect(read?.reasons.map(({ everyNode }) => everyNode)).toEqual([true, true]);
});

test.each([
  '',
  'pod triggered scale-up: [{pool 1->2 (max: 5)}]',
  'nodes are fine',
  "pod didn't trigger scale-up: 9 node(s) had untolerated taint(s)",
])('does not take "%s" for a scheduler message', (text) => {
  expect(readSchedulerMessage(text)).toBeUndefined();
});
