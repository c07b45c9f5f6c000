import { describe, expect, test } from 'vitest';
import { readDenial } from './denial.ts';

describe('who denied it', () => {
  test.each([
    [
      'Error creating: admission webhook "validation.gatekeeper.sh" denied the request: [azurepolicy-k8sazurev2noprivilege-1f2e3d] Privileged container is not allowed: web',
      { by: 'webhook', name: 'validation.gatekeeper.sh', rule: 'azurepolicy-k8sazurev2noprivilege-1f2e3d' },
    ],
    [
      'Error creating: admission webhook "validation.gatekeeper.sh" denied the request: [denied by must-have-owner] you must provide labels: {"owner"}',
      { by: 'webhook', rule: 'must-have-owner' },
    ],
    [
      'Error creating: admission webhook "validate.kyverno.svc-fail" denied the request: \n\nresource Pod/shop/web-0 was blocked due to the following policies',
      { by: 'webhook', name: 'validate.kyverno.svc-fail' },
    ],
    [
      `Error creating: pods "web-0" is forbidden: ValidatingAdmissionPolicy 'aks-managed-protect-system-namespaces' with binding 'aks-managed-protect' denied request: not allowed`,
      { by: 'policy', name: 'aks-managed-protect-system-namespaces', rule: 'aks-managed-protect' },
    ],
    [
      'create Pod web-0 in StatefulSet web failed error: pods "web-0" is forbidden: exceeded quota: compute, requested: limits.cpu=2, used: limits.cpu=3, limited: limits.cpu=4',
      { by: 'quota', name: 'compute', resource: 'limits.cpu' },
    ],
    [
      'Error creating: pods "web-x" is forbidden: failed quota: compute: must specify limits.memory for: web; requests.cpu for: web',
      { by: 'quota', name: 'compute', resource: 'limits.memory' },
    ],
    [
      'Error creating: pods "web-x" is forbidden: failed quota: compute: must specify limits.cpu,limits.memory',
      { by: 'quota', resource: 'limits.cpu' },
    ],
    [
      'Error creating: pods "web-x" is forbidden: violates PodSecurity "baseline:v1.24": hostPath volumes (volume "logs")',
      { by: 'pod-security', name: 'baseline:v1.24' },
    ],
    [
      'Error creating: pods "web-x" is forbidden: unable to validate against any pod security policy: []',
      { by: 'pod-security' },
    ],
    [
      'Error creating: pods "web-x" is forbidden: maximum cpu usage per Container is 500m, but limit is 2',
      { by: 'limit-range', resource: 'cpu' },
    ],
  ])('%s', (message, wanted) => {
    expect(readDenial(message)).toMatchObject(wanted);
  });
});

describe('no denial', () => {
  test.each([
    'Warning: would violate PodSecurity "restricted:latest": allowPrivilegeEscalation != false',
    'would violate PodSecurity "restricted:latest": runAsNonRoot != true',
    'Warning: [azurepolicy-k8sazurev2containernoprivilege-1f2e] Privileged container is not allowed: web',
    'Warning: admission webhook "validation.gatekeeper.sh" denied the request: [x] in a dry run',
    'Error creating: Internal error occurred: failed calling webhook "validation.gatekeeper.sh": failed to call webhook: Post "https://gatekeeper-webhook-service.gatekeeper-system.svc:443/v1/admit?timeout=3s": no endpoints available for service "gatekeeper-webhook-service"',
    'Error creating: pods "web-" is forbidden: error looking up service account shop/web: serviceaccount "web" not found',
    'Error creating: pods "web-" is forbidden: unable to create new content in namespace shop because it is being terminated',
  ])('%s', (message) => {
    expect(readDenial(message)).toBeUndefined();
  });
});
