import type { ImagePull } from '../../facts/fact.ts';
import { known } from '../../facts/known.ts';
import { firstClass, messageText, type Classes } from './message-text.ts';
import { readTransport, type TransportReading } from './transport.ts';

/**
 * Reads what a kubelet says of pulling an image, in the words of containerd and Docker.
 *
 *     Failed to pull image "contoso.azurecr.io/web:1": rpc error: code = NotFound desc = failed to pull and unpack image ...
 *     Back-off pulling image "contoso.azurecr.io/web:1"
 *     Error: ErrImagePull
 *     Successfully pulled image "contoso.azurecr.io/web:1" in 1.2s (1.2s including waiting)
 */
export function readImagePull(message: string): ImagePull | undefined {
  const text = messageText(message);
  const kind = KINDS.find(([pattern]) => pattern.test(text));
  if (!kind) return undefined;
  const image = IMAGE.exec(text)?.[1];
  return known<ImagePull>({
    class: kind[1] ?? classOf(text),
    image,
    registry: image === undefined ? undefined : registryOf(image),
    platform: PLATFORM.exec(text)?.[1],
  });
}

const IMAGE = /\bimage (?:tag )?"([^"\s]{1,500})"/i;

/** What such a message begins with, and its class where that settles it. */
const KINDS: readonly (readonly [RegExp, ImagePull['class']?])[] = [
  [/^Successfully pulled image "|^Container image "[^"]{1,500}" already present on machine/, 'pulled'],
  [/^Container image "[^"]{1,500}" is not present with pull policy of Never|^Error: ErrImageNeverPull/, 'never-pulled'],
  [/couldn't parse image (?:name|reference)|^Error: InvalidImageName|: invalid reference format\b/, 'invalid-name'],
  [/^(?:Failed to pull image|image pull failed for|Failed to inspect image) /i],
  [/^Back-off pulling image "|^Error: (?:ErrImagePull|ImagePullBackOff|RegistryUnavailable)\b/],
];

/**
 * Why a pull failed. The order decides: what a registry cannot offer for a platform ends in "not found" as well, and a
 * call that did not get through may have been one for a token.
 */
function classOf(text: string): ImagePull['class'] {
  if (WITHOUT_REASON.test(text)) return 'untold';
  return firstClass(SAID_FIRST, text) ?? classOfCall(readTransport(text)) ?? firstClass(SAID, text) ?? 'other';
}

/** A registry that answers can be reached, whatever else the text holds; one that does not has no status. */
function classOfCall({ transport, httpStatus }: TransportReading): ImagePull['class'] | undefined {
  if (transport?.class === 'tls-inspection') return 'tls-inspection';
  const answered = httpStatus === undefined ? undefined : STATUSES.get(httpStatus);
  if (answered !== undefined) return answered;
  if (transport !== undefined) return transport.class === 'other' ? 'other' : 'network';
  return httpStatus !== undefined && httpStatus >= 500 ? 'registry-failure' : undefined;
}

const STATUSES: ReadonlyMap<number, ImagePull['class']> = new Map([
  [401, 'denied'],
  [403, 'denied'],
  [404, 'not-found'],
  [429, 'throttled'],
]);

const WITHOUT_REASON =
  /^(?:Error: \S{1,40}|Back-off pulling image "[^"]{1,500}"(?:: ErrImagePull)?|Failed to pull image "[^"]{1,500}"):?\s{0,9}$/;
const SAID_FIRST: Classes<ImagePull['class']> = [
  [
    'other-platform',
    /no match for platform in manifest|no matching manifest for |no child with platform |cannot be used on this platform|image platform \S{1,80} does not match/i,
  ],
  ['throttled', /toomanyrequests|too many requests|pull rate limit/i],
  // A tag in front of "not found" may look like a status.
  ['not-found', /manifest unknown|manifest for \S{1,500} not found/i],
];
const SAID: Classes<ImagePull['class']> = [
  [
    'denied',
    /unauthorized|pull access denied|insufficient_scope|access to the resource is denied|no basic auth credentials|failed to fetch (?:anonymous|oauth) token|is not allowed access|authorization failed/i,
  ],
  ['no-space', /no space left on device/i],
  ['network', /failed to do request: |: EOF\s{0,9}$|registry is unavailable|code = DeadlineExceeded/i],
  [
    'not-found',
    /:\s{1,9}not found|repository (?:name )?\S{0,500} ?(?:does not exist|not (?:found|known))|name unknown/i,
  ],
];

/** `no matching manifest for linux/arm64/v8 in the manifest list entries`. */
const PLATFORM = /(?:no matching manifest for|no child with platform) ([a-z0-9]{1,20}\/[a-z0-9]{1,20}(?:\/v\d{1,2})?)/i;

/** The registry in front of an image's name; without one it is Docker Hub's. */
function registryOf(image: string): string {
  const [host = '', ...path] = image.split('/');
  return path.length > 0 && /[.:]|^localhost$/.test(host) ? host.toLowerCase() : 'docker.io';
}
