import { analyze } from '@referto/core';
import { rules } from '@referto/rules';
import { describe, expect, test } from 'vitest';

const HEAD = 'NAMESPACE   LAST SEEN   TYPE      REASON             OBJECT      MESSAGE';

/** The causes of a rule that an event about a pod confirms. */
async function confirmedBy(
  rule: string,
  reason: string,
  message: string,
  object = 'pod/web-0',
): Promise<readonly string[]> {
  const events = `${HEAD}\nshop        18s         Warning   ${reason.padEnd(18)} ${object}   ${message}\n`;
  const { findings } = await analyze({ 'events.txt': events }, { rules: [rules] });
  return findings
    .filter((finding) => finding.rule === rule)
    .flatMap(({ causes }) => causes.filter(({ verdict }) => verdict === 'confirmed').map(({ id }) => id));
}

describe('what keeps every node from a pod', () => {
  test.each([
    ['2 node(s) had untolerated taint {sku: gpu}', 'untolerated-taint'],
    ["2 node(s) had taint {sku: gpu}, that the pod didn't tolerate", 'untolerated-taint'],
    ['2 Insufficient cpu', 'insufficient-resources'],
    ['2 Insufficient memory', 'insufficient-resources'],
    ['2 Insufficient ephemeral-storage', 'insufficient-resources'],
    ['2 Insufficient nvidia.com/gpu', 'insufficient-resources'],
    ['2 Too many pods', 'insufficient-resources'],
    ["2 node(s) didn't have free ports for the requested pod ports", 'node-affinity-mismatch'],
    ['2 node(s) were unschedulable', 'node-affinity-mismatch'],
    ["2 node(s) didn't match Pod's node affinity/selector", 'node-affinity-mismatch'],
    ["2 node(s) didn't match node selector", 'node-affinity-mismatch'],
    ["2 node(s) didn't match the requested node name", 'node-affinity-mismatch'],
    ["2 node(s) didn't match pod affinity rules", 'node-affinity-mismatch'],
    ["2 node(s) didn't match pod anti-affinity rules", 'node-affinity-mismatch'],
    ["2 node(s) didn't match pod affinity/anti-affinity", 'node-affinity-mismatch'],
    ["2 node(s) didn't satisfy existing pods anti-affinity rules", 'node-affinity-mismatch'],
    ["2 node(s) didn't match pod topology spread constraints", 'node-affinity-mismatch'],
    ['2 node(s) had volume node affinity conflict', 'volume-unavailable'],
    ["2 node(s) didn't match PersistentVolume's node affinity", 'volume-unavailable'],
    ["2 node(s) didn't find available persistent volumes to bind", 'volume-unavailable'],
    ['2 node(s) had no available volume zone', 'volume-unavailable'],
    ['2 node(s) exceed max volume count', 'volume-unavailable'],
    ['pod has unbound immediate PersistentVolumeClaims', 'volume-unavailable'],
    ['persistentvolumeclaim "data" not found', 'volume-unavailable'],
  ])('%s', async (reason, cause) => {
    const message = `0/2 nodes are available: ${reason}.`;
    expect(await confirmedBy('kubernetes/pod-unschedulable', 'FailedScheduling', message)).toEqual([cause]);
  });

  test('no nodes', async () => {
    const message = 'no nodes available to schedule pods';
    expect(await confirmedBy('kubernetes/pod-unschedulable', 'FailedScheduling', message)).toEqual([
      'insufficient-resources',
    ]);
  });
});

const IMAGE = 'contoso.azurecr.io/web:1';

describe('why an image is not pulled', () => {
  test.each([
    ['dial tcp 20.1.2.3:443: i/o timeout', 'network-blocked'],
    ['dial tcp: lookup contoso.azurecr.io on 10.0.0.10:53: no such host', 'network-blocked'],
    ['net/http: TLS handshake timeout', 'network-blocked'],
    ['read tcp 10.1.0.4:50122->20.1.2.3:443: read: connection reset by peer', 'network-blocked'],
    ['context deadline exceeded', 'network-blocked'],
    ['x509: certificate signed by unknown authority', 'network-blocked'],
    [
      'unexpected status from HEAD request to https://contoso.azurecr.io/v2/web/manifests/1: 401 Unauthorized',
      'access-denied',
    ],
    [
      'unexpected status from HEAD request to https://contoso.azurecr.io/v2/web/manifests/1: 403 Forbidden',
      'access-denied',
    ],
    ['pull access denied, repository does not exist or may require authorization: insufficient_scope', 'access-denied'],
    ['contoso.azurecr.io/web:1: not found', 'not-found'],
    ['manifest unknown: manifest tagged by "1" is not found', 'not-found'],
    ['toomanyrequests: Too many requests. Please visit https://aka.ms/acr/skus', 'rate-limited'],
    ['unexpected status code 429 Too Many Requests', 'rate-limited'],
    ['no match for platform in manifest: not found', 'platform-mismatch'],
    ['no matching manifest for linux/arm64/v8 in the manifest list entries', 'platform-mismatch'],
    ['received unexpected HTTP status: 503 Service Unavailable', 'registry-unavailable'],
    ['write /var/lib/containerd/x: no space left on device', 'disk-full'],
  ])('%s', async (why, cause) => {
    const message = `Failed to pull image "${IMAGE}": failed to pull and unpack image "${IMAGE}": failed to resolve reference "${IMAGE}": ${why}`;
    expect(await confirmedBy('kubernetes/image-pull-failed', 'Failed', message)).toEqual([cause]);
  });
});

describe('who refuses pods', () => {
  test.each([
    ['admission webhook "validation.gatekeeper.sh" denied the request: [azurepolicy-x] no', 'admission-webhook'],
    [
      'admission webhook "validation.gatekeeper.sh" denied the request: [denied by azurepolicy-x] no',
      'admission-webhook',
    ],
    [
      `pods "web-0" is forbidden: ValidatingAdmissionPolicy 'aks-managed-protect-system-namespaces' with binding 'x' denied request: no`,
      'admission-policy',
    ],
    [
      'pods "web-0" is forbidden: exceeded quota: compute, requested: pods=1, used: pods=0, limited: pods=0',
      'resource-quota',
    ],
    ['pods "web-0" is forbidden: failed quota: compute: must specify limits.cpu', 'resource-quota'],
    ['pods "web-0" is forbidden: minimum cpu usage per Container is 100m, but request is 10m', 'limit-range'],
    [
      'pods "web-0" is forbidden: violates PodSecurity "baseline:v1.24": privileged (container "web" must not set securityContext.privileged=true)',
      'pod-security',
    ],
    [
      'Internal error occurred: failed calling webhook "x.contoso.example": failed to call webhook: Post "https://x.x.svc:443/v?timeout=10s": no endpoints available for service "x"',
      'webhook-unreachable',
    ],
  ])('%s', async (why, cause) => {
    const message = `Error creating: ${why}`;
    const found = await confirmedBy(
      'kubernetes/pod-creation-denied',
      'FailedCreate',
      message,
      'replicaset/web-55d4f4795f',
    );
    expect(found).toEqual([cause]);
  });
});
