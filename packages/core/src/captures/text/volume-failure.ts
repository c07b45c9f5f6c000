import type { VolumeFailure } from '../../facts/fact.ts';
import { known } from '../../facts/known.ts';
import { firstClass, messageText, type Classes } from './message-text.ts';
import { readMissingObject } from './missing-object.ts';

/**
 * Reads why a volume cannot be attached or mounted, in the words of the kubelet, the attach controller and storage drivers.
 *
 *     MountVolume.SetUp failed for volume "settings" : configmap "web-settings" not found
 *     Multi-Attach error for volume "pvc-1f" Volume is already exclusively attached to one node and can't be attached to another
 *     AttachVolume.Attach failed for volume "pvc-1f" : CSINode aks-user-1 does not contain driver disk.csi.azure.com
 *     Unable to attach or mount volumes: unmounted volumes=[data], unattached volumes=[], failed to process volumes=[]: timed out waiting for the condition
 */
export function readVolumeFailure(message: string): VolumeFailure | undefined {
  const text = messageText(message);
  if (!VOLUME_WORDS.test(text)) return undefined;
  const missing = readMissingObject(text) !== undefined;
  return known<VolumeFailure>({
    class: missing ? 'missing-object' : (firstClass(CLASSES, text) ?? 'other'),
    volume: VOLUME.exec(text)
      ?.slice(1)
      .find((name) => name !== undefined),
    driver: DRIVER.exec(text)?.[0],
  });
}

const VOLUME_WORDS =
  /\b(?:MountVolume|UnmountVolume|MapVolume|AttachVolume)\.\w|Multi-Attach error for volume|Unable to (?:attach or )?mount volumes|failed to mount secrets store objects/i;

const VOLUME = /\bfor volume "([^"\s]{1,253})"|\bunmounted volumes=\[([^\]\s]{1,253})/;
const DRIVER =
  /\b(?:[a-z0-9-]{1,63}\.){1,4}csi\.(?:[a-z0-9-]{1,63}\.){1,4}[a-z]{2,20}\b|\bsecrets-store\.csi\.k8s\.io\b/;

/** What the server of a share answers to a mount stands behind words that any mount failure has. */
const CLASSES: Classes<VolumeFailure['class']> = [
  [
    'attached-elsewhere',
    /Multi-Attach error for volume|\balready attached to (?:node|an instance|another)|RESOURCE_IN_USE_BY_ANOTHER_RESOURCE|is currently being detached|in use by another/i,
  ],
  [
    'driver-missing',
    /not found in the list of registered CSI drivers|does not contain driver \S|no volume plugin matched|CSI driver \S{1,253} not found|csidrivers?\S{0,40} "[^"]{1,253}" not found/i,
  ],
  [
    'driver-unreachable',
    /\bdial unix \S{0,253}csi\S{0,253}\.sock|\bcsi\.sock"?: (?:connect|connection)|\/csi\.sock: /i,
  ],
  [
    'denied',
    /mount error\(13\)|access denied by server|AuthorizationFailed|AuthorizationPermissionMismatch|does not have (?:authorization|permission)|StatusCode=40[13]|\b40[13] (?:Forbidden|Unauthorized)|RESPONSE 40[13]|PermissionDenied desc|Access ?Denied|\bmount\b[^]{0,400}permission denied|LinkedAuthorizationFailed|not authorized to perform/i,
  ],
  [
    'unreachable',
    /mount error\((?:11[0-5]|2)\): (?:Operation now in progress|Connection|No route|Host is down|could not)|could not resolve address|mount error: could not resolve|mount\.nfs: (?:Connection (?:timed out|refused)|No route to host|Failed to resolve server)|\bdial tcp [^]{0,200}(?:i\/o timeout|connection refused|no such host)|Host is down/i,
  ],
  ['not-registered', /object "[^"/]{1,253}"\/"[^"]{1,253}" not registered/i],
  ['claim-unbound', /PVC is not bound|claim is not bound|persistentvolumeclaim "[^"]{1,253}" not found/i],
  ['cache-not-synced', /failed to sync (?:secret|configmap) cache/i],
  ['attacher-silent', /timed out waiting for external-attacher/i],
  ['timed-out', /timed out waiting for the condition|context deadline exceeded|timeout expired waiting for volumes/i],
];
