import { expect, test } from 'vitest';
import { isReadOnly } from './read-only.ts';

const reads = (command: string): boolean => isReadOnly(command.split(' '));

test.each([
  'kubectl get pods -A -o wide',
  'kubectl -n shop get pods',
  'kubectl describe pod -n shop web-0 web-1',
  'kubectl logs -n shop deploy/web --all-containers --timestamps --tail=500',
  'kubectl logs -n shop web-0 --all-containers --previous --ignore-errors',
  'kubectl get events -n shop --field-selector involvedObject.name=web-0',
  'kubectl get secret -n shop web-tls',
  'kubectl exec -n kube-system agent-0 -- nslookup eastus.dp.kubernetesconfiguration.azure.com',
  'kubectl exec agent-0 -c agent -- cat /etc/resolv.conf',
  'helm history -n shop web',
  'helm list -A --all',
  'az k8s-extension show --name dapr --cluster-name shop --resource-group rg --cluster-type managedClusters',
  'nslookup mcr.microsoft.com 168.63.129.16',
  'dig +short -t A mcr.microsoft.com @10.0.0.10',
])('reads: %s', (command) => {
  expect(reads(command)).toBe(true);
});

test.each([
  'kubectl delete pod web-0',
  'kubectl apply -f x.yaml',
  'kubectl get pods --watch',
  'kubectl get pods -w',
  'kubectl logs web-0 -f',
  'kubectl get pods --kubeconfig=/tmp/theirs',
  'kubectl get pods --server=https://example.com',
  'kubectl get pods -o jsonpath-file=/etc/passwd',
  'kubectl get pods -o custom-columns-file=/etc/passwd',
  'kubectl get -f https://example.com/x.yaml',
  'kubectl get secret web-tls -o yaml',
  'kubectl get secrets,pods --output=json',
  'kubectl get pods -n',
  'kubectl get pods -n -o',
  'kubectl exec web-0 -- rm -rf /',
  'kubectl exec web-0 -- sh -c reboot',
  'kubectl exec -it web-0 -- nslookup example.com',
  'kubectl exec web-0 nslookup example.com',
  'kubectl exec web-0 -- cat /var/run/secrets/token',
  'kubectl cp web-0:/etc/passwd .',
  'helm uninstall web',
  'helm get values web',
  'helm list --kube-apiserver https://example.com',
  'az aks delete --name shop',
  'az aks nodepool update --name pool --node-taints',
  'az keyvault secret show --name x',
  'az account get-access-token',
  'az rest --method get --uri https://example.com show',
  'az aks show --name @/etc/passwd',
  'dig -f /etc/passwd',
  'host -l example.com',
  'curl https://example.com',
  'bash -c reboot',
  'constructor get',
  '',
])('is refused: %s', (command) => {
  expect(reads(command)).toBe(false);
});

test('words with control characters are refused, for no object has such a name', () => {
  expect(isReadOnly(['kubectl', 'describe', 'pod', 'web\n0'])).toBe(false);
});
