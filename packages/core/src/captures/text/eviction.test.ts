import { expect, test } from 'vitest';
import { readEviction } from './eviction.ts';

test.each([
  [
    'The node was low on resource: memory. Threshold quantity: 100Mi, available: 87Mi. Container web was using 2Gi, request is 0, has larger consumption of memory. ',
    { class: 'memory', resource: 'memory', container: 'web' },
  ],
  ['The node was low on resource: ephemeral-storage. ', { class: 'disk', resource: 'ephemeral-storage' }],
  ['The node was low on resource: inodes. ', { class: 'disk', resource: 'inodes' }],
  [
    'The node was low on resource: pids. Threshold quantity: 1k, available: 3. ',
    { class: 'processes', resource: 'pids' },
  ],
  ['The node was low on resource: [DiskPressure].', { class: 'disk', resource: 'DiskPressure' }],
  ['Pod The node had condition: [MemoryPressure]. ', { class: 'memory', resource: 'MemoryPressure' }],
  ['Usage of EmptyDir volume "cache" exceeds the limit "1Gi". ', { class: 'storage-limit', volume: 'cache' }],
  ['Container web exceeded its local ephemeral storage limit "1Gi". ', { class: 'storage-limit', container: 'web' }],
  ['Pod ephemeral local storage usage exceeds the total limit of containers 2Gi. ', { class: 'storage-limit' }],
  ['Preempted by pod 7f9c4f5e on node aks-user-1', { class: 'preempted' }],
  ['Preempted in order to admit critical pod', { class: 'preempted' }],
  ['Pod was terminated in response to imminent node shutdown.', { class: 'node-shutdown' }],
  ['Node aks-user-1 which was running pod web-0 is unresponsive', { class: 'node-lost' }],
  ['Marking for deletion Pod shop/web-0', { class: 'node-lost' }],
])('%s', (message, wanted) => {
  expect(readEviction(message)).toEqual(wanted);
});

test.each(['Cancelling deletion of Pod shop/web-0', 'Stopping container web', ''])('%s: nothing', (message) => {
  expect(readEviction(message)).toBeUndefined();
});
