import type { Eviction } from '../../facts/fact.ts';
import { known } from '../../facts/known.ts';
import { firstClass, messageText, type Classes } from './message-text.ts';

/**
 * Reads why a pod had to leave its node, from the message of the pod or of its event.
 *
 *     The node was low on resource: memory. Threshold quantity: 100Mi, available: 87Mi. Container web was using 2Gi, request is 0, ...
 *     The node had condition: [DiskPressure].
 *     Usage of EmptyDir volume "cache" exceeds the limit "1Gi".
 *     Preempted by pod 7f9c on node aks-user-1
 */
export function readEviction(message: string): Eviction | undefined {
  const text = messageText(message);
  const told = firstClass(CLASSES, text);
  if (told === undefined) return undefined;
  const resource = RESOURCE.exec(text)
    ?.slice(1)
    .find((name) => name !== undefined);
  return known<Eviction>({
    class: told === 'low-resource' ? resourceClass(resource ?? '') : told,
    resource,
    container: CONTAINER.exec(text)?.[1],
    volume: /\bvolume "([^"]{1,253})"/i.exec(text)?.[1],
  });
}

const CLASSES: Classes<Eviction['class'] | 'low-resource'> = [
  ['low-resource', /node was low on resource: \S|node had condition: \[/i],
  [
    'storage-limit',
    /exceeds the (?:total )?limit|exceeded its local ephemeral storage limit|ephemeral local storage usage exceeds/i,
  ],
  ['preempted', /\bPreempted (?:by |in order to admit)|preempt(?:ing|ed) to accommodate a higher priority pod/i],
  [
    'node-shutdown',
    /terminated in response to imminent node shutdown|node is shut(?:ting)? down|during node shut ?down/i,
  ],
  [
    'node-lost',
    /which was running pod \S{1,253} is unresponsive|node lost|marking for deletion pod|deletion by taint manager|due to NoExecute taint/i,
  ],
];

const RESOURCE = /low on resource: \[?([A-Za-z][\w-]{0,62})|had condition: \[([A-Za-z]{1,40})/i;
const CONTAINER = /\bContainer (\S{1,253}) (?:was using|exceeded its)/;

/** `memory`, `ephemeral-storage`, `inodes`, `pids`, or the condition of the node. */
const resourceClass = (resource: string): Eviction['class'] => {
  if (/^memory/i.test(resource)) return 'memory';
  if (/^(?:ephemeral-storage|inodes|imagefs|nodefs|disk)/i.test(resource)) return 'disk';
  return /^pids?/i.test(resource) ? 'processes' : 'other';
};
