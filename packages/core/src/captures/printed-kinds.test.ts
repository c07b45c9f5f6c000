import { expect, test } from 'vitest';
import { printsKind } from './printed-kinds.ts';

test.each([
  ['kubectl logs -n shop web-0', 'kubectl logs', true],
  ['kubectl logs -n kube-system deploy/extension-operator', 'operation error', false],
  ['kubectl describe pods -n shop', 'kubectl describe pod', true],
  ['kubectl describe pods -n shop', 'kubectl get -o yaml', true],
  ['kubectl describe pods -n shop', 'kubectl get pods', false],
  ['kubectl get pods -A -o wide', 'kubectl describe pod', true],
  ['kubectl exec -n shop web-0 -- nslookup mcr.microsoft.com', 'nslookup', true],
  ['helm history -n shop web', 'helm releases', true],
  ['az account show', 'operation error', undefined],
  ['something else', 'text', undefined],
] as const)('%s prints %s: %s', (command, kind, prints) => {
  expect(printsKind(command, kind)).toBe(prints);
});
