import { describe, expect, test } from 'vitest';
import { readImagePull } from './image-pull.ts';

const IMAGE = 'contosoregistry.azurecr.io/shop/web:1.2.0';
const failed = (why: string): string => `Failed to pull image "${IMAGE}": ${why}`;
const containerd = (why: string): string =>
  `failed to pull and unpack image "${IMAGE}": failed to resolve reference "${IMAGE}": ${why}`;

describe('why a pull failed', () => {
  test.each([
    [
      'network',
      containerd(
        'failed to do request: Head "https://contosoregistry.azurecr.io/v2/shop/web/manifests/1.2.0": dial tcp 10.9.8.7:443: i/o timeout',
      ),
    ],
    [
      'network',
      containerd(
        'failed to do request: Head "https://contosoregistry.azurecr.io/v2/shop/web/manifests/1.2.0": dial tcp: lookup contosoregistry.azurecr.io on 10.0.0.10:53: no such host',
      ),
    ],
    [
      'network',
      'rpc error: code = Unknown desc = Error response from daemon: Get "https://registry.contoso.example:5000/v2/": net/http: TLS handshake timeout',
    ],
    [
      'network',
      containerd(
        'failed to authorize: failed to fetch anonymous token: Get "https://auth.docker.io/token": dial tcp 44.1.2.3:443: i/o timeout',
      ),
    ],
    ['network', containerd('failed to do request: Head "https://mcr.microsoft.com/v2/x/manifests/1": EOF')],
    ['network', 'rpc error: code = DeadlineExceeded desc = context deadline exceeded'],
    [
      'network',
      containerd(
        'failed to do request: Head "https://mcr.microsoft.com/v2/x/manifests/1": read tcp 10.224.0.4:4312->150.171.69.10:443: read: connection reset by peer',
      ),
    ],
    [
      'tls-inspection',
      containerd(
        'failed to do request: Head "https://mcr.microsoft.com/v2/x/manifests/1": tls: failed to verify certificate: x509: certificate signed by unknown authority',
      ),
    ],
    [
      'denied',
      containerd(
        'failed to authorize: failed to fetch anonymous token: unexpected status from GET request to https://contosoregistry.azurecr.io/oauth2/token?scope=repository%3Ashop%2Fweb%3Apull: 401 Unauthorized',
      ),
    ],
    [
      'denied',
      containerd(
        'unexpected status from HEAD request to https://contosoregistry.azurecr.io/v2/shop/web/manifests/1.2.0: 403 Forbidden',
      ),
    ],
    [
      'denied',
      containerd(
        'pull access denied, repository does not exist or may require authorization: server message: insufficient_scope: authorization failed',
      ),
    ],
    [
      'denied',
      "rpc error: code = Unknown desc = Error response from daemon: pull access denied for shop/web, repository does not exist or may require 'docker login': denied: requested access to the resource is denied",
    ],
    ['denied', 'rpc error: code = Unknown desc = Error response from daemon: unauthorized: authentication required'],
    ['not-found', containerd(`${IMAGE}: not found`)],
    ['not-found', 'Error response from daemon: manifest for shop/web:401 not found'],
    ['not-found', `rpc error: code = NotFound desc = ${containerd(`${IMAGE}: not found`)}`],
    [
      'not-found',
      'rpc error: code = Unknown desc = Error response from daemon: manifest for shop/web:1.2.0 not found: manifest unknown: manifest tagged by "1.2.0" is not found',
    ],
    [
      'other-platform',
      `rpc error: code = NotFound desc = ${containerd('no match for platform in manifest: not found')}`,
    ],
    ['other-platform', 'no matching manifest for windows/amd64 10.0.20348 in the manifest list entries'],
    ['other-platform', 'image operating system "linux" cannot be used on this platform'],
    [
      'throttled',
      containerd(
        'unexpected status code https://registry-1.docker.io/v2/library/redis/manifests/7: 429 Too Many Requests - Server message: toomanyrequests: You have reached your unauthenticated pull rate limit.',
      ),
    ],
    [
      'throttled',
      'rpc error: code = Unknown desc = toomanyrequests: Too many requests. Please visit https://aka.ms/acr/skus',
    ],
    [
      'registry-failure',
      containerd(
        'unexpected status from HEAD request to https://contosoregistry.azurecr.io/v2/shop/web/manifests/1.2.0: 503 Service Unavailable',
      ),
    ],
    ['no-space', 'failed to extract layer sha256:12ab: write /var/lib/containerd/x: no space left on device'],
    ['other', 'rpc error: code = Canceled desc = context canceled'],
    ['untold', ''],
  ])('%s: %s', (wanted, why) => {
    expect(readImagePull(failed(why))).toMatchObject({
      class: wanted,
      image: IMAGE,
      registry: 'contosoregistry.azurecr.io',
    });
  });

  test('several attempts are one failure', () => {
    const why = `[rpc error: code = NotFound desc = ${containerd('no match for platform in manifest: not found')}, rpc error: code = NotFound desc = ${containerd(`${IMAGE}: not found`)}]`;
    expect(readImagePull(failed(why))?.class).toBe('other-platform');
  });

  test('the platform that is missing is told', () => {
    expect(
      readImagePull(failed('no matching manifest for linux/arm64/v8 in the manifest list entries'))?.platform,
    ).toBe('linux/arm64/v8');
  });
});

describe('other messages about images', () => {
  test.each([
    ['Back-off pulling image "redis:7"', { class: 'untold', image: 'redis:7', registry: 'docker.io' }],
    [
      'Back-off pulling image "redis:7": ErrImagePull: no match for platform in manifest: not found',
      { class: 'other-platform', image: 'redis:7' },
    ],
    ['Error: ErrImagePull', { class: 'untold' }],
    ['Error: ImagePullBackOff', { class: 'untold' }],
    ['Error: ErrImageNeverPull', { class: 'never-pulled' }],
    ['Container image "web:dev" is not present with pull policy of Never', { class: 'never-pulled', image: 'web:dev' }],
    [
      `Failed to apply default image tag "Shop/Web": couldn't parse image name "Shop/Web": invalid reference format`,
      { class: 'invalid-name', image: 'Shop/Web' },
    ],
    [
      'Successfully pulled image "localhost:5000/web" in 1.2s (1.2s including waiting). Image size: 12 bytes.',
      { class: 'pulled', registry: 'localhost:5000' },
    ],
    ['Container image "shop/web:1" already present on machine', { class: 'pulled', registry: 'docker.io' }],
  ])('%s', (message, wanted) => {
    expect(readImagePull(message)).toMatchObject(wanted);
  });

  test.each([
    'Pulling image "redis:7"',
    'Error: secret "db-password" not found',
    'Back-off restarting failed container web in pod web-0_shop(3f2e)',
    'Error: failed to create containerd task: exec: "/bin/web": stat /bin/web: no such file or directory',
  ])('%s says nothing of a pull that ended', (message) => {
    expect(readImagePull(message)).toBeUndefined();
  });
});
